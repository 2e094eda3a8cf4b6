//! Witnesses: who keeps heads where the owner of the database cannot change them.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;

use async_trait::async_trait;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use super::SignedHead;
use crate::error::Result;
use crate::hub::Inner;
use crate::organization::OrganizationId;
use crate::sync::lock;

/// How long a witness that failed is left alone, where nothing new happens.
const REST: Duration = Duration::from_secs(10);

/// Keeps heads where the owner of the database cannot change them. Against a log that was set back to an earlier state
/// whole, with all its heads, nothing else helps.
///
/// # Contract
/// - `tell` returns when the head is kept.
/// - Where it fails, it is told again: this head, or a larger one of the same log in its place. Of heads that come
///   quickly one after the other, only the last may be told.
/// - It is told of one head at a time.
#[async_trait]
pub trait Witness: fmt::Debug + Send + Sync + 'static {
    /// Keeps a head.
    ///
    /// # Errors
    /// Any; it is logged, and the head is told again.
    async fn tell(&self, organization: OrganizationId, head: &SignedHead) -> Result<()>;
}

/// A witness, and what it has not been told yet.
#[derive(Debug)]
pub(crate) struct Listener {
    witness: Box<dyn Witness>,
    untold: Mutex<BTreeMap<OrganizationId, SignedHead>>,
    news: Notify,
}

impl Listener {
    pub(crate) fn new(witness: Box<dyn Witness>) -> Arc<Self> {
        Arc::new(Self { witness, untold: Mutex::default(), news: Notify::new() })
    }

    /// Has the witness told, soon.
    pub(super) fn hear(&self, organization: OrganizationId, head: &SignedHead) {
        let mut untold = lock(&self.untold);
        let last = untold.entry(organization).or_insert_with(|| head.clone());
        if last.size < head.size {
            *last = head.clone();
        }
        drop(untold);
        self.news.notify_one();
    }

    /// Tells the witness what comes, until `stop` or the end of the hub, and then once more.
    pub(crate) async fn listen(self: Arc<Self>, hub: Weak<Inner>, stop: CancellationToken) {
        while hub.strong_count() > 0 && !stop.is_cancelled() {
            self.tell().await;
            tokio::select! {
                () = stop.cancelled() => {}
                () = self.news.notified() => {}
                () = tokio::time::sleep(REST) => {}
            }
        }
        self.tell().await;
    }

    /// Tells everything that is untold.
    async fn tell(&self) {
        let untold = std::mem::take(&mut *lock(&self.untold));
        for (organization, head) in untold {
            if let Err(error) = self.witness.tell(organization, &head).await {
                metrics::counter!("agenthub_audit_witness_failures_total").increment(1);
                tracing::warn!(%organization, size = head.size, %error, source = ?std::error::Error::source(&error),
                    "failed to tell a witness of a head");
                lock(&self.untold).entry(organization).or_insert(head);
            }
        }
    }
}
