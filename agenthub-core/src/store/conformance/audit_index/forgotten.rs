//! The index of a log whose first entries have left.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::super::Subject;
use super::super::sample::{add_organization, add_organization_with_agent, moment, new_call};
use super::super::script::{Dice, audit_query};
use super::found::{add, by_hand};
use super::{ANY, advance, block, count, posting, postings, quarter, sums};
use crate::audit::index::{self, BLOCK, Dimension, IndexStep, Tally};
use crate::audit::personal::Lens;
use crate::audit::query::Query;
use crate::audit::search::search;
use crate::audit::summary::summary;
use crate::audit::{AuditOrder, EntryId, Record, SummaryWindow};
use crate::error::Result;
use crate::organization::OrganizationId;
use crate::page::{Cursor, Page};

cases! { "audit_index":
    forgets_blocks_postings_and_counts
    a_dropped_forgetting_leaves_everything
    another_organizations_index_is_not_forgotten
    finds_and_counts_what_is_left_as_reading_it_does
    finds_what_is_left_of_several_blocks
    counts_what_is_left_of_many_days
}

async fn forget(store: &Subject, organization: OrganizationId, counts: &[index::Count]) -> Result<()> {
    let mut work = store.work(organization).await?;
    work.audit_index().forget(0..2, counts).await?;
    work.commit().await
}

/// A step of three blocks.
fn three_blocks() -> IndexStep {
    IndexStep {
        length: 3 * BLOCK,
        blocks: (0..3).map(|number| block(number, 0, 9)).collect(),
        postings: (0..3).flat_map(|number| ["a", "b"].map(|term| posting(term, number, &[1]))).collect(),
        counts: vec![
            count(0, Dimension::Action, "a", 5),
            count(0, Dimension::Action, "b", 1),
            count(1, Dimension::Action, "a", 7),
            count(0, Dimension::Severity, "info", 6),
            count(1, Dimension::Severity, "info", 7),
        ],
    }
}

async fn forgets_blocks_postings_and_counts(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    advance(&store, organization, 0, &three_blocks()).await?;
    let gone = [
        count(0, Dimension::Action, "a", 5),
        count(0, Dimension::Action, "b", 1),
        count(1, Dimension::Action, "a", 3),
        count(0, Dimension::Severity, "info", 6),
        count(1, Dimension::Severity, "info", 3),
    ];
    forget(&store, organization, &gone).await?;
    assert_eq!(store.view(organization).await?.audit_index().blocks(ANY).await?, [block(2, 0, 9)]);
    let left = postings(&store, organization, &["a", "b"]).await?;
    assert_eq!(left, [posting("a", 2, &[1]), posting("b", 2, &[1])]);
    let left = [(Dimension::Action, "a".to_owned(), 4), (Dimension::Severity, "info".to_owned(), 4)];
    assert_eq!(sums(&store, organization).await?, left);
    let mut view = store.view(organization).await?;
    let spans = [quarter(0)..quarter(1), quarter(1)..quarter(2), quarter(0)..quarter(9)];
    assert_eq!(view.audit_index().totals(&spans).await?, [0, 4, 4]);
    let mut all = view.audit_index().sums(quarter(-96)..quarter(2 * 96)).await?;
    all.sort();
    assert_eq!(all, left, "the days say the same as the quarters");
    assert_eq!(view.audit_index().length().await?, 3 * BLOCK);
    Ok(())
}

async fn a_dropped_forgetting_leaves_everything(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let step = three_blocks();
    advance(&store, organization, 0, &step).await?;
    let mut work = store.work(organization).await?;
    work.audit_index().forget(0..3, &step.counts).await?;
    drop(work);
    assert_eq!(store.view(organization).await?.audit_index().blocks(ANY).await?, step.blocks);
    assert_eq!(sums(&store, organization).await?.len(), 3);
    Ok(())
}

async fn another_organizations_index_is_not_forgotten(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    let step = three_blocks();
    for organization in [ours, theirs] {
        advance(&store, organization, 0, &step).await?;
    }
    forget(&store, ours, &step.counts).await?;
    assert!(sums(&store, ours).await?.is_empty());
    assert_eq!(store.view(theirs).await?.audit_index().blocks(ANY).await?, step.blocks);
    assert_eq!(sums(&store, theirs).await?.len(), 3);
    Ok(())
}

/// Lets the first entries leave, as a hub does.
async fn leave(store: &Subject, organization: OrganizationId, count: u32) -> Result<()> {
    let mut work = store.work(organization).await?;
    let leaving = work.audit().range(0, count).await?;
    let mut tally = Tally::default();
    leaving.iter().for_each(|entry| tally.add(entry));
    let (first, before) = (leaving[0].sequence, leaving[leaving.len() - 1].sequence + 1);
    work.audit_index().forget(first / BLOCK..before / BLOCK, &tally.counts()).await?;
    work.audit().remove_before(before).await?;
    work.commit().await
}

