//! The audit log, in memory.

use async_trait::async_trait;

use super::listing::{place_by_id, position_by_id};
use super::scope::Scope;
use crate::audit::{AuditFilter, Entry, EntryId};
use crate::error::Result;
use crate::page::{Listing, Page, cut};
use crate::store::ReadAudit;

const NEWEST_FIRST: &str = "-sequence";

#[async_trait]
impl ReadAudit for Scope {
    async fn get(&mut self, id: EntryId) -> Result<Option<Entry>> {
        let entry = self.tenant().and_then(|it| it.audit.get(*it.sequences.get(&id)?));
        Ok(entry.map(|entry| entry.as_ref().clone()))
    }

    async fn list(&mut self, filter: &AuditFilter, page: &Page) -> Result<Listing<Entry>> {
        let end = position_by_id::<usize>(page, NEWEST_FIRST)?;
        let Some(tenant) = self.tenant() else {
            return Ok(cut(std::iter::empty(), page, page.count.then_some(0), |_: &Entry| {
                place_by_id(NEWEST_FIRST, 0)
            }));
        };
        let length = tenant.audit.len();
        let wanted = |end: usize| {
            let entries = (0..end).rev().filter_map(|place| tenant.audit.get(place));
            entries.filter(|entry| wants(filter, entry))
        };
        let total = page.count.then(|| wanted(length).count() as u64);
        let rest = wanted(end.map_or(length, |end| end.min(length)));
        let listing = cut(rest, page, total, |entry| place_by_id(NEWEST_FIRST, entry.sequence));
        Ok(listing.map(|entry| entry.as_ref().clone()))
    }

    async fn range(&mut self, from: u64, limit: u32) -> Result<Vec<Entry>> {
        let (Some(tenant), Ok(from)) = (self.tenant(), usize::try_from(from)) else {
            return Ok(Vec::new());
        };
        let places = from..from.saturating_add(limit as usize).min(tenant.audit.len());
        Ok(places.filter_map(|place| tenant.audit.get(place)).map(|entry| entry.as_ref().clone()).collect())
    }
}

/// Does the filter want the entry?
fn wants(filter: &AuditFilter, entry: &Entry) -> bool {
    let record = &entry.record;
    let is = |wanted: &Option<String>, value: Option<&str>| wanted.is_none() || wanted.as_deref() == value;
    let tagged = |tag: &String| record.compliance_tags.contains(tag);
    filter.actor_type.is_none_or(|kind| kind == record.actor.kind())
        && is(&filter.actor_id, record.actor.id().as_deref())
        && is(&filter.action, Some(&record.action))
        && is(&filter.entity_type, Some(&record.entity.kind))
        && is(&filter.entity_id, Some(&record.entity.id))
        && filter.min_severity.is_none_or(|least| record.severity >= least)
        && filter.compliance_tag.as_ref().is_none_or(tagged)
        && filter.outcome.is_none_or(|outcome| outcome == record.outcome)
        && filter.triggered_by_automation.is_none_or(|it| it == record.triggered_by_automation)
        && is(&filter.request_id, record.request.id.as_deref())
        && filter.changed_field.as_ref().is_none_or(|field| record.changes.0.contains_key(field))
        && filter.from.is_none_or(|from| record.at >= from)
        && filter.until.is_none_or(|until| record.at < until)
}
