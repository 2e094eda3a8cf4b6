//! Forwarding by the program itself, to real files, ports and addresses, with crashes in the middle.

mod authority;
mod receivers;
mod secure_port;
mod tls;
mod visitor;

use std::collections::BTreeMap;
use std::path::Path;

use agenthub_store::testing::{TestDatabase, postgres_is_required, postgres_is_there};
use reqwest::StatusCode;
use serde_json::Value;

use crate::support::desk::eventually;
use crate::support::program::{Program, agenthub};
use crate::support::skipped;
use receivers::{Port, Web};
use visitor::Visitor;

/// What was received: of each organization the sequence numbers, in the order of their coming.
fn numbers(lines: &str) -> BTreeMap<String, Vec<u64>> {
    let mut numbers = BTreeMap::<String, Vec<u64>>::new();
    // What a crash cut short is no JSON; it came again.
    for event in lines.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
        let metadata = &event["metadata"];
        assert_eq!(metadata["version"], "1.8.0", "{event}");
        let organization = metadata["tenant_uid"].as_str().unwrap().to_owned();
        numbers.entry(organization).or_default().push(metadata["sequence"].as_u64().unwrap());
    }
    numbers
}

/// How many records of an organization were received. None is left out: each is at most one further than all before.
fn received(lines: &str, organization: &str) -> u64 {
    let mut next = 0;
    for number in numbers(lines).remove(organization).unwrap_or_default() {
        assert!(number <= next, "{number} came before {next}");
        next = next.max(number + 1);
    }
    next
}

fn read(file: &Path) -> String {
    std::fs::read_to_string(file).unwrap_or_default()
}

async fn until(count: u64, organization: &str, lines: impl Fn() -> String) {
    eventually(async || {
        // Whoever waits for a lease to end waits for seconds.
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        (received(&lines(), organization) >= count).then_some(())
    })
    .await;
}

/// Starts the program, which forwards to this target.
fn start(directory: &Path, target: &str) -> Program {
    Program::start(directory, &["--audit-forward", target])
}

#[tokio::test]
async fn a_file_has_every_record_in_order_also_where_it_is_moved_away() {
    let directory = tempfile::tempdir().unwrap();
    let (file, moved) = (directory.path().join("audit.jsonl"), directory.path().join("audit.1.jsonl"));
    let program = start(directory.path(), &format!("file://{}", file.display()));
    let ada = Visitor::register(program.address(), "ada@example.org").await;
    let bob = Visitor::register(program.address(), "bob@example.org").await;
    tokio::join!(ada.work(40), bob.work(10));
    until(43, &ada.organization, || read(&file)).await;
    until(13, &bob.organization, || read(&file)).await;
    std::fs::rename(&file, &moved).unwrap();
    ada.work(1).await;
    until(44, &ada.organization, || read(&moved) + &read(&file)).await;
    assert!(read(&file).lines().count() >= 1);
    program.stop("-TERM");
}

#[tokio::test]
async fn a_line_that_a_crash_cut_short_does_not_spoil_the_next_one() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("audit.jsonl");
    std::fs::write(&file, "{\"cut\":").unwrap();
    let program = start(directory.path(), &format!("file://{}", file.display()));
    let ada = Visitor::register(program.address(), "ada@example.org").await;
    until(3, &ada.organization, || read(&file)).await;
    assert_eq!(read(&file).lines().next(), Some("{\"cut\":"));
}

#[tokio::test]
async fn a_program_that_is_killed_in_the_middle_loses_nothing() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("audit.jsonl");
    let target = format!("file://{}", file.display());
    let mut known = None;
    let mut made = 0;
    for round in 0..2 {
        let program = start(directory.path(), &target);
        let ada = match round {
            0 => Visitor::register(program.address(), "ada@example.org").await,
            _ => Visitor::login(program.address(), "ada@example.org").await,
        };
        ada.work(60).await;
        made += 60;
        // With SIGKILL, wherever it is just now.
        drop(program);
        known = Some(ada.organization);
    }
    let organization = known.unwrap();
    let program = start(directory.path(), &target);
    visitor::long(async || {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        (received(&read(&file), &organization) >= made + 4).then_some(())
    })
    .await;
    program.stop("-TERM");
}

