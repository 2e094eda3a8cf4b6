//! Organizations, above organizations.

use async_trait::async_trait;

use crate::api_key::ApiKey;
use crate::error::Result;
use crate::organization::{Invitation, Member, Organization, OrganizationId};
use crate::page::{Listing, Page};
use crate::user::UserId;

/// A number that rises with every change that other nodes must learn of: agents, members, keys, logins, and how
/// people are spoken to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Revision(pub u64);

impl Revision {
    /// The one after it.
    pub(crate) fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

/// Looking at all organizations, and finding one by what somebody holds.
#[async_trait]
pub trait ReadOrganizations: Send {
    /// The organization with this id.
    async fn get(&mut self, id: OrganizationId) -> Result<Option<Organization>>;

    /// All organizations, oldest first; ties by id, lowest first.
    async fn list(&mut self, page: &Page) -> Result<Listing<Organization>>;

    /// The revisions of these organizations, in any order; unknown ones are left out.
    async fn revisions(&mut self, of: &[OrganizationId]) -> Result<Vec<(OrganizationId, Revision)>>;

    /// The organizations that a user is a member of, oldest membership first; ties by organization, lowest id first.
    async fn of_user(&mut self, user: UserId) -> Result<Vec<(Organization, Member)>>;

    /// The API key that has this hash, with its organization.
    async fn api_key_by_hash(&mut self, token_hash: &[u8; 32]) -> Result<Option<(OrganizationId, ApiKey)>>;
}

/// Changing organizations.
#[async_trait]
pub trait Organizations: ReadOrganizations {
    /// Adds an organization, at revision 0 and with an empty audit log. `store.conflict` where the id is taken.
    async fn add(&mut self, organization: &Organization) -> Result<()>;

    /// Puts `organization` in the place of the one with its id; tells whether there was one.
    async fn change(&mut self, organization: &Organization) -> Result<bool>;

    /// The invitation whose token has this hash, locked until the transaction ends.
    async fn invitation_by_hash(&mut self, token_hash: &[u8; 32]) -> Result<Option<Invitation>>;
}
