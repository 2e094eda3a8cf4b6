//! What is written of a call: however it ends, also when the caller goes away.

use std::sync::Arc;
use std::time::Duration;

use agenthub_money::{Decimal, Money};
use chrono::{DateTime, Utc};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::attempt::Success;
use super::{Answer, Invocation, Route};
use crate::agent::live::LiveAgent;
use crate::agent::{Output, Tokens};
use crate::audit::personal::Sealer;
use crate::audit::{Changes, Entity, Note};
use crate::error::{Code, Error, Result};
use crate::interaction::{Interaction, InteractionId, Kept, Outcome, Usage};
use crate::journal::Place;
use crate::routing::{Decision, FailedTry};
use crate::session::Session;
use crate::store::FinishedCall;

/// The decimals to which a cost is exact; finer parts are rounded half to even.
const COST_DECIMALS: u32 = 9;

/// An open call. Dropped before it was written, it writes that it was cancelled.
pub(super) struct Log {
    session: Session,
    interaction: InteractionId,
    capability: Arc<str>,
    input: Arc<Value>,
    session_id: Option<String>,
    live: Arc<LiveAgent>,
    decision: Option<Decision>,
    started_at: DateTime<Utc>,
    begun: Instant,
    timeout: Option<Duration>,
    cancelled: CancellationToken,
    sealer: Sealer,
    /// Where it will be written; gone once it is.
    place: Option<Place>,
}

impl Log {
    pub(super) fn open(
        session: &Session,
        invocation: &Invocation,
        route: &Route,
        sealer: Sealer,
        place: Place,
    ) -> Self {
        Self {
            session: session.clone(),
            interaction: InteractionId::new(),
            capability: Arc::from(invocation.capability.as_str()),
            input: Arc::clone(&invocation.input),
            session_id: invocation.session_id.clone(),
            live: Arc::clone(&route.agents[0]),
            decision: route.decision.clone(),
            started_at: session.now(),
            begun: Instant::now(),
            timeout: invocation.timeout,
            cancelled: CancellationToken::new(),
            sealer,
            place: Some(place),
        }
    }

    pub(super) fn interaction(&self) -> InteractionId {
        self.interaction
    }

    pub(super) fn capability(&self) -> Arc<str> {
        Arc::clone(&self.capability)
    }

    pub(super) fn cancelled(&self) -> CancellationToken {
        self.cancelled.clone()
    }

    /// The agent that is tried now.
    pub(super) fn turn_to(&mut self, live: &Arc<LiveAgent>) {
        self.live = Arc::clone(live);
    }

    /// An agent failed, and another is tried.
    pub(super) fn failed_over(&mut self, failed: FailedTry) {
        let agent_type = self.live.agent.definition.agent_type.clone();
        metrics::counter!("agenthub_failovers_total", "agent_type" => agent_type).increment(1);
        if let Some(decision) = &mut self.decision {
            decision.failed_over.push(failed);
        }
    }

    /// How long an attempt on `live` may take.
    pub(super) fn time_left(&self, live: &LiveAgent, now: DateTime<Utc>) -> Duration {
        let own = live.agent.definition.timeout_seconds.map(|seconds| Duration::from_secs(seconds.into()));
        let own = own.unwrap_or(self.session.hub().inner().options.call_timeout);
        self.timeout.map_or(own, |all| own.min(all.saturating_sub(self.spent(now))))
    }

    /// Is there time for another attempt?
    pub(super) fn in_time(&self, now: DateTime<Utc>) -> bool {
        self.timeout.is_none_or(|all| self.spent(now) < all)
    }

    fn spent(&self, now: DateTime<Utc>) -> Duration {
        (now - self.started_at).to_std().unwrap_or_default()
    }

    /// Writes how the call ended, and answers when that is durable.
    pub(super) async fn write(mut self, ended: Result<Success>) -> Result<Answer> {
        let Some(place) = self.place.take() else { return Err(Error::internal("a call is written twice")) };
        let (finished, answer) = match ended {
            Ok(Success { live, output }) => {
                self.live = live;
                let finished = self.finished(Some(&output), None);
                let answer = self.answer(output, &finished.interaction);
                (finished, Ok(answer))
            }
            Err(error) => (self.finished(None, Some(&error)), Err(error)),
        };
        self.count(&finished.interaction);
        place.write(finished).await?;
        answer
    }

