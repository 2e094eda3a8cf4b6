use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use agenthub_core::access::Permissions;
use agenthub_core::audit::{Actor, AuditFilter};
use agenthub_core::error::{Code, Error};
use agenthub_core::identity::Registration;
use agenthub_core::organization::OrganizationId;
use agenthub_core::page::Page;
use agenthub_core::store::memory::Memory;
use agenthub_core::store::{FinishedCall, Overview, Platform, Store, View, Work};
use agenthub_core::user::UserId;
use agenthub_core::{Caller, Hub, HubOptions, Result, async_trait};

use crate::identity::{PASSWORD, WRONG, code, eventually, request, secret};

/// A store that can be read, and not written while it is shut.
#[derive(Debug, Default)]
struct Shutter {
    store: Memory,
    is_shut: AtomicBool,
    refused: AtomicBool,
    /// How often it was opened above organizations, as signing in does.
    opened: AtomicUsize,
}

impl Shutter {
    fn open(&self) -> Result<&Memory> {
        if self.is_shut.load(Ordering::SeqCst) {
            self.refused.store(true, Ordering::SeqCst);
            return Err(Error::new(Code::STORE_UNAVAILABLE));
        }
        Ok(&self.store)
    }
}

#[async_trait]
impl Store for Shutter {
    async fn view(&self, organization: OrganizationId) -> Result<Box<dyn View>> {
        self.store.view(organization).await
    }
    async fn work(&self, organization: OrganizationId) -> Result<Box<dyn Work>> {
        self.open()?.work(organization).await
    }
    async fn overview(&self) -> Result<Box<dyn Overview>> {
        self.opened.fetch_add(1, Ordering::SeqCst);
        self.store.overview().await
    }
    async fn platform(&self) -> Result<Box<dyn Platform>> {
        self.opened.fetch_add(1, Ordering::SeqCst);
        self.open()?.platform().await
    }
    async fn append(&self, calls: &[FinishedCall]) -> Result<()> {
        self.open()?.append(calls).await
    }
    async fn ping(&self) -> Result<()> {
        self.store.ping().await
    }
}

#[tokio::test]
async fn a_refusal_that_cannot_be_written_is_the_same_refusal_and_is_counted() {
    let store = Arc::new(Shutter::default());
    let hub = Hub::builder_on(store.clone()).build();
    let organization = hub.create_organization("Acme").await.unwrap().id;
    let caller = Caller { actor: Actor::Human(UserId::new()), ..Caller::system(organization) };
    let nobody = hub.enter(caller.limited_to(Permissions::default()));

    store.is_shut.store(true, Ordering::SeqCst);
    assert_eq!(code(nobody.members().list(&Page::default()).await), Code::DENIED);
    eventually(async || store.refused.load(Ordering::SeqCst)).await;
    store.is_shut.store(false, Ordering::SeqCst);
    hub.close().await;

    let log = hub.enter(Caller::system(organization));
    let wanted = AuditFilter { action: Some("suppress".into()), ..AuditFilter::default() };
    let told = log.audit().list(wanted, &Page::default()).await.unwrap().items;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].record.changes.0["suppressed"].new, Some(1.into()));
}

#[tokio::test]
async fn a_failed_sign_in_asks_the_database_as_often_where_nobody_has_the_address() {
    let store = Arc::new(Shutter::default());
    let hub = Hub::builder_on(store.clone()).options(quiet()).build();
    let new = Registration::new("ada@example.org", secret(PASSWORD));
    hub.identity().register(new, request()).await.unwrap();
    let mut counted = Vec::new();
    for email in ["ada@example.org", "bob@example.org"] {
        // Five that fail, and one that meets the lock.
        for _ in 0..6 {
            let before = store.opened.load(Ordering::SeqCst);
            hub.identity().login(email, &secret(WRONG), None, request()).await.unwrap_err();
            counted.push(store.opened.load(Ordering::SeqCst) - before);
        }
    }
    assert_eq!(counted, [2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 1]);
}

/// A hub that does nothing by itself.
fn quiet() -> HubOptions {
    let never = Duration::from_secs(3600);
    HubOptions { tree_every: never, refresh_every: never, heads_every: never, ..HubOptions::default() }
}
