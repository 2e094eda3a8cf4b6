//! Registration: a new user, with a new organization or by invitation.

use secrecy::SecretString;

use super::create::{Account, add_user};
use super::token::{TokenHash, TokenKind};
use super::transaction::Transaction;
use super::{Identity, SignedIn, user_entity};
use crate::access::Role;
use crate::audit::{Actor, Changes, Note, Request};
use crate::error::{Code, Error, Result, Violation, Violations};
use crate::organization::Organization;
use crate::user::User;

/// Somebody who wants an account.
#[derive(Debug, Clone)]
pub struct Registration {
    /// The mail address; case and outer spaces make no difference.
    pub email: String,
    /// The password; 10 to 200 characters.
    pub password: SecretString,
    /// What the person is called; 1 to 255 characters.
    pub full_name: Option<String>,
    /// What the new organization is called; named after the mail address, where neither this nor an invitation is
    /// given.
    pub organization_name: Option<String>,
    /// The token of the invitation by which the user joins an organization, instead of making one.
    pub invitation: Option<SecretString>,
}

impl Registration {
    /// A registration that makes an organization named after the mail address.
    pub fn new(email: impl Into<String>, password: SecretString) -> Self {
        Self { email: email.into(), password, full_name: None, organization_name: None, invitation: None }
    }
}

impl Identity<'_> {
    /// Makes a user and signs the user in: as the owner of a new organization, or as what the invitation says.
    ///
    /// # Errors
    /// `invalid` with every fault, `user.email_taken`, `invitation.not_found`,
    /// `request.rate_limited` where too many passwords wait to be hashed.
    pub async fn register(&self, new: Registration, request: Request) -> Result<SignedIn> {
        let account = check(&new)?;
        let invitation = read_invitation(new.invitation.as_ref())?;
        // Hashed also where the address turns out to be taken, so that at least the time does not tell it.
        let hash = self.inner().passwords.hash(&new.password).await?;
        let user = self.new_user(&account, hash);
        let mut tx = self.open().await?;
        add_user(&mut tx, &user).await?;
        let place = match invitation {
            Some(token) => {
                let (organization, member) =
                    self.accept(&mut tx, &user, token, &Actor::System, &request).await?;
                (organization, member.role)
            }
            None => self.found_own(&mut tx, &user, &account.organization_name, &request).await?,
        };
        let note = Note::new("register", user_entity(user.id), Changes::created(&user));
        tx.record(place.0.id, Actor::Human(user.id), &request, note).await?;
        self.begin_login(tx, user, place, request).await
    }

    /// Makes the organization that a new user owns.
    async fn found_own(
        &self,
        tx: &mut Transaction<'_>,
        user: &User,
        name: &str,
        request: &Request,
    ) -> Result<(Organization, Role)> {
        let organization = self.found(tx, name, &Actor::Human(user.id), request).await?;
        self.add_owner(tx, organization.id, user.id).await?;
        Ok((organization, Role::Owner))
    }
}

fn check(new: &Registration) -> Result<Account> {
    let mut found = Violations::default();
    found.require(new.organization_name.is_none() || new.invitation.is_none(), || {
        Violation::new("/invitation", Code::VALUE_EXCLUDES).with("other", "organization_name")
    });
    let (full_name, organization_name) = (new.full_name.as_deref(), new.organization_name.as_deref());
    Account::check(&new.email, &new.password, full_name, organization_name, found)
}

/// The hash of an invitation's token, where one was given.
fn read_invitation(token: Option<&SecretString>) -> Result<Option<TokenHash>> {
    let Some(token) = token else { return Ok(None) };
    let read = TokenKind::Invitation.read(token);
    read.map(|(_, hash)| Some(hash)).ok_or_else(|| Error::new(Code::INVITATION_NOT_FOUND))
}
