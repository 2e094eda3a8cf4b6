//! Statistics over interactions.

use agenthub_money::Money;
use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::agent::{AgentId, Tokens};

/// What to count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StatisticsQuery {
    /// Calls of this agent.
    pub agent_id: Option<AgentId>,
    /// Calls of agents of this type.
    pub agent_type: Option<String>,
    /// Calls that began at this time or later.
    pub from: Option<DateTime<Utc>>,
    /// Calls that began before this time.
    pub until: Option<DateTime<Utc>>,
}

/// Statistics of the calls that were asked for: all of them, and by agent.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Statistics {
    /// All calls together.
    pub total: StatisticsGroup,
    /// By agent, most calls first.
    pub agents: Vec<StatisticsGroup>,
}

/// Numbers of a group of calls.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StatisticsGroup {
    /// The agent; `None` for the total.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agent_id: Option<AgentId>,
    /// The agent's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agent_name: Option<String>,
    /// The agent's type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agent_type: Option<String>,
    /// How many calls.
    pub calls: u64,
    /// How many succeeded.
    pub succeeded: u64,
    /// How many failed.
    pub failed: u64,
    /// How many were cancelled.
    pub cancelled: u64,
    /// Succeeded among those not cancelled, 0 to 1; `None` where there are none.
    pub success_rate: Option<f64>,
    /// Mean duration in milliseconds; `None` where there are no calls, as with those below.
    pub mean_ms: Option<f64>,
    /// Half of the calls took no longer, in milliseconds (nearest rank).
    pub p50_ms: Option<f64>,
    /// 95 of 100 calls took no longer.
    pub p95_ms: Option<f64>,
    /// 99 of 100 calls took no longer.
    pub p99_ms: Option<f64>,
    /// The tokens of all calls.
    pub tokens: Tokens,
    /// What all calls cost, one sum a currency.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<crate::openapi::Money>))]
    pub cost: Vec<Money>,
}
