//! The index of the audit log: what a step leaves, and whose it is.

pub(super) mod forgotten;
pub(super) mod found;

use chrono::{DateTime, TimeDelta, Utc};

use super::Subject;
use super::sample::{add_organization, code, moment};
use crate::audit::index::{Block, Count, Dimension, IndexStep, Part, Places, Posting};
use crate::error::{Code, Result};
use crate::organization::OrganizationId;

cases! { "audit_index":
    begins_empty
    keeps_what_a_step_brings
    replaces_blocks_and_postings_and_adds_counts_up
    steps_only_from_its_length
    of_two_that_step_at_once_one_does
    a_dropped_step_leaves_nothing
    refuses_an_unknown_organization
    another_organizations_index_does_not_exist
    finds_only_the_wanted_terms_and_blocks
    adds_up_the_quarters_of_a_window
    adds_up_windows_of_many_days
    adds_up_windows_of_many_months
}

const ANY: std::ops::Range<u64> = 0..1 << 40;

fn posting(term: &str, block: u64, places: &[u32]) -> Posting {
    Posting { term: term.to_owned(), block, places: places.iter().copied().collect::<Places>() }
}

fn block(number: u64, earliest: i64, latest: i64) -> Block {
    let part = |number, hours| Part { number, earliest: moment(earliest), latest: moment(latest) + hours };
    Block { number, parts: vec![part(3, TimeDelta::zero()), part(31, TimeDelta::hours(1))] }
}

/// The quarter of an hour with this number.
fn quarter(number: i64) -> DateTime<Utc> {
    moment(0) + TimeDelta::minutes(15 * number)
}

fn count(number: i64, dimension: Dimension, value: &str, records: u64) -> Count {
    Count { quarter: quarter(number), dimension, value: value.to_owned(), records }
}

fn step(length: u64) -> IndexStep {
    IndexStep {
        length,
        blocks: vec![block(0, 5, 9), block(1, 9, 9)],
        postings: vec![posting("action:a", 0, &[1, 8191]), posting("tag:日 \"x\"", 1, &[0])],
        counts: vec![count(0, Dimension::Action, "a", 2), count(1, Dimension::Entity, "[\"x\",\"日\"]", 1)],
    }
}

async fn advance(store: &Subject, organization: OrganizationId, from: u64, step: &IndexStep) -> Result<bool> {
    let mut work = store.work(organization).await?;
    let is_done = work.audit_index().advance(from, step).await?;
    work.commit().await?;
    Ok(is_done)
}

async fn postings(store: &Subject, organization: OrganizationId, terms: &[&str]) -> Result<Vec<Posting>> {
    let terms: Vec<_> = terms.iter().map(|term| (*term).to_owned()).collect();
    let mut found = store.view(organization).await?.audit_index().postings(&terms, ANY).await?;
    found.sort_by(|a, b| (&a.term, a.block).cmp(&(&b.term, b.block)));
    Ok(found)
}

async fn sums(store: &Subject, organization: OrganizationId) -> Result<Vec<(Dimension, String, u64)>> {
    let window = quarter(0)..quarter(100);
    let mut sums = store.view(organization).await?.audit_index().sums(window).await?;
    sums.sort();
    Ok(sums)
}

async fn begins_empty(store: Subject) -> Result<()> {
    for organization in [add_organization(&*store).await?, OrganizationId::new()] {
        assert_eq!(store.view(organization).await?.audit_index().length().await?, 0);
        assert!(store.view(organization).await?.audit_index().blocks(ANY).await?.is_empty());
        assert!(postings(&store, organization, &["action:a"]).await?.is_empty());
        assert!(sums(&store, organization).await?.is_empty());
    }
    Ok(())
}

async fn keeps_what_a_step_brings(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let step = step(8193);
    assert!(advance(&store, organization, 0, &step).await?);
    let mut view = store.view(organization).await?;
    assert_eq!(view.audit_index().length().await?, 8193);
    assert_eq!(view.audit_index().blocks(ANY).await?, step.blocks);
    drop(view);
    assert_eq!(postings(&store, organization, &["action:a", "tag:日 \"x\""]).await?, step.postings);
    let expected =
        [(Dimension::Action, "a".to_owned(), 2), (Dimension::Entity, "[\"x\",\"日\"]".to_owned(), 1)];
    assert_eq!(sums(&store, organization).await?, expected);
    Ok(())
}

async fn replaces_blocks_and_postings_and_adds_counts_up(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    advance(&store, organization, 0, &step(10)).await?;
    let next = IndexStep {
        length: 20,
        blocks: vec![block(0, 1, 99)],
        postings: vec![posting("action:a", 0, &[1, 2, 3])],
        counts: vec![count(0, Dimension::Action, "a", 40), count(0, Dimension::Actor, "a", 1)],
    };
    assert!(advance(&store, organization, 10, &next).await?);
    assert_eq!(
        store.view(organization).await?.audit_index().blocks(ANY).await?,
        [block(0, 1, 99), block(1, 9, 9)]
    );
    assert_eq!(postings(&store, organization, &["action:a"]).await?, next.postings);
    let found = sums(&store, organization).await?;
    assert!(found.contains(&(Dimension::Action, "a".to_owned(), 42)), "{found:?}");
    assert!(found.contains(&(Dimension::Actor, "a".to_owned(), 1)), "{found:?}");
    Ok(())
}

async fn steps_only_from_its_length(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    assert!(!advance(&store, organization, 1, &step(10)).await?);
    assert!(advance(&store, organization, 0, &step(10)).await?);
    assert!(!advance(&store, organization, 0, &step(10)).await?);
    assert_eq!(sums(&store, organization).await?.iter().map(|(.., records)| records).sum::<u64>(), 3);
    Ok(())
}

