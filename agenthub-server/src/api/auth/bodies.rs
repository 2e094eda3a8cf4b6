//! What is sent to `/api/v1/auth`, and what it answers.

use agenthub_core::identity::{self, Claims, SignedIn};
use agenthub_core::localization::{Preference, PreferenceUpdate};
use agenthub_core::organization::{Organization, OrganizationId};
use agenthub_core::user::User;
use agenthub_core::{Id, Role};
use agenthub_i18n::Language;
use chrono::{DateTime, Utc};
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::body::given;
use crate::locale::preference;

/// Somebody who wants an account.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Registration {
    /// The mail address to sign in with.
    pub(crate) email: String,
    /// The password.
    #[schema(value_type = String, format = Password)]
    pub(crate) password: SecretString,
    /// What the person is called.
    pub(crate) full_name: Option<String>,
    /// The name of the organization that is made for the user.
    pub(crate) organization_name: Option<String>,
    /// The token of an invitation to an organization that exists.
    #[schema(value_type = Option<String>)]
    pub(crate) invitation: Option<SecretString>,
}

impl From<Registration> for identity::Registration {
    fn from(new: Registration) -> Self {
        Self {
            email: new.email,
            password: new.password,
            full_name: new.full_name,
            organization_name: new.organization_name,
            invitation: new.invitation,
        }
    }
}

/// Mail address and password; the fields of an OAuth2 password grant are taken too.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Login {
    /// The mail address.
    pub(crate) email: Option<String>,
    /// The mail address, as OAuth2 calls it.
    pub(crate) username: Option<String>,
    /// The password.
    #[schema(value_type = String, format = Password)]
    pub(crate) password: SecretString,
    /// The organization to sign in to; the first that the user joined where nothing is said.
    organization_id: Option<Uuid>,
    /// `password`, as OAuth2 clients say.
    #[serde(rename = "grant_type")]
    #[schema(pattern = "^(password)?$")]
    _grant_type: Option<String>,
    /// Not used.
    #[serde(rename = "scope")]
    _scope: Option<String>,
    /// Not used.
    #[serde(rename = "client_id")]
    _client_id: Option<String>,
    /// Not used.
    #[serde(rename = "client_secret")]
    _client_secret: Option<String>,
}

impl Login {
    pub(crate) fn organization(&self) -> Option<OrganizationId> {
        self.organization_id.map(Id::from_uuid)
    }
}

/// A refresh token that is to be changed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Refresh {
    /// The refresh token; it is worth nothing afterwards.
    #[schema(value_type = String)]
    pub(crate) refresh_token: SecretString,
}

/// A password that is to be changed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewPassword {
    /// The password as it is.
    #[schema(value_type = String, format = Password)]
    pub(crate) current_password: SecretString,
    /// The password as it is to be.
    #[schema(value_type = String, format = Password)]
    pub(crate) new_password: SecretString,
}

/// What is to be another of what a user prefers; what is left out stays as it is, `null` takes it away.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PreferenceBody {
    /// The language, as a BCP 47 tag.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>, format = "language")]
    language: Option<Option<Language>>,
    /// The time zone, by its IANA name.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>, format = "time-zone")]
    time_zone: Option<Option<String>>,
}

impl From<PreferenceBody> for PreferenceUpdate {
    fn from(body: PreferenceBody) -> Self {
        preference(body.language, body.time_zone)
    }
}

/// What somebody gets who signed in.
#[derive(Serialize, ToSchema)]
pub(crate) struct Tokens {
    /// The access token, for `Authorization: Bearer …`.
    access_token: String,
    /// Always `bearer`.
    token_type: &'static str,
    /// How long the access token is good, in seconds.
    expires_in: i64,
    /// The refresh token, good for one use.
    refresh_token: String,
    /// How long the refresh token is good.
    refresh_expires_at: DateTime<Utc>,
    /// Who signed in.
    user: Account,
    /// Where.
    organization: Tenant,
    /// As what.
    #[schema(value_type = String, example = "owner")]
    role: Role,
}

impl Tokens {
    pub(super) fn new(access_token: String, expires_in: i64, signed_in: SignedIn) -> Self {
        Self {
            access_token,
            token_type: "bearer",
            expires_in,
            refresh_token: signed_in.refresh_token.expose_secret().to_owned(),
            refresh_expires_at: signed_in.refresh_expires_at,
            user: signed_in.user.into(),
            organization: signed_in.organization.into(),
            role: signed_in.role,
        }
    }
}

/// Who is signed in.
#[derive(Serialize, ToSchema)]
pub(crate) struct Me {
    /// The user.
    #[serde(flatten)]
    user: Account,
    /// The organization of the access token.
    organization_id: Uuid,
    /// Where the user is a member.
    organizations: Vec<Membership>,
}

impl Me {
    pub(super) fn new(me: identity::Me, claims: &Claims) -> Self {
        let organizations = me.organizations.into_iter();
        Self {
            user: me.user.into(),
            organization_id: claims.organization.uuid(),
            organizations: organizations
                .map(|(organization, member)| Membership {
                    organization: organization.into(),
                    role: member.role,
                })
                .collect(),
        }
    }
}

/// An organization, and what the user is there.
#[derive(Serialize, ToSchema)]
pub(crate) struct Membership {
    #[serde(flatten)]
    organization: Tenant,
    /// What the user is there.
    #[schema(value_type = String, example = "owner")]
    role: Role,
}

/// A user, as others may see it.
#[derive(Serialize, ToSchema)]
pub(crate) struct Account {
    /// Its id.
    id: Uuid,
    /// The mail address.
    email: String,
    /// What the person is called.
    full_name: Option<String>,
    /// How the person is spoken to.
    #[serde(flatten)]
    preference: Preference,
    /// Whether the user may sign in.
    is_active: bool,
    /// Whether the user may act in every organization.
    is_superuser: bool,
    /// When the user was made.
    created_at: DateTime<Utc>,
}

impl From<User> for Account {
    fn from(user: User) -> Self {
        Self {
            id: user.id.uuid(),
            email: user.email,
            full_name: user.full_name,
            preference: user.preference,
            is_active: user.is_active,
            is_superuser: user.is_superuser,
            created_at: user.created_at,
        }
    }
}

/// An organization.
#[derive(Serialize, ToSchema)]
pub(crate) struct Tenant {
    /// Its id.
    id: Uuid,
    /// What it is called.
    name: String,
    /// When it was made.
    created_at: DateTime<Utc>,
}

impl From<Organization> for Tenant {
    fn from(organization: Organization) -> Self {
        Self { id: organization.id.uuid(), name: organization.name, created_at: organization.created_at }
    }
}