#[tokio::test]
async fn what_was_taken_and_not_written_down_comes_again_after_the_program_was_killed() {
    let web = Web::open(Vec::new()).await;
    let directory = tempfile::tempdir().unwrap();
    let url = format!("http://{}", web.address);
    let program = start(directory.path(), &url);
    let ada = Visitor::register(program.address(), "ada@example.org").await;
    until(3, &ada.organization, || web.lines()).await;
    web.be_silent(true);
    ada.work(20).await;
    until(4, &ada.organization, || web.lines()).await;
    // It waits for an answer.
    drop(program);
    web.be_silent(false);
    let program = start(directory.path(), &url);
    visitor::long(async || {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        let numbers = numbers(&web.lines()).remove(&ada.organization)?;
        let is_there_again = numbers.iter().filter(|number| **number == 3).count() == 2;
        (is_there_again && received(&web.lines(), &ada.organization) == 23).then_some(())
    })
    .await;
    program.stop("-TERM");
}

#[tokio::test]
async fn a_port_whose_reader_breaks_off_is_sent_everything_again() {
    let port = Port::open(2).await;
    let directory = tempfile::tempdir().unwrap();
    let program = start(directory.path(), &format!("tcp://{}", port.address));
    let ada = Visitor::register(program.address(), "ada@example.org").await;
    ada.work(20).await;
    until(23, &ada.organization, || port.lines()).await;
    assert_eq!(port.broken(), 2);
    program.stop("-TERM");
}

#[tokio::test]
async fn an_address_that_fails_and_recovers_has_every_record_and_its_failures_are_told() {
    let web = Web::open(vec![StatusCode::SERVICE_UNAVAILABLE, StatusCode::TOO_MANY_REQUESTS]).await;
    let directory = tempfile::tempdir().unwrap();
    let url = format!("http://{}/in/hunter2", web.address);
    let arguments = ["--audit-forward", &url, "--audit-forward-header", "Authorization: Splunk hunter3"];
    let program = Program::start(directory.path(), &arguments);
    let ada = Visitor::register(program.address(), "ada@example.org").await;
    ada.work(20).await;
    until(23, &ada.organization, || web.lines()).await;
    assert_eq!(web.authorization(), "Splunk hunter3");
    let target = format!("target=\"http://{}/#", web.address);
    eventually(async || {
        let metrics = ada.text("/metrics").await;
        let has = |beginning: &str, end: &str| {
            let is =
                |line: &&str| line.starts_with(beginning) && line.contains(&target) && line.ends_with(end);
            metrics.lines().find(is).map(|_| ())
        };
        has("agenthub_audit_forwarding_records", " 0")?;
        has("agenthub_audit_forwarding_failures_total", " 2")?;
        has("agenthub_audit_forwarded_total", " 23")
    })
    .await;
    let health: Value = serde_json::from_str(&ada.text("/health").await).unwrap();
    assert_eq!(health["checks"]["audit_forwarding"]["status"], "healthy", "{health}");
    program.stop("-TERM");
}

#[tokio::test]
async fn what_an_address_refuses_is_kept_and_health_says_so_without_secrets() {
    let web = Web::open(vec![StatusCode::UNAUTHORIZED; 3]).await;
    let directory = tempfile::tempdir().unwrap();
    let program = start(directory.path(), &format!("http://{}/in/hunter2", web.address));
    let ada = Visitor::register(program.address(), "ada@example.org").await;
    let detail = ada.hears("it refuses: it answered 401 Unauthorized").await;
    assert!(!detail.contains("hunter2"), "{detail}");
    until(3, &ada.organization, || web.lines()).await;
    program.stop("-TERM");
}

#[tokio::test]
async fn of_two_programs_on_one_database_one_forwards_and_the_other_goes_on_when_it_is_killed() {
    if !(postgres_is_there().await || postgres_is_required()) {
        return skipped("PostgreSQL is not there");
    }
    let database = TestDatabase::postgres().await.unwrap();
    let web = Web::open(Vec::new()).await;
    let directory = tempfile::tempdir().unwrap();
    let url = format!("http://{}", web.address);
    let start = || {
        let arguments = ["--auto-migrate", "always", "--listen", "127.0.0.1:0", "--log", "warn"];
        let mut command = agenthub(directory.path(), &arguments);
        Program::run(command.args(["--audit-forward", &url]).env("DATABASE_URL", database.url()))
    };
    let first = start();
    let ada = Visitor::register(first.address(), "ada@example.org").await;
    until(3, &ada.organization, || web.lines()).await;
    let second = start();
    let there = Visitor::login(second.address(), "ada@example.org").await;
    tokio::join!(ada.work(30), there.work(30));
    until(64, &ada.organization, || web.lines()).await;
    assert_eq!(numbers(&web.lines())[&ada.organization].len(), 64, "one at a time, so nothing came twice");
    drop(first);
    there.work(5).await;
    visitor::long(async || {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        (received(&web.lines(), &ada.organization) >= 69).then_some(())
    })
    .await;
    second.stop("-TERM");
}
