//! Invitations, in memory.

use std::sync::Arc;

use async_trait::async_trait;

use super::listing::{Order, sorted, time_key};
use super::require;
use super::scope::Scope;
use crate::error::Result;
use crate::organization::{Invitation, InvitationId};
use crate::page::{Listing, Page};
use crate::store::{Invitations, ReadInvitations};

const NEWEST_FIRST: Order<Invitation> = Order {
    name: "-created_at",
    place: |invitation| (time_key(invitation.created_at), invitation.id.uuid()),
};

#[async_trait]
impl ReadInvitations for Scope {
    async fn get(&mut self, id: InvitationId) -> Result<Option<Invitation>> {
        let invitation = self.tenant().and_then(|it| it.invitations.get(&id));
        Ok(invitation.map(|invitation| invitation.as_ref().clone()))
    }

    async fn list(&mut self, page: &Page) -> Result<Listing<Invitation>> {
        let all = self.tenant().into_iter().flat_map(|it| it.invitations.values());
        sorted(all.map(Arc::as_ref), page, &NEWEST_FIRST)
    }
}

#[async_trait]
impl Invitations for Scope {
    async fn add(&mut self, invitation: &Invitation) -> Result<()> {
        require(!self.tenant_mut()?.invitations.contains_key(&invitation.id))?;
        self.put_invitation(invitation)
    }

    async fn change(&mut self, invitation: &Invitation) -> Result<bool> {
        let Some(old) = self.tenant().and_then(|it| it.invitations.get(&invitation.id)).cloned() else {
            return Ok(false);
        };
        self.tables.invitation_hashes.remove(&old.token_hash);
        self.put_invitation(invitation)?;
        Ok(true)
    }

    async fn remove(&mut self, id: InvitationId) -> Result<bool> {
        if self.tenant().is_none() {
            return Ok(false);
        }
        let removed = self.tenant_mut()?.invitations.remove(&id);
        if let Some(invitation) = &removed {
            self.tables.invitation_hashes.remove(&invitation.token_hash);
        }
        Ok(removed.is_some())
    }
}

impl Scope {
    fn put_invitation(&mut self, invitation: &Invitation) -> Result<()> {
        require(invitation.organization_id == self.organization)?;
        let place = (self.organization, invitation.id);
        require(self.tables.invitation_hashes.insert(invitation.token_hash, place).is_none())?;
        self.tenant_mut()?.invitations.insert(invitation.id, Arc::new(invitation.clone()));
        Ok(())
    }
}
