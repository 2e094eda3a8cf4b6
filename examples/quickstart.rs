//! A governed call in ten lines: a store, a hub, an agent, a caller, a call.
//!
//! `cargo run --example quickstart`, or with a database of your own:
//! `cargo run --example quickstart -- sqlite:my.db` or `… -- postgres://localhost/my`.

use agenthub_core::agent::Definition;
use agenthub_core::{Caller, Hub};
use agenthub_store::SqlStore;
use serde_json::json;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let url = std::env::args().nth(1).unwrap_or_else(|| "sqlite::memory:".to_owned());
    let store = SqlStore::open(&url).await?;
    store.migrations().up().await?;
    let hub = Hub::new(store);
    let organization = hub.create_organization("Acme").await?;
    let session = hub.enter(Caller::system(organization.id));
    session.agents().create(Definition::new("Sales analyst", "analytics")).await?;
    let table = json!({ "csv": "month,revenue\n2026-01-01,100\n2026-02-01,120\n2026-03-01,150\n" });
    let answer = session.invoke("describe", json!({ "table": table })).await?;
    println!("{:#}", answer.output);
    hub.close().await;
    Ok(())
}
