//! Which interactions are wanted.

use agenthub_core::agent::AgentId;
use agenthub_core::interaction::{InteractionFilter, Outcome, StatisticsQuery};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::ToSchema;

/// Which interactions are wanted.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct InteractionQuery {
    /// Of this agent.
    agent_id: Option<AgentId>,
    /// Of this capability.
    capability: Option<String>,
    /// Of this session.
    session_id: Option<String>,
    /// That ended so.
    outcome: Option<Outcome>,
    /// That began at this time or later.
    from: Option<DateTime<Utc>>,
    /// That began before this time.
    until: Option<DateTime<Utc>>,
}

impl From<InteractionQuery> for InteractionFilter {
    fn from(query: InteractionQuery) -> Self {
        Self {
            agent_id: query.agent_id,
            capability: query.capability,
            session_id: query.session_id,
            outcome: query.outcome,
            from: query.from,
            until: query.until,
        }
    }
}

/// What to count.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct StatisticsParameters {
    /// Calls of this agent.
    agent_id: Option<AgentId>,
    /// Calls of agents of this type.
    agent_type: Option<String>,
    /// Calls that began at this time or later.
    from: Option<DateTime<Utc>>,
    /// Calls that began before this time.
    until: Option<DateTime<Utc>>,
}

impl From<StatisticsParameters> for StatisticsQuery {
    fn from(query: StatisticsParameters) -> Self {
        Self { agent_id: query.agent_id, agent_type: query.agent_type, from: query.from, until: query.until }
    }
}
