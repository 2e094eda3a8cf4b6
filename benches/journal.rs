//! The journal's write beside raw inserts of as many rows: the same two tables with the same indexes, row by row through
//! a prepared statement, many to a transaction. What the floor does not do: give places in the audit log, hash entries,
//! write records of the call, put up the fence. In which form the rows travel best was measured by
//! `agenthub-store/benches/append.rs`.
//!
//! `cargo bench -p agenthub-benches --bench journal`

#[path = "bare.rs"]
mod bare;

use std::sync::Arc;

use agenthub_benches::{Failure, Table, side_by_side};
use agenthub_core::agent::{Agent, AgentId, Definition};
use agenthub_core::audit::Actor;
use agenthub_core::organization::OrganizationId;
use agenthub_core::store::{FinishedCall, Store as _};
use agenthub_core::{Caller, Hub};
use agenthub_store::SqlStore;
use agenthub_store::testing::{TestDatabase, postgres_is_there};
use bare::Echo;
use chrono::{DateTime, Utc};
use serde_json::json;
use sqlx::{Connection as _, PgConnection, SqliteConnection};

/// Calls in a batch, as the journal's writer finds them under little, some, and much load.
const BATCHES: [usize; 3] = [1, 16, 256];

const INTERACTION: &str =
    "INSERT INTO agenthub_interactions VALUES ($1, $2, $3, 1, 'echo', NULL, 'system', NULL,
     $4, $4, 'success', NULL, NULL, $5, 1, 0, 0, 0, 'USD', NULL)";
const ENTRY: &str =
    "INSERT INTO agenthub_audit_entries VALUES ($1, $2, $3, $4, 'system', NULL, FALSE, 'invoke',
     'interaction', $5, $6, '[]', NULL, NULL, NULL, NULL, 1, '[]', 'success', NULL, $7)";
const INPUT: &str = "{\"text\":\"hello\"}";

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let mut table = Table::default();
    compare(&mut table, "SQLite", async || Ok(TestDatabase::sqlite_file()?)).await?;
    if postgres_is_there().await {
        compare(&mut table, "PostgreSQL", async || Ok(TestDatabase::postgres().await?)).await?;
    }
    table.print("The journal's write, a batch");
    Ok(())
}

/// Ours and the floor write to two databases that are alike.
async fn compare(
    table: &mut Table,
    name: &str,
    database: impl AsyncFn() -> Result<TestDatabase, Failure>,
) -> Result<(), Failure> {
    let (ours, bare) = (database().await?, database().await?);
    let (store, organization, agent) = open(&ours).await?;
    let (_, floor_organization, floor_agent) = open(&bare).await?;
    let mut floor = Floor {
        connection: Connection::to(bare.url()).await?,
        organization: floor_organization,
        agent: floor_agent.id,
        places: 1_000,
    };
    for size in BATCHES {
        let append = async || Ok(store.append(&calls(organization, &agent, size)).await?);
        let (ours, floor) = side_by_side(20, append, async || floor.write(size).await).await?;
        table.times(&format!("{name}, {size} calls"), ours, floor, 1.5);
    }
    Ok(())
}

async fn open(database: &TestDatabase) -> Result<(Arc<SqlStore>, OrganizationId, Arc<Agent>), Failure> {
    let store = Arc::new(database.store().await?);
    let hub = Hub::builder_on(Arc::clone(&store) as _).runtime("echo", Echo).build();
    let organization = hub.create_organization("Acme").await?.id;
    let session = hub.enter(Caller::system(organization));
    let agent = session.agents().create(Definition::new("Echo", "echo")).await?;
    hub.close().await;
    Ok((store, organization, Arc::new(agent)))
}

fn calls(organization: OrganizationId, agent: &Arc<Agent>, count: usize) -> Vec<FinishedCall> {
    let finished = |_| {
        let input = json!({ "text": "hello" });
        let call = bare::call(agent, organization, "echo", input.clone());
        bare::finished(&call, Actor::System, NOW, &input.into())
    };
    (0..count).map(finished).collect()
}

const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;

/// Raw inserts on one connection.
struct Floor {
    connection: Connection,
    organization: OrganizationId,
    agent: AgentId,
    /// The next free place in the audit log.
    places: i64,
}

enum Connection {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Connection {
    async fn to(url: &str) -> Result<Self, Failure> {
        if !url.starts_with("sqlite") {
            let url = format!("{url}&options[agenthub.platform]=on");
            return Ok(Self::Postgres(PgConnection::connect(&url).await?));
        }
        let mut connection = SqliteConnection::connect(url).await?;
        sqlx::raw_sql("PRAGMA synchronous = FULL").execute(&mut connection).await?;
        Ok(Self::Sqlite(connection))
    }
}

impl Floor {
    async fn write(&mut self, count: usize) -> Result<(), Failure> {
        let (organization, agent) = (self.organization.uuid(), self.agent.uuid());
        let first = self.places;
        self.places += i64::try_from(count)?;
        /// The same on both drivers, whose types differ.
        macro_rules! insert_all {
            ($connection:expr, $begin:literal, $now:expr) => {{
                let mut tx = $connection.begin_with($begin).await?;
                for place in first..self.places {
                    let id = AgentId::new().uuid();
                    let interaction = sqlx::query(INTERACTION).bind(organization).bind(id).bind(agent);
                    interaction.bind(INPUT).bind($now).execute(&mut *tx).await?;
                    let entry = sqlx::query(ENTRY).bind(organization).bind(place).bind(id).bind($now);
                    let entry = entry.bind(id.to_string()).bind(INPUT).bind([7_u8; 32].as_slice());
                    entry.execute(&mut *tx).await?;
                }
                Ok(tx.commit().await?)
            }};
        }
        match &mut self.connection {
            Connection::Sqlite(connection) => insert_all!(connection, "BEGIN IMMEDIATE", NOW.to_rfc3339()),
            Connection::Postgres(connection) => insert_all!(connection, "BEGIN", NOW),
        }
    }
}
