//! Organizations, in memory.

use std::ops::Bound::Included;
use std::sync::Arc;

use async_trait::async_trait;
use uuid::Uuid;

use super::listing::{Order, sorted, time_key};
use super::require;
use super::tables::{Tables, Tenant};
use crate::api_key::ApiKey;
use crate::error::Result;
use crate::organization::{Invitation, Member, Organization, OrganizationId};
use crate::page::{Listing, Page};
use crate::store::{Organizations, ReadOrganizations, Revision};
use crate::user::UserId;

const OLDEST_FIRST: Order<Organization> = Order {
    name: "created_at",
    place: |organization| (time_key(organization.created_at), organization.id.uuid()),
};

#[async_trait]
impl ReadOrganizations for Tables {
    async fn get(&mut self, id: OrganizationId) -> Result<Option<Organization>> {
        Ok(self.tenant(id).map(|tenant| tenant.organization.clone()))
    }

    async fn list(&mut self, page: &Page) -> Result<Listing<Organization>> {
        sorted(self.tenants.values().map(|tenant| &tenant.organization), page, &OLDEST_FIRST)
    }

    async fn revisions(&mut self, of: &[OrganizationId]) -> Result<Vec<(OrganizationId, Revision)>> {
        Ok(of.iter().filter_map(|id| Some((*id, self.tenant(*id)?.revision))).collect())
    }

    async fn of_user(&mut self, user: UserId) -> Result<Vec<(Organization, Member)>> {
        let any = |uuid| (user, OrganizationId::from_uuid(uuid));
        let theirs = self.memberships.range((Included(any(Uuid::nil())), Included(any(Uuid::max()))));
        let mut found: Vec<_> = theirs
            .filter_map(|(_, id)| {
                let tenant = self.tenant(*id)?;
                Some((tenant.organization.clone(), tenant.members.get(&user)?.clone()))
            })
            .collect();
        found.sort_by_key(|(organization, member)| (member.created_at, organization.id));
        Ok(found)
    }

    async fn api_key_by_hash(&mut self, token_hash: &[u8; 32]) -> Result<Option<(OrganizationId, ApiKey)>> {
        let found = self.key_hashes.get(token_hash);
        Ok(found.and_then(|(organization, id)| {
            let key = self.tenant(*organization)?.api_keys.get(id)?;
            Some((*organization, key.as_ref().clone()))
        }))
    }
}

#[async_trait]
impl Organizations for Tables {
    async fn add(&mut self, organization: &Organization) -> Result<()> {
        let tenant = Arc::new(Tenant::new(organization.clone()));
        require(self.tenants.insert(organization.id, tenant).is_none())
    }

    async fn change(&mut self, organization: &Organization) -> Result<bool> {
        if self.tenant(organization.id).is_none() {
            return Ok(false);
        }
        self.tenant_mut(organization.id)?.organization = organization.clone();
        Ok(true)
    }

    async fn invitation_by_hash(&mut self, token_hash: &[u8; 32]) -> Result<Option<Invitation>> {
        let found = self.invitation_hashes.get(token_hash);
        let invitation = found.and_then(|(tenant, id)| self.tenant(*tenant)?.invitations.get(id));
        Ok(invitation.map(|invitation| invitation.as_ref().clone()))
    }
}
