//! Logins that are over, and attempts to sign in that failed long ago, are forgotten.

use std::sync::Weak;
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use super::lockout;
use crate::error::Result;
use crate::hub::Inner;

/// How often.
const EVERY: Duration = Duration::from_secs(3600);

/// Forgets what is over, again and again, until `stop`.
pub(crate) async fn keep_house(hub: Weak<Inner>, stop: CancellationToken) {
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
        let Some(inner) = hub.upgrade() else { return };
        if let Err(error) = inner.purge().await {
            tracing::warn!(%error, "failed to forget old logins and attempts");
        }
    }
}

impl Inner {
    /// Forgets the logins of which no access token can be good any more, and failures that count no more.
    async fn purge(&self) -> Result<()> {
        let now = self.clock.now();
        let mut platform = self.store.platform().await?;
        let attempts = platform.attempts().purge(lockout::memory(now), lockout::KEPT).await?;
        let logins = platform.logins().purge(now - self.options.access_ttl).await?;
        platform.commit().await?;
        tracing::debug!(logins, attempts, "forgot old logins and attempts");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use chrono::TimeDelta;
    use secrecy::SecretString;

    use crate::audit::Request;
    use crate::clock::ManualClock;
    use crate::hub::Hub;
    use crate::identity::lockout;
    use crate::store::memory::Memory;

    #[tokio::test]
    async fn what_failed_long_ago_takes_no_room() {
        let clock = Arc::new(ManualClock::starting_at("2026-11-20T12:00:00Z".parse().unwrap()));
        let hub = Hub::builder(Memory::new()).clock(clock.clone()).build();
        let (email, password) = ("nobody@example.org", SecretString::from("a long enough sentence"));
        hub.identity().login(email, &password, None, Request::default()).await.unwrap_err();
        let is_known = async || {
            let mut platform = hub.inner().store.platform().await.unwrap();
            platform.attempts().get(&lockout::address(email)).await.unwrap().is_some()
        };
        for (hours, stays) in [(24, true), (1, false)] {
            clock.advance(TimeDelta::hours(hours));
            hub.inner().purge().await.unwrap();
            assert_eq!(is_known().await, stays);
        }
    }
}
