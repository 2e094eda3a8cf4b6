//! The registry: which runtimes run agents here, and how they are.

use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, Weak};
use std::time::Duration;

use arc_swap::ArcSwap;
use futures_util::FutureExt as _;
use futures_util::future::join_all;
use tokio_util::sync::CancellationToken;

use super::{AiAgent, Description, Health};
use crate::hub::Inner;

/// The priority of a runtime that is registered without one.
pub const DEFAULT_PRIORITY: u8 = 50;

/// How long a runtime may take to say how it is.
const HEALTH_TIMEOUT: Duration = Duration::from_secs(2);

/// One registered runtime, for [`Registry::unregister`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RuntimeId(u64);

/// The runtimes of a hub, by name. Several may have the same name: the healthy one of the highest priority with the
/// fewest calls in flight takes the next call.
#[derive(Debug, Default)]
pub struct Registry {
    /// Replaced whole by every change, so that a call reads it without waiting.
    runtimes: ArcSwap<Runtimes>,
    next_id: AtomicU64,
}

/// The runtimes of a registry at one moment.
#[derive(Debug, Default, Clone)]
pub(crate) struct Runtimes(BTreeMap<String, Vec<Arc<Runtime>>>);

/// A registered runtime.
pub(crate) struct Runtime {
    id: RuntimeId,
    priority: u8,
    in_flight: AtomicU32,
    health: ArcSwap<Health>,
    description: Description,
    pub(crate) agent: Box<dyn AiAgent>,
}

impl Registry {
    /// Registers a runtime under a name, at priority 50.
    pub fn register(&self, name: &str, runtime: impl AiAgent) -> RuntimeId {
        self.register_with_priority(name, runtime, DEFAULT_PRIORITY)
    }

    /// Registers a runtime under a name; of several with that name, the one with the highest priority is preferred.
    pub fn register_with_priority(&self, name: &str, runtime: impl AiAgent, priority: u8) -> RuntimeId {
        let id = RuntimeId(self.next_id.fetch_add(1, Ordering::Relaxed));
        let runtime = Arc::new(Runtime {
            id,
            priority,
            in_flight: AtomicU32::new(0),
            health: ArcSwap::from_pointee(Health::Healthy),
            description: runtime.describe(),
            agent: Box::new(runtime),
        });
        self.runtimes.rcu(|runtimes| {
            let mut runtimes = Runtimes::clone(runtimes);
            runtimes.0.entry(name.to_owned()).or_default().push(Arc::clone(&runtime));
            runtimes
        });
        id
    }

    /// Takes a runtime away; calls that run on it are not disturbed. Tells whether it was there.
    pub fn unregister(&self, id: RuntimeId) -> bool {
        let before = self.runtimes.rcu(|runtimes| {
            let mut runtimes = Runtimes::clone(runtimes);
            runtimes.0.values_mut().for_each(|instances| instances.retain(|runtime| runtime.id != id));
            runtimes.0.retain(|_, instances| !instances.is_empty());
            runtimes
        });
        before.0.values().flatten().any(|runtime| runtime.id == id)
    }

    /// The names under which something is registered, sorted.
    pub fn names(&self) -> Vec<String> {
        self.now().0.keys().cloned().collect()
    }

    /// What the runtime of this name says of itself.
    pub fn description(&self, name: &str) -> Option<Description> {
        Some(self.now().0.get(name)?.first()?.description.clone())
    }

    /// How the runtimes are, sorted by name: of several with one name, the best.
    pub fn health(&self) -> BTreeMap<String, Health> {
        let best = |instances: &Vec<Arc<Runtime>>| {
            let health = instances.iter().map(|it| it.health()).min_by_key(|health| severity(health));
            health.map_or(Health::Healthy, |health| health.as_ref().clone())
        };
        self.now().0.iter().map(|(name, instances)| (name.clone(), best(instances))).collect()
    }

    /// The runtimes as they are now.
    pub(crate) fn now(&self) -> arc_swap::Guard<Arc<Runtimes>> {
        self.runtimes.load()
    }
}

impl Runtimes {
    /// The runtime that should take the next call: the healthiest, then of the highest priority, then with the
    /// fewest calls in flight. `None` where nothing is registered under this name.
    pub(crate) fn pick(&self, name: &str) -> Option<&Arc<Runtime>> {
        self.0.get(name)?.iter().min_by_key(|runtime| {
            let in_flight = runtime.in_flight.load(Ordering::Relaxed);
            (severity(&runtime.health()), u8::MAX - runtime.priority, in_flight)
        })
    }
}

impl Runtime {
    pub(crate) fn health(&self) -> arc_swap::Guard<Arc<Health>> {
        self.health.load()
    }

    /// Counts a call in flight until the guard is dropped.
    pub(crate) fn enter(self: &Arc<Self>) -> InFlight {
        self.in_flight.fetch_add(1, Ordering::Relaxed);
        InFlight(Arc::clone(self))
    }

    /// Asks the runtime how it is; one that does not answer, or panics, is unhealthy.
    async fn check(&self) {
        let asked = AssertUnwindSafe(self.agent.health()).catch_unwind();
        let health = match tokio::time::timeout(HEALTH_TIMEOUT, asked).await {
            Ok(Ok(health)) => health,
            Ok(Err(_)) => Health::Unhealthy("its health check stopped in the middle of its work".to_owned()),
            Err(_) => Health::Unhealthy("its health check does not answer".to_owned()),
        };
        self.health.store(Arc::new(health));
    }
}

impl std::fmt::Debug for Runtime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Runtime").field("id", &self.id).field("summary", &self.description.summary).finish()
    }
}

/// A call in flight on a runtime.
pub(crate) struct InFlight(Arc<Runtime>);

impl Drop for InFlight {
    fn drop(&mut self) {
        self.0.in_flight.fetch_sub(1, Ordering::Relaxed);
    }
}

fn severity(health: &Health) -> u8 {
    match health {
        Health::Healthy => 0,
        Health::Degraded(_) => 1,
        Health::Unhealthy(_) => 2,
    }
}

/// Asks every runtime how it is, again and again, until `stop`.
pub(crate) async fn watch_health(hub: Weak<Inner>, stop: CancellationToken) {
    loop {
        let Some(inner) = hub.upgrade() else { return };
        let every = inner.options.health_every;
        let runtimes = inner.runtimes.now().0.values().flatten().cloned().collect::<Vec<_>>();
        drop(inner);
        join_all(runtimes.iter().map(|runtime| runtime.check())).await;
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(every) => {}
        }
    }
}
