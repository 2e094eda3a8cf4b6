//! How people and services become callers.

mod api_keys;
mod invitations;
mod lockout;
mod members;
mod passwords;
mod refresh;
mod register;
mod secrets;
mod sign_in;

use std::sync::Arc;
use std::time::Duration;

use agenthub_core::audit::{AuditFilter, Entry, Request};
use agenthub_core::error::{Code, Error};
use agenthub_core::identity::{Claims, Registration, SignedIn};
use agenthub_core::organization::{Organization, OrganizationId};
use agenthub_core::page::Page;
use agenthub_core::store::memory::Memory;
use agenthub_core::{Caller, Clock, Hub, HubOptions, ManualClock, Result, Role, Session};
use chrono::TimeDelta;
use secrecy::SecretString;

pub(crate) const PASSWORD: &str = "a long enough sentence";
pub(crate) const WRONG: &str = "another long sentence";

/// A hub whose time the test sets.
pub(crate) struct House {
    pub(crate) hub: Hub,
    pub(crate) clock: Arc<ManualClock>,
    pub(crate) store: Memory,
}

impl House {
    pub(crate) fn new() -> Self {
        Self::with(HubOptions::default())
    }

    pub(crate) fn with(options: HubOptions) -> Self {
        let (clock, store) =
            (ManualClock::starting_at("2026-11-20T12:00:00Z".parse().unwrap()), Memory::new());
        let clock = Arc::new(clock);
        let hub = hub(&store, &clock, options);
        Self { hub, clock, store }
    }

    /// Another node over the same store, which looks for changes all the time.
    pub(crate) fn neighbour(&self) -> Hub {
        let options = HubOptions { refresh_every: Duration::from_millis(5), ..HubOptions::default() };
        hub(&self.store, &self.clock, options)
    }

    pub(crate) fn pass(&self, seconds: i64) {
        self.clock.advance(TimeDelta::seconds(seconds));
    }

    pub(crate) async fn register(&self, email: &str) -> SignedIn {
        let new = Registration::new(email, secret(PASSWORD));
        self.hub.identity().register(new, request()).await.unwrap()
    }

    pub(crate) async fn login(&self, email: &str, password: &str) -> Result<SignedIn> {
        self.hub.identity().login(email, &secret(password), None, request()).await
    }

    pub(crate) async fn refresh(&self, signed_in: &SignedIn) -> Result<SignedIn> {
        self.hub.identity().refresh(&signed_in.refresh_token, request()).await
    }

    pub(crate) async fn caller(&self, signed_in: &SignedIn) -> Result<Caller> {
        self.hub.identity().caller(&claims(signed_in), request()).await
    }

    pub(crate) async fn session(&self, signed_in: &SignedIn) -> Session {
        self.hub.enter(self.caller(signed_in).await.unwrap())
    }

    /// Somebody new, who was invited by `host` and came.
    pub(crate) async fn join(&self, host: &SignedIn, email: &str, role: Role) -> SignedIn {
        let (_, token) = self.session(host).await.invitations().create(email, role).await.unwrap();
        let new = Registration { invitation: Some(token), ..Registration::new(email, secret(PASSWORD)) };
        self.hub.identity().register(new, request()).await.unwrap()
    }

    /// The organization's log, oldest first.
    pub(crate) async fn audit(&self, organization: &Organization) -> Vec<Entry> {
        let mut entries = audit(&self.hub, organization.id).await;
        entries.reverse();
        entries
    }

    pub(crate) async fn last_entry(&self, organization: &Organization) -> Entry {
        audit(&self.hub, organization.id).await.remove(0)
    }
}

fn hub(store: &Memory, clock: &Arc<ManualClock>, options: HubOptions) -> Hub {
    Hub::builder(store.clone()).clock(Arc::clone(clock) as Arc<dyn Clock>).options(options).build()
}

async fn audit(hub: &Hub, organization: OrganizationId) -> Vec<Entry> {
    let session = hub.enter(Caller::system(organization));
    session.audit().list(AuditFilter::default(), &Page::first(500)).await.unwrap().items
}

pub(crate) fn secret(text: &str) -> SecretString {
    SecretString::from(text)
}

pub(crate) fn request() -> Request {
    Request { id: Some("r-1".into()), ip: Some("203.0.113.7".into()), ..Request::default() }
}

pub(crate) fn claims(signed_in: &SignedIn) -> Claims {
    Claims {
        user: signed_in.user.id,
        organization: signed_in.organization.id,
        login: signed_in.login,
        superuser: signed_in.user.is_superuser,
    }
}

/// The code of what should have failed.
pub(crate) fn code<T>(result: Result<T>) -> Code {
    match result {
        Ok(_) => panic!("it should have failed"),
        Err(error) => error.code(),
    }
}

/// The faults, each as its place and its code.
pub(crate) fn faults(error: &Error) -> Vec<(&str, &str)> {
    error.violations().iter().map(|it| (it.pointer.as_str(), it.code.as_str())).collect()
}

/// Asks again and again until it holds, which it must soon.
pub(crate) async fn eventually(holds: impl AsyncFn() -> bool) {
    let held = async {
        while !holds().await {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(5), held).await.expect("it should have come to hold");
}

pub(crate) fn actions(entries: &[Entry]) -> Vec<&str> {
    entries.iter().map(|entry| entry.record.action.as_str()).collect()
}
