//! Logins that are over are forgotten after a while.

use std::sync::Weak;
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::error::Result;
use crate::hub::Inner;

/// How often.
const EVERY: Duration = Duration::from_secs(3600);

/// Forgets old logins, again and again, until `stop`.
pub(crate) async fn forget_old_logins(hub: Weak<Inner>, stop: CancellationToken) {
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
        let Some(inner) = hub.upgrade() else { return };
        if let Err(error) = inner.purge_logins().await {
            tracing::warn!(%error, "failed to forget old logins");
        }
    }
}

impl Inner {
    /// Forgets the logins of which no access token can be good any more.
    async fn purge_logins(&self) -> Result<()> {
        let before = self.clock.now() - self.options.access_ttl;
        let mut platform = self.store.platform().await?;
        let forgotten = platform.logins().purge(before).await?;
        platform.commit().await?;
        tracing::debug!(forgotten, "forgot old logins");
        Ok(())
    }
}