async fn finds_and_counts_what_is_left_as_reading_it_does(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut dice = Dice::new(11);
    for round in 0..3 {
        add(&store, organization, (0..40).map(|_| Record { id: EntryId::new(), ..dice.record() })).await?;
        while round < 2 && index::advance(&*store, organization).await? {}
        if round > 0 {
            leave(&store, organization, 17).await?;
        }
    }
    for _ in 0..40 {
        let query = audit_query(&mut dice);
        let mut wanted = by_hand(&store, organization, &query).await?;
        for order in [AuditOrder::Oldest, AuditOrder::Newest] {
            let page = Page { count: true, ..Page::first(Page::MAX) };
            let found =
                search(store.view(organization).await?.as_mut(), &query, order, &page, &mut Lens::none())
                    .await?;
            assert_eq!((&found.items, found.total), (&wanted, Some(wanted.len() as u64)), "{query:?}");
            wanted.reverse();
        }
    }
    let window = SummaryWindow {
        from: moment(0) - TimeDelta::days(400),
        until: moment(0) + TimeDelta::days(400),
        time_zone: chrono_tz::UTC,
    };
    let found = summary(store.view(organization).await?.as_mut(), &window).await?;
    let left = by_hand(&store, organization, &Query::everything()).await?;
    let mut by_action = BTreeMap::new();
    for entry in &left {
        *by_action.entry(entry.record.action.clone()).or_default() += 1;
    }
    assert_eq!((left.len(), found.total, found.by_action), (86, 86, by_action));
    assert_eq!(found.by_day.iter().map(|day| day.records).sum::<u64>(), 86);
    Ok(())
}

async fn finds_what_is_left_of_several_blocks(store: Subject) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    let calls: Vec<_> = (0..BLOCK + 40).map(|_| new_call(organization, agent)).collect();
    store.append(&calls).await?;
    while index::advance(&*store, organization).await? {}
    let everything = Query::everything();
    for left in [BLOCK + 30, 20, 3] {
        let extent = store.view(organization).await?.audit().extent().await?;
        leave(&store, organization, (extent.end - left - extent.start) as u32).await?;
        let blocks = store.view(organization).await?.audit_index().blocks(ANY).await?;
        assert_eq!(blocks.len(), if left > BLOCK { 2 } else { 1 });
        let page = Page { count: true, ..Page::first(10) };
        let mut view = store.view(organization).await?;
        let found = search(view.as_mut(), &everything, AuditOrder::Oldest, &page, &mut Lens::none()).await?;
        assert_eq!(found.items[0].sequence, BLOCK + 40 - left);
        assert_eq!(found.total, Some(left));
        // A cursor may stand where nothing is any more.
        for order in [AuditOrder::Oldest, AuditOrder::Newest] {
            let cursor = Cursor { order: order.as_str().to_owned(), key: String::new(), id: "1".to_owned() };
            let page = Page { after: Some(cursor), ..Page::first(10) };
            let found = search(view.as_mut(), &everything, order, &page, &mut Lens::none()).await?;
            let expected = if order == AuditOrder::Oldest { left.min(10) } else { 0 };
            assert_eq!(found.items.len() as u64, expected, "{order:?}");
        }
    }
    Ok(())
}

async fn counts_what_is_left_of_many_days(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut dice = Dice::new(5);
    let at = |n: i64| moment(0) + TimeDelta::minutes(97 * n);
    let records = (0..90).map(|n| Record { id: EntryId::new(), at: at(n), ..dice.record() });
    add(&store, organization, records).await?;
    while index::advance(&*store, organization).await? {}
    for gone in [0, 7, 20, 31] {
        if gone > 0 {
            leave(&store, organization, gone).await?;
        }
        let left = by_hand(&store, organization, &Query::everything()).await?;
        for (from, until) in [(-20, 120), (3, 88), (10, 12), (25, 70)] {
            for time_zone in [chrono_tz::UTC, chrono_tz::Tz::Asia__Kathmandu] {
                let window = SummaryWindow { from: at(from), until: at(until), time_zone };
                let found = summary(store.view(organization).await?.as_mut(), &window).await?;
                let inside = left.iter().filter(|it| (found.from..found.until).contains(&it.record.at));
                let (mut by_action, mut by_day) = (BTreeMap::new(), BTreeMap::<_, u64>::new());
                for entry in inside {
                    *by_action.entry(entry.record.action.clone()).or_default() += 1;
                    *by_day.entry(entry.record.at.with_timezone(&time_zone).date_naive()).or_default() += 1;
                }
                let days: BTreeMap<_, _> = found.by_day.iter().map(|it| (it.day, it.records)).collect();
                assert_eq!((found.by_action, days), (by_action, by_day), "{from}..{until} without {gone}");
            }
        }
    }
    Ok(())
}
