//! Failed attempts to sign in, in memory.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::tables::Tables;
use crate::error::Result;
use crate::store::Attempts;
use crate::user::FailedAttempts;

#[async_trait]
impl Attempts for Tables {
    async fn get(&mut self, address: &[u8; 32]) -> Result<Option<FailedAttempts>> {
        Ok(self.attempts.get(address).copied())
    }

    async fn count(
        &mut self,
        address: &[u8; 32],
        at: DateTime<Utc>,
        since: DateTime<Utc>,
    ) -> Result<FailedAttempts> {
        let before = self.attempts.get(address).filter(|known| known.last_at >= since);
        let failures = before.map_or(0, |known| known.failures).saturating_add(1);
        let known = FailedAttempts { failures, last_at: at };
        self.attempts.insert(*address, known);
        Ok(known)
    }

    async fn remove(&mut self, address: &[u8; 32]) -> Result<bool> {
        Ok(self.attempts.remove(address).is_some())
    }

    async fn purge(&mut self, before: DateTime<Utc>, keep: u32) -> Result<u64> {
        let count = self.attempts.len();
        let mut kept: Vec<_> = self.attempts.iter().filter(|(_, known)| known.last_at >= before).collect();
        kept.sort_unstable_by_key(|(address, known)| (known.failures, known.last_at, **address));
        let kept = kept.into_iter().rev().take(keep as usize);
        self.attempts = kept.map(|(address, known)| (*address, *known)).collect();
        Ok((count - self.attempts.len()) as u64)
    }
}
