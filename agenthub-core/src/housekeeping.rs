//! What is over is forgotten after a while.

use std::sync::Weak;
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use crate::error::Result;
use crate::hub::Inner;
use crate::identity::lockout;

/// How often.
const EVERY: Duration = Duration::from_secs(3600);

/// Forgets what is over, again and again, until `stop`.
pub(crate) async fn forget_what_is_over(hub: Weak<Inner>, stop: CancellationToken) {
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
        let Some(inner) = hub.upgrade() else { return };
        if let Err(error) = inner.purge().await {
            tracing::warn!(%error, "failed to forget what is over");
        }
    }
}

impl Inner {
    /// Forgets the logins of which no access token can be good any more, failures that count no more, and the answers that
    /// were kept long enough.
    async fn purge(&self) -> Result<()> {
        let now = self.clock.now();
        let mut platform = self.store.platform().await?;
        let attempts = platform.attempts().purge(lockout::memory(now), lockout::KEPT).await?;
        let logins = platform.logins().purge(now - self.options.access_ttl).await?;
        let reservations = platform.purge_reservations(now).await?;
        platform.commit().await?;
        tracing::debug!(attempts, logins, reservations, "forgot what is over");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use chrono::TimeDelta;
    use secrecy::SecretString;

    use crate::audit::Request;
    use crate::idempotency::Begun;
    use crate::identity::lockout;
    use crate::store::Store;
    use crate::store::memory::Memory;
    use crate::{Caller, Clock, Hub, ManualClock};

    fn clock() -> Arc<ManualClock> {
        Arc::new(ManualClock::starting_at("2026-11-20T12:00:00Z".parse().unwrap()))
    }

    #[tokio::test]
    async fn what_failed_long_ago_takes_no_room() {
        let clock = clock();
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

    /// How many reservations there are, as found by forgetting all and not committing that.
    async fn count(store: &Memory, clock: &ManualClock) -> u64 {
        let mut platform = store.platform().await.unwrap();
        platform.purge_reservations(clock.now() + TimeDelta::days(365)).await.unwrap()
    }

    #[tokio::test]
    async fn an_answer_is_forgotten_when_it_was_kept_long_enough() {
        let clock = clock();
        let store = Memory::new();
        let hub = Hub::builder(store.clone()).clock(clock.clone()).build();
        let organization = hub.create_organization("Acme").await.unwrap().id;
        let session = hub.enter(Caller::system(organization));
        let key = "4be8c9f0-order-7".parse().unwrap();
        let Begun::First(claim) = session.idempotency().begin(&key, &[]).await.unwrap() else {
            panic!("the key is new");
        };
        claim.keep(b"done".to_vec()).await;
        for (hours, kept) in [(23, 1), (1, 1), (1, 0)] {
            clock.advance(TimeDelta::hours(hours));
            hub.inner().purge().await.unwrap();
            assert_eq!(count(&store, &clock).await, kept, "{}", clock.now());
        }
    }
}
