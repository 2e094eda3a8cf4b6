//! The trait of what runs agents, and what passes through it.

use std::pin::Pin;
use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use futures_util::Stream;
use futures_util::stream;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio_util::sync::CancellationToken;

use super::Agent;
use crate::error::Result;
use crate::interaction::InteractionId;
use crate::organization::OrganizationId;

/// Runs agents: a built-in, a model, a plugin, or a type of your own.
///
/// # Contract
/// - [`invoke`](AiAgent::invoke) is called only with a capability that [`describe`](AiAgent::describe) names (or that
///   the agent's own definition names, where `describe` names none), and with an input that fits its schema.
/// - An error of kind `Invalid`, `Denied`, `NotFound` or `Unsupported` is the caller's fault: it is handed back as it
///   is. Every other error is the agent's own fault: it counts against its health, and the call may go to another
///   agent.
/// - A panic is a fault of the agent and harms nothing else. A future that is dropped was cancelled or timed out.
/// - Calls come at the same time, from many organizations; what must not mix is told apart by
///   [`Call::organization`].
///
/// ```
/// use agenthub_core::agent::{AiAgent, Call, Description, Output};
/// use agenthub_core::{Result, async_trait};
/// use serde_json::json;
///
/// struct Greeter;
///
/// #[async_trait]
/// impl AiAgent for Greeter {
///     fn describe(&self) -> Description {
///         Description::new("Greets by name").capability("greet", "Says hello to `name`")
///     }
///     async fn invoke(&self, call: Call) -> Result<Output> {
///         Ok(json!({ "text": format!("Hello, {}!", call.input["name"].as_str().unwrap_or("you")) }).into())
///     }
/// }
/// ```
#[async_trait]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot run agents",
    note = "implement `AiAgent` with `#[async_trait]`: `describe` and `invoke` are enough"
)]
pub trait AiAgent: Send + Sync + 'static {
    /// What it is and what it can do. Asked once, when it is registered.
    fn describe(&self) -> Description;

    /// Answers one call.
    async fn invoke(&self, call: Call) -> Result<Output>;

    /// Answers one call piece by piece; the last piece is [`Chunk::Done`]. Where nothing else is said, the whole
    /// answer comes as that last piece.
    async fn stream(&self, call: Call) -> Result<ChunkStream> {
        let output = self.invoke(call).await?;
        Ok(Box::pin(stream::once(async { Ok(Chunk::Done(output)) })))
    }

    /// Says how it is. Asked in the background, every few seconds; must answer fast.
    async fn health(&self) -> Health {
        Health::Healthy
    }
}

/// What a runtime is and can do.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Description {
    /// What it is, in a sentence.
    pub summary: String,
    /// What it can do. Empty where each agent's definition says it.
    pub capabilities: Vec<CapabilityInfo>,
}

impl Description {
    /// A description without capabilities yet.
    pub fn new(summary: impl Into<String>) -> Self {
        Self { summary: summary.into(), capabilities: Vec::new() }
    }

    /// Adds a capability that takes and gives any JSON.
    pub fn capability(self, name: impl Into<String>, description: impl Into<String>) -> Self {
        self.typed_capability(name, description, Value::Bool(true), Value::Bool(true))
    }

    /// Adds a capability whose input and output must fit these JSON Schemas.
    pub fn typed_capability(
        mut self,
        name: impl Into<String>,
        description: impl Into<String>,
        input_schema: Value,
        output_schema: Value,
    ) -> Self {
        let (name, description) = (name.into(), description.into());
        self.capabilities.push(CapabilityInfo { name, description, input_schema, output_schema });
        self
    }
}

/// What a runtime says of one of its capabilities.
#[derive(Debug, Clone, PartialEq)]
pub struct CapabilityInfo {
    /// The name, of a-z, 0-9 and `_`.
    pub name: String,
    /// What it does, for people and for models.
    pub description: String,
    /// JSON Schema (2020-12) of the input.
    pub input_schema: Value,
    /// JSON Schema (2020-12) of the output.
    pub output_schema: Value,
}

/// One call of an agent.
#[derive(Debug, Clone)]
pub struct Call {
    /// The capability that is asked for.
    pub capability: Arc<str>,
    /// The input; fits the capability's schema. Shared, as it is recorded too and may go to another agent.
    pub input: Arc<Value>,
    /// The agent that is called, with its settings in `definition.config`.
    pub agent: Arc<Agent>,
    /// For whom.
    pub organization: OrganizationId,
    /// The record that will be written of it; good as an idempotency key for what the agent does elsewhere.
    pub interaction: InteractionId,
    /// When the answer is of no more use.
    pub deadline: DateTime<Utc>,
    /// Fires when the caller has gone away or the deadline has passed; for work on other threads, which dropping
    /// the future does not stop.
    pub cancelled: CancellationToken,
}

/// What an agent answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Output {
    /// The answer; must fit the capability's output schema.
    pub value: Value,
    /// The tokens that it took, where a model was asked.
    pub tokens: Tokens,
}

impl From<Value> for Output {
    fn from(value: Value) -> Self {
        Self { value, tokens: Tokens::default() }
    }
}

/// Tokens that a call took.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = TokenCount))]
#[serde(default, deny_unknown_fields)]
pub struct Tokens {
    /// Read.
    pub input: u64,
    /// Written.
    pub output: u64,
}

impl Tokens {
    /// Both together.
    pub fn total(self) -> u64 {
        self.input.saturating_add(self.output)
    }
}

/// A piece of an answer that comes as a stream.
#[derive(Debug, Clone, PartialEq)]
pub enum Chunk {
    /// More of the answer, for showing; not recorded.
    Delta(Value),
    /// The whole answer; the last piece.
    Done(Output),
}

/// An answer that comes piece by piece.
pub type ChunkStream = Pin<Box<dyn Stream<Item = Result<Chunk>> + Send>>;

/// How a runtime says it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Health {
    /// It works.
    Healthy,
    /// It works, but not well; other agents are preferred.
    Degraded(String),
    /// It does not work; it is not called.
    Unhealthy(String),
}
