//! Interactions: the record of each call, what it used, and the statistics over them.

pub(crate) mod manage;
mod statistics;

use agenthub_money::Money;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use manage::{Interactions, NewInteraction};
pub use statistics::{Statistics, StatisticsGroup, StatisticsQuery};

use crate::agent::{AgentId, Tokens};
use crate::audit::Actor;
use crate::error::Code;
use crate::id::Id;
use crate::routing::Decision;

/// The id of an interaction.
pub type InteractionId = Id<Interaction>;

/// The record of one call of an agent.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Interaction {
    /// Its id.
    pub id: InteractionId,
    /// The agent that answered, or that would have.
    pub agent_id: AgentId,
    /// The version of that agent.
    pub agent_version: u32,
    /// What was asked for.
    pub capability: String,
    /// The caller's name for a row of calls that belong together.
    pub session_id: Option<String>,
    /// Who asked.
    pub actor: Actor,
    /// What was put in; see [`Kept`].
    pub input: Kept,
    /// What came out, where the call succeeded.
    pub output: Option<Kept>,
    /// How it ended.
    pub outcome: Outcome,
    /// The code of the error that ended it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    /// What the error said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_message: Option<String>,
    /// When it began.
    pub started_at: DateTime<Utc>,
    /// How long it took, in microseconds.
    pub duration_us: u64,
    /// What it used.
    pub usage: Usage,
    /// Why this agent; `None` where the caller named it or the call happened elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub routing: Option<Decision>,
}

/// A document as it is kept: whole, or by its digest where it is larger than the hub keeps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kept {
    /// The document.
    Whole(Value),
    /// Too large to keep.
    Digest {
        /// Its length as JSON, in bytes.
        bytes: u64,
        /// SHA-256 of its JSON, in hexadecimal.
        sha256: String,
    },
}

/// What a call used; what budgets and invoices are made from.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Usage {
    /// The tokens.
    pub tokens: Tokens,
    /// What the organization pays for it: the price of the call and the tokens at the agent's rate.
    #[cfg_attr(feature = "openapi", schema(value_type = crate::openapi::Money))]
    pub cost: Money,
}

/// How a call or a change ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was done.
    Success,
    /// It was tried and failed, or was refused.
    Failure,
    /// The caller went away before it was done.
    Cancelled,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 3] = [Self::Success, Self::Failure, Self::Cancelled];

    /// The name, as JSON writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Failure => "failure",
            Self::Cancelled => "cancelled",
        }
    }

    /// The outcome of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.as_str() == name)
    }

    /// How a call ended that ended with this error.
    pub fn of(code: Code) -> Self {
        if code == Code::INVOCATION_CANCELLED { Self::Cancelled } else { Self::Failure }
    }
}

/// Which interactions are wanted; newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InteractionFilter {
    /// Of this agent.
    pub agent_id: Option<AgentId>,
    /// Of this capability.
    pub capability: Option<String>,
    /// Of this session.
    pub session_id: Option<String>,
    /// That ended so.
    pub outcome: Option<Outcome>,
    /// That began at this time or later.
    pub from: Option<DateTime<Utc>>,
    /// That began before this time.
    pub until: Option<DateTime<Utc>>,
}
