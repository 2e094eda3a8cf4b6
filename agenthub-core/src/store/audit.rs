//! The audit log; it is written by `Rows::record` and `Store::append`, and changed by nothing. Its oldest entries may
//! leave.

use std::ops::Range;

use async_trait::async_trait;

use crate::audit::{AuditOrder, Entry, EntryId};
use crate::error::Result;

/// Looking at the audit log.
#[async_trait]
pub trait ReadAudit: Send {
    /// The entry with this id.
    async fn get(&mut self, id: EntryId) -> Result<Option<Entry>>;

    /// The sequence numbers of the log: from its first entry to where the next one comes. An empty log, and that of an
    /// organization that does not exist, is `0..0`.
    async fn extent(&mut self) -> Result<Range<u64>>;

    /// Entries from sequence number `from` on (any number), in order, at most `limit`.
    async fn range(&mut self, from: u64, limit: u32) -> Result<Vec<Entry>>;

    /// The entries with these sequence numbers, lowest first; numbers without an entry are left out.
    async fn at(&mut self, sequences: &[u64]) -> Result<Vec<Entry>>;

    /// The entries about one thing with a sequence number in `within`, in this order, at most `limit`.
    async fn of_entity(
        &mut self,
        kind: &str,
        id: &str,
        within: Range<u64>,
        order: AuditOrder,
        limit: u32,
    ) -> Result<Vec<Entry>>;
}

/// What may leave the audit log.
#[async_trait]
pub trait Audit: ReadAudit {
    /// Removes the entries with a sequence number below `sequence`; tells how many. Those that are left, and those that
    /// come, keep their numbers; the tree keeps the hashes of those that left.
    async fn remove_before(&mut self, sequence: u64) -> Result<u64>;
}
