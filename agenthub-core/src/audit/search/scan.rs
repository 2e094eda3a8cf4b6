//! Going through a whole log from the beginning, step by step.

use std::ops::Range;

use super::plan::Plan;
use super::range::{self, Ordered as _};
use super::{AuditOrder, Hits, visit};
use crate::audit::Entry;
use crate::audit::index::BLOCK;
use crate::audit::personal::Lens;
use crate::audit::query::Query;
use crate::error::Result;
use crate::store::View;

/// How many records one step looks at; fewer than a search may read.
const STEP: u64 = 8 * BLOCK;
/// How many blocks are counted together.
const BLOCKS: u64 = 64;

/// One step: what was found, and where the next one begins.
#[derive(Debug)]
pub(in crate::audit) struct Scanned {
    pub(in crate::audit) entries: Vec<Entry>,
    pub(in crate::audit) next: u64,
}

/// The first records of `rest` that the query wants, as they are kept, lowest sequence number first: at most `limit`, and of the next few
/// ten thousand only.
///
/// # Errors
/// `store.unavailable`, `store.corrupt`.
pub(in crate::audit) async fn scan(
    view: &mut dyn View,
    query: &Query,
    mut rest: Range<u64>,
    limit: usize,
) -> Result<Scanned> {
    let first = view.audit().extent().await?.start;
    rest.start = rest.start.max(first).min(rest.end);
    let step = rest.take_first(AuditOrder::Oldest, STEP);
    let mut lens = Lens::none();
    let mut hits = Hits::new(0, limit, &mut lens);
    visit(view, query, AuditOrder::Oldest, step.clone(), &mut hits).await?;
    let Hits { items: entries, is_more, .. } = hits;
    let next = entries.last().filter(|_| is_more).map_or(step.end, |last| last.sequence + 1);
    Ok(Scanned { entries, next })
}

/// How many records of a range the query surely wants, as far as the index tells without reading them.
///
/// # Errors
/// `store.unavailable`, `store.corrupt`.
pub(in crate::audit) async fn count_at_least(
    view: &mut dyn View,
    query: &Query,
    range: Range<u64>,
) -> Result<u64> {
    let indexed = view.audit_index().length().await?.clamp(range.start, range.end);
    let range = range.start..indexed;
    let (mut blocks, mut least) = (range::blocks(&range), 0);
    while !blocks.is_empty() {
        let plan = Plan::load(view, query, blocks.take_first(AuditOrder::Oldest, BLOCKS), &range).await?;
        least += plan
            .blocks(AuditOrder::Oldest)
            .map(|block| plan.bounds(query, block, &range).least())
            .sum::<u64>();
    }
    Ok(least)
}
