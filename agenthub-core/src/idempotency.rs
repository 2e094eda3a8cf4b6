//! Idempotency: a request that is sent twice is done once.
//!
//! Who sends a request with a key may send it again, and gets the answer of the first time. Before a request runs, its
//! key is reserved; before it is answered, the answer is kept with the [`Reservation`]. Of two that come at once, on
//! whatever nodes, one makes the reservation: that is for the database to decide.
//!
//! While its request runs, a reservation is held for a minute at a time ([`HubOptions::idempotency_lease`]). A process that
//! dies holds it no longer: the request can then be sent again, and runs again, as nobody knows how far it came.
//!
//! [`HubOptions::idempotency_lease`]: crate::HubOptions::idempotency_lease

use std::convert::Infallible;
use std::future::Future;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::str::FromStr;
use std::time::Duration;

use chrono::{DateTime, Utc};
use futures_util::FutureExt as _;
use secrecy::{ExposeSecret as _, SecretString};
use sha2::{Digest as _, Sha256};
use tokio::task::JoinHandle;

use crate::access::Caller;
use crate::error::{Code, Error, Result, Word};
use crate::hub::Hub;
use crate::id::Id;
use crate::organization::OrganizationId;
use crate::session::Session;
use crate::store::Work;

/// When it is worth asking again for a request that runs.
const RETRY_IN: Duration = Duration::from_secs(1);

/// A client's own name for one request: 8 to 255 visible ASCII characters. It opens the answer that is kept, and is
/// itself kept nowhere.
///
/// ```
/// use agenthub_core::idempotency::IdempotencyKey;
///
/// assert!("4be8c9f0-order-7".parse::<IdempotencyKey>().is_ok());
/// assert!("order 7".parse::<IdempotencyKey>().is_err());
/// ```
#[derive(Debug, Clone)]
pub struct IdempotencyKey(SecretString);

impl FromStr for IdempotencyKey {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        if (8..=255).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Ok(Self(text.into()));
        }
        let expected = Word::VISIBLE_ASCII.with("min", 8).with("max", 255);
        let reason = Word::MUST_BE.saying("expected", expected);
        Err(Error::new(Code::BAD_PARAMETER).with("name", "Idempotency-Key").saying("reason", reason))
    }
}

impl IdempotencyKey {
    /// The key itself.
    pub fn text(&self) -> &str {
        self.0.expose_secret()
    }

    /// SHA-256 of the key with what it is used for. Both the caller and the key are in it: one caller's keys are
    /// nothing to another, and what is hashed beside cannot be guessed at by who sees the hash alone.
    fn digest(&self, purpose: &str, caller: &Caller, parts: &[&[u8]]) -> [u8; 32] {
        let (organization, actor) = (caller.organization.uuid(), caller.actor.to_string());
        let fixed = [purpose.as_bytes(), organization.as_bytes(), actor.as_bytes(), self.text().as_bytes()];
        let mut sha = Sha256::new();
        for part in fixed.iter().chain(parts) {
            // With its length in front, so that no two lists of parts are the same text.
            sha.update((part.len() as u64).to_be_bytes());
            sha.update(part);
        }
        sha.finalize().into()
    }
}

/// The id of who holds a reservation.
pub type HolderId = Id<Claim>;

/// A key that is taken, by a request that runs or has run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reservation {
    /// A hash of the key and the caller.
    pub name: [u8; 32],
    /// A hash of the request, and of the key.
    pub request: [u8; 32],
    /// The run of the request that holds it, or held it at its end.
    pub holder: HolderId,
    /// Until when the request is known to run, while there is no answer.
    pub held_until: DateTime<Utc>,
    /// When it is forgotten.
    pub expires_at: DateTime<Utc>,
    /// The answer, once there is one, as whoever serves the request keeps it.
    pub answer: Option<Vec<u8>>,
}

