//! Old audit records leave once, however many processes see to it.

use std::sync::Arc;
use std::time::Duration;

use agenthub_core::audit::{AuditFilter, Entity, Entry, SummaryWindow};
use agenthub_core::organization::OrganizationId;
use agenthub_core::page::Page;
use agenthub_core::store::Store;
use agenthub_core::{Caller, Clock as _, Hub, HubOptions, ManualClock, Result, Session};
use agenthub_store::SqlStore;
use agenthub_store::testing::TestDatabase;
use chrono::{DateTime, TimeDelta, Utc};

use crate::Outcome;
use crate::audit_tree::{check, record, signer};
use crate::sample::{self, NOW};

/// A hub that does everything all the time.
fn busy_hub(store: SqlStore, clock: &Arc<ManualClock>) -> Result<Hub> {
    let often = Duration::from_millis(1);
    let options =
        HubOptions { tree_every: often, heads_every: often, retention_every: often, ..HubOptions::default() };
    let builder = Hub::builder(store).options(options).clock(clock.clone());
    Ok(builder.head_signer(signer()?).build())
}

/// Has this many things recorded: all but one at once, as many as a store adds in a transaction. The last one goes
/// through a hub, which then knows that the log has grown; of what others wrote it learns only now and then.
async fn record_many(store: &dyn Store, session: &Session, at: DateTime<Utc>, count: usize) -> Result<()> {
    let mut work = store.work(session.caller().organization).await?;
    for number in 1..count {
        work.record(sample::record(at, "count", Entity::new("number", number))).await?;
    }
    work.commit().await?;
    record(session, 0).await
}

async fn begins_at(session: &Session) -> Result<u64> {
    Ok(session.audit_retention().get().await?.begins_at)
}

async fn until_it_begins_at(session: &Session, sequence: u64) -> Result<()> {
    while begins_at(session).await? < sequence {
        tokio::task::yield_now().await;
    }
    Ok(())
}

/// The records that say that others were to leave, newest first.
async fn decisions(session: &Session) -> Result<Vec<Entry>> {
    let filter = AuditFilter { action: Some("retain".to_owned()), ..AuditFilter::default() };
    Ok(session.audit().list(filter, &Page::first(100)).await?.items)
}

async fn assert_fits(store: &dyn Store, organization: OrganizationId, removed: u64) -> Outcome {
    let report = check(store, organization, Vec::new()).await?;
    assert_eq!((report.fault.as_ref(), report.removed), (None, removed), "{report}");
    Ok(())
}

pub(crate) async fn several_hubs_on_one_database_decide_once_and_remove_once(
    database: TestDatabase,
) -> Outcome {
    let (store, clock) = (database.store().await?, Arc::new(ManualClock::starting_at(NOW)));
    let mut hubs = Vec::new();
    for _ in 0..3 {
        hubs.push(busy_hub(SqlStore::open(database.url()).await?, &clock)?);
    }
    let organization = hubs[0].create_organization("Acme").await?.id;
    let session = hubs[0].enter(Caller::system(organization));
    record_many(&store, &session, clock.now(), 2_999).await?;
    session.audit_retention().set(30).await?;
    for (days, removed) in [(31, 3_001), (31, 3_003)] {
        clock.advance(TimeDelta::days(days));
        record(&session, 1).await?;
        until_it_begins_at(&session, removed).await?;
    }
    assert_eq!(decisions(&session).await?.len(), 1, "the first one has left");
    let time_zone = "UTC".parse().map_err(|_| "no such time zone")?;
    let window = SummaryWindow { from: NOW, until: NOW + TimeDelta::days(365), time_zone };
    let left = session.audit().list(AuditFilter::default(), &Page::first(100)).await?.items.len();
    assert_eq!(session.audit().summary(&window).await?.total, left as u64);
    let head = session.audit().sign_head().await?;
    assert_fits(&store, organization, begins_at(&session).await?).await?;
    let proven = session.audit().consistency(3, Some(head.size)).await?;
    assert!(proven.proof.holds(proven.from_root, head.root));
    for hub in hubs {
        hub.close().await;
    }
    assert_fits(&store, organization, 3_003).await
}

pub(crate) async fn what_is_left_of_many_tiles_is_proven(database: TestDatabase) -> Outcome {
    let (store, clock) = (database.store().await?, Arc::new(ManualClock::starting_at(NOW)));
    let hub = busy_hub(database.store().await?, &clock)?;
    let organization = hub.create_organization("Acme").await?.id;
    let session = hub.enter(Caller::system(organization));
    session.audit_retention().set(1).await?;
    let mut begins_at = 2;
    for count in [254, 256, 300, 1, 511] {
        record_many(&store, &session, clock.now(), count).await?;
        begins_at += count as u64;
        clock.advance(TimeDelta::days(2));
        until_it_begins_at(&session, begins_at).await?;
        session.audit().sign_head().await?;
        assert_fits(&store, organization, begins_at).await?;
        // What said so, and who had a head signed.
        begins_at = store.view(organization).await?.audit().extent().await?.end;
    }
    hub.close().await;
    Ok(())
}
