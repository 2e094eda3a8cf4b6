//! Invitations of an organization.

use async_trait::async_trait;

use crate::error::Result;
use crate::organization::{Invitation, InvitationId};
use crate::page::{Listing, Page};

/// Looking at invitations.
#[async_trait]
pub trait ReadInvitations: Send {
    /// The invitation with this id.
    async fn get(&mut self, id: InvitationId) -> Result<Option<Invitation>>;

    /// All invitations, newest first; ties by id, highest first.
    async fn list(&mut self, page: &Page) -> Result<Listing<Invitation>>;
}

/// Changing invitations.
#[async_trait]
pub trait Invitations: ReadInvitations {
    /// Adds an invitation. `store.conflict` where the id or the hash is taken, or it is another organization's.
    async fn add(&mut self, invitation: &Invitation) -> Result<()>;

    /// Puts `invitation` in the place of the one with its id; tells whether there was one.
    /// `store.conflict` where another has its hash.
    async fn change(&mut self, invitation: &Invitation) -> Result<bool>;

    /// Takes it back; tells whether it was there.
    async fn remove(&mut self, id: InvitationId) -> Result<bool>;
}
