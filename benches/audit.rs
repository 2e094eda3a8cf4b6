//! The audit log's proof: what the tree costs the journal, how fast it proves, how fast a log is hashed anew and exported.

#[path = "audit/exports.rs"]
mod exports;

use std::hint::black_box;
use std::time::{Duration, Instant};

use agenthub_benches::{Failure, Table};
use agenthub_core::agent::{AiAgent, Call, Definition, Description, Output};
use agenthub_core::audit::verify::{Evidence, verify};
use agenthub_core::audit::{AuditFilter, HeadSigner};
use agenthub_core::organization::OrganizationId;
use agenthub_core::page::Page;
use agenthub_core::store::Store;
use agenthub_core::{Caller, Hub, HubOptions, Result, Session, async_trait};
use agenthub_server::{Settings, with_exports};
use agenthub_store::SqlStore;
use agenthub_store::testing::{TestDatabase, postgres_is_there};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use exports::exports;

/// The program's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Calls at the same time.
const CALLERS: usize = 64;
/// For how long a rate is measured; each side takes turns.
const ROUND: Duration = Duration::from_secs(3);
const ROUNDS: usize = 5;
/// Records of the log that is proven and verified.
const RECORDS: u64 = 1_000_000;

struct Echo;

#[async_trait]
impl AiAgent for Echo {
    fn describe(&self) -> Description {
        Description::new("Says it again").capability("echo", "Says it again")
    }
    async fn invoke(&self, call: Call) -> Result<Output> {
        Ok(Value::clone(&call.input).into())
    }
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Result<(), Failure> {
    let mut table = Table::default();
    let (with, without) = (TestDatabase::sqlite_file()?, TestDatabase::sqlite_file()?);
    journal(&mut table, "SQLite", with, without).await?;
    if postgres_is_there().await {
        let (with, without) = (TestDatabase::postgres().await?, TestDatabase::postgres().await?);
        journal(&mut table, "PostgreSQL", with, without).await?;
    }
    table.print("The journal beside the audit log's tree and index");
    let mut table = Table::default();
    proofs(&mut table).await?;
    table.print("The audit log's proof");
    Ok(())
}

fn signer() -> Result<HeadSigner> {
    HeadSigner::new("hub.example.org", &[1; 32])
}

/// A rhythm at which nothing is done while this runs.
const NEVER: Duration = Duration::from_secs(1_000_000);

/// A hub that builds trees and signs heads at this rhythm, and an agent on it.
async fn session(
    store: SqlStore,
    tree: Duration,
    heads: Duration,
    settings: &Settings,
) -> Result<(Session, agenthub_core::Agent)> {
    let options = HubOptions { tree_every: tree, heads_every: heads, ..HubOptions::default() };
    let hub = Hub::builder(store).options(options).runtime("echo", Echo).head_signer(signer()?);
    let hub = with_exports(hub, settings).build();
    let session = hub.enter(Caller::system(hub.create_organization("Acme").await?.id));
    let agent = session.agents().create(Definition::new("Echo", "echo")).await?;
    Ok((session, agent))
}

/// The governed call with the tree at its usual rhythm, against without.
async fn journal(
    table: &mut Table,
    name: &str,
    with: TestDatabase,
    without: TestDatabase,
) -> Result<(), Failure> {
    let usual = HubOptions::default();
    let on = session(with.store().await?, usual.tree_every, usual.heads_every, &Settings::default()).await?;
    let off = session(without.store().await?, NEVER, NEVER, &Settings::default()).await?;
    let (mut ours, mut floor) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        floor.push(rate(&off).await);
        ours.push(rate(&on).await);
    }
    table.rates(&format!("calls on {name}, tree and index on against off"), median(ours), median(floor), 0.9);
    Ok(())
}

/// Calls a second.
async fn rate((session, agent): &(Session, agenthub_core::Agent)) -> f64 {
    let begun = Instant::now();
    let callers = (0..CALLERS).map(|_| {
        let (session, id) = (session.clone(), agent.id);
        tokio_util::task::TaskTracker::new().spawn(async move {
            let mut calls = 0_u32;
            while begun.elapsed() < ROUND {
                drop(black_box(session.invoke_on(id, "echo", json!({ "text": "hello" })).await));
                calls += 1;
            }
            calls
        })
    });
    let mut calls = 0;
    for caller in callers.collect::<Vec<_>>() {
        calls += caller.await.unwrap_or_default();
    }
    f64::from(calls) / begun.elapsed().as_secs_f64()
}

fn median(mut rates: Vec<f64>) -> f64 {
    rates.sort_by(f64::total_cmp);
    rates[rates.len() / 2]
}

async fn proofs(table: &mut Table) -> Result<(), Failure> {
    let database = TestDatabase::sqlite_file()?;
    let files = tempfile::tempdir()?;
    let settings = Settings { audit_export_directory: files.path().into(), ..Settings::default() };
    let (session, agent) = session(database.store().await?, NEVER, NEVER, &settings).await?;
    let mut written = 0;
    while written < RECORDS {
        let calls = (0..CALLERS).map(|_| {
            let (session, id) = (session.clone(), agent.id);
            tokio_util::task::TaskTracker::new().spawn(async move {
                for _ in 0..50 {
                    drop(session.invoke_on(id, "echo", json!({ "text": "hello" })).await);
                }
            })
        });
        for call in calls.collect::<Vec<_>>() {
            drop(call.await);
        }
        written += 50 * CALLERS as u64;
    }
    let begun = Instant::now();
    let head = session.audit().sign_head().await?;
    let build = begun.elapsed();
    table.row(
        "leaves built into the tree",
        format!("{:.0}/s", head.size as f64 / build.as_secs_f64()),
        String::new(),
        String::new(),
        String::new(),
    );

    let entries = session.audit().list(AuditFilter::default(), &Page::first(1000)).await?.items;
    let begun = Instant::now();
    for entry in entries.iter().skip(1) {
        black_box(session.audit().prove(entry.record.id, Some(head.size)).await?);
    }
    let proofs = entries.len() as f64 / begun.elapsed().as_secs_f64();
    table.row(
        &format!("inclusion proofs at {} records", head.size),
        format!("{proofs:.0}/s"),
        String::new(),
        String::new(),
        String::new(),
    );

    let store = database.store().await?;
    let organization = session.caller().organization;
    let evidence = Evidence { keys: signer()?.keys(organization), witnessed: vec![head.note] };
    let begun = Instant::now();
    let report = verify(store.view(organization).await?.as_mut(), organization, &evidence).await?;
    let verified = report.records as f64 / begun.elapsed().as_secs_f64();
    assert_eq!(report.fault, None);
    let hashed = bare(&store, organization).await?;
    table.row(
        "records verified, beside SHA-256 over the same bytes",
        format!("{verified:.0}/s"),
        format!("{hashed:.0}/s"),
        format!("{:.2}", verified / hashed),
        String::new(),
    );
    exports(table, &session, hashed).await
}

/// Records a second when nothing is done but SHA-256 over the JSON of each.
async fn bare(store: &SqlStore, organization: OrganizationId) -> Result<f64> {
    let entries = store.view(organization).await?.audit().range(0, 10_000).await?;
    let bytes: Vec<Vec<u8>> = entries.iter().filter_map(|entry| serde_json::to_vec(entry).ok()).collect();
    let begun = Instant::now();
    for record in &bytes {
        black_box(Sha256::digest(record));
    }
    Ok(bytes.len() as f64 / begun.elapsed().as_secs_f64())
}
