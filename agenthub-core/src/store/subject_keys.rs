//! Keys of subjects, under which what is personal in the audit log is sealed.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::error::Result;
use crate::subject_key::{SubjectId, SubjectKey, SubjectKeyId};

/// Looking at keys.
#[async_trait]
pub trait ReadSubjectKeys: Send {
    /// The keys with these ids, also those that were destroyed, in any order; unknown ids are left out.
    async fn get(&mut self, ids: &[SubjectKeyId]) -> Result<Vec<SubjectKey>>;

    /// The keys of a subject, also those that were destroyed, sorted by id. There are few.
    async fn list(&mut self, subject: SubjectId) -> Result<Vec<SubjectKey>>;
}

/// Changing keys.
#[async_trait]
pub trait SubjectKeys: ReadSubjectKeys {
    /// Adds a key. `store.conflict` where the id is taken.
    async fn add(&mut self, key: &SubjectKey) -> Result<()>;

    /// Destroys the keys of a subject that are not destroyed yet: their rows stay, what they hold is gone. Gives how
    /// many.
    async fn erase(&mut self, subject: SubjectId, at: DateTime<Utc>) -> Result<u64>;
}
