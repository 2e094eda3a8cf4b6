//! A key as a node keeps it in mind: with when its use was last noted.

use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Utc};

use super::ApiKey;

/// A use is noted at most this often, in seconds.
const NOTE_EVERY: i64 = 60;

/// A key that is not revoked.
#[derive(Debug)]
pub(crate) struct LiveKey {
    pub(crate) key: ApiKey,
    /// In seconds since 1970.
    noted: AtomicI64,
}

impl LiveKey {
    /// The key, and what was known of it in the snapshot before.
    pub(crate) fn new(key: ApiKey, before: Option<&Self>) -> Self {
        let written = key.last_used_at.map_or(i64::MIN, |at| at.timestamp());
        let known = before.map_or(i64::MIN, |before| before.noted.load(Ordering::Relaxed));
        Self { key, noted: AtomicI64::new(written.max(known)) }
    }

    /// Is it time to note a use? Of those who ask at once, one is told so.
    pub(crate) fn note_is_due(&self, now: DateTime<Utc>) -> bool {
        let (now, noted) = (now.timestamp(), self.noted.load(Ordering::Relaxed));
        let due = now.saturating_sub(noted) >= NOTE_EVERY;
        due && self.noted.compare_exchange(noted, now, Ordering::Relaxed, Ordering::Relaxed).is_ok()
    }
}
