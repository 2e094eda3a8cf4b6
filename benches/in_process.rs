//! The governed call in process: what governance costs beside calling the agent directly, and routing as agents grow.

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use agenthub_benches::{Table, each_async};
use agenthub_core::agent::{AiAgent, Call, Definition, Description, Output};
use agenthub_core::invocation::Invocation;
use agenthub_core::store::memory::Memory;
use agenthub_core::{Agent, Caller, Hub, HubOptions, Id, Result, Session, async_trait};
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

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
async fn main() -> Result<()> {
    let mut table = Table::default();
    governed(&mut table).await?;
    for agents in [10, 1_000, 100_000] {
        routing(&mut table, agents).await?;
    }
    table.print("The governed call in process");
    Ok(())
}

async fn hub(agents: u32) -> Result<(Session, Agent)> {
    let hub = Hub::builder(Memory::new()).options(HubOptions::default()).runtime("echo", Echo).build();
    let session = hub.enter(Caller::system(hub.create_organization("Acme").await?.id));
    let mut last = session.agents().create(Definition::new("Echo", "echo")).await?;
    for i in 1..agents {
        last = session.agents().create(Definition::new(format!("Echo {i}"), "echo")).await?;
    }
    Ok((session, last))
}

async fn governed(table: &mut Table) -> Result<()> {
    let (session, agent) = hub(1).await?;
    let input = json!({ "text": "hello" });
    let live = Arc::new(agent.clone());
    let direct = each_async(20_000, || async {
        let call = Call {
            capability: Arc::from("echo"),
            input: Arc::new(input.clone()),
            agent: Arc::clone(&live),
            organization: session.caller().organization,
            interaction: Id::new(),
            deadline: chrono::DateTime::UNIX_EPOCH,
            cancelled: CancellationToken::new(),
        };
        drop(black_box(Echo.invoke(call).await));
    })
    .await;
    let governed = each_async(20_000, || async {
        drop(black_box(session.invoke_on(agent.id, "echo", input.clone()).await));
    })
    .await;
    let journal = each_async(20_000, || async {
        drop(black_box(session.invoke_on(agent.id, "echo", input.clone()).await));
    })
    .await;
    let _ = journal;
    table.time("agent called directly", direct, Duration::from_micros(5));
    table.time("governed call on the store in memory, journal included", governed, Duration::from_micros(5));
    Ok(())
}

async fn routing(table: &mut Table, agents: u32) -> Result<()> {
    let (session, agent) = hub(agents).await?;
    let input = json!({ "text": "hello" });
    let named = each_async(5_000, || async {
        drop(black_box(session.invoke_on(agent.id, "echo", input.clone()).await));
    })
    .await;
    let routed = each_async(5_000, || async {
        drop(black_box(session.run(Invocation::new("echo", input.clone())).await));
    })
    .await;
    table.time(
        &format!("routing over {agents} agents"),
        routed.saturating_sub(named),
        Duration::from_micros(2),
    );
    Ok(())
}
