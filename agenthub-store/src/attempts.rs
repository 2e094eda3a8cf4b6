//! Failed attempts to sign in.

use agenthub_core::store::Attempts;
use agenthub_core::user::FailedAttempts;
use agenthub_core::{Result, async_trait};
use chrono::{DateTime, Utc};

use crate::convert::number;
use crate::error::corrupt;
use crate::scope::Above;
use crate::statement::Statement;

const GET: Statement =
    Statement::new("SELECT failures, last_at FROM agenthub_attempts WHERE address_hash = $1");
/// One statement, so that of two who are the first for an address both are counted.
const COUNT: Statement = Statement::new(
    "INSERT INTO agenthub_attempts (address_hash, failures, last_at) VALUES ($1, 1, $2)
     ON CONFLICT (address_hash) DO UPDATE SET
         failures = CASE WHEN agenthub_attempts.last_at < $3 THEN 1 ELSE agenthub_attempts.failures + 1 END,
         last_at = excluded.last_at
     RETURNING failures, last_at",
);
const REMOVE: Statement = Statement::new("DELETE FROM agenthub_attempts WHERE address_hash = $1");
const PURGE: Statement = Statement::new("DELETE FROM agenthub_attempts WHERE last_at < $1");
/// No address has less than one failure; saying so leads SQLite along the index.
const PURGE_BEYOND: Statement = Statement::new(
    "DELETE FROM agenthub_attempts WHERE address_hash IN (
         SELECT address_hash FROM agenthub_attempts WHERE failures > 0
         ORDER BY failures DESC, last_at DESC, address_hash DESC LIMIT 9223372036854775807 OFFSET $1)",
);

pub(crate) const STATEMENTS: &[Statement] = &[GET, COUNT, REMOVE, PURGE, PURGE_BEYOND];

#[derive(sqlx::FromRow)]
struct Row {
    failures: i64,
    last_at: DateTime<Utc>,
}

impl Row {
    fn known(self) -> Result<FailedAttempts> {
        Ok(FailedAttempts { failures: number("attempts.failures", self.failures)?, last_at: self.last_at })
    }
}

#[async_trait]
impl Attempts for Above {
    async fn get(&mut self, address: &[u8; 32]) -> Result<Option<FailedAttempts>> {
        let row: Option<Row> = self.sql(GET).bind(address.to_vec()).optional().await?;
        row.map(Row::known).transpose()
    }

    async fn count(
        &mut self,
        address: &[u8; 32],
        at: DateTime<Utc>,
        since: DateTime<Utc>,
    ) -> Result<FailedAttempts> {
        let row: Option<Row> = self.sql(COUNT).bind(address.to_vec()).time(at).time(since).optional().await?;
        row.ok_or_else(|| corrupt("attempts"))?.known()
    }

    async fn remove(&mut self, address: &[u8; 32]) -> Result<bool> {
        Ok(self.sql(REMOVE).bind(address.to_vec()).execute().await? > 0)
    }

    async fn purge(&mut self, before: DateTime<Utc>, keep: u32) -> Result<u64> {
        let old = self.sql(PURGE).time(before).execute().await?;
        Ok(old + self.sql(PURGE_BEYOND).bind(i64::from(keep)).execute().await?)
    }
}
