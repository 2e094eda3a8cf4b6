//! What a search finds by the index: the same as by reading every record.

use chrono::TimeDelta;
use chrono_tz::Tz;

use super::super::Subject;
use super::super::sample::{add_organization, add_organization_with_agent, moment, new_call, new_record};
use super::super::script::{Dice, audit_query};
use crate::audit::index::{self, BLOCK};
use crate::audit::personal::Lens;
use crate::audit::query::{Condition, Query};
use crate::audit::search::search;
use crate::audit::summary::summary;
use crate::audit::{
    AuditFilter, AuditOrder, AuditQuery, AuditSummary, Changes, Entry, EntryId, Record, SummaryWindow,
};
use crate::error::Result;
use crate::organization::OrganizationId;
use crate::page::{Listing, Page};
use crate::store::conformance::paging;

cases! { "audit_index":
    finds_what_reading_every_record_finds
    finds_across_blocks_in_both_orders
    reads_and_or_and_not_and_the_text_language
    counts_what_counting_every_record_counts
}

async fn find(
    store: &Subject,
    organization: OrganizationId,
    query: &Query,
    order: AuditOrder,
    page: &Page,
) -> Result<Listing<Entry>> {
    search(store.view(organization).await?.as_mut(), query, order, page, &mut Lens::none()).await
}

pub(super) async fn add(
    store: &Subject,
    organization: OrganizationId,
    records: impl Iterator<Item = Record>,
) -> Result<()> {
    let mut work = store.work(organization).await?;
    for record in records {
        work.record(record).await?;
    }
    work.commit().await
}

/// The records that the query wants, found by looking at each.
pub(super) async fn by_hand(
    store: &Subject,
    organization: OrganizationId,
    query: &Query,
) -> Result<Vec<Entry>> {
    let mut entries = store.view(organization).await?.audit().range(0, u32::MAX).await?;
    entries.retain(|entry| query.wants(entry));
    Ok(entries)
}

async fn finds_what_reading_every_record_finds(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut dice = Dice::new(7);
    // Records that the index has, more that it took in another step, and some that it does not have.
    for is_indexed in [true, true, false] {
        add(&store, organization, (0..30).map(|_| Record { id: EntryId::new(), ..dice.record() })).await?;
        while is_indexed && index::advance(&*store, organization).await? {}
    }
    for _ in 0..60 {
        let query = audit_query(&mut dice);
        let mut wanted = by_hand(&store, organization, &query).await?;
        for order in [AuditOrder::Oldest, AuditOrder::Newest] {
            let page = Page { count: true, ..Page::first(Page::MAX) };
            let found = find(&store, organization, &query, order, &page).await?;
            assert_eq!(found.items, wanted, "{query:?}");
            assert_eq!(found.total, Some(wanted.len() as u64), "{query:?}");
            wanted.reverse();
        }
        let page = dice.page();
        let page = Page { after: None, limit: page.limit.min(9), ..page };
        let found = find(&store, organization, &query, AuditOrder::Newest, &page).await?;
        let rest = wanted.iter().rev().skip(page.skip as usize).take(page.limit as usize);
        assert!(found.items.iter().eq(rest), "{page:?} of {query:?}");
    }
    Ok(())
}

async fn finds_across_blocks_in_both_orders(store: Subject) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    let calls: Vec<_> = (0..BLOCK as i64 + 40)
        .map(|n| {
            let mut call = new_call(organization, agent);
            call.record.at = moment(n);
            if n % 2000 == 0 {
                call.record.action = "rare".to_owned();
            }
            call
        })
        .collect();
    for calls in calls.chunks(1024) {
        store.append(calls).await?;
    }
    while index::advance(&*store, organization).await? {}
    let rare = Query::Is(Condition::Action("rare".to_owned()));
    let late = Query::All(vec![rare.clone(), Query::Is(Condition::From(moment(BLOCK as i64 - 500)))]);
    for query in [rare, late] {
        let mut wanted = by_hand(&store, organization, &query).await?;
        for order in [AuditOrder::Oldest, AuditOrder::Newest] {
            let list = async |page: Page| find(&store, organization, &query, order, &page).await;
            paging::holds(&wanted, list).await?;
            wanted.reverse();
        }
    }
    Ok(())
}

