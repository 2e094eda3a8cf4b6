//! Failed attempts to sign in, above organizations.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::error::Result;
use crate::user::FailedAttempts;

/// Failed attempts to sign in, by SHA-256 of the mail address. Whether a user has that address makes no difference.
#[async_trait]
pub trait Attempts: Send {
    /// What failed for an address; `None` where nothing did.
    async fn get(&mut self, address: &[u8; 32]) -> Result<Option<FailedAttempts>>;

    /// Counts one more failure, and gives what failed so far, this one included. Where the one before was earlier than
    /// `since`, this is the first again. Of several who count at the same time each is counted.
    async fn count(
        &mut self,
        address: &[u8; 32],
        at: DateTime<Utc>,
        since: DateTime<Utc>,
    ) -> Result<FailedAttempts>;

    /// Forgets what failed for an address; tells whether anything did.
    async fn remove(&mut self, address: &[u8; 32]) -> Result<bool>;

    /// Forgets the addresses whose last failure was before this time, and of the others all but the `keep` with the
    /// most failures, of equals those of the latest; gives how many.
    async fn purge(&mut self, before: DateTime<Utc>, keep: u32) -> Result<u64>;
}
