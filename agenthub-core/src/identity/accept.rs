//! Accepting an invitation.

use secrecy::SecretString;

use super::token::{TokenHash, TokenKind};
use super::transaction::Transaction;
use super::{Identity, existing_user};
use crate::audit::{Actor, Changes, Entity, Note, Request};
use crate::error::{Code, Error, Result};
use crate::organization::{Invitation, Member, Organization};
use crate::user::{User, UserId};

impl Identity<'_> {
    /// Makes a user who has an account already a member of the organization that invited. To act there, the user
    /// signs in to it.
    ///
    /// # Errors
    /// `invitation.not_found` where it does not exist, was used, has expired or is for another mail address;
    /// `member.exists`, `user.not_found`.
    pub async fn accept_invitation(
        &self,
        user: UserId,
        token: &SecretString,
        request: Request,
    ) -> Result<(Organization, Member)> {
        let (_, hash) = TokenKind::Invitation.read(token).ok_or_else(no_invitation)?;
        let mut tx = self.open().await?;
        let email = existing_user(&mut tx, user).await?.email;
        // Asked for by address, the user is locked, and so before the invitation.
        let user = tx.users().lock_by_email(&email).await?.ok_or_else(no_invitation)?;
        let place = self.accept(&mut tx, &user, hash, &Actor::Human(user.id), &request).await?;
        tx.commit().await?;
        Ok(place)
    }

    /// Makes a user a member, and the invitation a used one, with the record of it. `asking` is who is refused where it
    /// cannot be accepted.
    pub(super) async fn accept(
        &self,
        tx: &mut Transaction<'_>,
        user: &User,
        token: TokenHash,
        asking: &Actor,
        request: &Request,
    ) -> Result<(Organization, Member)> {
        let invitation = tx.organizations().invitation_by_hash(&token).await?.ok_or_else(no_invitation)?;
        let open = self.refuse_over(&invitation, &user.email);
        open.map_err(|error| {
            let note = Note::new("accept", Entity::new("invitation", invitation.id), Changes::none());
            self.inner().refuse(Some(invitation.organization_id), asking.clone(), request, note, error)
        })?;
        let (id, role, now) = (invitation.organization_id, invitation.role, self.now());
        let organization = tx.organizations().get(id).await?.ok_or_else(no_invitation)?;
        tx.touch(id).await?;
        let rows = tx.within(id).await?;
        if rows.members().get(user.id).await?.is_some() {
            return Err(Error::new(Code::MEMBER_EXISTS));
        }
        let member = Member { user_id: user.id, role, created_at: now, updated_at: now };
        rows.members().add(&member).await?;
        let accepted = Invitation { accepted_at: Some(now), ..invitation.clone() };
        rows.invitations().change(&accepted).await?;
        let changes = Changes::between(&invitation, &accepted).with("role", role.as_str());
        let note = Note::new("accept", Entity::new("invitation", invitation.id), changes);
        tx.record(id, Actor::Human(user.id), request, note).await?;
        Ok((organization, member))
    }

    /// Refuses an invitation that this address cannot accept now.
    fn refuse_over(&self, invitation: &Invitation, email: &str) -> Result<()> {
        let is_over = invitation.accepted_at.is_some() || invitation.expires_at <= self.now();
        if is_over || invitation.email != email { Err(no_invitation()) } else { Ok(()) }
    }
}

fn no_invitation() -> Error {
    Error::new(Code::INVITATION_NOT_FOUND)
}
