//! The audit log, for reading; it is written by `Rows::record` and `Store::append`, and changed by nothing.

use async_trait::async_trait;

use crate::audit::{AuditFilter, Entry, EntryId};
use crate::error::Result;
use crate::page::{Listing, Page};

/// Looking at the audit log.
#[async_trait]
pub trait ReadAudit: Send {
    /// How many entries the log counts, which is the next one's sequence number; 0 where there is no organization.
    async fn length(&mut self) -> Result<u64>;

    /// The entry with this id.
    async fn get(&mut self, id: EntryId) -> Result<Option<Entry>>;

    /// The entries that the filter wants, newest (highest sequence number) first.
    async fn list(&mut self, filter: &AuditFilter, page: &Page) -> Result<Listing<Entry>>;

    /// Entries from sequence number `from` on (any number), in order, at most `limit`.
    async fn range(&mut self, from: u64, limit: u32) -> Result<Vec<Entry>>;
}
