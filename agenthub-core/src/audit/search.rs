//! Searching the audit log: the index says where to look, the records themselves say what holds.

mod hits;
mod plan;
mod range;
pub(super) mod scan;

use std::num::ParseIntError;
use std::ops::Range;

use super::personal::Lens;
use super::query::Query;
use super::{AuditOrder, Entry};
use crate::error::{Code, Error, Result};
use crate::page::{Cursor, Listing, Page, position};
use crate::store::View;
use hits::Hits;
use plan::Plan;
use range::Ordered as _;

/// How many records are read at a time.
const CHUNK: u64 = 512;

/// The records that the query wants, in this order, as they are seen through the lens: what it does not show is not found
/// either.
///
/// [`Listing::total`] is left out also where counting would read too many records.
///
/// # Errors
/// `page.bad_cursor`; `audit.query_too_wide` where too many records were read before the page was full.
pub(crate) async fn search(
    view: &mut dyn View,
    query: &Query,
    order: AuditOrder,
    page: &Page,
    lens: &mut Lens,
) -> Result<Listing<Entry>> {
    let whole = view.audit().extent().await?;
    let rest = after(page, order, whole.clone())?;
    let mut hits = Hits::new(u64::from(page.skip), page.limit as usize, lens);
    visit(view, query, order, rest, &mut hits).await?;
    let Hits { mut items, is_more, .. } = hits;
    lens.show_requests(view, &mut items).await?;
    let total = match page.count {
        true => count(view, query, order, whole, lens).await?,
        false => None,
    };
    let next = items.last().filter(|_| is_more).map(|last| cursor(order, last));
    Ok(Listing { items, next, total })
}

/// How many records the query wants; `None` where telling would read too many.
async fn count(
    view: &mut dyn View,
    query: &Query,
    order: AuditOrder,
    whole: Range<u64>,
    lens: &mut Lens,
) -> Result<Option<u64>> {
    let mut hits = Hits::new(u64::MAX, 0, lens);
    match visit(view, query, order, whole, &mut hits).await {
        Ok(()) => Ok(Some(u64::MAX - hits.skip)),
        Err(error) if error.code() == Code::AUDIT_QUERY_TOO_WIDE => Ok(None),
        Err(error) => Err(error),
    }
}

/// What is left of the log after the page's cursor.
fn after(page: &Page, order: AuditOrder, whole: Range<u64>) -> Result<Range<u64>> {
    let Some(cursor) = position(page, order.as_str())? else { return Ok(whole) };
    let bad = |error: ParseIntError| Error::new(Code::PAGE_BAD_CURSOR).source(error);
    let sequence: u64 = cursor.id.parse().map_err(bad)?;
    // What the cursor tells of may have left meanwhile.
    let inside = |sequence: u64| sequence.clamp(whole.start, whole.end);
    Ok(match order {
        AuditOrder::Newest => whole.start..inside(sequence),
        AuditOrder::Oldest => inside(sequence.saturating_add(1))..whole.end,
    })
}

fn cursor(order: AuditOrder, last: &Entry) -> Cursor {
    Cursor { order: order.as_str().to_owned(), key: String::new(), id: last.sequence.to_string() }
}

/// Goes through the records of `range` in order, until enough are found.
async fn visit(
    view: &mut dyn View,
    query: &Query,
    order: AuditOrder,
    range: Range<u64>,
    hits: &mut Hits<'_>,
) -> Result<()> {
    if let Some((kind, id)) = query.entity() {
        return visit_entity(view, query, (kind, id), order, range, hits).await;
    }
    let indexed = view.audit_index().length().await?.clamp(range.start, range.end);
    let (before, behind) = (range.start..indexed, indexed..range.end);
    match order {
        AuditOrder::Newest => {
            visit_log(view, query, order, behind, hits).await?;
            visit_index(view, query, order, before, hits).await
        }
        AuditOrder::Oldest => {
            visit_index(view, query, order, before, hits).await?;
            visit_log(view, query, order, behind, hits).await
        }
    }
}

/// Reads every record of what is not in the index.
async fn visit_log(
    view: &mut dyn View,
    query: &Query,
    order: AuditOrder,
    mut rest: Range<u64>,
    hits: &mut Hits<'_>,
) -> Result<()> {
    while !rest.is_empty() && !hits.is_full() {
        let chunk = rest.take_first(order, CHUNK);
        let length = u32::try_from(chunk.end - chunk.start).unwrap_or(u32::MAX);
        hits.reading(length as usize, chunk.start)?;
        let entries = view.audit().range(chunk.start, length).await?;
        hits.take(view, query, order, entries).await?;
    }
    Ok(())
}

