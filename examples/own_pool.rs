//! The hub on a connection pool that the program already has, its tables beside the program's own.

use agenthub_core::agent::{AgentFilter, Definition};
use agenthub_core::page::Page;
use agenthub_core::{Caller, Hub};
use agenthub_store::SqlStore;
use sqlx::sqlite::SqlitePoolOptions;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // The program's own database, with a table called like one of ours.
    let pool = SqlitePoolOptions::new().max_connections(1).connect("sqlite::memory:").await?;
    sqlx::query("CREATE TABLE agents (name TEXT)").execute(&pool).await?;
    sqlx::query("INSERT INTO agents VALUES ('estate agent')").execute(&pool).await?;

    let store = SqlStore::on_sqlite(pool.clone()).await?;
    println!("before: {:?}", store.migrations().status().await?);
    // Nothing is migrated behind the program's back.
    store.migrations().up().await?;

    let hub = Hub::new(store);
    let session = hub.enter(Caller::system(hub.create_organization("Acme").await?.id));
    session.agents().create(Definition::new("Sales analyst", "analytics")).await?;

    let own: (i64,) = sqlx::query_as("SELECT COUNT(*) FROM agents").fetch_one(&pool).await?;
    let ours = session.agents().list(&AgentFilter::default(), &Page::default()).await?.items.len();
    println!("the program's agents: {}, ours: {ours}", own.0);
    hub.close().await;
    Ok(())
}
