//! An SQLite database behind the store's back.

use agenthub_core::Result;
use agenthub_core::error::{Code, Error};
use sqlx::sqlite::SqlitePool;
use sqlx::{AssertSqlSafe, Executor, Row};

use crate::SqlStore;
use crate::error::failed;
use crate::sql::Pool;

/// Tables that follow the audit logs by themselves, at any time.
const FOLLOWING: [&str; 9] = [
    "agenthub_audit_blocks",
    "agenthub_audit_counts",
    "agenthub_audit_days",
    "agenthub_audit_indexes",
    "agenthub_audit_months",
    "agenthub_audit_postings",
    "agenthub_audit_quarters",
    "agenthub_audit_tiles",
    "agenthub_audit_trees",
];

fn pool(store: &SqlStore) -> Result<&SqlitePool> {
    match &store.pool {
        Pool::Sqlite { write, .. } => Ok(write),
        Pool::Postgres { .. } => Err(Error::new(Code::INVALID)),
    }
}

/// Has the database refuse every record of an audit log, or take them again.
///
/// # Errors
/// `invalid` where the store is not on SQLite; that of the database.
pub async fn refuse_records(store: &SqlStore, refuse: bool) -> Result<()> {
    let statement = match refuse {
        true => {
            "CREATE TRIGGER refuse_records BEFORE INSERT ON agenthub_audit_entries \
             BEGIN SELECT RAISE(ABORT, 'no more records'); END"
        }
        false => "DROP TRIGGER refuse_records",
    };
    pool(store)?.execute(statement).await.map_err(failed)?;
    Ok(())
}

/// Every row of the database as text, but those of the trees and indexes, which follow the audit logs.
///
/// # Errors
/// `invalid` where the store is not on SQLite; that of the database.
pub async fn every_row(store: &SqlStore) -> Result<Vec<String>> {
    let pool = pool(store)?;
    let tables = texts(pool, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").await?;
    let mut rows = Vec::new();
    for table in tables.iter().filter(|table| !FOLLOWING.contains(&table.as_str())) {
        let columns = texts(pool, &format!("SELECT name FROM pragma_table_info('{table}')")).await?;
        let columns: Vec<_> = columns.iter().map(|column| format!("quote(\"{column}\")")).collect();
        let columns = columns.join(" || ', ' || ");
        rows.extend(
            texts(pool, &format!("SELECT '{table}: ' || {columns} FROM \"{table}\" ORDER BY 1")).await?,
        );
    }
    Ok(rows)
}

async fn texts(pool: &SqlitePool, query: &str) -> Result<Vec<String>> {
    // Safe: the names in it are those of our own tables.
    let rows = pool.fetch_all(AssertSqlSafe(query.to_owned())).await.map_err(failed)?;
    rows.iter().map(|row| row.try_get(0).map_err(failed)).collect()
}
