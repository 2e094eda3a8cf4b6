//! The index of the audit log; see `crate::audit::index`.

use std::ops::Range;

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::audit::index::{Block, Count, Dimension, IndexStep, Posting};
use crate::error::Result;

/// Looking at the index.
#[async_trait]
pub trait ReadAuditIndex: Send {
    /// How many records the index has: those with a sequence number below this.
    async fn length(&mut self) -> Result<u64>;

    /// The blocks with a number in `range`, lowest first.
    async fn blocks(&mut self, range: Range<u64>) -> Result<Vec<Block>>;

    /// The postings of these terms in blocks with a number in `range`, in any order.
    async fn postings(&mut self, terms: &[String], range: Range<u64>) -> Result<Vec<Posting>>;

    /// The counts of quarters that begin in `within`, added up: by dimension, then value, in any order.
    async fn sums(&mut self, within: Range<DateTime<Utc>>) -> Result<Vec<(Dimension, String, u64)>>;

    /// How many records each of these spans has, in their order: the counts of [`Dimension::Severity`] of the quarters
    /// that begin in it, added up.
    async fn totals(&mut self, spans: &[Range<DateTime<Utc>>]) -> Result<Vec<u64>>;
}

/// Building the index.
#[async_trait]
pub trait AuditIndex: ReadAuditIndex {
    /// Takes one step, where the index is still `from` records long; tells whether it was. `store.conflict` where the
    /// organization does not exist.
    async fn advance(&mut self, from: u64, step: &IndexStep) -> Result<bool>;

    /// Forgets entries that leave the log: the blocks with a number in `blocks`, with their postings, and these numbers
    /// of records. No step is taken until this transaction ends.
    async fn forget(&mut self, blocks: Range<u64>, counts: &[Count]) -> Result<()>;
}
