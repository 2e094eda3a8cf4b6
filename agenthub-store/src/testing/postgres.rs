//! PostgreSQL schemas for one test.

use std::env;
use std::str::FromStr;
use std::thread;

use agenthub_core::{Id, Result};
use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor};
use tokio::sync::OnceCell;

use crate::error::failed;

/// Owns the database of all tests, called like it: not a superuser, so that row-level security holds it.
const ROLE: &str = "agenthub_test";

/// Must a test fail where PostgreSQL is not there? `AGENTHUB_TEST_REQUIRE=1` says so.
pub fn postgres_is_required() -> bool {
    env::var("AGENTHUB_TEST_REQUIRE").is_ok_and(|value| value == "1")
}

/// Is there a PostgreSQL to test on?
pub async fn postgres_is_there() -> bool {
    match options() {
        Ok(options) => connect(options).await.is_ok(),
        Err(_) => false,
    }
}

/// Where tests look for PostgreSQL, as a role that makes others and databases. On this machine without TLS, which
/// would only make thousands of short connections slower.
pub fn postgres_url() -> String {
    env::var("AGENTHUB_TEST_POSTGRES_URL")
        .unwrap_or_else(|_| "postgres://postgres@127.0.0.1:5432/postgres?sslmode=disable".to_owned())
}

fn options() -> Result<PgConnectOptions> {
    PgConnectOptions::from_str(&postgres_url()).map_err(failed)
}

async fn connect(options: PgConnectOptions) -> Result<PgConnection> {
    options.connect().await.map_err(failed)
}

/// As the role that owns the tests' tables, in the database of all tests.
fn owner() -> Result<PgConnectOptions> {
    Ok(options()?.username(ROLE).password(ROLE).database(ROLE))
}

/// A schema that is dropped with this value. It is as good as a database of its own, and made and dropped much faster.
#[derive(Debug)]
pub(super) struct Schema {
    name: String,
}

impl Schema {
    pub(super) async fn create() -> Result<Self> {
        static SET_UP: OnceCell<()> = OnceCell::const_new();
        SET_UP.get_or_try_init(set_up).await?;
        let name = format!("test_{}", Id::<Self>::new().uuid().simple());
        run(&mut connect(owner()?).await?, format!("CREATE SCHEMA {name}")).await?;
        Ok(Self { name })
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Leads into the schema; its connections are called like it.
    pub(super) fn url(&self) -> Result<String> {
        let url = owner()?.to_url_lossy();
        let between = if url.query().is_some() { '&' } else { '?' };
        let name = &self.name;
        Ok(format!("{url}{between}application_name={name}&options[search_path]={name}"))
    }

    /// Breaks every connection to the schema.
    pub(super) async fn disconnect(&self) -> Result<()> {
        let others = format!(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = '{}'",
            self.name
        );
        run(&mut connect(owner()?).await?, others).await
    }
}

impl Drop for Schema {
    /// On a thread of its own, as a drop cannot wait and the test's runtime may be ending.
    fn drop(&mut self) {
        let statement = format!("DROP SCHEMA IF EXISTS {} CASCADE", self.name);
        let removal = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(async { run(&mut connect(owner()?).await?, statement).await })?;
            Ok::<_, Box<dyn std::error::Error + Send + Sync>>(())
        });
        match removal.join() {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::warn!(error, schema = self.name, "a test's schema is left behind"),
            Err(_) => tracing::warn!(schema = self.name, "a test's schema is left behind"),
        }
    }
}

/// Makes the role and the database of all tests where they are missing; one test program at a time.
async fn set_up() -> Result<()> {
    let mut admin = connect(options()?).await?;
    run(&mut admin, "SELECT pg_advisory_lock(hashtext('agenthub test'))".to_owned()).await?;
    if !is_there(&mut admin, "SELECT 1 FROM pg_roles WHERE rolname = $1").await? {
        run(&mut admin, format!("CREATE ROLE {ROLE} LOGIN PASSWORD '{ROLE}'")).await?;
    }
    if !is_there(&mut admin, "SELECT 1 FROM pg_database WHERE datname = $1").await? {
        run(&mut admin, format!("CREATE DATABASE {ROLE} OWNER {ROLE} TEMPLATE template0")).await?;
    }
    // Ends the lock too.
    admin.close().await.map_err(failed)
}

async fn is_there(connection: &mut PgConnection, query: &'static str) -> Result<bool> {
    let row = sqlx::query(query).bind(ROLE).fetch_optional(connection).await.map_err(failed)?;
    Ok(row.is_some())
}

async fn run(connection: &mut PgConnection, statement: String) -> Result<()> {
    // Safe: names of our own making.
    connection.execute(AssertSqlSafe(statement)).await.map(drop).map_err(failed)
}
