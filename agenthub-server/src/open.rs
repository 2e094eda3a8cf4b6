//! Opening the store: the one file that names a type of store.

use std::path::Path;
use std::sync::Arc;

use agenthub_core::error::{Code, Error, Result};
use agenthub_core::store::Store;
use agenthub_core::store::memory::Memory;
use agenthub_store::{MigrationStatus, SqlStore};
use secrecy::ExposeSecret as _;

use crate::settings::{DatabaseUrl, Migrate, Settings};

/// A store that is open.
pub(crate) enum Opened {
    Memory(Arc<Memory>),
    Sql(Arc<SqlStore>),
}

impl Opened {
    /// Opens the store that the settings name; changes nothing in it, but makes an SQLite file where there is none.
    pub(crate) async fn new(settings: &Settings) -> Result<Self> {
        let url = match &settings.database {
            DatabaseUrl::Memory => return Ok(Self::Memory(Arc::new(Memory::new()))),
            DatabaseUrl::Sqlite(path) => sqlite_url(path),
            DatabaseUrl::Postgres(url) => url.expose_secret().to_owned(),
        };
        Ok(Self::Sql(Arc::new(SqlStore::open(&url).await?)))
    }

    /// The store, as the hub wants it.
    pub(crate) fn store(&self) -> Arc<dyn Store> {
        match self {
            Self::Memory(memory) => Arc::clone(memory) as _,
            Self::Sql(sql) => Arc::clone(sql) as _,
        }
    }

    /// Brings the schema up to date, where the settings want that; gives the versions that were added.
    ///
    /// # Errors
    /// `store.not_migrated` where it is behind and is to stay so; `store.too_new` where it is ahead.
    pub(crate) async fn prepare(&self, settings: &Settings) -> Result<Vec<u32>> {
        let Self::Sql(sql) = self else { return Ok(Vec::new()) };
        let status = sql.migrations().status().await?;
        let may = match settings.auto_migrate {
            Migrate::Always => true,
            Migrate::Never => false,
            Migrate::Auto => status.found == 0 || matches!(settings.database, DatabaseUrl::Sqlite(_)),
        };
        if may {
            return sql.migrations().up().await;
        }
        sql.migrations().ready().await.map(|()| Vec::new())
    }

    /// Brings the schema to the newest version.
    pub(crate) async fn migrate_up(&self) -> Result<Vec<u32>> {
        self.sql()?.migrations().up().await
    }

    /// Takes the schema back to a version.
    pub(crate) async fn migrate_down(&self, to: u32) -> Result<Vec<u32>> {
        self.sql()?.migrations().down(to).await
    }

    /// Where the schema is.
    pub(crate) async fn status(&self) -> Result<MigrationStatus> {
        self.sql()?.migrations().status().await
    }

    /// What tells the database from every other: when its first table was made. `None` for memory, which no other
    /// server can reach.
    pub(crate) async fn deployment(&self) -> Result<Option<String>> {
        let Self::Sql(sql) = self else { return Ok(None) };
        let first = sql.migrations().status().await?.versions.first().and_then(|version| version.applied_at);
        Ok(first.map(|at| at.timestamp_micros().to_string()))
    }

    /// Hands all connections back.
    pub(crate) async fn close(&self) {
        if let Self::Sql(sql) = self {
            sql.close().await;
        }
    }

    fn sql(&self) -> Result<&SqlStore> {
        match self {
            Self::Sql(sql) => Ok(sql),
            Self::Memory(_) => {
                Err(Error::new(Code::STORE_UNAVAILABLE).source("memory has no schema to migrate"))
            }
        }
    }
}

/// The file as a URL, which would read `%` and `?` in a name as something else.
fn sqlite_url(path: &Path) -> String {
    let path = path.to_string_lossy().replace('%', "%25").replace('?', "%3F");
    format!("sqlite:{path}?mode=rwc")
}
