//! Users: people who sign in. A user stands above organizations and is a member of some.

use chrono::{DateTime, Utc};
use secrecy::SecretString;
use serde::Serialize;

use crate::id::Id;
use crate::organization::OrganizationId;

/// The id of a user.
pub type UserId = Id<User>;

/// A person who signs in.
///
/// It cannot be deserialized, and its password hash is not serialized.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct User {
    /// Its id.
    pub id: UserId,
    /// The mail address, in lower case; one user each.
    pub email: String,
    /// What the person is called.
    pub full_name: Option<String>,
    /// The argon2id hash of the password, in PHC form.
    #[serde(skip)]
    pub password_hash: SecretString,
    /// Whether the user may sign in.
    pub is_active: bool,
    /// Whether the user may act in every organization.
    pub is_superuser: bool,
    /// When the user was made.
    pub created_at: DateTime<Utc>,
    /// When the user was last changed.
    pub updated_at: DateTime<Utc>,
}

/// Failed attempts to sign in with one mail address, since the last one that worked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FailedAttempts {
    /// How many.
    pub failures: u32,
    /// When the last one was.
    pub last_at: DateTime<Utc>,
}

/// The id of a login.
pub type LoginId = Id<Login>;

/// A user's stay in one organization, from sign-in to logout: a family of refresh tokens, of which one is good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Login {
    /// Its id; access tokens carry it.
    pub id: LoginId,
    /// Who signed in.
    pub user_id: UserId,
    /// Where.
    pub organization_id: OrganizationId,
    /// SHA-256 of the one refresh token that is good.
    pub token_hash: [u8; 32],
    /// When.
    pub created_at: DateTime<Utc>,
    /// When the tokens were last refreshed.
    pub refreshed_at: DateTime<Utc>,
    /// When the good refresh token ends.
    pub expires_at: DateTime<Utc>,
    /// When it was ended by logout, reuse, or a changed password.
    pub revoked_at: Option<DateTime<Utc>>,
}
