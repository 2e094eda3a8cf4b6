//! The governed call in process: what governance costs beside calling the agent directly, routing as agents grow, and
//! the first call after a change as agents grow.
//!
//! `cargo bench -p agenthub-benches --bench in_process`

#![expect(clippy::disallowed_methods, reason = "a bench ends with its process")]

#[path = "bare.rs"]
mod bare;
#[path = "bare_journal.rs"]
mod bare_journal;

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use agenthub_benches::{Failure, Table, side_by_side};
use agenthub_core::agent::{AiAgent as _, Definition, Status};
use agenthub_core::audit::Actor;
use agenthub_core::invocation::Invocation;
use agenthub_core::organization::OrganizationId;
use agenthub_core::store::Store;
use agenthub_core::store::memory::Memory;
use agenthub_core::{Agent, AgentId, Caller, Hub, Session};
use agenthub_store::SqlStore;
use bare::Echo;
use bare_journal::BareJournal;
use chrono::DateTime;
use serde_json::{Value, json};

/// How many agents an organization has, from few to very many.
const AGENTS: [usize; 3] = [10, 1_000, 100_000];

/// On one thread: between two, waking the other one would be most of what is measured.
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let mut table = Table::default();
    governed(&mut table).await?;
    for agents in AGENTS {
        routing(&mut table, agents).await?;
    }
    table.print("The governed call in process, store in memory");
    let mut table = Table::default();
    after_a_change(&mut table, "memory", async || Ok(Arc::new(Memory::new()) as _)).await?;
    after_a_change(&mut table, "SQLite in memory", async || {
        let store = SqlStore::open("sqlite::memory:").await?;
        store.migrations().up().await?;
        Ok(Arc::new(store) as _)
    })
    .await?;
    table.print("A change of one agent and the first call after it; the floor has 10 agents");
    Ok(())
}

/// A hub with so many agents in one organization, and one of them.
struct House {
    session: Session,
    agent: Agent,
}

impl House {
    async fn build(store: Arc<dyn Store>, agents: usize) -> Result<Self, Failure> {
        let hub = Hub::builder_on(Arc::clone(&store)).runtime("echo", Echo).build();
        let organization = hub.create_organization("Acme").await?.id;
        let session = hub.enter(Caller::system(organization));
        let agent = session.agents().create(Definition::new("Echo", "echo")).await?;
        fill(&*store, organization, &agent, agents - 1).await?;
        Ok(Self { session, agent })
    }

    async fn call(&self, agent: AgentId) -> Result<(), Failure> {
        drop(black_box(self.session.invoke_on(agent, "echo", input()).await?));
        Ok(())
    }
}

/// Adds agents like this one, all in one change.
async fn fill(
    store: &dyn Store,
    organization: OrganizationId,
    agent: &Agent,
    count: usize,
) -> Result<(), Failure> {
    let mut work = store.work(organization).await?;
    for _ in 0..count {
        work.agents().add(&Agent { id: AgentId::new(), ..agent.clone() }).await?;
    }
    work.touch().await?;
    Ok(work.commit().await?)
}

fn input() -> Value {
    json!({ "text": "hello" })
}

/// Governance is what remains of a governed call without the agent and without the journal's round trip.
async fn governed(table: &mut Table) -> Result<(), Failure> {
    let store: Arc<dyn Store> = Arc::new(Memory::new());
    let house = House::build(Arc::clone(&store), 1).await?;
    let (agent, organization) = (Arc::new(house.agent.clone()), house.session.caller().organization);
    let journal = BareJournal::start(store);
    let bare = async || {
        let call = bare::call(&agent, organization, "echo", input());
        let output = Echo.invoke(call.clone()).await?;
        journal.write(bare::finished(&call, Actor::System, DateTime::UNIX_EPOCH, &output)).await?;
        drop(black_box(output));
        Ok(())
    };
    let direct = async || {
        drop(black_box(Echo.invoke(bare::call(&agent, organization, "echo", input())).await?));
        Ok(())
    };
    let (governed, floor) = side_by_side(5_000, async || house.call(agent.id).await, bare).await?;
    let (direct, _) = side_by_side(5_000, direct, async || Ok(())).await?;
    table.times("governed call; the floor is the agent and a bare journal", governed, floor, 2.0);
    table.time("of that, the agent", direct, Duration::MAX);
    table.extra("of that, governance", governed, floor, Duration::from_micros(5));
    Ok(())
}

/// Routing is what a routed call costs above one on an agent that is named.
async fn routing(table: &mut Table, agents: usize) -> Result<(), Failure> {
    let house = House::build(Arc::new(Memory::new()), agents).await?;
    let routed = async || {
        drop(black_box(house.session.run(Invocation::new("echo", input())).await?));
        Ok(())
    };
    let (routed, named) = side_by_side(2_000, routed, async || house.call(house.agent.id).await).await?;
    table.extra(&format!("routing over {agents} agents"), routed, named, Duration::from_micros(2));
    Ok(())
}

/// The first call after a change must not cost more where there are more agents.
async fn after_a_change(
    table: &mut Table,
    name: &str,
    store: impl AsyncFn() -> Result<Arc<dyn Store>, Failure>,
) -> Result<(), Failure> {
    let few = House::build(store().await?, AGENTS[0]).await?;
    for agents in AGENTS {
        let many = House::build(store().await?, agents).await?;
        let (ours, floor) =
            side_by_side(50, change_and_call(&many).await?, change_and_call(&few).await?).await?;
        table.times(&format!("{name}: {agents} agents"), ours, floor, 2.0);
    }
    Ok(())
}

/// Pauses an agent or lets it go on, and calls another one.
async fn change_and_call(house: &House) -> Result<impl AsyncFnMut() -> Result<(), Failure>, Failure> {
    let other = house.session.agents().create(Definition::new("Other", "echo")).await?.id;
    let mut is_paused = false;
    Ok(async move || {
        is_paused = !is_paused;
        let status = if is_paused { Status::Paused } else { Status::Active };
        house.session.agents().set_status(other, status, None).await?;
        house.call(house.agent.id).await
    })
}
