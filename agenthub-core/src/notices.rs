//! Notices: how nodes on one database tell each other at once that an organization changed.
//!
//! They only make nodes faster. A notice is never believed: who hears one looks at the organization's revision in the
//! database. And one that is lost is made up for, as every node looks by itself now and then
//! ([`HubOptions::refresh_every`](crate::HubOptions::refresh_every)).

use std::sync::{Arc, Weak};

use async_trait::async_trait;
use tokio_util::sync::CancellationToken;

use crate::agent::Health;
use crate::hub::Inner;
use crate::organization::OrganizationId;

/// Carries notices between the nodes of one database.
///
/// # Contract
/// - What one node publishes, every other may hear, in any order, and the node itself too. None must; so no method
///   has an error.
/// - Notices of other deployments are not heard, or do no harm: ids of organizations that nobody here knows are
///   passed over.
/// - It finds back by itself after it was away, and says then that notices were missed.
#[async_trait]
pub trait Notices: Send + Sync + 'static {
    /// Tells the others that an organization changed. Nobody waits for it; it gives up after a few seconds.
    async fn publish(&self, organization: OrganizationId);

    /// Waits for what the others say. Asked again and again, by one task.
    async fn heard(&self) -> Heard;

    /// Says how it is; must answer at once.
    fn health(&self) -> Health;
}

/// What was heard from other nodes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// These organizations may have changed.
    Changed(Vec<OrganizationId>),
    /// Any may have changed: there was nobody to hear it.
    Missed,
}

/// Looks at the organizations that others say they changed, until `stop`.
pub(crate) async fn listen(hub: Weak<Inner>, notices: Arc<dyn Notices>, stop: CancellationToken) {
    loop {
        let heard = tokio::select! {
            () = stop.cancelled() => return,
            heard = notices.heard() => heard,
        };
        let Some(inner) = hub.upgrade() else { return };
        let looked = match heard {
            Heard::Changed(organizations) => inner.look_at(|id| organizations.contains(&id)).await,
            Heard::Missed => inner.look_at(|_| true).await,
        };
        if let Err(error) = looked {
            tracing::warn!(%error, "failed to look at what other nodes say they changed");
        }
    }
}

impl Inner {
    /// An organization was changed here: it is read again, here and elsewhere.
    pub(crate) fn changed(&self, organization: OrganizationId) {
        self.directory.forget(organization);
        if let Some(notices) = &self.notices {
            let notices = Arc::clone(notices);
            self.tasks.spawn(async move { notices.publish(organization).await });
        }
    }
}
