//! Identity: how people and services become callers.
//!
//! Nobody has a permission here yet, so none is asked for; what proves somebody is a password, a token or a key. Each
//! change is one transaction with its record in the organization's audit log.
//!
//! Rows are locked in one order everywhere, so that no two transactions wait for each other: users, failed
//! attempts, invitations, logins, organizations.

mod accept;
mod attempt;
mod caller;
mod create;
pub(crate) mod email;
pub(crate) mod lockout;
mod login;
pub(crate) mod password;
mod preference;
mod refresh;
mod register;
pub(crate) mod token;
pub(crate) mod transaction;

use chrono::{DateTime, Utc};
use secrecy::SecretString;

pub use caller::Claims;
pub use create::NewUser;
pub(crate) use create::check_name;
pub use register::Registration;

use self::attempt::home;
use self::transaction::Transaction;
use crate::access::Role;
use crate::audit::{Actor, Changes, Entity, Note, Request};
use crate::error::{Code, Error, Result};
use crate::hub::{Hub, Inner};
use crate::organization::{Member, Organization};
use crate::page::{Listing, Page};
use crate::user::{LoginId, User, UserId};

/// Registration, sign-in, and what else happens before there is a caller; see [`Hub::identity`].
///
/// ```
/// use agenthub_core::Hub;
/// use agenthub_core::audit::Request;
/// use agenthub_core::identity::Registration;
/// use agenthub_core::store::memory::Memory;
/// use secrecy::SecretString;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> agenthub_core::Result<()> {
/// let hub = Hub::new(Memory::new());
/// let password = SecretString::from("a long enough sentence");
/// let new = Registration::new("ada@example.org", password.clone());
/// hub.identity().register(new, Request::default()).await?;
///
/// let signed_in = hub.identity().login("Ada@Example.org", &password, None, Request::default()).await?;
/// assert_eq!(signed_in.organization.name, "ada");
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Identity<'h>(&'h Hub);

/// Somebody who signed in, with what the program needs to hand out tokens.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// Who.
    pub user: User,
    /// Where.
    pub organization: Organization,
    /// As what; superusers are owners everywhere.
    pub role: Role,
    /// The login, which access tokens carry.
    pub login: LoginId,
    /// The one refresh token that is good; it is shown only here.
    pub refresh_token: SecretString,
    /// Until when it is good.
    pub refresh_expires_at: DateTime<Utc>,
}

/// A user, and where the user is a member.
#[derive(Debug, Clone)]
pub struct Me {
    /// The user.
    pub user: User,
    /// The organizations, oldest membership first, with the user's place in each.
    pub organizations: Vec<(Organization, Member)>,
}

impl<'h> Identity<'h> {
    pub(crate) fn new(hub: &'h Hub) -> Self {
        Self(hub)
    }

    /// The user, and where the user is a member.
    ///
    /// # Errors
    /// `user.not_found`.
    pub async fn me(&self, user: UserId) -> Result<Me> {
        let mut overview = self.inner().store.overview().await?;
        let user = overview.users().get(user).await?.ok_or_else(|| no_user(user))?;
        let organizations = overview.organizations().of_user(user.id).await?;
        Ok(Me { user, organizations })
    }

    /// Every organization there is, oldest first, for a superuser, who may act in each of them. That somebody else asked
    /// goes on record where that user has been a member for the longest time.
    ///
    /// # Errors
    /// `auth.superuser_needed`, `user.not_found`, `page.bad_cursor`.
    pub async fn organizations(
        &self,
        user: UserId,
        page: &Page,
        request: Request,
    ) -> Result<Listing<Organization>> {
        let mut tx = self.open().await?;
        if !existing_user(&mut tx, user).await?.is_superuser {
            let home = home(tx.organizations(), user, None).await?;
            let note = Note::new("access", Entity::new("organization", "*"), Changes::none());
            let error = Error::new(Code::SUPERUSER_NEEDED);
            return Err(self.inner().refuse(home, Actor::Human(user), &request, note, error));
        }
        tx.organizations().list(page).await
    }

    fn inner(&self) -> &'h Inner {
        self.0.inner()
    }

    fn now(&self) -> DateTime<Utc> {
        self.inner().clock.now()
    }

    async fn open(&self) -> Result<Transaction<'h>> {
        Transaction::open(self.inner()).await
    }
}

async fn existing_user(tx: &mut Transaction<'_>, id: UserId) -> Result<User> {
    tx.users().get(id).await?.ok_or_else(|| no_user(id))
}

fn no_user(id: UserId) -> Error {
    Error::new(Code::USER_NOT_FOUND).with("id", id)
}

fn user_entity(id: UserId) -> Entity {
    Entity::new("user", id)
}

fn login_entity(id: LoginId) -> Entity {
    Entity::new("login", id)
}