async fn reads_and_or_and_not_and_the_text_language(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let actions = ["create", "update", "delete", "update"];
    let records = actions.iter().zip(0..).map(|(action, n)| {
        let record = Record { at: moment(n), ..new_record(action) };
        Record { changes: Changes::none().with("total", n * 1000), ..record }
    });
    add(&store, organization, records).await?;
    index::advance(&*store, organization).await?;
    let action = |action: &str| {
        AuditQuery::from(AuditFilter { action: Some(action.to_owned()), ..AuditFilter::default() })
    };
    let text =
        |text: &str| AuditQuery::from(AuditFilter { q: Some(text.to_owned()), ..AuditFilter::default() });
    let queries = [
        (AuditQuery { any: vec![action("create"), action("delete")], ..AuditQuery::default() }, vec![2, 0]),
        (AuditQuery { none: vec![action("update")], ..AuditQuery::default() }, vec![2, 0]),
        (
            AuditQuery { all: vec![action("update"), text("changes.total>=3000")], ..AuditQuery::default() },
            vec![3],
        ),
        (text("changes.total>1000"), vec![3, 2]),
        (text("changes.total:2000.0"), vec![2]),
        (text("-action:update changes.total<1"), vec![0]),
        (text("(action:create OR action:delete) -TOTAL"), vec![]),
        (text("sequence>=1 sequence<3"), vec![2, 1]),
        (text("creat"), vec![0]),
    ];
    for (query, expected) in queries {
        let found = find(&store, organization, &query.query()?, query.order(), &Page::default()).await?;
        let sequences: Vec<_> = found.items.iter().map(|entry| entry.sequence).collect();
        assert_eq!(sequences, expected, "{query:?}");
    }
    Ok(())
}

async fn counts_what_counting_every_record_counts(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut dice = Dice::new(11);
    let mut apart =
        |n: i64| Record { id: EntryId::new(), at: moment(0) + TimeDelta::minutes(7 * n), ..dice.record() };
    add(&store, organization, (0..40).map(&mut apart)).await?;
    add(&store, organization, (1..40).map(|n| apart(23 * n))).await?;
    let asked = [(0, 1), (0, 4), (3, 9), (1, 1), (0, 200), (-30, 80), (5, 60), (24, 48), (20, 50), (23, 30)];
    let window = |(from, until): (i64, i64), time_zone: Tz| {
        let at = |hours: i64| moment(0) + TimeDelta::hours(hours) + TimeDelta::minutes(5);
        SummaryWindow { from: at(from) - TimeDelta::minutes(1), until: at(until), time_zone }
    };
    let mut by_reading = Vec::new();
    for hours in asked {
        for zone in [Tz::UTC, Tz::Asia__Kathmandu] {
            by_reading.push(sum(&store, organization, &window(hours, zone)).await?);
        }
    }
    index::advance(&*store, organization).await?;
    let mut by_index = Vec::new();
    for hours in asked {
        for zone in [Tz::UTC, Tz::Asia__Kathmandu] {
            by_index.push(sum(&store, organization, &window(hours, zone)).await?);
        }
    }
    assert_eq!(by_index, by_reading);
    let (all, whole) = (by_hand(&store, organization, &Query::everything()).await?, &by_index[2]);
    let inside = all.iter().filter(|entry| (whole.from..whole.until).contains(&entry.record.at)).count();
    assert_eq!(whole.total, inside as u64);
    assert_eq!(whole.by_day.iter().map(|day| day.records).sum::<u64>(), whole.total);
    assert_eq!(whole.by_action.values().sum::<u64>(), whole.total);
    assert!(whole.total > 20, "{whole:?}");
    Ok(())
}

async fn sum(store: &Subject, organization: OrganizationId, window: &SummaryWindow) -> Result<AuditSummary> {
    summary(store.view(organization).await?.as_mut(), window).await
}
