//! The seam: one SQL text, two drivers. Three enums, each `Sqlite(..) | Postgres(..)`, carry every query of this crate.

use agenthub_core::{Id, Result};
use chrono::{DateTime, SecondsFormat, Utc};
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgArguments, PgPool, PgRow};
use sqlx::sqlite::{SqliteArguments, SqlitePool, SqliteRow};
use sqlx::{Arguments, Encode, FromRow, PgConnection, Postgres, Sqlite, SqliteConnection, Type};
use uuid::Uuid;

use crate::error::{failed, is_lost};
use crate::statement::{self, Statement};

/// A value that both drivers bind.
pub(crate) trait Bind:
    for<'q> Encode<'q, Sqlite> + Type<Sqlite> + for<'q> Encode<'q, Postgres> + Type<Postgres>
{
}
impl<T> Bind for T where
    T: for<'q> Encode<'q, Sqlite> + Type<Sqlite> + for<'q> Encode<'q, Postgres> + Type<Postgres>
{
}

/// A row that both drivers read; `#[derive(sqlx::FromRow)]` is enough.
pub(crate) trait Row:
    for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin
{
}
impl<T> Row for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

/// Where connections come from.
#[derive(Clone, Debug)]
pub(crate) enum Pool {
    /// One connection writes; the others read meanwhile. A database in memory has but one, for both.
    Sqlite { write: SqlitePool, read: SqlitePool },
    /// Any connection does anything; all our tables stand in `schema`, where it is given.
    Postgres { pool: PgPool, schema: Option<String> },
}

/// Which rows a transaction may see.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Reach {
    /// Those of one organization.
    Organization(Uuid),
    /// All.
    Platform,
}

/// A transaction; rolled back where it is dropped.
#[derive(Debug)]
pub(crate) enum Tx {
    Sqlite(SqliteTx),
    Postgres(sqlx::Transaction<'static, Postgres>),
}

/// A transaction on SQLite: begun and ended, or as long as its one statement, which needs no words for that.
#[derive(Debug)]
pub(crate) enum SqliteTx {
    Whole(sqlx::Transaction<'static, Sqlite>),
    Glance { connection: PoolConnection<Sqlite>, is_used: bool },
}

/// A statement with the values bound so far.
#[must_use = "a query does nothing until it is run"]
pub(crate) enum Query<'t> {
    Sqlite(&'t mut SqliteConnection, &'static str, SqliteArguments),
    Postgres(&'t mut PgConnection, &'static str, PgArguments),
}

impl Pool {
    /// Begins a transaction that reads one moment's rows.
    pub(crate) async fn read(&self, reach: Reach) -> Result<Tx> {
        match self {
            // A snapshot is taken by the first read.
            Self::Sqlite { read, .. } => begin_sqlite(read, "BEGIN; SELECT 1 FROM sqlite_schema").await,
            Self::Postgres { pool, schema } => {
                begin_postgres(pool, "REPEATABLE READ, READ ONLY", reach, schema.as_deref()).await
            }
        }
    }

    /// Begins a transaction for one statement that reads.
    pub(crate) async fn glance(&self, reach: Reach) -> Result<Tx> {
        match self {
            Self::Sqlite { read, .. } => {
                let connection = read.acquire().await.map_err(failed)?;
                Ok(Tx::Sqlite(SqliteTx::Glance { connection, is_used: false }))
            }
            // The fence is put up for a whole transaction.
            Self::Postgres { .. } => self.read(reach).await,
        }
    }

    /// Begins a transaction that changes rows.
    pub(crate) async fn write(&self, reach: Reach) -> Result<Tx> {
        match self {
            Self::Sqlite { write, .. } => begin_sqlite(write, "BEGIN IMMEDIATE").await,
            Self::Postgres { pool, schema } => {
                begin_postgres(pool, "READ COMMITTED, READ WRITE", reach, schema.as_deref()).await
            }
        }
    }
}

async fn begin_sqlite(pool: &SqlitePool, begin: &'static str) -> Result<Tx> {
    pool.begin_with(begin).await.map(|tx| Tx::Sqlite(SqliteTx::Whole(tx))).map_err(failed)
}

/// Begins, and puts up the fence of row-level security, in one message. The mode is always said in full, as a begin
/// that was cancelled half-way may have left another one on the connection.
async fn begin_postgres(pool: &PgPool, mode: &str, reach: Reach, schema: Option<&str>) -> Result<Tx> {
    let (organization, platform) = match reach {
        Reach::Organization(id) => (id.to_string(), "off"),
        Reach::Platform => (String::new(), "on"),
    };
    let path = schema.map(|name| format!("; SET LOCAL search_path = {}", quoted(name))).unwrap_or_default();
    let begin = format!(
        "BEGIN ISOLATION LEVEL {mode}; SET LOCAL agenthub.organization_id = '{organization}'; \
         SET LOCAL agenthub.platform = '{platform}'{path}"
    );
    // Connections are not tried before they are used, which would cost a round trip each time. So one that was lost while
    // it was idle shows here, where nothing has been done yet; every idle one may be such a one.
    for _ in 0..pool.num_idle() {
        match pool.begin_with(sqlx::AssertSqlSafe(begin.as_str())).await {
            Err(error) if is_lost(&error) => {}
            begun => return begun.map(Tx::Postgres).map_err(failed),
        }
    }
    // Safe: a UUID, two words of our own, and a quoted name.
    pool.begin_with(sqlx::AssertSqlSafe(begin)).await.map(Tx::Postgres).map_err(failed)
}

/// A PostgreSQL name in quotes.
pub(crate) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

impl Tx {
    /// Starts a query.
    pub(crate) fn sql(&mut self, statement: Statement) -> Query<'_> {
        debug_assert!(statement::is_listed(statement), "not in statement::all(): {}", statement.postgres);
        match self {
            Self::Sqlite(tx) => Query::Sqlite(tx.connection(), statement.sqlite, SqliteArguments::default()),
            Self::Postgres(tx) => Query::Postgres(tx, statement.postgres, PgArguments::default()),
        }
    }

