//! An organization's invitations: make, look, take back.

use secrecy::SecretString;

use super::refuse_higher;
use crate::access::{Permission, Role};
use crate::audit::{Actor, Changes, Entity, Note};
use crate::error::{Code, Error, Result, Violations};
use crate::identity::email;
use crate::identity::token::{TokenHash, TokenKind};
use crate::identity::transaction::Transaction;
use crate::organization::{Invitation, InvitationId};
use crate::page::{Listing, Page};
use crate::session::Session;

/// An organization's invitations; see [`Session::invitations`].
#[derive(Debug)]
pub struct Invitations<'s>(&'s Session);

impl<'s> Invitations<'s> {
    pub(crate) fn new(session: &'s Session) -> Self {
        Self(session)
    }

    /// Invites a mail address. The token that comes with the invitation is shown only here; whoever has it and the
    /// address can accept, once, within [`invitation_ttl`](crate::HubOptions::invitation_ttl).
    ///
    /// # Errors
    /// `auth.denied`, `invalid` with the fault of the address, `member.role_too_high` where the role is above the
    /// caller's own, `member.exists`.
    pub async fn create(&self, email: &str, role: Role) -> Result<(Invitation, SecretString)> {
        self.0.allow(Permission::MembersManage)?;
        let email = email::normal(email);
        let mut found = Violations::default();
        email::check(&mut found, "/email", &email);
        found.into_result()?;
        refuse_higher(self.0, role)?;
        let id = InvitationId::new();
        let token = TokenKind::Invitation.mint(id.uuid())?;
        let invitation = self.new_invitation(id, email, role, token.hash);
        let mut tx = Transaction::open(self.0.hub().inner()).await?;
        self.refuse_member(&mut tx, &invitation.email).await?;
        tx.within(self.0.organization_id()).await?.invitations().add(&invitation).await?;
        let note = Note::new("create", entity(id), Changes::created(&invitation));
        let caller = self.0.caller();
        tx.record(caller.organization, caller.actor.clone(), &caller.request, note).await?;
        tx.commit().await?;
        Ok((invitation, token.text))
    }

    /// The invitations, newest first; also those that were accepted or have expired.
    ///
    /// # Errors
    /// `auth.denied`, `page.bad_cursor`.
    pub async fn list(&self, page: &Page) -> Result<Listing<Invitation>> {
        self.0.glance_at(page, Permission::MembersRead).await?.invitations().list(page).await
    }

    /// Takes an invitation back.
    ///
    /// # Errors
    /// `auth.denied`, `invitation.not_found`, `member.role_too_high` where its role is above the caller's own.
    pub async fn remove(&self, id: InvitationId) -> Result<()> {
        let mut change = self.0.change(Permission::MembersManage).await?;
        let not_found = || Error::new(Code::INVITATION_NOT_FOUND);
        let invitation = change.invitations().get(id).await?.ok_or_else(not_found)?;
        refuse_higher(self.0, invitation.role)?;
        if !change.invitations().remove(id).await? {
            return Err(not_found());
        }
        change.commit(Note::new("remove", entity(id), Changes::removed(&invitation))).await
    }

    fn new_invitation(
        &self,
        id: InvitationId,
        email: String,
        role: Role,
        token_hash: TokenHash,
    ) -> Invitation {
        let now = self.0.now();
        let invited_by = match self.0.caller().actor {
            Actor::Human(user) => Some(user),
            _ => None,
        };
        Invitation {
            id,
            organization_id: self.0.organization_id(),
            email,
            role,
            token_hash,
            invited_by,
            created_at: now,
            expires_at: now + self.0.hub().inner().options.invitation_ttl,
            accepted_at: None,
        }
    }

    async fn refuse_member(&self, tx: &mut Transaction<'_>, email: &str) -> Result<()> {
        let Some(user) = tx.users().lock_by_email(email).await? else { return Ok(()) };
        let members = tx.within(self.0.organization_id()).await?.members();
        match members.get(user.id).await? {
            Some(_) => Err(Error::new(Code::MEMBER_EXISTS)),
            None => Ok(()),
        }
    }
}

fn entity(id: InvitationId) -> Entity {
    Entity::new("invitation", id)
}
