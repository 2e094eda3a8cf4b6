//! Agents and versions as rows.

use agenthub_core::agent::{Agent, AgentVersion, Definition};
use agenthub_core::{Id, Result};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::convert::{actor, json, named, number};

/// The agents of the organization for which more holds.
macro_rules! select {
    ($($tail:expr),+) => {
        concat!(
            "SELECT id, version_number, status, definition, created_at, created_by_type, created_by_id, updated_at, ",
            "updated_by_type, updated_by_id, deleted_at FROM agenthub_agents WHERE organization_id = $1 AND ",
            $($tail),+
        )
    };
}
pub(super) use select;

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    id: Uuid,
    version_number: i64,
    status: String,
    definition: String,
    created_at: DateTime<Utc>,
    created_by_type: String,
    created_by_id: Option<String>,
    updated_at: DateTime<Utc>,
    updated_by_type: String,
    updated_by_id: Option<String>,
    deleted_at: Option<DateTime<Utc>>,
}

impl Row {
    pub(super) fn agent(self) -> Result<Agent> {
        Ok(Agent {
            id: Id::from_uuid(self.id),
            version_number: number("agents.version_number", self.version_number)?,
            status: named("agents.status", self.status.parse().ok())?,
            definition: json("agents.definition", &self.definition)?,
            created_at: self.created_at,
            created_by: actor("agents.created_by", &self.created_by_type, self.created_by_id.as_deref())?,
            updated_at: self.updated_at,
            updated_by: actor("agents.updated_by", &self.updated_by_type, self.updated_by_id.as_deref())?,
            deleted_at: self.deleted_at,
        })
    }
}

#[derive(sqlx::FromRow)]
pub(super) struct VersionRow {
    agent_id: Uuid,
    version_number: i64,
    status: String,
    definition: String,
    deleted: bool,
    created_at: DateTime<Utc>,
    created_by_type: String,
    created_by_id: Option<String>,
}

impl VersionRow {
    pub(super) fn version(self) -> Result<AgentVersion> {
        let id = self.created_by_id.as_deref();
        Ok(AgentVersion {
            agent_id: Id::from_uuid(self.agent_id),
            version_number: number("agent_versions.version_number", self.version_number)?,
            status: named("agent_versions.status", self.status.parse().ok())?,
            definition: json("agent_versions.definition", &self.definition)?,
            deleted: self.deleted,
            created_at: self.created_at,
            created_by: actor("agent_versions.created_by", &self.created_by_type, id)?,
        })
    }
}

/// Stands between the texts of an agent, so that nothing is found across two of them.
const BETWEEN: char = '\u{1}';

/// The texts in which a list's `text` is looked for, in lower case.
pub(super) fn folded_text(definition: &Definition) -> String {
    let mut text = definition.name.to_lowercase();
    for other in [&definition.description, &definition.short_description] {
        text.push(BETWEEN);
        text.push_str(&other.to_lowercase());
    }
    text
}
