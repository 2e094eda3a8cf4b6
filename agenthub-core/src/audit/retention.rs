//! How long the audit log is kept: old records leave from its beginning, and the hashes of their leaves stay in the tree,
//! so that what remains can be proven as before.
//!
//! It goes in two steps. First a record says up to which number records are to leave ([`Removal`]); when that record
//! stands under a signed head, they do. So whoever checks the log never finds one missing that nothing signed accounts
//! for.

mod cut;
pub(crate) mod keep;
pub(crate) mod manage;
mod removal;

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

pub use manage::RetentionDesk;
pub use removal::Removal;
pub(crate) use removal::{is_reserved, take_back};

use super::Actor;

/// How long records are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RetentionPolicy {
    /// For how many whole days; from [`MIN_DAYS`](Self::MIN_DAYS) to [`MAX_DAYS`](Self::MAX_DAYS).
    pub days: u32,
    /// Who said so.
    pub set_by: Actor,
    /// When.
    pub set_at: DateTime<Utc>,
}

/// What is in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Retention {
    /// The policy; nothing where records are kept for ever.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub policy: Option<RetentionPolicy>,
    /// The sequence number that the log begins with: as many records have left.
    pub begins_at: u64,
    /// Whether a legal hold stands, so that nothing leaves.
    pub is_held: bool,
}

impl RetentionPolicy {
    /// The fewest days.
    pub const MIN_DAYS: u32 = 1;

    /// The most days: a hundred years.
    pub const MAX_DAYS: u32 = 36_500;

    /// Records from before this time may leave. It is the beginning of a day (UTC), so that a log is cut once a day at
    /// most, each time with a record of that.
    ///
    /// ```
    /// use agenthub_core::audit::Actor;
    /// use agenthub_core::audit::retention::RetentionPolicy;
    ///
    /// let set_at = "2026-01-01T00:00:00Z".parse()?;
    /// let policy = RetentionPolicy { days: 30, set_by: Actor::System, set_at };
    /// let now = "2026-03-31T15:30:00Z".parse()?;
    /// assert_eq!(policy.limit(now).to_rfc3339(), "2026-03-01T00:00:00+00:00");
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    pub fn limit(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        now.date_naive().and_time(NaiveTime::MIN).and_utc() - TimeDelta::days(i64::from(self.days))
    }
}
