//! Making users and organizations.

use secrecy::SecretString;

use super::transaction::Transaction;
use super::{Identity, email, password, user_entity};
use crate::access::Role;
use crate::audit::{Actor, Changes, Entity, Note, Request, Severity};
use crate::error::{Code, Error, Result, Violation, Violations, Word};
use crate::hub::Hub;
use crate::localization::Preference;
use crate::organization::{Member, Organization, OrganizationId};
use crate::user::{User, UserId};

/// A user to be made by the program itself, such as the first superuser.
#[derive(Debug, Clone)]
pub struct NewUser {
    /// The mail address; case and outer spaces make no difference.
    pub email: String,
    /// The password; 10 to 200 characters.
    pub password: SecretString,
    /// What the person is called; 1 to 255 characters.
    pub full_name: Option<String>,
    /// The organization that is made for the user; named after the mail address, where nothing is said.
    pub organization_name: Option<String>,
    /// Whether the user may act in every organization.
    pub superuser: bool,
}

/// What was asked for, in its normal form and without a fault.
#[derive(Debug)]
pub(super) struct Account {
    pub(super) email: String,
    pub(super) full_name: Option<String>,
    pub(super) organization_name: String,
}

impl Hub {
    /// Makes an organization without members, for a program that vouches for its callers itself.
    ///
    /// # Errors
    /// `invalid` with the fault of the name.
    pub async fn create_organization(&self, name: &str) -> Result<Organization> {
        let mut found = Violations::default();
        check_name(&mut found, "/name", name);
        found.into_result()?;
        let mut tx = Transaction::open(self.inner()).await?;
        let organization = self.identity().found(&mut tx, name, &Actor::System, &Request::default()).await?;
        tx.commit().await?;
        Ok(organization)
    }
}

impl Identity<'_> {
    /// Makes a user who owns a new organization, in the name of the program itself.
    ///
    /// # Errors
    /// `invalid` with every fault, `user.email_taken`.
    pub async fn create_user(&self, new: NewUser) -> Result<User> {
        let name = new.organization_name.as_deref();
        let account =
            Account::check(&new.email, &new.password, new.full_name.as_deref(), name, Violations::default())?;
        let hash = self.inner().passwords.hash(&new.password).await?;
        let mut user = self.new_user(&account, hash);
        user.is_superuser = new.superuser;
        let request = Request::default();
        let mut tx = self.open().await?;
        add_user(&mut tx, &user).await?;
        let organization = self.found(&mut tx, &account.organization_name, &Actor::System, &request).await?;
        self.add_owner(&mut tx, organization.id, user.id).await?;
        let severity = if user.is_superuser { Severity::Warning } else { Severity::Info };
        let note = Note::new("create", user_entity(user.id), Changes::created(&user)).severity(severity);
        tx.record(organization.id, Actor::System, &request, note).await?;
        tx.commit().await?;
        Ok(user)
    }

    /// A user who is not added yet.
    pub(super) fn new_user(&self, account: &Account, password_hash: SecretString) -> User {
        let now = self.now();
        User {
            id: UserId::new(),
            email: account.email.clone(),
            full_name: account.full_name.clone(),
            password_hash,
            is_active: true,
            is_superuser: false,
            preference: Preference::default(),
            created_at: now,
            updated_at: now,
        }
    }

    /// Makes an organization, with its record.
    pub(super) async fn found(
        &self,
        tx: &mut Transaction<'_>,
        name: &str,
        actor: &Actor,
        request: &Request,
    ) -> Result<Organization> {
        let now = self.now();
        let organization = Organization {
            id: OrganizationId::new(),
            name: name.trim().to_owned(),
            preference: Preference::default(),
            created_at: now,
            updated_at: now,
        };
        tx.organizations().add(&organization).await?;
        let entity = Entity::new("organization", organization.id);
        let note = Note::new("create", entity, Changes::created(&organization));
        tx.record(organization.id, actor.clone(), request, note).await?;
        Ok(organization)
    }

    /// Makes a user the owner of an organization.
    pub(super) async fn add_owner(
        &self,
        tx: &mut Transaction<'_>,
        organization: OrganizationId,
        user: UserId,
    ) -> Result<()> {
        let now = self.now();
        let member = Member { user_id: user, role: Role::Owner, created_at: now, updated_at: now };
        tx.within(organization).await?.members().add(&member).await
    }
}

impl Account {
    /// Brings what was asked for into its normal form, and adds its faults to those found before.
    pub(super) fn check(
        email: &str,
        password: &SecretString,
        full_name: Option<&str>,
        organization_name: Option<&str>,
        mut found: Violations,
    ) -> Result<Self> {
        let email = email::normal(email);
        email::check(&mut found, "/email", &email);
        password::check(&mut found, "/password", password, &email);
        if let Some(name) = full_name {
            check_name(&mut found, "/full_name", name);
        }
        if let Some(name) = organization_name {
            check_name(&mut found, "/organization_name", name);
        }
        found.into_result()?;
        let organization_name = organization_name.or(email.split('@').next()).unwrap_or_default().to_owned();
        Ok(Self { email, full_name: full_name.map(|name| name.trim().to_owned()), organization_name })
    }
}

/// Finds what is wrong with a name.
pub(crate) fn check_name(found: &mut Violations, pointer: &str, name: &str) {
    found.length(pointer, name, 1, 255);
    found.require(!name.trim().contains(char::is_control), || {
        Violation::new(pointer, Code::VALUE_BAD_FORMAT).saying("expected", Word::NO_CONTROL_CHARACTERS)
    });
}

/// Adds a user, unless somebody has the address.
pub(super) async fn add_user(tx: &mut Transaction<'_>, user: &User) -> Result<()> {
    if tx.users().by_email(&user.email).await?.is_some() {
        return Err(Error::new(Code::EMAIL_TAKEN));
    }
    // Somebody else may be taking it just now.
    tx.users().add(user).await.map_err(|error| match error.code() {
        Code::STORE_CONFLICT => Error::new(Code::EMAIL_TAKEN).source(error),
        _ => error,
    })
}
