//! Databases that are there for one test and gone after it, also where the test fails. Feature `testing`.
//!
//! PostgreSQL is looked for at `AGENTHUB_TEST_POSTGRES_URL`, else at `postgres://postgres@127.0.0.1:5432/postgres`.
//! Where it is not there, tests that need it are skipped, unless `AGENTHUB_TEST_REQUIRE=1` says that it must be.

mod postgres;
mod sqlite;

use std::path::PathBuf;
use std::str::FromStr as _;

use agenthub_core::error::Code;
use agenthub_core::{Error, Result};
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use sqlx::{Executor, Row, SqlSafeStr};
use tempfile::TempDir;

use crate::SqlStore;
use crate::error::failed;
use crate::sql::Pool;
use crate::statement;
pub use postgres::{postgres_is_required, postgres_is_there, postgres_url};
pub use sqlite::{every_row, refuse_records};

const FILE: &str = "test.db";

/// An empty database; not migrated yet. Dropping it removes the database.
#[derive(Debug)]
pub struct TestDatabase {
    url: String,
    kept: Kept,
}

/// What removes the database when it is dropped.
#[derive(Debug)]
enum Kept {
    Nothing,
    Directory(TempDir),
    Postgres(postgres::Schema),
}

impl TestDatabase {
    /// One in memory; each opening of its URL is another database.
    pub fn sqlite_memory() -> Self {
        Self { url: "sqlite::memory:".to_owned(), kept: Kept::Nothing }
    }

    /// A file in a directory of its own.
    ///
    /// # Errors
    /// `internal` where no directory can be made.
    pub fn sqlite_file() -> Result<Self> {
        let directory =
            TempDir::new().map_err(|error| Error::internal("temporary directory").source(error))?;
        let url = format!("sqlite:{}?mode=rwc", directory.path().join(FILE).display());
        Ok(Self { url, kept: Kept::Directory(directory) })
    }

    /// A PostgreSQL schema of its own, owned by a role that row-level security holds.
    ///
    /// # Errors
    /// `store.unavailable` where there is no PostgreSQL, `internal` where it does not let us make a role and a
    /// database.
    pub async fn postgres() -> Result<Self> {
        let schema = postgres::Schema::create().await?;
        Ok(Self { url: schema.url()?, kept: Kept::Postgres(schema) })
    }

    /// What to open it with.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The SQLite file, where it is one.
    pub fn file(&self) -> Option<PathBuf> {
        match &self.kept {
            Kept::Directory(directory) => Some(directory.path().join(FILE)),
            Kept::Nothing | Kept::Postgres(_) => None,
        }
    }

    /// The PostgreSQL schema, where it is one.
    pub fn schema(&self) -> Option<&str> {
        match &self.kept {
            Kept::Postgres(schema) => Some(schema.name()),
            Kept::Nothing | Kept::Directory(_) => None,
        }
    }

    /// Breaks every connection to it, where they go to a server.
    ///
    /// # Errors
    /// `store.unavailable`.
    pub async fn disconnect(&self) -> Result<()> {
        match &self.kept {
            Kept::Postgres(schema) => schema.disconnect().await,
            Kept::Nothing | Kept::Directory(_) => Ok(()),
        }
    }

    /// Opens it, migrated.
    ///
    /// # Errors
    /// Those of [`SqlStore::open`] and of the migrations.
    pub async fn store(&self) -> Result<SqlStore> {
        let store = SqlStore::open(&self.url).await?;
        store.migrations().up().await?;
        Ok(store)
    }

    /// Opens it, migrated, as if on a disk that is full when the file has so many pages. It must be an SQLite file.
    ///
    /// # Errors
    /// Those of [`store`](Self::store); `invalid` where it is no SQLite file.
    pub async fn store_on_small_disk(&self, pages: u32) -> Result<SqlStore> {
        self.store().await?.close().await;
        let options = SqliteConnectOptions::from_str(&self.url)
            .map_err(|error| Error::new(Code::INVALID).source(error))?
            .pragma("max_page_count", pages.to_string());
        let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await.map_err(failed)?;
        SqlStore::on_sqlite(pool).await
    }
}

/// Has the database prepare every statement of the store; gives how many there are.
///
/// # Errors
/// That of the first statement that the database refuses.
pub async fn prepare_every_statement(store: &SqlStore) -> Result<usize> {
    let mut count = 0;
    for statement in statement::all() {
        match &store.pool {
            Pool::Sqlite { write, .. } => {
                drop(write.prepare(statement.sqlite.into_sql_str()).await.map_err(failed)?);
            }
            Pool::Postgres { pool, .. } => {
                drop(pool.prepare(statement.postgres.into_sql_str()).await.map_err(failed)?);
            }
        }
        count += 1;
    }
    Ok(count)
}

/// How SQLite goes about every statement, one line a step; the statement first.
///
/// # Errors
/// `invalid` where the store is not on SQLite.
pub async fn explain_every_statement(store: &SqlStore) -> Result<Vec<(&'static str, Vec<String>)>> {
    let Pool::Sqlite { write, .. } = &store.pool else {
        return Err(Error::new(Code::INVALID));
    };
    let mut plans = Vec::new();
    for statement in statement::all() {
        // Safe: the text of a statement that is run anyway.
        let explain = sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {}", statement.sqlite));
        let steps = write.fetch_all(explain).await.map_err(failed)?;
        let steps = steps.iter().map(|step| step.try_get("detail").map_err(failed)).collect::<Result<_>>()?;
        plans.push((statement.sqlite, steps));
    }
    Ok(plans)
}
