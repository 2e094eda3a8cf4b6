//! Agents and their versions.

mod list;
mod row;

use agenthub_core::agent::{Agent, AgentFilter, AgentId, AgentVersion};
use agenthub_core::page::{Listing, Page};
use agenthub_core::store::{Agents, ReadAgents, Revision};
use agenthub_core::{Result, async_trait};

use crate::convert::{to_column, to_json};
use crate::paging;
use crate::scope::Scope;
use crate::statement::Statement;
use row::{Row, VersionRow, select};

const VERSION_ORDER: &str = "-version_number";

const GET: Statement = Statement::new(select!("id = $2"));
const LIVE: Statement = Statement::new(select!("status = 'active' AND deleted_at IS NULL ORDER BY id"));
const CHANGED_SINCE: Statement = Statement::new(select!("revision > $2"));
/// The organization's next revision, to which a change of an agent belongs. PostgreSQL locks the organization until the
/// end of the transaction, so that changes become visible in the order of their revisions: who has seen one of them
/// has seen all before it. SQLite has one writer anyway. (Where there is no organization, the reference to it says so.)
macro_rules! next_revision {
    ($lock:literal) => {
        concat!("COALESCE((SELECT revision FROM agenthub_organizations WHERE id = $1", $lock, "), 0) + 1")
    };
}
macro_rules! add {
    ($lock:literal) => {
        concat!(
            "INSERT INTO agenthub_agents (organization_id, id, version_number, status, definition, name_folded,
                 text_folded, name, agent_type, business_domain, owner, created_at, created_by_type, created_by_id,
                 updated_at, updated_by_type, updated_by_id, deleted_at, revision)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, ",
            next_revision!($lock),
            ")"
        )
    };
}
const ADD: Statement = Statement::split(add!(""), add!(" FOR NO KEY UPDATE"));
macro_rules! change {
    ($lock:literal) => {
        concat!(
            "UPDATE agenthub_agents SET version_number = $3, status = $4, definition = $5, name_folded = $6,
                 text_folded = $7, name = $8, agent_type = $9, business_domain = $10, owner = $11, created_at = $12,
                 created_by_type = $13, created_by_id = $14, updated_at = $15, updated_by_type = $16,
                 updated_by_id = $17, deleted_at = $18, revision = ",
            next_revision!($lock),
            " WHERE organization_id = $1 AND id = $2 AND version_number = $3 - 1"
        )
    };
}
const CHANGE: Statement = Statement::split(change!(""), change!(" FOR NO KEY UPDATE"));
const FORGET_CAPABILITIES: Statement =
    Statement::new("DELETE FROM agenthub_agent_capabilities WHERE organization_id = $1 AND agent_id = $2");
/// Many at once, as a JSON array of names.
const ADD_CAPABILITIES: Statement = Statement::split(
    "INSERT INTO agenthub_agent_capabilities (organization_id, agent_id, capability)
     SELECT $1, $2, value FROM json_each($3)",
    "INSERT INTO agenthub_agent_capabilities (organization_id, agent_id, capability)
     SELECT $1, $2, value FROM json_array_elements_text(CAST($3 AS JSON)) AS offered (value)",
);

macro_rules! versions {
    ($tail:literal) => {
        concat!(
            "SELECT agent_id, version_number, status, definition, deleted, created_at, created_by_type, ",
            "created_by_id FROM agenthub_agent_versions WHERE organization_id = $1 AND agent_id = $2 AND ",
            $tail
        )
    };
}
const VERSION: Statement = Statement::new(versions!("version_number = $3"));
const VERSIONS: Statement =
    Statement::new(versions!("version_number < $3 ORDER BY version_number DESC LIMIT $4 OFFSET $5"));
const COUNT_VERSIONS: Statement = Statement::new(
    "SELECT COUNT(*) FROM agenthub_agent_versions WHERE organization_id = $1 AND agent_id = $2",
);
const ADD_VERSION: Statement = Statement::new(
    "INSERT INTO agenthub_agent_versions (organization_id, agent_id, version_number, status, definition, deleted,
         created_at, created_by_type, created_by_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
);

pub(crate) const STATEMENTS: &[Statement] = &[
    GET,
    LIVE,
    CHANGED_SINCE,
    ADD,
    CHANGE,
    FORGET_CAPABILITIES,
    ADD_CAPABILITIES,
    VERSION,
    VERSIONS,
    COUNT_VERSIONS,
    ADD_VERSION,
    list::BY_NAME,
    list::BY_NAME_DESCENDING,
    list::BY_CREATION,
    list::BY_CREATION_DESCENDING,
    list::BY_CHANGE,
    list::BY_CHANGE_DESCENDING,
    list::COUNT,
];

