//! The database behind the store's back.

use agenthub_store::testing::TestDatabase;
use sqlx::postgres::PgConnection;
use sqlx::sqlite::SqliteConnection;
use sqlx::{AssertSqlSafe, Connection, Executor};

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