async fn of_two_that_step_at_once_one_does(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let step = step(10);
    let (one, other) =
        tokio::join!(advance(&store, organization, 0, &step), advance(&store, organization, 0, &step));
    assert_ne!(one?, other?);
    assert_eq!(sums(&store, organization).await?.iter().map(|(.., records)| records).sum::<u64>(), 3);
    Ok(())
}

async fn a_dropped_step_leaves_nothing(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut work = store.work(organization).await?;
    assert!(work.audit_index().advance(0, &step(10)).await?);
    drop(work);
    assert_eq!(store.view(organization).await?.audit_index().length().await?, 0);
    assert!(sums(&store, organization).await?.is_empty());
    Ok(())
}

async fn refuses_an_unknown_organization(store: Subject) -> Result<()> {
    let done = advance(&store, OrganizationId::new(), 0, &step(10)).await;
    assert_eq!(code(done), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn another_organizations_index_does_not_exist(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    advance(&store, theirs, 0, &step(10)).await?;
    assert_eq!(store.view(ours).await?.audit_index().length().await?, 0);
    assert!(store.view(ours).await?.audit_index().blocks(ANY).await?.is_empty());
    assert!(postings(&store, ours, &["action:a"]).await?.is_empty());
    assert!(sums(&store, ours).await?.is_empty());
    Ok(())
}

async fn finds_only_the_wanted_terms_and_blocks(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let all = [posting("a", 0, &[1]), posting("a", 1, &[2]), posting("a", 2, &[3]), posting("b", 1, &[4])];
    let step = IndexStep { length: 1, postings: all.to_vec(), ..IndexStep::default() };
    advance(&store, organization, 0, &step).await?;
    assert_eq!(postings(&store, organization, &["a", "c"]).await?, all[..3]);
    assert!(postings(&store, organization, &[]).await?.is_empty());
    let terms = ["a".to_owned(), "b".to_owned()];
    let mut found = store.view(organization).await?.audit_index().postings(&terms, 1..2).await?;
    found.sort_by(|a, b| a.term.cmp(&b.term));
    assert_eq!(found, [all[1].clone(), all[3].clone()]);
    assert!(store.view(organization).await?.audit_index().postings(&terms, 2..2).await?.is_empty());
    Ok(())
}

async fn adds_up_the_quarters_of_a_window(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let counts = (0..4).flat_map(|n| {
        [("a", 1), ("b", 10)].map(|(value, records)| count(n, Dimension::Severity, value, records))
    });
    let other = count(1, Dimension::Outcome, "a", 1000);
    let step = IndexStep { length: 1, counts: counts.chain([other]).collect(), ..IndexStep::default() };
    advance(&store, organization, 0, &step).await?;
    let mut view = store.view(organization).await?;
    let span = |from, until| quarter(from)..quarter(until);
    let spans = [span(1, 3), span(0, 1), span(2, 2), span(3, 90), span(-90, 0), span(2, 3)];
    assert_eq!(view.audit_index().totals(&spans).await?, [22, 11, 0, 11, 0, 11]);
    assert!(view.audit_index().totals(&[]).await?.is_empty());
    let mut found = view.audit_index().sums(span(1, 3)).await?;
    found.sort();
    let expected =
        [(Dimension::Severity, "a", 2), (Dimension::Severity, "b", 20), (Dimension::Outcome, "a", 1000)];
    assert_eq!(found, expected.map(|(dimension, value, records)| (dimension, value.to_owned(), records)));
    Ok(())
}

async fn adds_up_windows_of_many_days(store: Subject) -> Result<()> {
    const DAY: i64 = 96;
    let organization = add_organization(&*store).await?;
    let records = |n: i64| 1 + (n * n % 7) as u64;
    let some = |from: i64, length: u64| IndexStep {
        length,
        counts: (from..5 * DAY).step_by(2).map(|n| count(n, Dimension::Severity, "a", records(n))).collect(),
        ..IndexStep::default()
    };
    advance(&store, organization, 0, &some(0, 1)).await?;
    advance(&store, organization, 1, &some(1, 2)).await?;
    let mut view = store.view(organization).await?;
    for (from, until) in
        [(0, 480), (3, 477), (50, 60), (95, 97), (96, 192), (90, 290), (1, 96), (192, 300), (-50, 900)]
    {
        let expected = (from.max(0)..until.min(5 * DAY)).map(records).sum::<u64>();
        let window = quarter(from)..quarter(until);
        let found = view.audit_index().sums(window.clone()).await?;
        assert_eq!(found, [(Dimension::Severity, "a".to_owned(), expected)], "{from}..{until}");
        assert_eq!(view.audit_index().totals(&[window]).await?, [expected], "{from}..{until}");
    }
    Ok(())
}

async fn adds_up_windows_of_many_months(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let days = 0..130_i64;
    let (records, at) = (|day: i64| 1 + (day * day % 11) as u64, |day: i64| 96 * day + day % 96);
    let counts = days.clone().map(|day| count(at(day), Dimension::Action, "a", records(day)));
    let step = IndexStep { length: 1, counts: counts.collect(), ..IndexStep::default() };
    advance(&store, organization, 0, &step).await?;
    let mut view = store.view(organization).await?;
    // Each first day of a month is met by one window or another, from either side.
    for from in days.clone() {
        for until in [from + 1, from + 30, from + 31, from + 62, from + 93] {
            let window = 96 * from..96 * until + 5;
            let expected = days.clone().filter(|day| window.contains(&at(*day))).map(records).sum::<u64>();
            let found = view.audit_index().sums(quarter(window.start)..quarter(window.end)).await?;
            assert_eq!(found, [(Dimension::Action, "a".to_owned(), expected)], "{window:?}");
        }
    }
    Ok(())
}
