//! The schema: which version a database is at, and how it gets to another.

mod versions;

use agenthub_core::error::{Code, Error, Violation};
use agenthub_core::{Clock, Result, SystemClock};
use chrono::{DateTime, Utc};

use crate::error::corrupt;
use crate::sql::{Pool, Reach, Tx, quoted};
use crate::statement::Statement;
use versions::{VERSIONS, Version};

/// Moves a database from one version of the schema to another, and tells where it is.
///
/// All steps of one call are one transaction: either the database arrives or it stays where it was.
#[derive(Debug)]
pub struct Migrations<'s> {
    pool: &'s Pool,
}

/// Where a database is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MigrationStatus {
    /// The version of the database; 0 where nothing was set up yet.
    pub found: u32,
    /// The version that this program works with.
    pub known: u32,
    /// Every version that this program knows of, first to last.
    pub versions: Vec<VersionStatus>,
}

/// One version of the schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionStatus {
    /// Its number: 1, 2, …
    pub version: u32,
    /// What it brought.
    pub name: &'static str,
    /// When the database got it; `None` where it has not.
    pub applied_at: Option<DateTime<Utc>>,
}

/// A version that the database has, as it wrote it down.
#[derive(sqlx::FromRow)]
struct Applied {
    version: i64,
    checksum: Vec<u8>,
    applied_at: DateTime<Utc>,
}

const TABLE: &str = "CREATE TABLE IF NOT EXISTS agenthub_migrations (
    version BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, checksum BYTEA NOT NULL, applied_at TIMESTAMPTZ NOT NULL)";

const EXISTS: Statement = Statement::split(
    "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name = 'agenthub_migrations'",
    "SELECT COUNT(*) FROM pg_tables WHERE schemaname = ANY (current_schemas(false)) AND tablename = 'agenthub_migrations'",
);
/// Two programs that migrate take turns; on SQLite there is one writer anyway.
const LOCK: Statement = Statement::split(
    "SELECT 0 WHERE $1 IS NOT NULL",
    "SELECT CAST(0 AS BIGINT) FROM (SELECT pg_advisory_xact_lock(hashtext($1))) AS taken",
);
const APPLIED: Statement =
    Statement::new("SELECT version, checksum, applied_at FROM agenthub_migrations ORDER BY version");
const NOTE: Statement = Statement::new(
    "INSERT INTO agenthub_migrations (version, name, checksum, applied_at) VALUES ($1, $2, $3, $4)",
);
const FORGET: Statement = Statement::new("DELETE FROM agenthub_migrations WHERE version = $1");
/// Writes something that changes nothing.
const TOUCH: Statement = Statement::new("UPDATE agenthub_migrations SET version = version WHERE version = 1");

pub(crate) const STATEMENTS: &[Statement] = &[EXISTS, LOCK, APPLIED, NOTE, FORGET, TOUCH];

impl<'s> Migrations<'s> {
    pub(crate) fn of(pool: &'s Pool) -> Self {
        Self { pool }
    }

    /// Brings the database to the version that this program works with; gives the versions that it took.
    ///
    /// # Errors
    /// `store.too_new` where the database is beyond it, `store.corrupt` where a version that the database has is not
    /// the one known here, `store.unavailable`.
    pub async fn up(&self) -> Result<Vec<u32>> {
        let mut tx = self.begin().await?;
        let applied = applied(&mut tx).await?;
        check(&applied)?;
        let missing = &VERSIONS[applied.len()..];
        for version in missing {
            tx.script(version.up(&tx)).await?;
            note(&mut tx, version).await?;
        }
        tx.commit().await?;
        Ok(missing.iter().map(|version| version.number).collect())
    }

