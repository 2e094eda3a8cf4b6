//! An attempt to prove with a password who one is.

use secrecy::{ExposeSecret, SecretString};

use super::lockout::{self, refuse_locked};
use super::transaction::Transaction;
use super::{Identity, email, user_entity};
use crate::audit::{Actor, Changes, Note, Request, Severity};
use crate::error::{Code, Error, Result};
use crate::organization::OrganizationId;
use crate::user::{FailedAttempts, User, UserId};

/// What the audit log says of an attempt that fails.
#[derive(Debug, Clone, Copy)]
pub(super) struct Attempt<'a> {
    /// What was attempted.
    pub(super) action: &'static str,
    /// Where; the user's oldest organization, where nothing is said.
    pub(super) organization: Option<OrganizationId>,
    /// In which request.
    pub(super) request: &'a Request,
}

/// A user who gave the right password, locked until the end of the transaction.
pub(super) struct Proven<'h> {
    pub(super) tx: Transaction<'h>,
    pub(super) user: User,
    /// The password was hashed anew, so the user is to be written back.
    pub(super) rehashed: bool,
}

impl<'h> Identity<'h> {
    /// Finds the user who has this address and this password.
    ///
    /// The password is hashed while no transaction is open, against the user as it was just before; the user is then
    /// read again. Who changed the password meanwhile has to be asked again.
    ///
    /// For an address that nobody has the same is done, so that neither the answer nor the time tells them apart.
    ///
    /// # Errors
    /// `auth.bad_credentials`, the same for an unknown address and a wrong password; `auth.locked`;
    /// `request.rate_limited`.
    pub(super) async fn prove(
        &self,
        email: &str,
        password: &SecretString,
        attempt: Attempt<'_>,
    ) -> Result<Proven<'h>> {
        let address = lockout::address(email);
        loop {
            let seen = self.find(email, &address).await?;
            let passwords = &self.inner().passwords;
            let verdict = passwords.verify(password, seen.as_ref().map(|user| &user.password_hash)).await?;
            let renewed = match verdict.right && verdict.outdated {
                true => Some(passwords.hash(password).await?),
                false => None,
            };
            let mut tx = self.open().await?;
            // What no address can be, no database needs to see.
            let found = match email::looks_right(email) {
                true => tx.users().lock_by_email(email).await?,
                false => None,
            };
            if hash_of(found.as_ref()) != hash_of(seen.as_ref()) {
                continue;
            }
            let failed = tx.attempts().get(&address).await?;
            // Others may have failed meanwhile. A lock is then met by right and wrong passwords in the same way.
            let open = refuse_locked(failed, self.now());
            let may_enter = open.is_ok() && verdict.right;
            let Some(mut user) = found.as_ref().filter(|user| may_enter && user.is_active).cloned() else {
                self.fail(tx, &address, found, attempt).await?;
                return Err(open.err().unwrap_or_else(|| Error::new(Code::BAD_CREDENTIALS)));
            };
            if failed.is_some() {
                tx.attempts().remove(&address).await?;
            }
            let rehashed = renewed.is_some();
            user.password_hash = renewed.unwrap_or(user.password_hash);
            return Ok(Proven { tx, user, rehashed });
        }
    }

    /// The user as it is now, unless the address rests; nothing is locked.
    async fn find(&self, email: &str, address: &[u8; 32]) -> Result<Option<User>> {
        let mut overview = self.inner().store.overview().await?;
        refuse_locked(overview.attempts().get(address).await?, self.now())?;
        if email::looks_right(email) { overview.users().by_email(email).await } else { Ok(None) }
    }

    /// Writes down that an attempt failed: counted by address, and in the log of who has it.
    async fn fail(
        &self,
        mut tx: Transaction<'_>,
        address: &[u8; 32],
        user: Option<User>,
        attempt: Attempt<'_>,
    ) -> Result<()> {
        let now = self.now();
        let failed = tx.attempts().count(address, now, lockout::memory(now)).await?;
        if let Some(user) = user {
            Self::record_failure(&mut tx, &user, failed, attempt).await?;
        }
        tx.commit().await
    }

    async fn record_failure(
        tx: &mut Transaction<'_>,
        user: &User,
        failed: FailedAttempts,
        attempt: Attempt<'_>,
    ) -> Result<()> {
        // A user who belongs nowhere has no log.
        let Some(organization) = home(tx, user.id, attempt.organization).await? else { return Ok(()) };
        let mut changes = Changes::none().with("failed_attempts", failed.failures);
        let mut severity = Severity::Info;
        if let Some(until) = lockout::locked_until(failed) {
            changes = changes.with("locked_until", until.to_rfc3339());
            severity = Severity::Warning;
        }
        let note = Note::new(attempt.action, user_entity(user.id), changes)
            .severity(severity)
            .failed(&Error::new(Code::BAD_CREDENTIALS))
            .presumably(user.id);
        // Who it was is what could not be proven.
        tx.record(organization, Actor::System, attempt.request, note).await
    }
}

/// The organization whose log tells of a user: the one that was asked for, or else the oldest.
pub(super) async fn home(
    tx: &mut Transaction<'_>,
    user: UserId,
    wanted: Option<OrganizationId>,
) -> Result<Option<OrganizationId>> {
    let theirs = tx.organizations().of_user(user).await?;
    let asked = theirs.iter().find(|(organization, _)| Some(organization.id) == wanted);
    Ok(asked.or(theirs.first()).map(|(organization, _)| organization.id))
}

/// Whose password it is, and which.
fn hash_of(user: Option<&User>) -> Option<(UserId, &str)> {
    user.map(|user| (user.id, user.password_hash.expose_secret()))
}
