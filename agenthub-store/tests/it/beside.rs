//! The store in a program's own database, beside its tables.

use std::str::FromStr;

use agenthub_core::error::Code;
use agenthub_core::store::Store;
use agenthub_store::SqlStore;
use agenthub_store::testing::TestDatabase;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};

use crate::{Outcome, sample};

pub(crate) async fn a_programs_own_tables_on_its_own_sqlite_pool(_: TestDatabase) -> Outcome {
    let pool = SqlitePoolOptions::new().max_connections(1).connect("sqlite::memory:").await?;
    sqlx::query("CREATE TABLE agents (name TEXT)").execute(&pool).await?;
    sqlx::query("INSERT INTO agents VALUES ('estate agent')").execute(&pool).await?;

    let store = SqlStore::on_sqlite(pool.clone()).await?;
    store.migrations().up().await?;
    let (organization, agent) = sample::organization_with_agent(&store).await?;
    store.append(&sample::calls(organization, agent, 3)).await?;
    store.migrations().down(0).await?;

    let own: Vec<(String,)> = sqlx::query_as("SELECT name FROM agents").fetch_all(&pool).await?;
    assert_eq!(own, [("estate agent".to_owned(),)]);
    Ok(())
}

pub(crate) async fn a_pool_without_foreign_keys_is_refused(_: TestDatabase) -> Outcome {
    let options = SqliteConnectOptions::from_str("sqlite::memory:")?.foreign_keys(false);
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await?;
    let error = SqlStore::on_sqlite(pool).await.err().ok_or("it was taken")?;
    assert_eq!(error.code(), Code::INVALID);
    assert_eq!(error.violations()[0].pointer, "/foreign_keys");
    Ok(())
}

/// The program's tables are where its search path leads, ours in a schema of their own.
pub(crate) async fn a_programs_own_tables_on_its_own_postgres_pool(database: TestDatabase) -> Outcome {
    let schema = database.schema().ok_or("no schema")?.to_owned();
    let url = database.url().split('?').next().unwrap_or_default();
    let pool = PgPoolOptions::new().max_connections(1).connect_with(PgConnectOptions::from_str(url)?).await?;
    sqlx::query("CREATE TEMPORARY TABLE agents (name TEXT)").execute(&pool).await?;
    sqlx::query("INSERT INTO agents VALUES ('estate agent')").execute(&pool).await?;
    let path_before: (String,) = sqlx::query_as("SHOW search_path").fetch_one(&pool).await?;

    let store = SqlStore::on_postgres(pool.clone(), Some(schema.clone())).await?;
    store.migrations().up().await?;
    let (organization, agent) = sample::organization_with_agent(&store).await?;
    store.append(&sample::calls(organization, agent, 3)).await?;

    let own: Vec<(String,)> = sqlx::query_as("SELECT name FROM agents").fetch_all(&pool).await?;
    assert_eq!(own, [("estate agent".to_owned(),)]);
    let path_after: (String,) = sqlx::query_as("SHOW search_path").fetch_one(&pool).await?;
    assert_eq!(path_after, path_before, "the connection is handed back as it was");
    let ours: (i64,) = sqlx::query_as(
        "SELECT COUNT(*) FROM pg_tables WHERE schemaname = $1 AND tablename LIKE 'agenthub_%'",
    )
    .bind(&schema)
    .fetch_one(&pool)
    .await?;
    assert!(ours.0 > 12, "our tables stand in the schema");
    let mut view = store.view(organization).await?;
    assert_eq!(view.agents().live().await?.len(), 1);
    Ok(())
}
