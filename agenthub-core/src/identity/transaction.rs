//! A transaction above organizations, which remembers whom to tell.

use std::collections::BTreeSet;
use std::ops::{Deref, DerefMut};

use crate::audit::{Actor, Note, Request};
use crate::error::Result;
use crate::hub::Inner;
use crate::organization::OrganizationId;
use crate::store::Platform;

/// An open change above organizations. Dropped without a commit, it leaves nothing.
pub(crate) struct Transaction<'h> {
    hub: &'h Inner,
    platform: Box<dyn Platform>,
    touched: BTreeSet<OrganizationId>,
    recorded: BTreeSet<OrganizationId>,
}

impl<'h> Transaction<'h> {
    pub(crate) async fn open(hub: &'h Inner) -> Result<Self> {
        let platform = hub.store.platform().await?;
        Ok(Self { hub, platform, touched: BTreeSet::new(), recorded: BTreeSet::new() })
    }

    /// Adds a record to an organization's audit log.
    pub(crate) async fn record(
        &mut self,
        organization: OrganizationId,
        actor: Actor,
        request: &Request,
        note: Note,
    ) -> Result<()> {
        self.recorded.insert(organization);
        let requester = note.requester(&actor);
        let record = note.into_record(actor, request.clone(), self.hub.clock.now());
        let rows = self.platform.within(organization).await?;
        let sealed = self.hub.seal_within(rows, organization, requester, record).await?;
        rows.record(sealed).await.map(drop)
    }

    /// Has every node read this organization again. Until the end of the transaction no other one touches it.
    pub(crate) async fn touch(&mut self, organization: OrganizationId) -> Result<()> {
        if self.touched.insert(organization) {
            self.platform.within(organization).await?.touch().await?;
        }
        Ok(())
    }

    /// Makes the change durable, and has this node read again what was touched.
    pub(crate) async fn commit(self) -> Result<()> {
        let committed = self.platform.commit().await;
        // Also after an error: nobody knows whether a commit that failed on the way back was done.
        self.touched.iter().for_each(|organization| self.hub.changed(*organization));
        self.hub.grown_logs.add(self.recorded);
        committed
    }
}

impl Deref for Transaction<'_> {
    type Target = dyn Platform;
    fn deref(&self) -> &Self::Target {
        self.platform.as_ref()
    }
}

impl DerefMut for Transaction<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        self.platform.as_mut()
    }
}