    fn answer(&self, output: Output, interaction: &Interaction) -> Answer {
        Answer {
            interaction_id: self.interaction,
            agent_id: interaction.agent_id,
            agent_version: interaction.agent_version,
            capability: interaction.capability.clone(),
            output: output.value,
            duration_us: interaction.duration_us,
            usage: interaction.usage.clone(),
            routing: interaction.routing.clone(),
        }
    }

    fn finished(&self, output: Option<&Output>, error: Option<&Error>) -> FinishedCall {
        let agent = &self.live.agent;
        let limit = self.session.hub().inner().options.kept_bytes;
        let decision = self.decision.clone().map(|decision| Decision { chosen: Some(agent.id), ..decision });
        let interaction = Interaction {
            id: self.interaction,
            agent_id: agent.id,
            agent_version: agent.version_number,
            capability: self.capability.to_string(),
            session_id: self.session_id.clone(),
            actor: self.session.caller().actor.clone(),
            input: kept(&self.input, limit),
            output: output.map(|output| kept(&output.value, limit)),
            outcome: error.map_or(Outcome::Success, |error| Outcome::of(error.code())),
            error_code: error.map(|error| error.code().as_str().to_owned()),
            // A database's text holds no NUL, and an agent may say anything.
            error_message: error.map(|error| error.to_string().replace('\0', "")),
            started_at: self.started_at,
            duration_us: u64::try_from(self.begun.elapsed().as_micros()).unwrap_or(u64::MAX),
            usage: self.usage(output),
            routing: decision,
        };
        let record = self.session.sealed_record(self.note(&interaction, error), &self.sealer);
        FinishedCall { organization_id: self.session.organization_id(), interaction, record }
    }

    /// A call that failed costs nothing.
    fn usage(&self, output: Option<&Output>) -> Usage {
        let definition = &self.live.agent.definition;
        let tokens = output.map_or_else(Tokens::default, |output| output.tokens);
        let price = output.map_or(Decimal::ZERO, |_| definition.call_price(&self.capability));
        let rate = definition.token_rate.unwrap_or_default();
        let cost = rate.checked_mul(tokens.total().into()).and_then(|it| it.checked_add(price));
        let cost = cost.unwrap_or(Decimal::MAX).round_dp(COST_DECIMALS).normalize();
        Usage { tokens, cost: Money::new(cost, definition.currency) }
    }

    fn note(&self, interaction: &Interaction, error: Option<&Error>) -> Note {
        let changes = Changes::none()
            .with("agent_id", interaction.agent_id.to_string())
            .with("agent_version", interaction.agent_version)
            .with("capability", self.capability.as_ref())
            .with("cost", interaction.usage.cost.to_string());
        let note = Note::new("invoke", Entity::new("interaction", self.interaction), changes);
        error.map_or(note.clone(), |error| note.failed(error))
    }

    fn count(&self, interaction: &Interaction) {
        let agent_type = self.live.agent.definition.agent_type.clone();
        let outcome = interaction.outcome.as_str();
        let took = Duration::from_micros(interaction.duration_us).as_secs_f64();
        metrics::counter!("agenthub_invocations_total", "agent_type" => agent_type.clone(), "outcome" => outcome)
            .increment(1);
        metrics::histogram!("agenthub_invocation_duration_seconds", "agent_type" => agent_type).record(took);
    }
}

impl Drop for Log {
    fn drop(&mut self) {
        self.cancelled.cancel();
        if let Some(place) = self.place.take() {
            let error = Error::new(Code::INVOCATION_CANCELLED);
            self.live.vitals.neutral();
            let finished = self.finished(None, Some(&error));
            self.count(&finished.interaction);
            // Nobody waits for the answer; the journal writes it all the same.
            drop(place.write(finished));
        }
    }
}

/// A document as it is kept: whole up to `limit` bytes of JSON, else by its digest.
pub(crate) fn kept(document: &Value, limit: usize) -> Kept {
    if serde_json::to_writer(Room(limit), document).is_ok() {
        return Kept::Whole(document.clone());
    }
    let mut measure = Measure::default();
    // Hashing cannot fail.
    drop(serde_json::to_writer(&mut measure, document));
    let sha256 = measure.hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Kept::Digest { bytes: measure.bytes, sha256 }
}

/// A writer that keeps nothing, and fails when its room is used up.
struct Room(usize);

impl std::io::Write for Room {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 = self.0.checked_sub(bytes.len()).ok_or(std::io::ErrorKind::FileTooLarge)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// A writer that keeps the length and the hash of what is written.
#[derive(Default)]
struct Measure {
    bytes: u64,
    hash: Sha256,
}

impl std::io::Write for Measure {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.bytes += bytes.len() as u64;
        self.hash.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
