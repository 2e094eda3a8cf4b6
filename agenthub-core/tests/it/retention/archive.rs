//! An organization whose clock stands still, and a hub that keeps to its policy.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use agenthub_core::audit::retention::Removal;
use agenthub_core::audit::verify::{Evidence, Report, verify};
use agenthub_core::audit::{Entity, Entry, HeadSigner};
use agenthub_core::legal_hold::{LegalHoldId, NewLegalHold};
use agenthub_core::organization::OrganizationId;
use agenthub_core::store::memory::Memory;
use agenthub_core::store::{FinishedCall, Overview, Platform, Store, View, Work};
use agenthub_core::{Hub, HubOptions, ManualClock, Result, Session, async_trait};
use chrono::TimeDelta;

use crate::identity::eventually;
use crate::support::{World, new_record};

pub(super) const OFTEN: Duration = Duration::from_millis(1);
pub(super) const NEVER: Duration = Duration::from_secs(3600);

fn signer() -> HeadSigner {
    HeadSigner::new("hub.example.org", &[1; 32]).unwrap()
}

/// An organization whose clock stands still, and the hub's store.
pub(super) struct Archive {
    pub(super) world: World,
    store: Memory,
    pub(super) clock: Arc<ManualClock>,
    looks: Arc<AtomicUsize>,
}

/// A store that counts how often somebody looks over all organizations, as whoever keeps to their policies does first.
#[derive(Debug)]
struct Watched {
    store: Memory,
    looks: Arc<AtomicUsize>,
}

#[async_trait]
impl Store for Watched {
    async fn view(&self, organization: OrganizationId) -> Result<Box<dyn View>> {
        self.store.view(organization).await
    }
    async fn work(&self, organization: OrganizationId) -> Result<Box<dyn Work>> {
        self.store.work(organization).await
    }
    async fn overview(&self) -> Result<Box<dyn Overview>> {
        self.looks.fetch_add(1, Ordering::SeqCst);
        self.store.overview().await
    }
    async fn platform(&self) -> Result<Box<dyn Platform>> {
        self.store.platform().await
    }
    async fn append(&self, calls: &[FinishedCall]) -> Result<()> {
        self.store.append(calls).await
    }
    async fn ping(&self) -> Result<()> {
        self.store.ping().await
    }
}

/// A hub that keeps to policies all the time, and signs heads this often, where it has a key.
fn hub(store: Watched, clock: &Arc<ManualClock>, heads_every: Option<Duration>) -> Hub {
    let options = HubOptions {
        tree_every: OFTEN,
        heads_every: heads_every.unwrap_or(NEVER),
        retention_every: OFTEN,
        ..HubOptions::default()
    };
    let builder = Hub::builder(store).clock(clock.clone()).options(options);
    match heads_every {
        Some(_) => builder.head_signer(signer()).build(),
        None => builder.build(),
    }
}

impl Archive {
    pub(super) async fn new(heads_every: Option<Duration>) -> Self {
        let clock = Arc::new(ManualClock::starting_at("2026-01-10T12:00:00Z".parse().unwrap()));
        let (store, looks) = (Memory::new(), Arc::new(AtomicUsize::new(0)));
        let hub = hub(Watched { store: store.clone(), looks: looks.clone() }, &clock, heads_every);
        // What the hub does at its start it does now, while there is nothing to be done for.
        for _ in 0..10 {
            tokio::task::yield_now().await;
        }
        Self { world: World::of(hub).await, store, clock, looks }
    }

    /// Another node on the same store, which signs nothing.
    pub(super) fn another_hub(&self) -> Hub {
        hub(Watched { store: self.store.clone(), looks: Arc::default() }, &self.clock, None)
    }

    pub(super) fn session(&self) -> Session {
        self.world.session()
    }

    pub(super) fn days_pass(&self, days: i64) {
        self.clock.advance(TimeDelta::days(days));
    }

    /// Has this many things recorded.
    pub(super) async fn record(&self, count: usize) {
        for number in 0..count {
            self.session().audit().add(new_record("count", Entity::new("number", number))).await.unwrap();
        }
    }

    pub(super) async fn begins_at(&self) -> u64 {
        self.session().audit_retention().get().await.unwrap().begins_at
    }

    pub(super) async fn comes_to_begin_at(&self, sequence: u64) {
        eventually(async || self.begins_at().await == sequence).await;
    }

    /// What came of many more looks for records that are to leave: none.
    pub(super) async fn still_begins_at(&self, sequence: u64) {
        let seen = self.looks.load(Ordering::SeqCst);
        eventually(async || self.looks.load(Ordering::SeqCst) > seen + 20).await;
        assert_eq!(self.begins_at().await, sequence);
    }

    /// What the newest record says of records that are to leave.
    pub(super) async fn decided(&self) -> Option<u64> {
        let entries = self.entries().await;
        entries.iter().rev().find_map(Removal::of).map(|removal| removal.before)
    }

    pub(super) async fn entries(&self) -> Vec<Entry> {
        self.store.view(self.world.organization).await.unwrap().audit().range(0, u32::MAX).await.unwrap()
    }

    pub(super) async fn check(&self) -> Report {
        let organization = self.world.organization;
        let evidence = Evidence { keys: signer().keys(organization), witnessed: Vec::new() };
        let mut view = self.store.view(organization).await.unwrap();
        verify(view.as_mut(), organization, &evidence).await.unwrap()
    }

    pub(super) async fn hold(&self) -> LegalHoldId {
        let new = NewLegalHold { name: "Acme ./. Initech".to_owned(), reason: "A lawsuit".to_owned() };
        self.session().legal_holds().place(new).await.unwrap().id
    }

    /// Removes records, as somebody does who can write every table.
    pub(super) async fn remove_before(&self, sequence: u64) {
        let mut work = self.store.work(self.world.organization).await.unwrap();
        work.audit().remove_before(sequence).await.unwrap();
        work.commit().await.unwrap();
    }
}
