//! Logins, above organizations: what sign-in, refresh and logout need.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::error::Result;
use crate::organization::OrganizationId;
use crate::user::{Login, LoginId, UserId};

/// Looking at the logins of all users.
#[async_trait]
pub trait ReadLogins: Send {
    /// The logins of an organization that were ended at `since` or later, sorted; their access tokens may not have
    /// expired.
    async fn revoked_since(
        &mut self,
        organization: OrganizationId,
        since: DateTime<Utc>,
    ) -> Result<Vec<LoginId>>;
}

/// Changing logins.
#[async_trait]
pub trait Logins: ReadLogins {
    /// The login with this id, locked until the transaction ends, so that two refreshes take turns.
    async fn get(&mut self, id: LoginId) -> Result<Option<Login>>;

    /// Adds a login. `store.conflict` where the id is taken, or the user or the organization does not exist.
    async fn add(&mut self, login: &Login) -> Result<()>;

    /// Puts `login` in the place of the one with its id; tells whether there was one.
    async fn change(&mut self, login: &Login) -> Result<bool>;

    /// Ends every login of a user but `except`; gives the organizations in which some were ended, each once, sorted.
    ///
    /// Logins that were ended before stay as they are; expired ones are ended too, as their access tokens may be good.
    async fn revoke_all(
        &mut self,
        user: UserId,
        except: Option<LoginId>,
        at: DateTime<Utc>,
    ) -> Result<Vec<OrganizationId>>;

    /// Ends every login of a user in one organization; gives how many. Logins that were ended before stay as they
    /// are.
    async fn revoke_within(
        &mut self,
        organization: OrganizationId,
        user: UserId,
        at: DateTime<Utc>,
    ) -> Result<u64>;

    /// Forgets logins that ended or expired before this time; gives how many.
    async fn purge(&mut self, before: DateTime<Utc>) -> Result<u64>;
}
