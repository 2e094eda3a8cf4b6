//! A hub with agents that behave in all the ways that agents do.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use agenthub_core::agent::{
    AiAgent, Call, Chunk, ChunkStream, Definition, Description, Health, Output, Tokens,
};
use agenthub_core::audit::{AuditFilter, Changes, Entity, Entry, NewRecord, Severity};
use agenthub_core::error::{Code, Error};
use agenthub_core::interaction::{Interaction, InteractionFilter, Outcome};
use agenthub_core::organization::OrganizationId;
use agenthub_core::page::Page;
use agenthub_core::store::memory::Memory;
use agenthub_core::{Agent, Caller, Hub, HubOptions, Result, Session, async_trait};
use futures_util::stream;
use serde_json::{Value, json};
use tokio::sync::Notify;

/// An everyday record of this, in which nothing changed.
pub(crate) fn new_record(action: &str, entity: Entity) -> NewRecord {
    NewRecord {
        action: action.to_owned(),
        entity,
        actor: None,
        triggered_by_automation: false,
        changes: Changes::none(),
        severity: Severity::Info,
        compliance_tags: Vec::new(),
        outcome: Outcome::Success,
    }
}

/// What all the agents here can do.
fn description() -> Description {
    let input = json!({
        "type": "object",
        "properties": { "text": { "type": "string", "maxLength": 20 } },
        "required": ["text"],
        "additionalProperties": false,
    });
    let output = json!({ "type": "object", "required": ["text"] });
    Description::new("A test agent").typed_capability("echo", "Says it again", input, output)
}

/// Says it again, at two tokens a word in and three out.
pub(crate) struct Echo;

#[async_trait]
impl AiAgent for Echo {
    fn describe(&self) -> Description {
        description()
    }
    async fn invoke(&self, call: Call) -> Result<Output> {
        Ok(Output { value: json!({ "text": call.input["text"] }), tokens: Tokens { input: 2, output: 3 } })
    }
    async fn stream(&self, call: Call) -> Result<ChunkStream> {
        let done = self.invoke(call).await?;
        let chunks = [Chunk::Delta(json!("a")), Chunk::Delta(json!("b")), Chunk::Done(done)];
        Ok(Box::pin(stream::iter(chunks.map(Ok))))
    }
}

/// Fails in one way, and counts how often it was asked.
pub(crate) struct Faulty {
    pub(crate) way: Way,
    pub(crate) asked: Arc<AtomicU32>,
}

#[derive(Clone, Copy)]
pub(crate) enum Way {
    Panics,
    Hangs,
    Refuses,
    ReturnsRubbish,
    IsAway,
}

#[async_trait]
impl AiAgent for Faulty {
    fn describe(&self) -> Description {
        description()
    }
    async fn invoke(&self, _call: Call) -> Result<Output> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        match self.way {
            Way::Panics => panic!("an agent that panics"),
            Way::Hangs => std::future::pending().await,
            Way::Refuses => Err(Error::new(Code::INVALID)),
            Way::ReturnsRubbish => Ok(json!({ "words": 1 }).into()),
            Way::IsAway => Err(Error::internal("the password of the model is hunter2")),
        }
    }
}

/// Waits until it is let go; says when a call has arrived.
pub(crate) struct Gate {
    pub(crate) arrived: Arc<Notify>,
    pub(crate) open: Arc<Notify>,
}

#[async_trait]
impl AiAgent for Gate {
    fn describe(&self) -> Description {
        description()
    }
    async fn invoke(&self, call: Call) -> Result<Output> {
        self.arrived.notify_one();
        self.open.notified().await;
        Ok(json!({ "text": call.input["text"] }).into())
    }
}

/// Says that it does not work.
pub(crate) struct Sick;

#[async_trait]
impl AiAgent for Sick {
    fn describe(&self) -> Description {
        description()
    }
    async fn invoke(&self, _call: Call) -> Result<Output> {
        panic!("a sick agent is not called")
    }
    async fn health(&self) -> Health {
        Health::Unhealthy("no model".to_owned())
    }
}

/// A hub, and one organization in it.
pub(crate) struct World {
    pub(crate) hub: Hub,
    pub(crate) organization: OrganizationId,
}

impl World {
    pub(crate) async fn new() -> Self {
        Self::with(|options| options).await
    }

    pub(crate) async fn with(change: impl FnOnce(HubOptions) -> HubOptions) -> Self {
        let options = HubOptions { call_timeout: Duration::from_millis(200), ..HubOptions::default() };
        let hub = Hub::builder(Memory::new()).options(change(options)).runtime("echo", Echo).build();
        Self::of(hub).await
    }

    pub(crate) async fn of(hub: Hub) -> Self {
        let organization = hub.create_organization("Acme").await.unwrap().id;
        Self { hub, organization }
    }

    pub(crate) fn session(&self) -> Session {
        self.hub.enter(Caller::system(self.organization))
    }

    /// An agent of type `echo`.
    pub(crate) async fn echo(&self) -> Agent {
        self.agent(Definition::new("Echo", "echo")).await
    }

    pub(crate) async fn agent(&self, definition: Definition) -> Agent {
        self.session().agents().create(definition).await.unwrap()
    }

    /// An agent that fails in one way, and how often it was asked.
    pub(crate) async fn faulty(&self, way: Way, priority: u8) -> (Agent, Arc<AtomicU32>) {
        let asked = Arc::new(AtomicU32::new(0));
        let name = format!("faulty_{}", way as u8);
        self.hub.runtimes().register(&name, Faulty { way, asked: Arc::clone(&asked) });
        let agent = Definition { priority: Some(priority), ..Definition::new("Faulty", name) };
        (self.agent(agent).await, asked)
    }

    pub(crate) async fn interactions(&self) -> Vec<Interaction> {
        let page = Page::first(100);
        self.session().interactions().list(&InteractionFilter::default(), &page).await.unwrap().items
    }

    pub(crate) async fn audit(&self) -> Vec<Entry> {
        self.session().audit().list(AuditFilter::default(), &Page::first(100)).await.unwrap().items
    }
}

pub(crate) fn hello() -> Value {
    json!({ "text": "hello" })
}
