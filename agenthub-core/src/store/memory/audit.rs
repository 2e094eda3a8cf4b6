//! The audit log, in memory.

use std::ops::Range;
use std::sync::Arc;

use async_trait::async_trait;

use super::scope::Scope;
use super::tables::Tenant;
use crate::audit::{AuditOrder, Entry, EntryId};
use crate::error::Result;
use crate::store::{Audit, ReadAudit};

#[async_trait]
impl ReadAudit for Scope {
    async fn get(&mut self, id: EntryId) -> Result<Option<Entry>> {
        let tenant = self.tenant();
        let sequence = tenant.and_then(|it| it.sequences.get(&id)).copied();
        Ok(sequence.and_then(|it| entries(tenant, it..it + 1).next()))
    }

    async fn extent(&mut self) -> Result<Range<u64>> {
        Ok(self.tenant().map_or(0..0, Tenant::audit_extent))
    }

    async fn range(&mut self, from: u64, limit: u32) -> Result<Vec<Entry>> {
        let from = from.max(self.tenant().map_or(0, |it| it.audit_start));
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

#[async_trait]
impl Audit for Scope {
    async fn remove_before(&mut self, sequence: u64) -> Result<u64> {
        if self.tenant().is_none() {
            return Ok(0);
        }
        let tenant = self.tenant_mut()?;
        let start = tenant.audit_start;
        while tenant.audit_start < sequence
            && let Some(entry) = tenant.audit.pop_front()
        {
            tenant.sequences.remove(&entry.record.id);
            tenant.audit_start += 1;
        }
        Ok(tenant.audit_start - start)
    }
}

impl Tenant {
    /// The sequence numbers of the audit log.
    pub(super) fn audit_extent(&self) -> Range<u64> {
        self.audit_start..self.audit_start + self.audit.len() as u64
    }
}

/// The entries with sequence numbers in `within`.
fn entries(tenant: Option<&Tenant>, within: Range<u64>) -> impl DoubleEndedIterator<Item = Entry> + use<'_> {
    let extent = tenant.map_or(0..0, Tenant::audit_extent);
    let place = |sequence: u64| (sequence.clamp(extent.start, extent.end) - extent.start) as usize;
    let places = place(within.start)..place(within.end);
    places.filter_map(move |place| tenant?.audit.get(place)).map(Arc::as_ref).cloned()
}
