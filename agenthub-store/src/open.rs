//! Opening a database: what the URL says, and what the options say.

use std::str::FromStr;
use std::time::Duration;

use agenthub_core::Result;
use agenthub_core::error::{Code, Error, Violation};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};

use crate::error::failed;
use crate::sql::Pool;

/// How a database is opened.
///
/// ```
/// use agenthub_store::Options;
///
/// let options = Options { connections: 20, schema: Some("agenthub".to_owned()), ..Options::default() };
/// assert_eq!(options.readers, 4);
/// ```
#[derive(Debug, Clone)]
pub struct Options {
    /// The most connections to PostgreSQL; 10 where nothing is said.
    pub connections: u32,
    /// The most connections that read an SQLite file while one writes; 4 where nothing is said. Each keeps up to
    /// 2 MiB of pages.
    pub readers: u32,
    /// How long to wait for a connection, or for SQLite's write lock, before it is `store.unavailable`; 5 seconds
    /// where nothing is said.
    pub patience: Duration,
    /// The PostgreSQL schema in which all tables stand; the connection's own search path where nothing is said. The
    /// migrations make it.
    pub schema: Option<String>,
    /// What SQLite waits for before a change counts as made.
    pub synchronous: Synchronous,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            connections: 10,
            readers: 4,
            patience: Duration::from_secs(5),
            schema: None,
            synchronous: Synchronous::Full,
        }
    }
}

/// What SQLite waits for before a change counts as made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Synchronous {
    /// That the disk has it: what was committed survives a loss of power.
    #[default]
    Full,
    /// That the operating system has it: what was committed survives a crash of the program, and the newest changes
    /// may be lost with the power. The database stays whole.
    Normal,
}

/// Opens what the URL names.
pub(crate) async fn open(url: &str, options: &Options) -> Result<Pool> {
    match url.split_once(':').map(|(scheme, _)| scheme) {
        Some("sqlite") => open_sqlite(url, options).await,
        Some("postgres" | "postgresql") => open_postgres(url, options).await,
        _ => Err(bad_url()),
    }
}

async fn open_sqlite(url: &str, options: &Options) -> Result<Pool> {
    let connect = SqliteConnectOptions::from_str(url)
        .map_err(|error| bad_url().source(error))?
        .foreign_keys(true)
        // What is overwritten and removed is gone from the file too, as far as that costs no writes of its own: the keys
        // of subjects that are destroyed, above all.
        .pragma("secure_delete", "FAST")
        .busy_timeout(options.patience)
        .synchronous(match options.synchronous {
            Synchronous::Full => SqliteSynchronous::Full,
            Synchronous::Normal => SqliteSynchronous::Normal,
        });
    // One connection, which is never closed while idle: a database in memory ends with its connection.
    let one = SqlitePoolOptions::new()
        .max_connections(1)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
        .acquire_timeout(options.patience);
    if url.contains(":memory:") || url.contains("mode=memory") {
        let write = one.connect_with(connect).await.map_err(failed)?;
        return Ok(Pool::Sqlite { read: write.clone(), write });
    }
    // With the journal ahead, readers and the writer do not wait for each other.
    let connect = connect.journal_mode(SqliteJournalMode::Wal);
    let write = one.connect_with(connect.clone()).await.map_err(failed)?;
    let read = SqlitePoolOptions::new()
        .max_connections(options.readers.max(1))
        .test_before_acquire(false)
        .acquire_timeout(options.patience)
        .connect_lazy_with(connect.read_only(true));
    Ok(Pool::Sqlite { write, read })
}

async fn open_postgres(url: &str, options: &Options) -> Result<Pool> {
    let connect = PgConnectOptions::from_str(url).map_err(|error| bad_url().source(error))?;
    let connect = match connect.get_application_name() {
        Some(_) => connect,
        None => connect.application_name("agenthub"),
    };
    let pool = PgPoolOptions::new()
        .max_connections(options.connections.max(1))
        .test_before_acquire(false)
        .acquire_timeout(options.patience)
        .connect_with(connect)
        .await
        .map_err(failed)?;
    Ok(Pool::Postgres { pool, schema: options.schema.clone() })
}

/// Does the program's own pool keep what the tables promise each other?
pub(crate) async fn check_foreign_keys(pool: &SqlitePool) -> Result<()> {
    let on: bool = sqlx::query_scalar("PRAGMA foreign_keys").fetch_one(pool).await.map_err(failed)?;
    if on {
        return Ok(());
    }
    let fault = Violation::new("/foreign_keys", Code::VALUE_NOT_ONE_OF).with("allowed", "on");
    Err(Error::new(Code::INVALID).violating(vec![fault]))
}

fn bad_url() -> Error {
    let expected = "sqlite::memory:, sqlite:<file>?mode=rwc, or postgres://<user>@<host>/<database>";
    let fault = Violation::new("/url", Code::VALUE_BAD_FORMAT).with("expected", expected);
    Error::new(Code::INVALID).violating(vec![fault])
}
