//! Keys of subjects: what is personal in an audit log is sealed under a key of the person whom it is about. Destroying
//! the key makes all of it unreadable at once, and leaves what was hashed and signed as it is.
//!
//! A [`SubjectKey`] stands in the database wrapped under a [`MasterKey`], which does not: so neither of the two opens
//! anything alone. Each is bound to its organization, its subject and its own id, and each sealed value to its record
//! and field, so that nothing opens in another place than its own.
//!
//! A subject is a user, or a mail address that somebody was invited at. Its key is made when something is first sealed
//! for it. After the key was destroyed the next one is made in the same way: erasing ends what was, not what will be.

mod data;
mod master;
pub(crate) mod ring;

use std::fmt;

use chrono::{DateTime, Utc};

pub(crate) use data::{DataKey, Place, is_sealed, key_of};
pub use master::MasterKey;

use crate::id::Id;
use crate::user::UserId;

/// Whom personal data is about.
#[derive(Debug)]
pub enum Subject {}

/// The id of a subject: that of a user, or a keyed hash of a mail address.
pub type SubjectId = Id<Subject>;

/// The id of a subject's key; sealed values name it.
pub type SubjectKeyId = Id<SubjectKey>;

/// A key of a subject, as it is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct SubjectKey {
    /// Its id.
    pub id: SubjectKeyId,
    /// Whose it is.
    pub subject: SubjectId,
    /// The key, wrapped under a master key; `None` once it is destroyed.
    pub wrapped: Option<Vec<u8>>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was destroyed.
    pub erased_at: Option<DateTime<Utc>>,
}

impl fmt::Debug for SubjectKey {
    /// Without the key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SubjectKey")
            .field("id", &self.id)
            .field("subject", &self.subject)
            .field("erased_at", &self.erased_at)
            .finish_non_exhaustive()
    }
}

impl From<UserId> for SubjectId {
    fn from(user: UserId) -> Self {
        Self::from_uuid(user.uuid())
    }
}