/// Reads the records of one thing, which the store finds by itself.
async fn visit_entity(
    view: &mut dyn View,
    query: &Query,
    (kind, id): (&str, &str),
    order: AuditOrder,
    mut rest: Range<u64>,
    hits: &mut Hits<'_>,
) -> Result<()> {
    // Few are mostly enough for a page.
    let mut chunk = CHUNK / 8;
    while !rest.is_empty() && !hits.is_full() {
        hits.reading(chunk as usize, rest.start)?;
        let entries = view.audit().of_entity(kind, id, rest.clone(), order, chunk as u32).await?;
        let Some(last) = entries.last() else { return Ok(()) };
        rest = rest.after(order, last.sequence);
        chunk = CHUNK;
        hits.take(view, query, AuditOrder::Oldest, entries).await?;
    }
    Ok(())
}

/// Lets the index say which records are worth reading.
async fn visit_index(
    view: &mut dyn View,
    query: &Query,
    order: AuditOrder,
    range: Range<u64>,
    hits: &mut Hits<'_>,
) -> Result<()> {
    let mut blocks = range::blocks(&range);
    // The first blocks mostly have enough; where they have not, ever more are looked at together.
    let mut span = 2;
    while !blocks.is_empty() && !hits.is_full() {
        let plan = Plan::load(view, query, blocks.take_first(order, span), &range).await?;
        span = (span * 4).min(256);
        let candidates =
            plan.blocks(order).flat_map(|block| plan.bounds(query, block, &range).candidates(order));
        visit_candidates(view, query, order, candidates, hits).await?;
    }
    Ok(())
}

/// Reads the records of these numbers, each with whether it is surely wanted.
async fn visit_candidates(
    view: &mut dyn View,
    query: &Query,
    order: AuditOrder,
    mut candidates: impl Iterator<Item = (u64, bool)> + Send,
    hits: &mut Hits<'_>,
) -> Result<()> {
    while !hits.is_full() {
        let (mut chunk, mut sure) = (Vec::new(), 0);
        for (sequence, is_sure) in candidates.by_ref() {
            // Out of turn only where all that wait in the chunk are passed over too.
            if is_sure && (chunk.is_empty() || hits.skip >= CHUNK) && hits.pass() {
                continue;
            }
            chunk.push(sequence);
            sure += u64::from(is_sure);
            if sure >= hits.missing() || chunk.len() as u64 >= CHUNK {
                break;
            }
        }
        let Some(first) = chunk.first().copied() else { return Ok(()) };
        hits.reading(chunk.len(), first)?;
        // A store gives them lowest first.
        let entries = view.audit().at(&chunk).await?;
        hits.take(view, query, order, entries).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::hits::MAX_READ;
    use super::*;
    use crate::audit::query::Condition;
    use crate::audit::{Entity, Record};
    use crate::store::Store as _;
    use crate::store::conformance::sample::{add_organization, new_record};
    use crate::store::memory::Memory;

    #[tokio::test]
    async fn a_query_that_no_index_helps_says_how_far_it_came() -> Result<()> {
        let store = Memory::new();
        let organization = add_organization(&store).await?;
        let mut work = store.work(organization).await?;
        work.record(Record { entity: Entity::new("thing", "the one"), ..new_record("act") }).await?;
        for _ in 0..MAX_READ + 3 * CHUNK {
            work.record(new_record("act")).await?;
        }
        work.commit().await?;
        let one = Query::Is(Condition::EntityId("the one".to_owned()));
        let (query, page) = (Query::Is(Condition::text("nowhere")), Page { count: true, ..Page::default() });
        let mut view = store.view(organization).await?;
        for query in [&query, &one] {
            let found = search(view.as_mut(), query, AuditOrder::Newest, &page, &mut Lens::none()).await;
            assert_eq!(found.unwrap_err().code(), Code::AUDIT_QUERY_TOO_WIDE);
        }
        let narrow = Query::All(vec![query, Query::Is(Condition::Sequence(0..10))]);
        while crate::audit::index::advance(&store, organization).await? {}
        let mut view = store.view(organization).await?;
        let found = search(view.as_mut(), &narrow, AuditOrder::Newest, &page, &mut Lens::none()).await?;
        assert_eq!((found.items.len(), found.total), (0, Some(0)));
        let found = search(view.as_mut(), &one, AuditOrder::Newest, &page, &mut Lens::none()).await?;
        assert_eq!((found.items.len(), found.total), (1, Some(1)));
        let some = search(
            view.as_mut(),
            &Query::Is(Condition::text("act")),
            AuditOrder::Newest,
            &page,
            &mut Lens::none(),
        )
        .await?;
        assert_eq!((some.items.len(), some.total), (page.limit as usize, None));
        Ok(())
    }
}
