//! Messages that an organization says in words of its own.
//!
//! The core keeps them and hands them to whoever speaks; whether a text fits the message that it stands in for, only
//! the speaker knows.

pub(crate) mod manage;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

pub use manage::{MessageOverrides, NewMessageOverride};

/// A message that an organization says in words of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MessageOverride {
    /// The language, as a BCP 47 tag.
    pub language: String,
    /// The key of the message, such as `user.welcome`.
    pub key: String,
    /// What is said instead.
    pub text: String,
    /// When it was first set.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
}

impl MessageOverride {
    /// How many an organization can have.
    pub const MOST: usize = 1_000;

    /// How long a text may be, in characters.
    pub const LONGEST: usize = 4_000;

    /// How many bytes the texts of an organization may have together. Every node keeps them in mind.
    pub const ROOM: usize = 256 * 1024;
}
