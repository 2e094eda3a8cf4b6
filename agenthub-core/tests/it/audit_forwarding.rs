mod ocsf;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use agenthub_core::agent::Definition;
use agenthub_core::audit::forwarding::{Forwarder, ForwardingStatus, SendError};
use agenthub_core::audit::{Actor, Request};
use agenthub_core::organization::OrganizationId;
use agenthub_core::store::memory::Memory;
use agenthub_core::subject_key::MasterKey;
use agenthub_core::user::UserId;
use agenthub_core::{Caller, Clock as _, Hub, HubOptions, ManualClock, Role, async_trait};
use chrono::TimeDelta;
use serde_json::Value;

use crate::identity::eventually;
use crate::support::{Echo, World, hello};

const NAME: &str = "siem";
const OFTEN: Duration = Duration::from_millis(1);

/// What a target got, and what it answers to the next batches.
#[derive(Debug, Clone, Default)]
struct Siem(Arc<Mutex<Seen>>);

#[derive(Debug, Default)]
struct Seen {
    batches: Vec<Vec<Value>>,
    /// Answers to come, the last first.
    answers: Vec<SendError>,
    hangs: bool,
}

#[async_trait]
impl Forwarder for Siem {
    async fn send(&self, lines: &[String]) -> Result<(), SendError> {
        let hangs = {
            let mut seen = self.0.lock().unwrap();
            if let Some(answer) = seen.answers.pop() {
                return Err(answer);
            }
            seen.batches.push(lines.iter().map(|line| serde_json::from_str(line).unwrap()).collect());
            seen.hangs
        };
        if hangs { std::future::pending().await } else { Ok(()) }
    }
}

impl Siem {
    /// The sequence numbers that came, by organization, in the order of their coming.
    fn numbers(&self) -> BTreeMap<OrganizationId, Vec<u64>> {
        let mut numbers = BTreeMap::<_, Vec<_>>::new();
        for event in self.0.lock().unwrap().batches.iter().flatten() {
            let metadata = &event["metadata"];
            let organization = metadata["tenant_uid"].as_str().unwrap().parse().unwrap();
            numbers.entry(organization).or_default().push(metadata["sequence"].as_u64().unwrap());
        }
        numbers
    }

    fn count(&self, organization: OrganizationId) -> usize {
        self.numbers().get(&organization).map_or(0, Vec::len)
    }

    fn sizes(&self) -> Vec<usize> {
        self.0.lock().unwrap().batches.iter().map(Vec::len).collect()
    }
}

/// A node that forwards.
fn node(store: &Memory, clock: &Arc<ManualClock>, siem: &Siem, batch: usize) -> Hub {
    let options = HubOptions { forward_every: OFTEN, forward_batch: batch, ..HubOptions::default() };
    let hub = Hub::builder(store.clone()).options(options).clock(clock.clone()).runtime("echo", Echo);
    hub.forward(NAME, siem.clone()).master_key(MasterKey::new(&[4; 32])).build()
}

fn clock() -> Arc<ManualClock> {
    Arc::new(ManualClock::starting_at("2026-11-20T12:00:00Z".parse().unwrap()))
}

fn status(hub: &Hub) -> ForwardingStatus {
    hub.audit_forwarding().remove(0)
}

async fn calls(world: &World, count: usize) {
    let agent = world.echo().await;
    for _ in 0..count {
        world.session().invoke_on(agent.id, "echo", hello()).await.unwrap();
    }
}

#[tokio::test]
async fn records_of_all_organizations_come_in_order_and_once() {
    let (store, siem) = (Memory::new(), Siem::default());
    let world = World::of(node(&store, &clock(), &siem, 7)).await;
    let other = world.hub.create_organization("Other").await.unwrap();
    let other = World { hub: world.hub.clone(), organization: other.id };
    tokio::join!(calls(&world, 100), calls(&other, 30));
    eventually(async || (siem.count(world.organization), siem.count(other.organization)) == (102, 32)).await;
    let numbers = siem.numbers();
    assert_eq!(numbers[&world.organization], (0..102).collect::<Vec<_>>());
    assert_eq!(numbers[&other.organization], (0..32).collect::<Vec<_>>());
    assert!(siem.sizes().into_iter().all(|size| size <= 7), "{:?}", siem.sizes());
    eventually(async || status(&world.hub).backlog.records == 0).await;
    assert_eq!(
        status(&world.hub),
        ForwardingStatus { target: NAME.to_owned(), is_here: true, ..ForwardingStatus::default() }
    );
}

