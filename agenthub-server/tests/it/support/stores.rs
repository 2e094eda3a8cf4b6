//! The server on every store.

use agenthub_store::testing::{TestDatabase, postgres_is_required, postgres_is_there};

use super::Server;

impl Server {
    /// In memory, on an SQLite file, and on PostgreSQL where that is there or must be.
    pub async fn on_every_store() -> Vec<Self> {
        let mut servers = vec![Self::start().await, Self::on_sqlite().await];
        if postgres_is_there().await || postgres_is_required() {
            servers.push(Self::on_database(TestDatabase::postgres().await.unwrap()).await);
        }
        servers
    }
}
