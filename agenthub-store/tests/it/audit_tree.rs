//! One tree, however many processes build it, and however they end.

use std::env;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, ExitCode, Stdio};
use std::time::Duration;

use agenthub_core::audit::verify::{Evidence, Report, verify};
use agenthub_core::audit::{Changes, Entity, HeadSigner, NewRecord, Severity};
use agenthub_core::interaction::Outcome as Ended;
use agenthub_core::organization::OrganizationId;
use agenthub_core::store::Store;
use agenthub_core::subject_key::MasterKey;
use agenthub_core::{Caller, Hub, HubOptions, Result, Session};
use agenthub_store::SqlStore;
use agenthub_store::testing::TestDatabase;
use libtest_mimic::Failed;
use tokio::runtime::Runtime;

use crate::Outcome;

const URL: &str = "AGENTHUB_TEST_TREE_URL";
const ORGANIZATION: &str = "AGENTHUB_TEST_TREE_ORGANIZATION";

/// Records that are acknowledged before the kill.
const ACKNOWLEDGED: usize = 60;

pub(crate) fn signer() -> Result<HeadSigner> {
    HeadSigner::new("hub.example.org", &[1; 32])
}

/// A hub that builds trees and signs heads all the time.
pub(crate) fn busy_hub(store: SqlStore) -> Result<Hub> {
    let often = Duration::from_millis(1);
    let options = HubOptions { tree_every: often, heads_every: often, ..HubOptions::default() };
    let hub = Hub::builder(store).options(options).head_signer(signer()?);
    Ok(hub.master_key(MasterKey::new(&[3; 32])).build())
}

/// Has something recorded.
pub(crate) async fn record(session: &Session, number: usize) -> Result<()> {
    let new = NewRecord {
        action: "count".to_owned(),
        entity: Entity::new("number", number),
        actor: None,
        triggered_by_automation: false,
        changes: Changes::none().with("number", number),
        severity: Severity::Info,
        compliance_tags: vec!["sox".to_owned()],
        outcome: Ended::Success,
    };
    session.audit().add(new).await.map(drop)
}

/// Checks a log with the key of [`signer`].
pub(crate) async fn check(
    store: &dyn Store,
    organization: OrganizationId,
    witnessed: Vec<String>,
) -> Result<Report> {
    let evidence = Evidence { keys: signer()?.keys(organization), witnessed };
    verify(store.view(organization).await?.as_mut(), organization, &evidence).await
}

pub(crate) async fn several_hubs_on_one_database_build_one(database: TestDatabase) -> Outcome {
    const EACH: usize = 60;
    let store = database.store().await?;
    let hubs =
        [busy_hub(SqlStore::open(database.url()).await?)?, busy_hub(SqlStore::open(database.url()).await?)?];
    let organization = hubs[0].create_organization("Acme").await?.id;
    let write = async |hub: &Hub| {
        let session = hub.enter(Caller::system(organization));
        for number in 0..EACH {
            record(&session, number).await?;
        }
        Ok::<(), agenthub_core::Error>(())
    };
    tokio::try_join!(write(&hubs[0]), write(&hubs[0]), write(&hubs[1]), write(&hubs[1]))?;
    let proven = hubs[1].enter(Caller::system(organization)).audit().consistency(0, None).await?;
    let report = check(&store, organization, Vec::new()).await?;
    assert_eq!(report.fault, None);
    assert!(report.records >= 4 * EACH as u64 && report.records == proven.proof.to, "{report:?}");
    for hub in hubs {
        hub.close().await;
    }
    Ok(())
}

/// Where this program is the one to be killed, its work until then.
pub(crate) fn child() -> Option<ExitCode> {
    let url = env::var(URL).ok()?;
    let done = Runtime::new().map_err(Failed::from).and_then(|it| it.block_on(record_forever(&url)));
    Some(if done.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn record_forever(url: &str) -> Outcome {
    let hub = busy_hub(SqlStore::open(url).await?)?;
    let organization: OrganizationId = env::var(ORGANIZATION)?.parse()?;
    let session = hub.enter(Caller::system(organization));
    for number in 0.. {
        record(&session, number).await?;
        writeln!(std::io::stdout().lock(), "{number}")?;
    }
    Ok(())
}

pub(crate) async fn a_kill_leaves_it_whole(database: TestDatabase) -> Outcome {
    let store = database.store().await?;
    let hub = Hub::builder(database.store().await?).head_signer(signer()?).build();
    let organization = hub.create_organization("Acme").await?.id;
    for _ in 0..3 {
        let mut child = Command::new(env::current_exe()?)
            .env(URL, database.url())
            .env(ORGANIZATION, organization.to_string())
            .stdout(Stdio::piped())
            .spawn()?;
        let output = child.stdout.take().ok_or("no output")?;
        let acknowledged = BufReader::new(output).lines().take(ACKNOWLEDGED).count();
        // SIGKILL, while the tree is built and heads are signed.
        child.kill()?;
        child.wait()?;
        assert_eq!(acknowledged, ACKNOWLEDGED);
        let report = check(&store, organization, Vec::new()).await?;
        assert_eq!(report.fault, None);
        assert!(report.heads > 0, "{report:?}");
    }
    let head = hub.enter(Caller::system(organization)).audit().sign_head().await?;
    assert!(head.size >= 3 * ACKNOWLEDGED as u64);
    assert_eq!(check(&store, organization, vec![head.note]).await?.fault, None);
    hub.close().await;
    Ok(())
}
