//! One attempt of a call on one agent: admit, run under a deadline, check what comes out.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures_util::{FutureExt as _, StreamExt as _};
use tokio::sync::mpsc;
use tokio::time::Instant;

use super::log::Log;
use super::{Event, Invocation, is_fault};
use crate::agent::live::LiveAgent;
use crate::agent::registry::Runtime;
use crate::agent::{AgentId, Call, Chunk, Output};
use crate::error::{Code, Detail, Error, ErrorKind, Result, Violation, Word};
use crate::hub::Inner;
use crate::session::Session;

/// An answer that keeps what its capability promises.
pub(super) struct Success {
    pub(super) live: Arc<LiveAgent>,
    pub(super) output: Output,
}

/// One attempt.
pub(super) struct Attempt<'a> {
    inner: &'a Inner,
    invocation: &'a Invocation,
    live: Arc<LiveAgent>,
    call: Call,
    timeout: Duration,
    deltas: Option<mpsc::Sender<Event>>,
}

impl<'a> Attempt<'a> {
    pub(super) fn new(
        session: &'a Session,
        invocation: &'a Invocation,
        live: Arc<LiveAgent>,
        log: &Log,
        deltas: Option<mpsc::Sender<Event>>,
    ) -> Self {
        let inner = session.hub().inner().as_ref();
        let timeout = log.time_left(&live, session.now());
        let call = Call {
            capability: log.capability(),
            input: Arc::clone(&invocation.input),
            agent: Arc::clone(&live.agent),
            organization: session.organization_id(),
            interaction: log.interaction(),
            deadline: session.now() + timeout,
            cancelled: log.cancelled(),
        };
        Self { inner, invocation, live, call, timeout, deltas }
    }

    pub(super) fn agent_id(&self) -> AgentId {
        self.live.agent.id
    }

    /// Runs it, and notes how the agent did.
    pub(super) async fn run(self) -> Result<Success> {
        let live = Arc::clone(&self.live);
        let offer = live.offer(&self.invocation.capability)?;
        offer.check_input(&self.invocation.input)?;
        let runtime = self.runtime()?;
        let _place = self.admit()?;
        let _in_flight = runtime.enter();
        let inner = self.inner;
        let begun = Instant::now();
        let ended =
            self.call_runtime(&runtime).await.and_then(|output| match offer.output_fault(&output.value) {
                None => Ok(output),
                Some(fault) => Err(bad_output(&live, &self.invocation.capability, fault)),
            });
        match &ended {
            Ok(_) => live.vitals.succeeded(begun.elapsed()),
            Err(error) if is_fault(error.kind()) => {
                live.vitals.failed(
                    inner.options.breaker_faults,
                    inner.options.breaker_rest,
                    inner.clock.now(),
                );
            }
            Err(_) => live.vitals.neutral(),
        }
        ended.map(|output| Success { live, output })
    }

    fn runtime(&self) -> Result<Arc<Runtime>> {
        let name = self.live.agent.definition.runtime();
        self.inner.runtimes.now().pick(name).cloned().ok_or_else(|| {
            let known = self.inner.runtimes.names().join(", ");
            Error::new(Code::RUNTIME_MISSING).with("runtime", name).with("known", known)
        })
    }

    fn admit(&self) -> Result<crate::agent::vitals::Place<'_>> {
        let definition = &self.live.agent.definition;
        let now = self.inner.clock.now();
        let admitted = self.live.vitals.admit(definition.max_concurrency, now);
        if let (Some(_), Some(limit)) = (&admitted, definition.max_concurrency) {
            let ratio = f64::from(self.live.vitals.in_flight()) / f64::from(limit.max(1));
            metrics::histogram!("agent_utilization_ratio", "agent_type" => definition.agent_type.clone())
                .record(ratio);
        }
        admitted.ok_or_else(|| match (self.live.vitals.resting(now), definition.max_concurrency) {
            (Some(rest), _) => Error::new(Code::AGENT_UNHEALTHY)
                .with("name", &definition.name)
                .with("seconds", rest.as_secs().max(1))
                .retry_in(rest),
            (None, limit) => Error::new(Code::AGENT_BUSY)
                .with("name", &definition.name)
                .with("limit", limit.unwrap_or(u32::MAX))
                .retry_in(Duration::from_secs(1)),
        })
    }

    /// Calls the runtime: a panic and a lapse of time are errors like others.
    async fn call_runtime(&self, runtime: &Runtime) -> Result<Output> {
        let name = &self.live.agent.definition.name;
        let called = AssertUnwindSafe(self.drive(runtime)).catch_unwind();
        match tokio::time::timeout(self.timeout, called).await {
            Ok(Ok(Ok(output))) => Ok(output),
            Ok(Ok(Err(error))) => Err(self.as_agents(error)),
            Ok(Err(_)) => Err(Error::new(Code::AGENT_PANICKED).with("name", name)),
            Err(_) => {
                self.call.cancelled.cancel();
                let seconds = self.timeout.as_secs_f64();
                Err(Error::new(Code::AGENT_TIMEOUT)
                    .with("name", name)
                    .with("seconds", format!("{seconds:.1}")))
            }
        }
    }

    /// An agent's own error in our words; the caller's faults are handed back, each with its place in the call.
    fn as_agents(&self, error: Error) -> Error {
        if error.kind() == ErrorKind::Invalid {
            return below_input(error);
        }
        let ours =
            !is_fault(error.kind()) || matches!(error.code(), Code::AGENT_FAILED | Code::AGENT_TIMEOUT);
        if ours || error.kind() == ErrorKind::Exhausted {
            return error;
        }
        let name = &self.live.agent.definition.name;
        let reason =
            if error.kind() == ErrorKind::Internal { Word::SEE_LOG.into() } else { Detail::text(&error) };
        Error::new(Code::AGENT_FAILED).with("name", name).saying("reason", reason).source(error)
    }

    async fn drive(&self, runtime: &Runtime) -> Result<Output> {
        let Some(deltas) = &self.deltas else { return runtime.agent.invoke(self.call.clone()).await };
        let mut chunks = runtime.agent.stream(self.call.clone()).await?;
        while let Some(chunk) = chunks.next().await {
            match chunk? {
                Chunk::Done(output) => return Ok(output),
                // A caller that has gone away is noticed by whoever drives this call.
                Chunk::Delta(delta) => drop(deltas.send(Event::Delta(delta)).await),
            }
        }
        Err(Error::new(Code::AGENT_FAILED)
            .with("name", &self.live.agent.definition.name)
            .saying("reason", Word::STREAM_ENDED))
    }
}

/// An agent finds faults in the input, which is a part of the call.
fn below_input(error: Error) -> Error {
    let below = |it: &Violation| Violation { pointer: format!("/input{}", it.pointer), ..it.clone() };
    let violations = error.violations().iter().map(below).collect();
    error.violating(violations)
}

fn bad_output(live: &LiveAgent, capability: &str, fault: String) -> Error {
    let error = Error::new(Code::AGENT_BAD_OUTPUT).with("name", &live.agent.definition.name);
    error.with("capability", capability).source(fault)
}
