//! An interaction that happened elsewhere, as it is sent.

use std::time::Duration;

use agenthub_core::agent::{AgentId, Tokens};
use agenthub_core::interaction::{NewInteraction, Outcome};
use agenthub_core::openapi::Amount;
use agenthub_money::{Currency, Decimal};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;

/// An interaction that happened elsewhere.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct InteractionBody {
    /// The agent that answered.
    agent_id: AgentId,
    /// What was asked for.
    #[schema(max_length = 64)]
    capability: String,
    /// Your name for a row of calls that belong together.
    #[schema(max_length = 255)]
    session_id: Option<String>,
    /// What was put in.
    #[serde(default)]
    input: Value,
    /// What came out.
    output: Option<Value>,
    /// How it ended; `success` where nothing is said.
    outcome: Option<Outcome>,
    /// What went wrong.
    error_message: Option<String>,
    /// When it began; now where nothing is said.
    started_at: Option<DateTime<Utc>>,
    /// How long it took, in milliseconds.
    #[serde(default)]
    duration_ms: u64,
    /// The tokens that it took.
    #[serde(default)]
    tokens: Tokens,
    /// What it cost.
    #[schema(value_type = Option<Amount>)]
    cost: Option<Decimal>,
    /// In which currency (ISO 4217); the agent's where nothing is said.
    #[schema(value_type = Option<String>, example = "USD")]
    currency: Option<Currency>,
}

impl From<InteractionBody> for NewInteraction {
    fn from(body: InteractionBody) -> Self {
        Self {
            agent_id: body.agent_id,
            capability: body.capability,
            session_id: body.session_id,
            input: body.input,
            output: body.output,
            outcome: body.outcome.unwrap_or(Outcome::Success),
            error_message: body.error_message,
            started_at: body.started_at,
            duration: Duration::from_millis(body.duration_ms),
            tokens: body.tokens,
            cost: body.cost.map(|cost| (cost, body.currency)),
        }
    }
}