impl Scope {
    /// Runs a statement that takes an agent's columns.
    async fn put_agent(&mut self, statement: Statement, agent: &Agent) -> Result<u64> {
        let definition = &agent.definition;
        let document = to_json(definition)?;
        self.sql(statement)
            .id(agent.id)
            .bind(i64::from(agent.version_number))
            .bind(agent.status.as_str())
            .bind(document)
            .bind(definition.name.to_lowercase())
            .bind(row::folded_text(definition))
            .bind(definition.name.clone())
            .bind(definition.agent_type.clone())
            .bind(definition.business_domain.clone())
            .bind(definition.owner.clone())
            .time(agent.created_at)
            .bind(agent.created_by.kind().as_str())
            .bind(agent.created_by.id())
            .time(agent.updated_at)
            .bind(agent.updated_by.kind().as_str())
            .bind(agent.updated_by.id())
            .optional_time(agent.deleted_at)
            .execute()
            .await
    }

    /// Writes the agent's present state as a version, and what it offers now.
    async fn put_version(&mut self, agent: &Agent) -> Result<()> {
        let document = to_json(&agent.definition)?;
        self.sql(ADD_VERSION)
            .id(agent.id)
            .bind(i64::from(agent.version_number))
            .bind(agent.status.as_str())
            .bind(document)
            .bind(agent.deleted_at.is_some())
            .time(agent.updated_at)
            .bind(agent.updated_by.kind().as_str())
            .bind(agent.updated_by.id())
            .execute()
            .await?;
        self.sql(FORGET_CAPABILITIES).id(agent.id).execute().await?;
        let offered: Vec<&str> = agent.definition.offered().collect();
        let offered = to_json(&offered)?;
        self.sql(ADD_CAPABILITIES).id(agent.id).bind(offered).execute().await.map(drop)
    }
}

#[async_trait]
impl ReadAgents for Scope {
    async fn get(&mut self, id: AgentId) -> Result<Option<Agent>> {
        let row: Option<Row> = self.sql(GET).id(id).optional().await?;
        row.map(Row::agent).transpose()
    }

    async fn list(&mut self, filter: &AgentFilter, page: &Page) -> Result<Listing<Agent>> {
        list::list(self, filter, page).await
    }

    async fn live(&mut self) -> Result<Vec<Agent>> {
        let rows: Vec<Row> = self.sql(LIVE).all().await?;
        rows.into_iter().map(Row::agent).collect()
    }

    async fn changed_since(&mut self, revision: Revision) -> Result<Vec<Agent>> {
        let revision = to_column(revision.0, "/revision")?;
        let rows: Vec<Row> = self.sql(CHANGED_SINCE).bind(revision).all().await?;
        rows.into_iter().map(Row::agent).collect()
    }

    async fn version(&mut self, id: AgentId, number: u32) -> Result<Option<AgentVersion>> {
        let row: Option<VersionRow> = self.sql(VERSION).id(id).bind(i64::from(number)).optional().await?;
        row.map(VersionRow::version).transpose()
    }

    async fn versions(&mut self, id: AgentId, page: &Page) -> Result<Listing<AgentVersion>> {
        let before = paging::before_number(page, VERSION_ORDER)?;
        let (limit, skip) = (paging::fetch(page), i64::from(page.skip));
        let rows: Vec<VersionRow> =
            self.sql(VERSIONS).id(id).bind(before).bind(limit).bind(skip).all().await?;
        let total = if page.count { Some(self.sql(COUNT_VERSIONS).id(id).count().await?) } else { None };
        let items = rows.into_iter().map(VersionRow::version).collect::<Result<Vec<_>>>()?;
        Ok(paging::listing(items, page, total, |last| paging::cursor(VERSION_ORDER, "", last.version_number)))
    }
}

#[async_trait]
impl Agents for Scope {
    async fn add(&mut self, agent: &Agent) -> Result<()> {
        self.put_agent(ADD, agent).await?;
        self.put_version(agent).await
    }

    async fn change(&mut self, agent: &Agent) -> Result<bool> {
        let changed = self.put_agent(CHANGE, agent).await? > 0;
        if changed {
            self.put_version(agent).await?;
        }
        Ok(changed)
    }
}