#[tokio::test]
async fn what_is_personal_comes_opened() {
    let (store, siem) = (Memory::new(), Siem::default());
    let world = World::of(node(&store, &clock(), &siem, 7)).await;
    let request = Request { ip: Some("192.0.2.7".to_owned()), ..Request::default() };
    let person = Caller::new(world.organization, Actor::Human(UserId::new()), Role::Owner);
    let session = world.hub.enter(person.with_request(request));
    session.agents().create(Definition::new("Echo", "echo")).await.unwrap();
    eventually(async || siem.count(world.organization) == 2).await;
    let batches = siem.0.lock().unwrap().batches.clone();
    let last = batches.last().and_then(|batch| batch.last()).unwrap();
    assert_eq!(last["src_endpoint"]["ip"], "192.0.2.7");
}

#[tokio::test]
async fn what_a_target_does_not_take_is_kept_and_said() {
    let (store, siem, clock) = (Memory::new(), Siem::default(), clock());
    let world = World::of(node(&store, &clock, &siem, 500)).await;
    eventually(async || siem.count(world.organization) == 1).await;
    let answers =
        vec![SendError::Refused("it answered 401".into()), SendError::Away("it answered 503".into())];
    siem.0.lock().unwrap().answers = answers;
    let agent = world.echo().await;
    for fault in ["it is away: it answered 503", "it refuses: it answered 401"] {
        eventually(async || status(&world.hub).fault.as_deref() == Some(fault)).await;
    }
    world.session().agents().delete(agent.id, None).await.unwrap();
    eventually(async || siem.count(world.organization) == 3 && status(&world.hub).fault.is_none()).await;
    assert_eq!(siem.numbers()[&world.organization], [0, 1, 2]);
}

#[tokio::test]
async fn what_was_sent_and_not_written_down_is_sent_again_after_a_restart() {
    let (store, siem, clock) = (Memory::new(), Siem::default(), clock());
    siem.0.lock().unwrap().hangs = true;
    let world = World::of(node(&store, &clock, &siem, 500)).await;
    eventually(async || siem.count(world.organization) == 1).await;
    // As if killed: it never gives its lease back, and is not heard of again.
    let killed = world.organization;
    siem.0.lock().unwrap().hangs = false;
    clock.advance(TimeDelta::seconds(16));
    let _next = node(&store, &clock, &siem, 500);
    eventually(async || siem.count(killed) == 2).await;
    assert_eq!(siem.numbers()[&killed], [0, 0]);
}

#[tokio::test]
async fn of_two_nodes_one_forwards_and_the_other_goes_on_when_it_leaves() {
    let (store, siem, clock) = (Memory::new(), Siem::default(), clock());
    let world = World::of(node(&store, &clock, &siem, 500)).await;
    eventually(async || status(&world.hub).is_here).await;
    let other = node(&store, &clock, &siem, 500);
    calls(&world, 50).await;
    eventually(async || siem.count(world.organization) == 52).await;
    assert!(!status(&other).is_here);
    world.hub.close().await;
    eventually(async || status(&other).is_here).await;
    let session = other.enter(Caller::system(world.organization));
    session.agents().create(agenthub_core::agent::Definition::new("Next", "echo")).await.unwrap();
    eventually(async || siem.count(world.organization) == 53).await;
    assert_eq!(siem.numbers()[&world.organization], (0..53).collect::<Vec<_>>());
}

#[tokio::test]
async fn who_keeps_its_lease_is_not_taken_over_from() {
    let (store, siem, clock) = (Memory::new(), Siem::default(), clock());
    let world = World::of(node(&store, &clock, &siem, 500)).await;
    eventually(async || status(&world.hub).is_here).await;
    let other = node(&store, &clock, &siem, 500);
    for _ in 0..5 {
        clock.advance(TimeDelta::seconds(10));
        let before = siem.count(world.organization);
        world.echo().await;
        eventually(async || siem.count(world.organization) > before).await;
    }
    assert!(status(&world.hub).is_here && !status(&other).is_here);
    assert_eq!(clock.now().to_rfc3339(), "2026-11-20T12:00:50+00:00");
}
