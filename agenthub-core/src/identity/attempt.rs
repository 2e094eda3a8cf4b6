//! An attempt to prove with a password who one is.

use secrecy::{ExposeSecret, SecretString};

use super::lockout::{self, refuse_locked};
use super::transaction::Transaction;
use super::{Identity, email, user_entity};
use crate::audit::{Actor, Changes, Note, Request};
use crate::error::{Code, Error, Result};
use crate::organization::OrganizationId;
use crate::store::ReadOrganizations;
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
    /// The organization whose log tells of the attempt.
    pub(super) home: Option<OrganizationId>,
}

/// Whom an attempt is for, as it was before the password was looked at.
struct Seen {
    user: Option<User>,
    /// The user's, or where there is none, nobody's.
    id: UserId,
    /// The organization whose log tells of the attempt.
    home: Option<OrganizationId>,
}

impl<'h> Identity<'h> {
    /// Finds the user who has this address and this password.
    ///
    /// The password is hashed while no transaction is open, against the user as it was just before; the user is then
    /// read again. Who changed the password meanwhile has to be asked again.
    ///
    /// For an address that nobody has the same is done, so that neither the answer nor the time tells them apart. A
    /// failed attempt goes on record behind the answer; one with such an address has no log to be told in.
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
            let seen = self.find(email, &address, attempt).await?;
            let passwords = &self.inner().passwords;
            let verdict =
                passwords.verify(password, seen.user.as_ref().map(|user| &user.password_hash)).await?;
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
            if hash_of(found.as_ref()) != hash_of(seen.user.as_ref()) {
                continue;
            }
            let failed = tx.attempts().get(&address).await?;
            // Others may have failed meanwhile. A lock is then met by right and wrong passwords in the same way.
            let open = refuse_locked(failed, self.now());
            let may_enter = open.is_ok() && verdict.right;
            let Some(mut user) = found.filter(|user| may_enter && user.is_active) else {
                let failed = tx.attempts().count(&address, self.now(), lockout::memory(self.now())).await?;
                tx.commit().await?;
                let error = open.err().unwrap_or_else(|| Error::new(Code::BAD_CREDENTIALS));
                return Err(self.refuse_attempt(&seen, Some(failed), attempt, error));
            };
            if failed.is_some() {
                tx.attempts().remove(&address).await?;
            }
            let rehashed = renewed.is_some();
            user.password_hash = renewed.unwrap_or(user.password_hash);
            return Ok(Proven { tx, user, rehashed, home: seen.home });
        }
    }

    /// The user as it is now, unless the address rests; nothing is locked.
    async fn find(&self, email: &str, address: &[u8; 32], attempt: Attempt<'_>) -> Result<Seen> {
        let mut overview = self.inner().store.overview().await?;
        let failed = overview.attempts().get(address).await?;
        let user = match email::looks_right(email) {
            true => overview.users().by_email(email).await?,
            false => None,
        };
        let id = user.as_ref().map_or_else(UserId::new, |user| user.id);
        let home = home(overview.organizations(), id, attempt.organization).await?;
        let seen = Seen { user, id, home };
        let open = refuse_locked(failed, self.now());
        open.map_err(|error| self.refuse_attempt(&seen, failed, attempt, error))?;
        Ok(seen)
    }

    /// Takes note of an attempt that failed.
    fn refuse_attempt(
        &self,
        seen: &Seen,
        failed: Option<FailedAttempts>,
        attempt: Attempt<'_>,
        error: Error,
    ) -> Error {
        let mut changes = Changes::none();
        if let Some(failed) = failed {
            let locked_until = lockout::locked_until(failed).map(|until| until.to_rfc3339());
            changes = changes.with("failed_attempts", failed.failures).with("locked_until", locked_until);
        }
        let note = Note::new(attempt.action, user_entity(seen.id), changes).presumably(seen.id);
        // Who it was is what could not be proven.
        self.inner().refuse(seen.home, Actor::System, attempt.request, note, error)
    }
}

/// The organization whose log tells of a user: the one that was asked for, or else the oldest.
pub(super) async fn home(
    organizations: &mut dyn ReadOrganizations,
    user: UserId,
    wanted: Option<OrganizationId>,
) -> Result<Option<OrganizationId>> {
    let theirs = organizations.of_user(user).await?;
    let asked = theirs.iter().find(|(organization, _)| Some(organization.id) == wanted);
    Ok(asked.or(theirs.first()).map(|(organization, _)| organization.id))
}

/// Whose password it is, and which.
fn hash_of(user: Option<&User>) -> Option<(UserId, &str)> {
    user.map(|user| (user.id, user.password_hash.expose_secret()))
}
