//! API keys: how services sign in.

pub(crate) mod live;
pub(crate) mod manage;

use chrono::{DateTime, Utc};

pub use manage::{ApiKeys, NewApiKey};
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};

use crate::access::Permission;
use crate::id::Id;
use crate::user::UserId;

/// How many characters of a key are kept to tell it from others: the kind, the organization, and four of its own.
const PREFIX: usize = 30;

/// The id of an API key.
pub type ApiKeyId = Id<ApiKey>;

/// A key that a service acts with. The key itself is shown once, when it is made; what is kept is its hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ApiKey {
    /// Its id.
    pub id: ApiKeyId,
    /// What it is called; 1 to 255 characters.
    pub name: String,
    /// The first characters of the key, to tell keys apart.
    pub prefix: String,
    /// SHA-256 of the key.
    #[serde(skip)]
    pub token_hash: [u8; 32],
    /// What the key may do.
    pub scopes: Vec<Permission>,
    /// Who made it.
    pub created_by: Option<UserId>,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When it ends.
    pub expires_at: Option<DateTime<Utc>>,
    /// When it was last used, to the minute.
    pub last_used_at: Option<DateTime<Utc>>,
    /// When it was revoked.
    pub revoked_at: Option<DateTime<Utc>>,
}

impl ApiKey {
    /// Can it be used at `now`?
    pub fn is_good(&self, now: DateTime<Utc>) -> bool {
        self.revoked_at.is_none() && self.expires_at.is_none_or(|end| now < end)
    }
}

/// The first characters of a key, which are no secret.
pub(crate) fn prefix(text: &SecretString) -> String {
    text.expose_secret().chars().take(PREFIX).collect()
}
