//! Where a log is to be cut: records leave only from its beginning, and none leaves while an older one stays.

use chrono::{DateTime, Utc};

use crate::audit::Entry;
use crate::audit::index::BLOCK;
use crate::error::Result;
use crate::store::View;

/// How many records are read at a time.
const CHUNK: u32 = 1024;

/// Records that are old enough to leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cut {
    /// The first sequence number that is there.
    pub(super) from: u64,
    /// The first sequence number that stays.
    pub(super) before: u64,
    /// When the youngest of those between happened.
    pub(super) youngest_at: DateTime<Utc>,
}

impl Cut {
    /// Every record of a log before the first that is not from before `limit`; `None` where there are none, or not all of
    /// them are in the index and have a sequence number below `end`.
    pub(super) async fn find(view: &mut dyn View, limit: DateTime<Utc>, end: u64) -> Result<Option<Self>> {
        let from = view.audit().extent().await?.start;
        let end = view.audit_index().length().await?.min(end);
        let mut old = Old { limit, end, before: from, youngest_at: None };
        // Whole blocks, by what the index says of them; then the records of the first that does not go whole.
        for block in view.audit_index().blocks(from / BLOCK..end / BLOCK).await? {
            let Some(latest) = block.latest().filter(|latest| *latest < limit) else { break };
            old.take((block.number + 1) * BLOCK, latest);
        }
        while old.before < end {
            let entries = view.audit().range(old.before, CHUNK).await?;
            if entries.is_empty() || !entries.iter().all(|entry| old.add(entry)) {
                break;
            }
        }
        // Where more is old, but not proven yet, everything waits for that, so that one record can say it.
        let next = view.audit().range(old.before, 1).await?;
        if next.iter().any(|entry| entry.record.at < limit) {
            return Ok(None);
        }
        Ok(old.youngest_at.map(|youngest_at| Self { from, before: old.before, youngest_at }))
    }
}

/// What was found to be old enough so far.
struct Old {
    limit: DateTime<Utc>,
    end: u64,
    before: u64,
    youngest_at: Option<DateTime<Utc>>,
}

impl Old {
    fn take(&mut self, before: u64, latest: DateTime<Utc>) {
        self.before = before;
        self.youngest_at = self.youngest_at.max(Some(latest));
    }

    /// Takes a record; tells whether it is old enough.
    fn add(&mut self, entry: &Entry) -> bool {
        let is_old = entry.sequence < self.end && entry.record.at < self.limit;
        if is_old {
            self.take(entry.sequence + 1, entry.record.at);
        }
        is_old
    }
}