    /// Runs a script of any number of statements that take no values.
    pub(crate) async fn script(&mut self, text: String) -> Result<()> {
        // Safe: the scripts are this crate's own files.
        let script = sqlx::raw_sql(sqlx::AssertSqlSafe(text));
        match self {
            Self::Sqlite(tx) => script.execute(tx.connection()).await.map(|_| ()),
            Self::Postgres(tx) => script.execute(&mut **tx).await.map(|_| ()),
        }
        .map_err(failed)
    }

    /// Makes what was done durable and visible.
    pub(crate) async fn commit(self) -> Result<()> {
        match self {
            Self::Sqlite(SqliteTx::Whole(tx)) => tx.commit().await.map_err(failed),
            Self::Sqlite(SqliteTx::Glance { .. }) => Ok(()),
            Self::Postgres(tx) => tx.commit().await.map_err(failed),
        }
    }
}

impl SqliteTx {
    fn connection(&mut self) -> &mut SqliteConnection {
        match self {
            Self::Whole(tx) => tx,
            Self::Glance { connection, is_used } => {
                debug_assert!(!*is_used, "a second statement may read another moment: open a view");
                *is_used = true;
                connection
            }
        }
    }
}

impl<'t> Query<'t> {
    /// Binds the next value.
    pub(crate) fn bind(mut self, value: impl Bind) -> Self {
        // Numbers, texts and bytes always encode; were it not so, the database would miss an argument and say so.
        match &mut self {
            Self::Sqlite(.., arguments) => drop(arguments.add(value)),
            Self::Postgres(.., arguments) => drop(arguments.add(value)),
        }
        self
    }

    /// Binds an id.
    pub(crate) fn id<T>(self, id: Id<T>) -> Self {
        self.bind(id.uuid())
    }

    /// Binds a time.
    pub(crate) fn time(self, at: DateTime<Utc>) -> Self {
        self.optional_time(Some(at))
    }

    /// Binds a time or none. On SQLite it is text, always of the same length, so that it sorts by time.
    pub(crate) fn optional_time(self, at: Option<DateTime<Utc>>) -> Self {
        match self {
            Self::Sqlite(..) => self.bind(at.map(time_text)),
            Self::Postgres(..) => self.bind(at),
        }
    }

    /// Runs it; gives how many rows were touched.
    pub(crate) async fn execute(self) -> Result<u64> {
        match self {
            Self::Sqlite(connection, text, arguments) => {
                sqlx::query_with(text, arguments).execute(connection).await.map(|done| done.rows_affected())
            }
            Self::Postgres(connection, text, arguments) => {
                sqlx::query_with(text, arguments).execute(connection).await.map(|done| done.rows_affected())
            }
        }
        .map_err(failed)
    }

    /// Gives every row.
    pub(crate) async fn all<T: Row>(self) -> Result<Vec<T>> {
        match self {
            Self::Sqlite(connection, text, arguments) => {
                sqlx::query_as_with(text, arguments).fetch_all(connection).await
            }
            Self::Postgres(connection, text, arguments) => {
                sqlx::query_as_with(text, arguments).fetch_all(connection).await
            }
        }
        .map_err(failed)
    }

    /// Gives the first row, where there is one.
    pub(crate) async fn optional<T: Row>(self) -> Result<Option<T>> {
        match self {
            Self::Sqlite(connection, text, arguments) => {
                sqlx::query_as_with(text, arguments).fetch_optional(connection).await
            }
            Self::Postgres(connection, text, arguments) => {
                sqlx::query_as_with(text, arguments).fetch_optional(connection).await
            }
        }
        .map_err(failed)
    }

    /// Gives the count that the statement asks for.
    pub(crate) async fn count(self) -> Result<u64> {
        let row: Option<(i64,)> = self.optional().await?;
        Ok(row.and_then(|(count,)| u64::try_from(count).ok()).unwrap_or_default())
    }
}

/// A time as SQLite keeps it.
pub(crate) fn time_text(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Micros, true)
}
