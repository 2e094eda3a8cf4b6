//! The audit log, in memory.

use std::ops::Range;
use std::sync::Arc;

use async_trait::async_trait;

use super::scope::Scope;
use super::tables::Tenant;
use crate::audit::{AuditOrder, Entry, EntryId};
use crate::error::Result;
use crate::store::ReadAudit;

#[async_trait]
impl ReadAudit for Scope {
    async fn get(&mut self, id: EntryId) -> Result<Option<Entry>> {
        let entry = self.tenant().and_then(|it| it.audit.get(*it.sequences.get(&id)?));
        Ok(entry.map(|entry| entry.as_ref().clone()))
    }

    async fn extent(&mut self) -> Result<Range<u64>> {
        Ok(0..self.tenant().map_or(0, |it| it.audit.len() as u64))
    }

    async fn range(&mut self, from: u64, limit: u32) -> Result<Vec<Entry>> {
        Ok(entries(self.tenant(), from..from.saturating_add(u64::from(limit))).collect())
    }

    async fn at(&mut self, sequences: &[u64]) -> Result<Vec<Entry>> {
        let mut sequences = sequences.to_vec();
        sequences.sort_unstable();
        sequences.dedup();
        let tenant = self.tenant();
        let found = sequences.into_iter().flat_map(|it| entries(tenant, it..it.saturating_add(1)));
        Ok(found.collect())
    }

    async fn of_entity(
        &mut self,
        kind: &str,
        id: &str,
        within: Range<u64>,
        order: AuditOrder,
        limit: u32,
    ) -> Result<Vec<Entry>> {
        let about = |entry: &Entry| entry.record.entity.kind == kind && entry.record.entity.id == id;
        let entries = entries(self.tenant(), within).filter(about);
        let limit = limit as usize;
        Ok(match order {
            AuditOrder::Oldest => entries.take(limit).collect(),
            AuditOrder::Newest => entries.rev().take(limit).collect(),
        })
    }
}

/// The entries with sequence numbers in `within`.
fn entries(tenant: Option<&Tenant>, within: Range<u64>) -> impl DoubleEndedIterator<Item = Entry> + use<'_> {
    let length = tenant.map_or(0, |it| it.audit.len());
    let place = |sequence: u64| usize::try_from(sequence).map_or(length, |place| place.min(length));
    let places = place(within.start)..place(within.end);
    places.filter_map(move |place| tenant?.audit.get(place)).map(Arc::as_ref).cloned()
}
