//! An attempt to prove with a password who one is.

use secrecy::{ExposeSecret, SecretString};

use super::lockout::{self, refuse_locked};
use super::transaction::Transaction;
use super::{Identity, email, user_entity};
use crate::audit::{Actor, Changes, Note, Request, Severity};
use crate::error::{Code, Error, Result};
use crate::organization::OrganizationId;
use crate::user::{User, UserId};

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
    /// The user is to be written back: failures are forgotten, or the hash was renewed.
    pub(super) changed: bool,
}

impl<'h> Identity<'h> {
    /// Finds the user who has this address and this password.
    ///
    /// The password is hashed while no transaction is open, against the user as it was just before; the user is then
    /// read again. Who changed the password meanwhile has to be asked again.
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
        loop {
            let seen = self.find(email).await?;
            seen.as_ref().map_or(Ok(()), |user| refuse_locked(user, self.now()))?;
            let passwords = &self.inner().passwords;
            let verdict = passwords.verify(password, seen.as_ref().map(|user| &user.password_hash)).await?;
            let renewed = match verdict.right && verdict.outdated {
                true => Some(passwords.hash(password).await?),
                false => None,
            };
            let Some(seen) = seen else { return Err(Error::new(Code::BAD_CREDENTIALS)) };
            let mut tx = self.open().await?;
            let Some(mut user) = tx.users().lock_by_email(email).await?.filter(|user| same_hash(user, &seen))
            else {
                continue;
            };
            // Others may have failed meanwhile. A lock is then met by right and wrong passwords in the same way.
            let open = refuse_locked(&user, self.now());
            if open.is_err() || !verdict.right || !user.is_active {
                self.fail(tx, user, attempt).await?;
                return Err(open.err().unwrap_or_else(|| Error::new(Code::BAD_CREDENTIALS)));
            }
            let changed = user.failed_attempts > 0 || user.locked_until.is_some() || renewed.is_some();
            (user.failed_attempts, user.locked_until) = (0, None);
            user.password_hash = renewed.unwrap_or(user.password_hash);
            return Ok(Proven { tx, user, changed });
        }
    }

    /// The user as it is now; nothing is locked.
    async fn find(&self, email: &str) -> Result<Option<User>> {
        // What no address can be, no database needs to see.
        match email::looks_right(email) {
            true => self.inner().store.overview().await?.users().by_email(email).await,
            false => Ok(None),
        }
    }

    /// Writes down that an attempt failed.
    async fn fail(&self, mut tx: Transaction<'_>, mut user: User, attempt: Attempt<'_>) -> Result<()> {
        lockout::count_failure(&mut user, self.now());
        tx.users().change(&user).await?;
        // A user who belongs nowhere has no log.
        if let Some(organization) = home(&mut tx, user.id, attempt.organization).await? {
            let mut changes = Changes::none().with("failed_attempts", user.failed_attempts);
            if let Some(until) = user.locked_until {
                changes = changes.with("locked_until", until.to_rfc3339());
            }
            let worrying = lockout::is_worrying(&user);
            let note = Note::new(attempt.action, user_entity(user.id), changes)
                .severity(if worrying { Severity::Warning } else { Severity::Info })
                .failed(&Error::new(Code::BAD_CREDENTIALS));
            // Who it was is what could not be proven.
            tx.record(organization, Actor::System, attempt.request, note).await?;
        }
        tx.commit().await
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

fn same_hash(one: &User, other: &User) -> bool {
    one.id == other.id && one.password_hash.expose_secret() == other.password_hash.expose_secret()
}
