//! What a search has found, and what it has read for that.

use super::range::in_order;
use crate::audit::personal::Lens;
use crate::audit::query::Query;
use crate::audit::{AuditOrder, Entry};
use crate::error::{Code, Error, Result};
use crate::store::View;

/// How many records a search reads at most, before it asks to be narrowed.
pub(super) const MAX_READ: u64 = 100_000;

/// What was found so far: some are passed over, some kept, and one more tells that there are more.
pub(super) struct Hits<'l> {
    lens: &'l mut Lens,
    pub(super) skip: u64,
    wanted: usize,
    pub(super) items: Vec<Entry>,
    pub(super) is_more: bool,
    read: u64,
}

impl<'l> Hits<'l> {
    pub(super) fn new(skip: u64, wanted: usize, lens: &'l mut Lens) -> Self {
        Self { lens, skip, wanted, items: Vec::new(), is_more: false, read: 0 }
    }

    /// Keeps those that the query wants.
    pub(super) async fn take(
        &mut self,
        view: &mut dyn View,
        query: &Query,
        order: AuditOrder,
        mut entries: Vec<Entry>,
    ) -> Result<()> {
        self.lens.show_changes(view, &mut entries).await?;
        for entry in in_order(order, entries).filter(|entry| query.wants(entry)) {
            self.keep(entry);
        }
        Ok(())
    }

    pub(super) fn is_full(&self) -> bool {
        self.is_more || (self.wanted == 0 && self.skip == 0)
    }

    /// How many more records are worth reading at a time.
    pub(super) fn missing(&self) -> u64 {
        (self.wanted - self.items.len()) as u64 + 1
    }

    /// Passes over one that is not looked at, where it would not be kept.
    pub(super) fn pass(&mut self) -> bool {
        let passes = self.skip > 0;
        self.skip -= u64::from(passes);
        passes
    }

    fn keep(&mut self, entry: Entry) {
        if self.pass() || self.is_full() {
            return;
        }
        self.is_more = self.items.len() == self.wanted;
        if !self.is_more {
            self.items.push(entry);
        }
    }

    /// Notes that records are about to be read.
    pub(super) fn reading(&mut self, records: usize, place: u64) -> Result<()> {
        if self.read > MAX_READ {
            let error = Error::new(Code::AUDIT_QUERY_TOO_WIDE);
            return Err(error.with("read", self.read).with("sequence", place));
        }
        self.read += records as u64;
        Ok(())
    }
}
