//! The store itself.

use agenthub_core::organization::OrganizationId;
use agenthub_core::store::{FinishedCall, Overview, Platform, Store, View, Work};
use agenthub_core::{Result, async_trait};
use sqlx::postgres::PgPool;
use sqlx::sqlite::SqlitePool;
use tokio::sync::OnceCell;

use crate::append;
use crate::fence::{RowLevelSecurity, row_level_security};
use crate::migrate::{self, Migrations};
use crate::open::{self, Options};
use crate::scope::{Above, Scope};
use crate::sql::{Pool, Reach};

/// A store on SQLite or PostgreSQL.
///
/// Opening it changes nothing in the database: [`migrations`](Self::migrations) does, when it is told to. Until then,
/// everything else is `store.not_migrated`.
#[derive(Debug)]
pub struct SqlStore {
    pub(crate) pool: Pool,
    /// Set once the schema was seen to be the right one.
    ready: OnceCell<()>,
}

impl SqlStore {
    /// Opens a database: `sqlite::memory:`, `sqlite:path?mode=rwc` (`rwc` makes the file where it is missing), or
    /// `postgres://user:password@host/database`.
    ///
    /// An SQLite file is put into WAL mode, with one connection that writes and some that read.
    ///
    /// # Errors
    /// `invalid` where the URL is none of these, `store.unavailable` where the database cannot be reached.
    pub async fn open(url: &str) -> Result<Self> {
        Self::open_with(url, &Options::default()).await
    }

    /// Opens a database with options of your own.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub async fn open_with(url: &str, options: &Options) -> Result<Self> {
        Self::on(open::open(url, options).await?).await
    }

    /// A store in a program's own SQLite database, beside its tables.
    ///
    /// A database in memory must have one connection only.
    ///
    /// # Errors
    /// `invalid` where the pool's connections do not enforce foreign keys, which they do unless told otherwise;
    /// `store.unavailable`.
    pub async fn on_sqlite(pool: SqlitePool) -> Result<Self> {
        open::check_foreign_keys(&pool).await?;
        Self::on(Pool::Sqlite { write: pool.clone(), read: pool }).await
    }

    /// A store in a program's own PostgreSQL database, beside its tables, or in a `schema` of its own.
    ///
    /// The connections are handed back as they were: what the store sets, it sets for one transaction.
    ///
    /// # Errors
    /// `store.unavailable`.
    pub async fn on_postgres(pool: PgPool, schema: Option<String>) -> Result<Self> {
        Self::on(Pool::Postgres { pool, schema }).await
    }

    async fn on(pool: Pool) -> Result<Self> {
        let store = Self { pool, ready: OnceCell::new() };
        if let RowLevelSecurity::Bypassed { role } = store.row_level_security().await? {
            tracing::warn!(role, "this role bypasses row-level security; connect as one that does not");
        }
        Ok(store)
    }

    /// The database's schema: its version, and how to get it to another.
    pub fn migrations(&self) -> Migrations<'_> {
        Migrations::of(&self.pool)
    }

    /// Whether the database itself keeps organizations apart too.
    ///
    /// # Errors
    /// `store.unavailable`.
    pub async fn row_level_security(&self) -> Result<RowLevelSecurity> {
        row_level_security(&mut self.pool.read(Reach::Platform).await?).await
    }

    /// Closes all connections, after those in use are handed back.
    pub async fn close(&self) {
        match &self.pool {
            Pool::Sqlite { write, read } => {
                read.close().await;
                write.close().await;
            }
            Pool::Postgres { pool, .. } => pool.close().await,
        }
    }

    /// Looks once whether the schema is the right one.
    async fn ready(&self) -> Result<()> {
        self.ready.get_or_try_init(|| async { self.migrations().ready().await }).await.copied()
    }
}

#[async_trait]
impl Store for SqlStore {
    async fn view(&self, organization: OrganizationId) -> Result<Box<dyn View>> {
        self.ready().await?;
        let tx = self.pool.read(Reach::Organization(organization.uuid())).await?;
        Ok(Box::new(Scope { tx, organization }))
    }

    async fn glance(&self, organization: OrganizationId) -> Result<Box<dyn View>> {
        self.ready().await?;
        let tx = self.pool.glance(Reach::Organization(organization.uuid())).await?;
        Ok(Box::new(Scope { tx, organization }))
    }

    async fn work(&self, organization: OrganizationId) -> Result<Box<dyn Work>> {
        self.ready().await?;
        let tx = self.pool.write(Reach::Organization(organization.uuid())).await?;
        Ok(Box::new(Scope { tx, organization }))
    }

    async fn overview(&self) -> Result<Box<dyn Overview>> {
        self.ready().await?;
        Ok(Box::new(Above::new(self.pool.read(Reach::Platform).await?)))
    }

    async fn platform(&self) -> Result<Box<dyn Platform>> {
        self.ready().await?;
        Ok(Box::new(Above::new(self.pool.write(Reach::Platform).await?)))
    }

    async fn append(&self, calls: &[FinishedCall]) -> Result<()> {
        self.ready().await?;
        append::append(&self.pool, calls).await
    }

    async fn ping(&self) -> Result<()> {
        self.ready().await?;
        migrate::try_writing(&mut self.pool.write(Reach::Platform).await?).await
    }
}
