//! The database behind the store's back.

use std::fs;

use agenthub_store::testing::TestDatabase;
use libtest_mimic::Failed;
use sqlx::postgres::PgConnection;
use sqlx::sqlite::SqliteConnection;
use sqlx::{AssertSqlSafe, Connection, Executor, Row};

use crate::Outcome;

/// Runs a statement on a connection of its own.
pub(crate) async fn execute(database: &TestDatabase, statement: &str) -> Outcome {
    let statement = AssertSqlSafe(statement.to_owned());
    if database.schema().is_some() {
        PgConnection::connect(database.url()).await?.execute(statement).await?;
    } else {
        SqliteConnection::connect(database.url()).await?.execute(statement).await?;
    }
    Ok(())
}

/// The same as somebody who may write every organization's rows.
pub(crate) async fn change(database: &TestDatabase, statement: &str) -> Outcome {
    let fence = if database.schema().is_some() { "SET agenthub.platform = 'on'; " } else { "" };
    execute(database, &format!("{fence}{statement}")).await
}

/// Where the bytes stand, as text or as they are: the tables on PostgreSQL, the whole file on SQLite, without what has not
/// come into it yet.
pub(crate) async fn places(database: &TestDatabase, bytes: &[u8]) -> Result<Vec<String>, Failed> {
    match (database.file(), database.schema()) {
        (Some(file), _) => {
            execute(database, "PRAGMA wal_checkpoint(TRUNCATE)").await?;
            let is_there = fs::read(&file)?.windows(bytes.len()).any(|window| window == bytes);
            Ok(is_there.then(|| file.display().to_string()).into_iter().collect())
        }
        (None, Some(schema)) => tables_with(database, schema, bytes).await,
        (None, None) => Err("a database in memory cannot be looked into".into()),
    }
}

async fn tables_with(database: &TestDatabase, schema: &str, bytes: &[u8]) -> Result<Vec<String>, Failed> {
    let mut connection = PgConnection::connect(database.url()).await?;
    connection.execute("SET agenthub.platform = 'on'").await?;
    let tables = format!("SELECT table_name FROM information_schema.tables WHERE table_schema = '{schema}'");
    let tables = connection.fetch_all(AssertSqlSafe(tables)).await?;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let text = String::from_utf8(bytes.to_vec()).unwrap_or_else(|_| hex.clone());
    let mut found = Vec::new();
    for table in tables {
        let table: String = table.try_get(0)?;
        // A row as text has its bytes in hexadecimal.
        let query = format!(
            "SELECT COUNT(*) FROM {table} AS it
             WHERE position('{text}' IN CAST(it AS TEXT)) > 0 OR position('{hex}' IN CAST(it AS TEXT)) > 0"
        );
        let count: i64 = connection.fetch_one(AssertSqlSafe(query)).await?.try_get(0)?;
        found.extend((count > 0).then_some(table));
    }
    Ok(found)
}
