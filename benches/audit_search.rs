//! How long a search of the audit log takes as the log grows, beside reading as many records from its end.
//!
//! `cargo bench -p agenthub-benches --bench audit_search`; another size: `-- 10000000`, which writes for a quarter of an
//! hour; one database alone: `-- SQLite`.

#[path = "audit_search/log.rs"]
mod log;

use std::hint::black_box;
use std::time::{Duration, Instant};

use agenthub_benches::{Failure, Table};
use agenthub_core::audit::{AuditFilter, AuditQuery, SummaryWindow};
use agenthub_core::page::Page;
use agenthub_store::testing::{TestDatabase, postgres_is_there};
use chrono::TimeDelta;

use log::Log;

/// How many records a log has where nothing is said.
const RECORDS: [u64; 2] = [10_000, 1_000_000];
/// How often each search is made.
const SEARCHES: usize = 60;
/// How many records are wanted.
const PAGE: u32 = 50;
/// What 95 of 100 searches should stay under.
const AIM: Duration = Duration::from_millis(50);

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Result<(), Failure> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let sizes: Vec<u64> = words.iter().filter_map(|word| word.parse().ok()).collect();
    let sizes = if sizes.is_empty() { RECORDS.to_vec() } else { sizes };
    let wants = |name: &str| {
        let mut names = words.iter().filter(|word| word.parse::<u64>().is_err()).peekable();
        names.peek().is_none() || names.any(|word| name.contains(word.as_str()))
    };
    for records in sizes {
        if wants("SQLite") {
            searches("SQLite", records, TestDatabase::sqlite_file()?).await?;
        }
        if wants("PostgreSQL") && postgres_is_there().await {
            searches("PostgreSQL", records, TestDatabase::postgres().await?).await?;
        }
    }
    Ok(())
}

async fn searches(name: &str, records: u64, database: TestDatabase) -> Result<(), Failure> {
    let mut table = Table::default();
    let log = Log::write(&database, records).await?;
    let rate = |took: Duration| format!("{:.0}/s", records as f64 / took.as_secs_f64());
    table.row("records written", rate(log.written_in), String::new(), String::new(), String::new());
    table.row("records indexed", rate(log.indexed_in), String::new(), String::new(), String::new());
    let floor = p95(async || log.tail(PAGE).await).await?;
    for (what, wanted) in wanted(&log) {
        let page = Page::first(PAGE);
        let found = p95(async || Ok(log.session.audit().list(wanted.clone(), &page).await?)).await?;
        table.bounded(what, found, floor, AIM);
    }
    let until = log.now();
    for (what, days) in [("summary of 30 days", 30), ("summary of a year", 365)] {
        let from = until - TimeDelta::days(days);
        let window = SummaryWindow { from, until, time_zone: chrono_tz::Europe::Paris };
        let took = p95(async || Ok(log.session.audit().summary(&window).await?)).await?;
        table.bounded(what, took, floor, AIM);
    }
    table.print(&format!("A log of {records} records on {name}: p95; the floor reads its last {PAGE}"));
    Ok(())
}

/// What people ask for.
fn wanted(log: &Log) -> Vec<(&'static str, AuditQuery)> {
    let text = |q: &str| AuditFilter { q: Some(q.to_owned()), ..AuditFilter::default() }.into();
    let week = format!("at>={} at<{}", log.week.0, log.week.1);
    vec![
        ("everything, newest first", AuditFilter::default().into()),
        ("a frequent action", text("action:invoke")),
        ("a rare action", text("action:delete")),
        ("one actor", text(&format!("actor:{}", log.actor))),
        ("one thing of unknown kind", text(&format!("entity:{}", log.thing))),
        ("one thing", text(&format!("entity.type:agent entity:{}", log.thing))),
        ("agents that failed", text("actor.type:ai_agent -outcome:ok")),
        ("a tag and a severity", text("tag:gdpr severity>=warning")),
        ("one of two errors", text("error:invocation.timeout OR error:auth.denied")),
        ("an actor in one week", text(&format!("actor:{} {week}", log.actor))),
        ("a changed value", text("action:update changes.price>990")),
        ("a request", text(&format!("request:{}", log.request))),
        ("a request on one day", text(&format!("request:{} at:{}", log.request, log.day))),
        ("a word on one day", text(&format!("zebra at:{}", log.day))),
    ]
}

/// The time that 95 of 100 stay under.
async fn p95<T>(mut work: impl AsyncFnMut() -> Result<T, Failure>) -> Result<Duration, Failure> {
    let mut times = Vec::with_capacity(SEARCHES);
    for _ in 0..SEARCHES {
        let begun = Instant::now();
        drop(black_box(work().await?));
        times.push(begun.elapsed());
    }
    times.sort_unstable();
    Ok(times[SEARCHES * 95 / 100])
}
