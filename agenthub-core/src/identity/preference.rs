//! What a user prefers.

use std::collections::BTreeSet;

use super::attempt::home;
use super::{Identity, existing_user, user_entity};
use crate::audit::{Actor, Changes, Note, Request};
use crate::error::{Code, Error, Result, Violations};
use crate::localization::PreferenceUpdate;
use crate::organization::OrganizationId;
use crate::user::{User, UserId};

impl Identity<'_> {
    /// Changes which language and time zone a user prefers, in every organization from the next call on. The log of
    /// `organization`, where the user acts, tells of it. Where nothing is another, nothing is done.
    ///
    /// # Errors
    /// `invalid` with every fault, `user.not_found`.
    pub async fn set_preference(
        &self,
        user: UserId,
        organization: OrganizationId,
        update: PreferenceUpdate,
        request: Request,
    ) -> Result<User> {
        let mut tx = self.open().await?;
        let email = existing_user(&mut tx, user).await?.email;
        // Asked for by address, the user is locked.
        let old = tx.users().lock_by_email(&email).await?;
        let old = old.ok_or_else(|| Error::new(Code::USER_NOT_FOUND).with("id", user))?;
        let mut found = Violations::default();
        let preference = update.apply(&old.preference, &mut found);
        found.into_result()?;
        if preference == old.preference {
            return Ok(old);
        }
        let new = User { preference, updated_at: self.now(), ..old.clone() };
        tx.users().change(&new).await?;
        let theirs = tx.organizations().of_user(user).await?;
        // In one order, as touching locks.
        for id in theirs.into_iter().map(|(organization, _)| organization.id).collect::<BTreeSet<_>>() {
            tx.touch(id).await?;
        }
        if let Some(home) = home(tx.organizations(), user, Some(organization)).await? {
            let note = Note::new("set_preference", user_entity(user), Changes::between(&old, &new));
            tx.record(home, Actor::Human(user), &request, note).await?;
        }
        tx.commit().await?;
        Ok(new)
    }
}
