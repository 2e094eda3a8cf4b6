//! Members of an organization.

use async_trait::async_trait;

use crate::error::Result;
use crate::organization::{Member, MemberProfile};
use crate::page::{Listing, Page};
use crate::user::UserId;

/// Looking at members.
#[async_trait]
pub trait ReadMembers: Send {
    /// The member, with the user's public data.
    async fn get(&mut self, user: UserId) -> Result<Option<MemberProfile>>;

    /// All members, first come first; ties by user, lowest id first.
    async fn list(&mut self, page: &Page) -> Result<Listing<MemberProfile>>;
}

/// Changing members.
#[async_trait]
pub trait Members: ReadMembers {
    /// Adds a member. `store.conflict` where the user is one already, or does not exist.
    async fn add(&mut self, member: &Member) -> Result<()>;

    /// Puts `member` in the place of the one with its user; tells whether there was one.
    async fn change(&mut self, member: &Member) -> Result<bool>;

    /// Removes a member; tells whether there was one.
    async fn remove(&mut self, user: UserId) -> Result<bool>;
}