impl Reservation {
    /// What it is to a request that comes with its key: the answer, or `None` where it is over and can be taken.
    fn answer_to(self, request: &[u8; 32], now: DateTime<Utc>) -> Result<Option<Vec<u8>>> {
        if self.expires_at <= now {
            return Ok(None);
        }
        if self.request != *request {
            return Err(Error::new(Code::IDEMPOTENCY_KEY_REUSED));
        }
        if self.answer.is_none() && now < self.held_until {
            return Err(Error::new(Code::IDEMPOTENCY_KEY_IN_FLIGHT).retry_in(RETRY_IN));
        }
        Ok(self.answer)
    }
}

/// Requests with keys; see [`Session::idempotency`].
#[derive(Debug)]
pub struct Idempotency<'s>(&'s Session);

/// What a request with a key has to do.
#[derive(Debug)]
pub enum Begun {
    /// Run: it is the first of its key.
    First(Claim),
    /// Nothing: it was done before, and this was kept of it.
    Before(Vec<u8>),
}

impl<'s> Idempotency<'s> {
    pub(crate) fn new(session: &'s Session) -> Self {
        Self(session)
    }

    /// Reserves the key for a request, unless it was done before. `request` is all that tells it from another one.
    ///
    /// No permission is asked for: callers reach nothing but what they were answered themselves.
    ///
    /// # Errors
    /// `request.idempotency_key_reused` where the key was used for another request,
    /// `request.idempotency_key_in_flight` where that request still runs.
    pub async fn begin(&self, key: &IdempotencyKey, request: &[&[u8]]) -> Result<Begun> {
        let (hub, organization) = (self.0.hub().clone(), self.0.organization_id());
        let new = self.reservation(key, request);
        loop {
            let mut work = hub.inner().store.work(organization).await?;
            let mut is_ours = work.idempotency().add(&new).await?;
            if !is_ours {
                // It may have been freed this very moment.
                let Some(old) = work.idempotency().get(&new.name).await? else { continue };
                let (name, holder) = (old.name, old.holder);
                if let Some(answer) = old.answer_to(&new.request, self.0.now())? {
                    return Ok(Begun::Before(answer));
                }
                work.idempotency().remove(&name, holder).await?;
                is_ours = work.idempotency().add(&new).await?;
            }
            if is_ours {
                work.commit().await?;
                return Ok(Begun::First(Claim { hub, organization, reservation: new }));
            }
        }
    }

    fn reservation(&self, key: &IdempotencyKey, request: &[&[u8]]) -> Reservation {
        let (caller, now, options) = (self.0.caller(), self.0.now(), &self.0.hub().inner().options);
        Reservation {
            name: key.digest("agenthub idempotency: name", caller, &[]),
            request: key.digest("agenthub idempotency: request", caller, request),
            holder: HolderId::new(),
            held_until: now + options.idempotency_lease,
            expires_at: now + options.idempotency_ttl,
            answer: None,
        }
    }
}

/// The right to run a request, and the duty to say what came of it: [`keep`](Self::keep) or [`free`](Self::free).
#[derive(Debug, Clone)]
pub struct Claim {
    hub: Hub,
    organization: OrganizationId,
    reservation: Reservation,
}

impl Claim {
    /// Runs the request on the hub's tasks: to its end, whoever still waits for it. Meanwhile the key stays reserved.
    /// A request that panics frees it; awaiting the handle then tells of the panic.
    pub fn run<W>(self, request: impl FnOnce(Self) -> W) -> JoinHandle<()>
    where
        W: Future<Output = ()> + Send + 'static,
    {
        let (tasks, claim) = (self.hub.inner().tasks.clone(), self.clone());
        let running = AssertUnwindSafe(request(self)).catch_unwind();
        tasks.spawn(async move {
            let ended = tokio::select! {
                ended = running => ended,
                never = claim.renew() => match never {},
            };
            if let Err(panic) = ended {
                claim.free().await;
                resume_unwind(panic);
            }
        })
    }

    /// Keeps the answer for whoever sends the request again. Where that fails, the log tells; a request that is sent
    /// again is then told to wait, and runs again when the reservation is held no longer.
    pub async fn keep(mut self, answer: Vec<u8>) {
        self.reservation.answer = Some(answer);
        told("keep the answer of a request", self.change().await);
    }