    /// Takes the database back to version `to`, 0 for nothing; gives the versions that it lost, last first.
    ///
    /// **What the lost versions kept is gone.**
    ///
    /// # Errors
    /// `invalid` where `to` is beyond where the database is; those of [`up`](Self::up).
    pub async fn down(&self, to: u32) -> Result<Vec<u32>> {
        let mut tx = self.begin().await?;
        let applied = applied(&mut tx).await?;
        check(&applied)?;
        let Some(lost) = VERSIONS[..applied.len()].get(to as usize..) else {
            let fault =
                Violation::new("/to", Code::VALUE_OUT_OF_RANGE).with("min", 0).with("max", applied.len());
            return Err(Error::new(Code::INVALID).violating(vec![fault]));
        };
        for version in lost.iter().rev() {
            tx.script(version.down(&tx)).await?;
            tx.sql(FORGET).bind(i64::from(version.number)).execute().await?;
        }
        tx.commit().await?;
        Ok(lost.iter().rev().map(|version| version.number).collect())
    }

    /// Tells where the database is.
    ///
    /// # Errors
    /// `store.unavailable`.
    pub async fn status(&self) -> Result<MigrationStatus> {
        let applied = self.read().await?;
        let versions = VERSIONS.iter().map(|version| VersionStatus {
            version: version.number,
            name: version.name,
            applied_at: applied
                .iter()
                .find(|row| row.version == i64::from(version.number))
                .map(|row| row.applied_at),
        });
        Ok(MigrationStatus { found: newest(&applied), known: known(), versions: versions.collect() })
    }

    /// Is the database at just the version that this program works with?
    ///
    /// # Errors
    /// `store.not_migrated` where it is behind; those of [`up`](Self::up).
    pub async fn ready(&self) -> Result<()> {
        let applied = self.read().await?;
        check(&applied)?;
        if applied.len() < VERSIONS.len() {
            return Err(Error::new(Code::STORE_NOT_MIGRATED)
                .with("found", newest(&applied))
                .with("known", known()));
        }
        Ok(())
    }

    async fn read(&self) -> Result<Vec<Applied>> {
        let mut tx = self.pool.read(Reach::Platform).await?;
        if tx.sql(EXISTS).count().await? == 0 {
            return Ok(Vec::new());
        }
        applied(&mut tx).await
    }

    async fn begin(&self) -> Result<Tx> {
        let mut tx = self.pool.write(Reach::Platform).await?;
        let schema = match self.pool {
            Pool::Postgres { schema: Some(schema), .. } => Some(schema.as_str()),
            _ => None,
        };
        tx.sql(LOCK).bind(format!("agenthub {}", schema.unwrap_or_default())).count().await?;
        if let Some(schema) = schema {
            tx.script(format!("CREATE SCHEMA IF NOT EXISTS {}", quoted(schema))).await?;
        }
        tx.script(TABLE.to_owned()).await?;
        Ok(tx)
    }
}

/// Tries whether the database takes writes, and leaves no trace.
pub(crate) async fn try_writing(tx: &mut Tx) -> Result<()> {
    tx.sql(TOUCH).execute().await.map(drop)
}

async fn applied(tx: &mut Tx) -> Result<Vec<Applied>> {
    tx.sql(APPLIED).all().await
}

async fn note(tx: &mut Tx, version: &Version) -> Result<()> {
    let checksum = version.checksum(tx);
    tx.sql(NOTE)
        .bind(i64::from(version.number))
        .bind(version.name)
        .bind(checksum)
        .time(SystemClock.now())
        .execute()
        .await
        .map(drop)
}

/// Are the database's versions the first of ours?
fn check(applied: &[Applied]) -> Result<()> {
    if newest(applied) > known() {
        return Err(Error::new(Code::STORE_TOO_NEW).with("found", newest(applied)).with("known", known()));
    }
    for (row, version) in applied.iter().zip(VERSIONS) {
        if row.version != i64::from(version.number) || !version.is_checksum(&row.checksum) {
            return Err(corrupt(format!("schema version {} ({})", version.number, version.name)));
        }
    }
    Ok(())
}

fn newest(applied: &[Applied]) -> u32 {
    applied.last().and_then(|row| u32::try_from(row.version).ok()).unwrap_or_default()
}

fn known() -> u32 {
    VERSIONS.last().map_or(0, |version| version.number)
}
