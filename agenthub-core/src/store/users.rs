//! Users, above organizations.

use async_trait::async_trait;

use crate::error::Result;
use crate::user::{User, UserId};

/// Looking at all users.
#[async_trait]
pub trait ReadUsers: Send {
    /// The user with this id.
    async fn get(&mut self, id: UserId) -> Result<Option<User>>;

    /// The user with this mail address (in lower case).
    async fn by_email(&mut self, email: &str) -> Result<Option<User>>;
}

/// Changing users.
#[async_trait]
pub trait Users: ReadUsers {
    /// The user with this mail address (in lower case), locked until the transaction ends, so that two attempts to
    /// sign in take turns.
    async fn lock_by_email(&mut self, email: &str) -> Result<Option<User>>;

    /// Adds a user. `store.conflict` where the id or the mail address is taken.
    async fn add(&mut self, user: &User) -> Result<()>;

    /// Puts `user` in the place of the one with its id; tells whether there was one.
    /// `store.conflict` where another has its mail address.
    async fn change(&mut self, user: &User) -> Result<bool>;
}
