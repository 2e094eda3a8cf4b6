//! PostgreSQL databases for one test.

use std::env;
use std::str::FromStr;
use std::thread;

use agenthub_core::{Id, Result};
use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor};

use crate::error::failed;

/// Owns all test databases: not a superuser, so that row-level security holds it.
const ROLE: &str = "agenthub_test";

/// Must a test fail where PostgreSQL is not there? `AGENTHUB_TEST_REQUIRE=1` says so.
pub fn postgres_is_required() -> bool {
    env::var("AGENTHUB_TEST_REQUIRE").is_ok_and(|value| value == "1")
}

/// Is there a PostgreSQL to test on?
pub async fn postgres_is_there() -> bool {
    connect().await.is_ok()
}

fn options() -> Result<PgConnectOptions> {
    let url = env::var("AGENTHUB_TEST_POSTGRES_URL");
    let url = url.as_deref().unwrap_or("postgres://postgres@127.0.0.1:5432/postgres");
    PgConnectOptions::from_str(url).map_err(failed)
}

async fn connect() -> Result<PgConnection> {
    options()?.connect().await.map_err(failed)
}

/// A database that is dropped with this value.
#[derive(Debug)]
pub(super) struct Database {
    name: String,
    url: String,
}

impl Database {
    pub(super) async fn create() -> Result<Self> {
        let mut admin = connect().await?;
        let name = format!("{ROLE}_{}", Id::<Self>::new().uuid().simple());
        // Two tests that make the role at once: one of them finds it there.
        let role = format!(
            "DO $$ BEGIN CREATE ROLE {ROLE} LOGIN PASSWORD '{ROLE}'; \
             EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"
        );
        run(&mut admin, role).await?;
        run(&mut admin, format!("CREATE DATABASE {name} OWNER {ROLE} TEMPLATE template0")).await?;
        let url = options()?.username(ROLE).password(ROLE).database(&name).to_url_lossy().to_string();
        admin.close().await.map_err(failed)?;
        Ok(Self { name, url })
    }

    pub(super) fn url(&self) -> String {
        self.url.clone()
    }
}

impl Drop for Database {
    /// On a thread of its own, as a drop cannot wait and the test's runtime may be ending.
    fn drop(&mut self) {
        let statement = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
        let removal = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(async { run(&mut connect().await?, statement).await })?;
            Ok::<_, Box<dyn std::error::Error + Send + Sync>>(())
        });
        match removal.join() {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::warn!(error, database = self.name, "a test database is left behind"),
            Err(_) => tracing::warn!(database = self.name, "a test database is left behind"),
        }
    }
}

async fn run(connection: &mut PgConnection, statement: String) -> Result<()> {
    // Safe: names of our own making.
    connection.execute(AssertSqlSafe(statement)).await.map(drop).map_err(failed)
}
