//! The governed call: who asks, which agent, is there room, run it, write it down, answer.

mod admit;
mod attempt;
mod log;
mod stream;

use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use serde_json::Value;
use tokio::sync::mpsc;

pub use stream::{Event, EventStream};

use crate::agent::AgentId;
use crate::error::{Error, ErrorKind, Result};
use crate::interaction::{InteractionId, Usage};
use crate::routing::{Decision, FailedTry, RoutingCriteria};
use crate::session::Session;
use admit::Route;
use attempt::Attempt;
use log::Log;
pub(crate) use log::kept;

/// A call that is to be made.
///
/// ```
/// use agenthub_core::invocation::Invocation;
/// use serde_json::json;
///
/// let call = Invocation::new("greet", json!({ "name": "Ada" })).session("tour-1");
/// ```
#[derive(Debug, Clone)]
pub struct Invocation {
    capability: String,
    input: Arc<Value>,
    agent: Option<AgentId>,
    criteria: RoutingCriteria,
    session_id: Option<String>,
    timeout: Option<Duration>,
}

impl Invocation {
    /// Asks for a capability; the best agent takes the call.
    pub fn new(capability: impl Into<String>, input: Value) -> Self {
        Self {
            capability: capability.into(),
            input: Arc::new(input),
            agent: None,
            criteria: RoutingCriteria::default(),
            session_id: None,
            timeout: None,
        }
    }

    /// Asks this agent and no other.
    pub fn on(mut self, agent: AgentId) -> Self {
        self.agent = Some(agent);
        self
    }

    /// Says what a good agent is.
    pub fn criteria(mut self, criteria: RoutingCriteria) -> Self {
        self.criteria = criteria;
        self
    }

    /// Puts the call into a row of calls that belong together; at most 255 characters are kept.
    pub fn session(mut self, id: impl Into<String>) -> Self {
        self.session_id = Some(line(&id.into()));
        self
    }

    /// Allows this much time for everything, where that is less than the agent's own limit.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }
}

/// What a call answers.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Answer {
    /// The record of the call, durable now.
    pub interaction_id: InteractionId,
    /// The agent that answered.
    pub agent_id: AgentId,
    /// Its version.
    pub agent_version: u32,
    /// What was asked for.
    pub capability: String,
    /// The answer.
    pub output: Value,
    /// How long it took, in microseconds.
    pub duration_us: u64,
    /// What it used and what it costs.
    pub usage: Usage,
    /// Why this agent; absent where the caller named it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub routing: Option<Decision>,
}

impl Session {
    /// Asks for a capability; the best agent takes the call. The record of it is durable when this returns.
    ///
    /// # Errors
    /// `auth.denied`; `capability.not_offered`; `routing.no_route`; `invalid` where the input breaks the capability's
    /// schema; `agent.*` where the agent failed; `journal.full`; `store.unavailable` where the record could not be
    /// written, so that the answer is withheld.
    pub async fn invoke(&self, capability: &str, input: Value) -> Result<Answer> {
        self.run(Invocation::new(capability, input)).await
    }

    /// Asks one agent, and no other.
    ///
    /// # Errors
    /// As [`Session::invoke`]; `agent.not_found`, `agent.not_active`, `agent.deleted`, `agent.busy`,
    /// `agent.unhealthy`.
    pub async fn invoke_on(&self, agent: AgentId, capability: &str, input: Value) -> Result<Answer> {
        self.run(Invocation::new(capability, input).on(agent)).await
    }

    /// Makes a call.
    ///
    /// # Errors
    /// As [`Session::invoke`] and [`Session::invoke_on`].
    pub async fn run(&self, invocation: Invocation) -> Result<Answer> {
        self.run_into(invocation, None).await
    }

    /// The call in its stages; pieces of the answer go to `deltas` as they come, if somebody wants them.
    async fn run_into(&self, invocation: Invocation, deltas: Option<mpsc::Sender<Event>>) -> Result<Answer> {
        let admitted = self.admit(&invocation).await;
        let (route, sealer, place) = admitted.map_err(|error| self.refuse_call(&invocation, error))?;
        let mut log = Log::open(self, &invocation, &route, sealer, place);
        let ended = self.try_each(&invocation, route, &mut log, deltas).await;
        log.write(ended).await
    }

    /// Tries one agent after the other, until one answers or fails by the caller's fault.
    async fn try_each(
        &self,
        invocation: &Invocation,
        route: Route,
        log: &mut Log,
        deltas: Option<mpsc::Sender<Event>>,
    ) -> Result<attempt::Success> {
        let mut agents = route.agents;
        loop {
            let Some(live) = agents.pop_front() else {
                return Err(Error::internal("a route without an agent"));
            };
            log.turn_to(&live);
            let attempt = Attempt::new(self, invocation, live, log, deltas.clone());
            let id = attempt.agent_id();
            match attempt.run().await {
                Err(error) if is_fault(error.kind()) && !agents.is_empty() && log.in_time(self.now()) => {
                    log.failed_over(FailedTry { agent_id: id, error_code: error.code().as_str().to_owned() });
                }
                ended => return ended,
            }
        }
    }
}

/// The first 255 characters of a text, without those that are none.
fn line(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(255).collect()
}

/// Whose fault was it? A fault of the agent's counts against it, and the call may go to another.
fn is_fault(kind: ErrorKind) -> bool {
    !matches!(
        kind,
        ErrorKind::Invalid
            | ErrorKind::Denied
            | ErrorKind::NotFound
            | ErrorKind::Unsupported
            | ErrorKind::Conflict
    )
}
