//! The index of the audit log, in memory.

use std::collections::BTreeMap;
use std::ops::Range;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use imbl::OrdMap;

use super::scope::Scope;
use crate::audit::index::{Block, Count, Dimension, IndexStep, Places, Posting};
use crate::error::Result;
use crate::store::{AuditIndex, ReadAuditIndex};

/// The index of one organization's log.
#[derive(Clone, Default)]
pub(super) struct Index {
    length: u64,
    blocks: OrdMap<u64, Block>,
    postings: OrdMap<(String, u64), Places>,
    counts: OrdMap<(DateTime<Utc>, Dimension, String), u64>,
}

impl Index {
    /// How many records it has.
    pub(super) fn length(&self) -> u64 {
        self.length
    }

    /// The counts of quarters that begin in `within`.
    fn counts(&self, within: &Range<DateTime<Utc>>) -> impl Iterator<Item = (Dimension, &String, u64)> {
        let from = |quarter| (quarter, Dimension::ActorType, String::new());
        let counts = self.counts.range(from(within.start)..from(within.end.max(within.start)));
        counts.map(|((_, dimension, value), records)| (*dimension, value, *records))
    }

    fn take(&mut self, step: &IndexStep) {
        self.length = step.length;
        self.blocks.extend(step.blocks.iter().map(|block| (block.number, block.clone())));
        for Posting { term, block, places } in &step.postings {
            self.postings.insert((term.clone(), *block), places.clone());
        }
        for Count { quarter, dimension, value, records } in &step.counts {
            *self.counts.entry((*quarter, *dimension, value.clone())).or_default() += records;
        }
    }
}

impl Index {
    fn forget(&mut self, blocks: &Range<u64>, counts: &[Count]) {
        self.blocks = self.blocks.iter().filter(|(number, _)| !blocks.contains(number)).map(owned).collect();
        self.postings =
            self.postings.iter().filter(|((_, block), _)| !blocks.contains(block)).map(owned).collect();
        for Count { quarter, dimension, value, records } in counts {
            let place = (*quarter, *dimension, value.clone());
            let left = self.counts.remove(&place).unwrap_or_default().saturating_sub(*records);
            if left > 0 {
                self.counts.insert(place, left);
            }
        }
    }
}

fn owned<K: Clone, V: Clone>((key, value): (&K, &V)) -> (K, V) {
    (key.clone(), value.clone())
}

#[async_trait]
impl ReadAuditIndex for Scope {
    async fn length(&mut self) -> Result<u64> {
        Ok(self.tenant().map_or(0, |it| it.audit_index.length()))
    }

    async fn blocks(&mut self, range: Range<u64>) -> Result<Vec<Block>> {
        let blocks = self.tenant().into_iter().flat_map(|it| it.audit_index.blocks.values());
        Ok(blocks.filter(|block| range.contains(&block.number)).cloned().collect())
    }

    async fn postings(&mut self, terms: &[String], range: Range<u64>) -> Result<Vec<Posting>> {
        let Some(tenant) = self.tenant() else { return Ok(Vec::new()) };
        let wanted = terms.iter().flat_map(|term| {
            let from = (term.clone(), range.start);
            tenant.audit_index.postings.range(from..(term.clone(), range.end.max(range.start)))
        });
        Ok(wanted
            .map(|((term, block), places)| Posting {
                term: term.clone(),
                block: *block,
                places: places.clone(),
            })
            .collect())
    }

    async fn sums(&mut self, within: Range<DateTime<Utc>>) -> Result<Vec<(Dimension, String, u64)>> {
        let mut sums = BTreeMap::<_, u64>::new();
        let counts = self.tenant().into_iter().flat_map(|it| it.audit_index.counts(&within));
        for (dimension, value, records) in counts {
            *sums.entry((dimension, value.clone())).or_default() += records;
        }
        Ok(sums.into_iter().map(|((dimension, value), records)| (dimension, value, records)).collect())
    }

    async fn totals(&mut self, spans: &[Range<DateTime<Utc>>]) -> Result<Vec<u64>> {
        let Some(tenant) = self.tenant() else { return Ok(vec![0; spans.len()]) };
        let total = |span: &Range<DateTime<Utc>>| {
            let counts = tenant.audit_index.counts(span);
            counts.filter(|(it, ..)| *it == Dimension::Severity).map(|(.., records)| records).sum()
        };
        Ok(spans.iter().map(total).collect())
    }
}

#[async_trait]
impl AuditIndex for Scope {
    async fn advance(&mut self, from: u64, step: &IndexStep) -> Result<bool> {
        let index = &mut self.tenant_mut()?.audit_index;
        let is_there = index.length == from;
        if is_there {
            index.take(step);
        }
        Ok(is_there)
    }

    async fn forget(&mut self, blocks: Range<u64>, counts: &[Count]) -> Result<()> {
        self.tenant_mut()?.audit_index.forget(&blocks, counts);
        Ok(())
    }
}
