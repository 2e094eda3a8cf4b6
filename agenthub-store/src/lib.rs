//! The storage traits of agenthub-core on SQLite and PostgreSQL.
//!
//! [`SqlStore`] is an [`agenthub_core::store::Store`]. One SQL text serves both databases; where they truly differ the
//! two texts stand side by side.
//!
//! ```
//! use agenthub_core::store::Store;
//! use agenthub_store::SqlStore;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> agenthub_core::Result<()> {
//! let store = SqlStore::open("sqlite::memory:").await?;
//! store.migrations().up().await?;
//! store.ping().await?;
//! # Ok(())
//! # }
//! ```
//!
//! # Beside your own tables
//! Every table is called `agenthub_…`. On PostgreSQL they can stand in a schema of their own:
//! [`Options::schema`]. A program that has a pool already hands it to [`SqlStore::on_sqlite`] or
//! [`SqlStore::on_postgres`].
//!
//! # How to add a statement
//! A constant in the noun's file, listed in its `STATEMENTS`. Rows of an organization are reached through
//! `Scope::sql`, which binds the organization as `$1`. A test prepares every statement on both databases.

mod agents;
mod api_keys;
mod append;
mod attempts;
mod audit;
mod audit_exports;
mod audit_forwarding;
mod audit_index;
mod audit_retention;
mod audit_tree;
mod audit_views;
mod convert;
mod cost;
mod error;
mod exchange_rates;
mod fence;
mod idempotency;
mod interactions;
mod invitations;
mod legal_holds;
mod logins;
mod members;
mod message_overrides;
mod migrate;
mod open;
mod organizations;
mod paging;
mod scope;
mod sql;
mod statement;
mod store;
mod subject_keys;
#[cfg(feature = "testing")]
pub mod testing;
mod users;
mod words;

pub use fence::RowLevelSecurity;
pub use migrate::{MigrationStatus, Migrations, VersionStatus};
pub use open::{Options, Synchronous};
pub use store::SqlStore;
