//! The trees and indexes follow their logs: built behind the commits, at a rhythm, many trees in one transaction.
//!
//! Whoever commits records says so to [`GrownLogs`], which costs nothing and may be lost. What no mark tells of, such
//! as what a node left behind that was killed, a sweep over all organizations finds. Several nodes may build the same
//! tree: [`AuditTree::grow`](crate::store::AuditTree::grow) lets one of them.

use std::collections::BTreeSet;
use std::sync::{Mutex, Weak};
use std::time::Duration;

use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::index;
use super::tail::Tails;
use super::tiles::next_growth;
use super::tree::Growth;
use crate::error::Result;
use crate::hub::Inner;
use crate::organization::OrganizationId;
use crate::sync::lock;

/// How many leaves a tree gains in one transaction at most.
const LEAVES: u32 = 4096;
/// How many trees grow in one transaction at most.
const TREES: usize = 64;
/// How many organizations one step of the sweep looks at.
const SWEEP: u32 = 1000;
/// How often it takes a step.
const SWEEP_EVERY: Duration = Duration::from_secs(10);

/// Organizations for which there is something to do.
#[derive(Debug, Default)]
pub(crate) struct Marks(Mutex<BTreeSet<OrganizationId>>);

impl Marks {
    pub(crate) fn add(&self, organizations: impl IntoIterator<Item = OrganizationId>) {
        lock(&self.0).extend(organizations);
    }

    pub(super) fn take(&self) -> BTreeSet<OrganizationId> {
        std::mem::take(&mut lock(&self.0))
    }
}

/// Told of every commit that made a log longer.
#[derive(Debug, Default)]
pub(crate) struct GrownLogs {
    /// Whose trees and indexes are to be built on.
    marks: Marks,
    /// Who waits for records.
    pub(super) tails: Tails,
}

impl GrownLogs {
    /// Takes note of organizations whose logs may have grown.
    pub(crate) fn add(&self, organizations: impl IntoIterator<Item = OrganizationId>) {
        let organizations: BTreeSet<_> = organizations.into_iter().collect();
        self.tails.wake(&organizations);
        self.marks.add(organizations);
    }

    fn take(&self) -> BTreeSet<OrganizationId> {
        self.marks.take()
    }
}

/// Lets trees and indexes grow, again and again, until `stop`.
pub(crate) async fn follow_logs(hub: Weak<Inner>, stop: CancellationToken) {
    let mut sweep = Sweep { after: None, due: Instant::now() };
    loop {
        let Some(inner) = hub.upgrade() else { return };
        let every = inner.options.tree_every;
        let pause = match inner.build_marked(&mut sweep).await {
            // There is more than what fits into one transaction: whoever waits falls behind.
            Ok(true) => Duration::ZERO,
            Ok(false) => every,
            Err(error) => {
                tracing::warn!(%error, "failed to build the trees and indexes of the audit logs");
                every
            }
        };
        drop(inner);
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(pause) => {}
        }
    }
}

/// Where the sweep is in the list of all organizations.
struct Sweep {
    after: Option<OrganizationId>,
    due: Instant,
}

impl Inner {
    /// Builds for the organizations that are marked; tells whether there is more to do for some.
    async fn build_marked(&self, sweep: &mut Sweep) -> Result<bool> {
        if Instant::now() >= sweep.due {
            self.sweep(sweep).await?;
        }
        let marked: Vec<_> = self.grown_logs.take().into_iter().collect();
        let mut unfinished = BTreeSet::new();
        for some in marked.chunks(TREES) {
            match self.build(some).await {
                Ok(more) => unfinished.extend(more),
                Err(error) => {
                    self.grown_logs.add(marked);
                    return Err(error);
                }
            }
        }
        let is_more = !unfinished.is_empty();
        self.grown_logs.add(unfinished);
        Ok(is_more)
    }

    /// Looks for organizations whose log is longer than their tree or index, or their tree larger than its last head:
    /// some at a time, from the first to the last, and then again.
    async fn sweep(&self, sweep: &mut Sweep) -> Result<()> {
        let found = self.store.overview().await?.audit_trees().progress(sweep.after, SWEEP).await?;
        sweep.after = found.last().map(|it| it.organization_id);
        sweep.due = Instant::now() + SWEEP_EVERY;
        self.grown_logs
            .add(found.iter().filter(|it| it.log > it.tree.min(it.index)).map(|it| it.organization_id));
        self.heads.grown_trees.add(found.iter().filter(|it| it.tree > it.head).map(|it| it.organization_id));
        Ok(())
    }

    /// Lets the trees and indexes of some organizations grow; gives those whose logs go on.
    async fn build(&self, organizations: &[OrganizationId]) -> Result<Vec<OrganizationId>> {
        let mut unfinished = self.build_trees(organizations).await?;
        for organization in organizations {
            match index::advance(self.store.as_ref(), *organization).await {
                Ok(true) => unfinished.push(*organization),
                Ok(false) => {}
                Err(error) => {
                    tracing::error!(%organization, %error, "failed to build the index of an audit log");
                }
            }
        }
        Ok(unfinished)
    }

    async fn build_trees(&self, organizations: &[OrganizationId]) -> Result<Vec<OrganizationId>> {
        let mut growths = Vec::new();
        for organization in organizations {
            match self.growth(*organization).await {
                Ok(growth) => growths.extend(growth.map(|growth| (*organization, growth))),
                // One log that is broken must not keep the others back.
                Err(error) => {
                    tracing::error!(%organization, %error, "failed to build the tree of an audit log")
                }
            }
        }
        if growths.is_empty() {
            return Ok(Vec::new());
        }
        // In the order of the ids, as every node does, so that two of them never wait for each other.
        let mut platform = self.store.platform().await?;
        let mut unfinished = Vec::new();
        for (organization, growth) in &growths {
            let grown = platform.within(*organization).await?.audit_tree().grow(growth).await?;
            if !grown || growth.to - growth.from >= u64::from(LEAVES) {
                unfinished.push(*organization);
            }
        }
        platform.commit().await?;
        self.heads.grown_trees.add(growths.into_iter().map(|(organization, _)| organization));
        Ok(unfinished)
    }

    async fn growth(&self, organization: OrganizationId) -> Result<Option<Growth>> {
        next_growth(self.store.view(organization).await?.audit_tree(), LEAVES).await
    }

    /// Lets an organization's tree grow until it has `size` leaves or everything that is in the log.
    pub(crate) async fn build_to(&self, organization: OrganizationId, size: u64) -> Result<()> {
        loop {
            let mut view = self.store.view(organization).await?;
            if view.audit_tree().size().await? >= size {
                return Ok(());
            }
            let Some(growth) = next_growth(view.audit_tree(), LEAVES).await? else { return Ok(()) };
            drop(view);
            let mut work = self.store.work(organization).await?;
            // Where another node was faster, this one goes on from there.
            work.audit_tree().grow(&growth).await?;
            work.commit().await?;
        }
    }
}