    /// Frees the key: the request did nothing that must not be done again.
    pub async fn free(self) {
        let Reservation { name, holder, .. } = self.reservation;
        let freeing = async {
            let mut work = self.open().await?;
            let freed = work.idempotency().remove(&name, holder).await?;
            work.commit().await.map(|()| freed)
        };
        told("free the key of a request", freeing.await);
    }

    /// Renews the reservation, again and again.
    async fn renew(&self) -> Infallible {
        let (mut claim, lease) = (self.clone(), self.hub.inner().options.idempotency_lease);
        loop {
            tokio::time::sleep(lease / 3).await;
            claim.reservation.held_until = claim.hub.clock().now() + lease;
            told("renew the reservation of a request", claim.change().await);
        }
    }

    async fn change(&self) -> Result<bool> {
        let mut work = self.open().await?;
        let changed = work.idempotency().change(&self.reservation).await?;
        work.commit().await.map(|()| changed)
    }

    async fn open(&self) -> Result<Box<dyn Work>> {
        self.hub.inner().store.work(self.organization).await
    }
}

/// Nobody waits for these changes, so what goes wrong is for the log.
fn told(what: &str, done: Result<bool>) {
    match done {
        Ok(true) => {}
        Ok(false) => tracing::warn!("failed to {what}: another one holds its key by now"),
        Err(error) => tracing::warn!(%error, "failed to {what}"),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use chrono::TimeDelta;

    use super::*;
    use crate::store::Store as _;
    use crate::store::memory::Memory;
    use crate::{Clock as _, HubOptions, ManualClock};

    #[tokio::test]
    async fn a_request_that_runs_holds_its_reservation_however_long_it_takes() {
        let clock = Arc::new(ManualClock::starting_at("2026-11-20T12:00:00Z".parse().unwrap()));
        let lease = Duration::from_millis(30);
        let options = HubOptions { idempotency_lease: lease, ..HubOptions::default() };
        let store = Memory::new();
        let hub = Hub::builder(store.clone()).clock(clock.clone()).options(options).build();
        let organization = hub.create_organization("Acme").await.unwrap().id;
        let session = hub.enter(Caller::system(organization));
        let key = "4be8c9f0-order-7".parse().unwrap();
        let Begun::First(claim) = session.idempotency().begin(&key, &[]).await.unwrap() else {
            panic!("the key is new");
        };
        let name = claim.reservation.name;
        let running = claim.run(|_| std::future::pending());
        for _ in 0..3 {
            clock.advance(TimeDelta::milliseconds(29));
            let held = clock.now() + lease;
            loop {
                let mut work = store.work(organization).await.unwrap();
                let found = work.idempotency().get(&name).await.unwrap().unwrap();
                if found.held_until == held {
                    break;
                }
                drop(work);
                tokio::task::yield_now().await;
            }
            let again = session.idempotency().begin(&key, &[]).await.unwrap_err();
            assert_eq!(again.code(), Code::IDEMPOTENCY_KEY_IN_FLIGHT);
        }
        running.abort();
    }

    #[test]
    fn what_is_hashed_tells_purposes_callers_keys_and_parts_apart() {
        let caller = Caller::system(Id::new());
        let key = |text: &str| text.parse::<IdempotencyKey>().unwrap();
        let digests = [
            key("a-key-of-ada").digest("name", &caller, &[]),
            key("a-key-of-bob").digest("name", &caller, &[]),
            key("a-key-of-ada").digest("request", &caller, &[]),
            key("a-key-of-ada").digest("name", &Caller::system(Id::new()), &[]),
            key("a-key-of-ada").digest("name", &caller, &[b""]),
            key("a-key-of-ada").digest("name", &caller, &[b"ab", b"c"]),
            key("a-key-of-ada").digest("name", &caller, &[b"a", b"bc"]),
        ];
        let different: std::collections::BTreeSet<_> = digests.iter().collect();
        assert_eq!(different.len(), digests.len());
    }
}
