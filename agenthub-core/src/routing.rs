//! Routing: which agent takes a call, and why.

mod choose;
mod field;

use std::collections::BTreeMap;

use agenthub_money::Decimal;
use serde::{Deserialize, Serialize};

pub(crate) use choose::{Ask, Choice};
pub(crate) use field::{Field, Moves};

use crate::agent::AgentId;
use crate::error::Word;

/// What a good agent is, for one call.
///
/// The weights say how much each quality counts, against each other; the limits refuse an agent whatever its other
/// qualities are. The default counts all the same and refuses nothing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct RoutingCriteria {
    /// How much a low price counts; 0 or more, as with the other weights.
    pub cost_weight: u32,
    /// How much few calls in flight count.
    pub load_weight: u32,
    /// How much success and short answers count.
    pub quality_weight: u32,
    /// How much the author's priority counts.
    pub priority_weight: u32,
    /// No agent whose call costs more, in its own currency.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::openapi::Amount>))]
    pub max_price: Option<Decimal>,
    /// No agent that usually takes longer, in milliseconds.
    pub max_latency_ms: Option<u32>,
    /// No agent that succeeds less often, in percent.
    pub min_success_percent: Option<u8>,
    /// Only agents of this type.
    pub agent_type: Option<String>,
    /// Never these agents.
    pub exclude: Vec<AgentId>,
}

impl Default for RoutingCriteria {
    fn default() -> Self {
        Self {
            cost_weight: 1,
            load_weight: 1,
            quality_weight: 1,
            priority_weight: 1,
            max_price: None,
            max_latency_ms: None,
            min_success_percent: None,
            agent_type: None,
            exclude: Vec::new(),
        }
    }
}

/// Why an agent took a call; kept with the interaction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Decision {
    /// Who was chosen.
    pub chosen: Option<AgentId>,
    /// How many agents offer the capability.
    pub considered: u32,
    /// The best of them, best first, with their scores; at most [`Decision::SHOWN`].
    pub candidates: Vec<Candidate>,
    /// How many were refused for each reason, beyond those shown.
    pub refused: BTreeMap<Refusal, u32>,
    /// Agents that were tried first and failed, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub failed_over: Vec<FailedTry>,
}

impl Decision {
    /// How many candidates a decision shows.
    pub const SHOWN: usize = 8;
}

/// One agent that could have taken the call.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Candidate {
    /// The agent.
    pub agent_id: AgentId,
    /// 0 (worst) to 1 (best).
    pub score: f64,
    /// How the score came about: each quality from 0 to 1.
    pub parts: ScoreParts,
    /// Why it was refused; `None` where it could have taken the call.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub refusal: Option<Refusal>,
}

/// The qualities of a candidate, each from 0 (worst) to 1 (best).
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ScoreParts {
    /// Its price among the prices of the others.
    pub cost: f64,
    /// Its calls in flight.
    pub load: f64,
    /// Its success and its answer times.
    pub quality: f64,
    /// Its author's priority.
    pub priority: f64,
}

/// Why an agent cannot take a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// Nothing here runs it.
    NoRuntime,
    /// Its runtime says that it does not work.
    Unhealthy,
    /// It failed too often lately.
    BreakerOpen,
    /// It has as many calls as it takes.
    Busy,
    /// It costs more than the criteria allow.
    TooExpensive,
    /// It is slower than the criteria allow.
    TooSlow,
    /// It succeeds less often than the criteria ask.
    TooUnreliable,
    /// The criteria ask for another type.
    WrongType,
    /// The criteria exclude it.
    Excluded,
    /// The caller lacks a permission that it asks for.
    NotPermitted,
}

impl Refusal {
    /// The reason in words, with a `count` of how many it was refused to.
    pub(crate) fn word(self) -> Word {
        match self {
            Self::NoRuntime => Word::REFUSED_NO_RUNTIME,
            Self::Unhealthy => Word::REFUSED_UNHEALTHY,
            Self::BreakerOpen => Word::REFUSED_BREAKER_OPEN,
            Self::Busy => Word::REFUSED_BUSY,
            Self::TooExpensive => Word::REFUSED_TOO_EXPENSIVE,
            Self::TooSlow => Word::REFUSED_TOO_SLOW,
            Self::TooUnreliable => Word::REFUSED_TOO_UNRELIABLE,
            Self::WrongType => Word::REFUSED_WRONG_TYPE,
            Self::Excluded => Word::REFUSED_EXCLUDED,
            Self::NotPermitted => Word::REFUSED_NOT_PERMITTED,
        }
    }
}

/// An agent that was tried and failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FailedTry {
    /// The agent.
    pub agent_id: AgentId,
    /// The code of its error.
    pub error_code: String,
}
