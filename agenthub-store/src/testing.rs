//! Databases that are there for one test and gone after it, also where the test fails. Feature `testing`.
//!
//! PostgreSQL is looked for at `AGENTHUB_TEST_POSTGRES_URL`, else at `postgres://postgres@127.0.0.1:5432/postgres`.
//! Where it is not there, tests that need it are skipped, unless `AGENTHUB_TEST_REQUIRE=1` says that it must be.

mod postgres;

use agenthub_core::{Error, Result};
use tempfile::TempDir;

use crate::SqlStore;
use crate::error::failed;
use crate::sql::Pool;
use crate::statement;
pub use postgres::{postgres_is_required, postgres_is_there};

/// An empty database; not migrated yet. Dropping it removes the database.
#[derive(Debug)]
pub struct TestDatabase {
    url: String,
    _kept: Kept,
}

/// What removes the database when it is dropped.
#[derive(Debug)]
#[expect(dead_code, reason = "held for its drop only")]
enum Kept {
    Nothing,
    Directory(TempDir),
    Postgres(postgres::Database),
}

impl TestDatabase {
    /// One in memory; each opening of its URL is another database.
    pub fn sqlite_memory() -> Self {
        Self { url: "sqlite::memory:".to_owned(), _kept: Kept::Nothing }
    }

    /// A file in a directory of its own.
    ///
    /// # Errors
    /// `internal` where no directory can be made.
    pub fn sqlite_file() -> Result<Self> {
        let directory =
            TempDir::new().map_err(|error| Error::internal("temporary directory").source(error))?;
        let url = format!("sqlite:{}?mode=rwc", directory.path().join("test.db").display());
        Ok(Self { url, _kept: Kept::Directory(directory) })
    }

    /// A PostgreSQL database of its own, owned by a role that row-level security holds.
    ///
    /// # Errors
    /// `store.unavailable` where there is no PostgreSQL, or it does not let us make databases.
    pub async fn postgres() -> Result<Self> {
        let database = postgres::Database::create().await?;
        Ok(Self { url: database.url(), _kept: Kept::Postgres(database) })
    }

    /// What to open it with.
    pub fn url(&self) -> &str {
        &self.url
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
}

/// Has the database prepare every statement of the store; gives how many there are.
///
/// # Errors
/// That of the first statement that the database refuses.
pub async fn prepare_every_statement(store: &SqlStore) -> Result<usize> {
    use sqlx::{Executor, SqlSafeStr};

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
