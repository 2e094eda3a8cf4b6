//! Making signed heads: at a rhythm where a tree has grown, and when somebody asks.
//!
//! Nothing is signed that contradicts what was signed before. Whoever can write every table can change a log and hash
//! everything anew; but then the tree has another root at the last head's size, and the hub signs no more.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, Weak};

use chrono::{DateTime, Utc};
use tokio_util::sync::CancellationToken;

use super::follow::Marks;
use super::tiles::Tiles;
use super::tree::TreeHash;
use super::witness::Listener;
use super::{HeadSigner, SignedHead};
use crate::error::{Code, Error, Result};
use crate::hub::Inner;
use crate::organization::OrganizationId;
use crate::page::Page;
use crate::store::ReadAuditTree;
use crate::sync::lock;

/// How many heads are kept in one transaction at most.
const HEADS: usize = 64;

/// What a hub needs to sign heads.
#[derive(Debug, Default)]
pub(crate) struct Heads {
    signer: Option<HeadSigner>,
    /// Whose trees have grown since their last head.
    pub(super) grown_trees: Marks,
    /// The last head that this process has signed for each organization.
    signed: Mutex<HashMap<OrganizationId, Said>>,
    witnesses: Vec<Arc<Listener>>,
}

/// What was said: the root at a size.
type Said = (u64, TreeHash);

impl Heads {
    pub(crate) fn new(signer: Option<HeadSigner>, witnesses: Vec<Arc<Listener>>) -> Self {
        Self { signer, witnesses, ..Self::default() }
    }

    /// The hub's signer.
    ///
    /// # Errors
    /// `audit.no_key` where it has none.
    pub(crate) fn signer(&self) -> Result<&HeadSigner> {
        self.signer.as_ref().ok_or_else(|| Error::new(Code::AUDIT_NO_KEY))
    }

    /// What this process has said last of an organization. Asked for before the tree is read, as a tree that was read
    /// before may be smaller.
    pub(crate) fn said(&self, organization: OrganizationId) -> Option<Said> {
        lock(&self.signed).get(&organization).copied()
    }

    /// Takes note of a head that is kept now.
    pub(crate) fn kept(&self, organization: OrganizationId, head: &SignedHead) {
        let mut signed = lock(&self.signed);
        let last = signed.entry(organization).or_insert((0, head.root));
        if head.size >= last.0 {
            *last = (head.size, head.root);
        }
        drop(signed);
        self.witnesses.iter().for_each(|witness| witness.hear(organization, head));
    }

    /// A head of the whole tree, not kept yet; `None` where the tree has not grown since the last one.
    ///
    /// # Errors
    /// `audit.no_key`; `audit.log_changed` where the tree contradicts the last head, or `said`; `store.corrupt`,
    /// `store.unavailable`.
    pub(crate) async fn next(
        &self,
        organization: OrganizationId,
        said: Option<Said>,
        tree: &mut dyn ReadAuditTree,
        now: DateTime<Utc>,
    ) -> Result<Option<SignedHead>> {
        let signer = self.signer()?;
        let size = tree.size().await?;
        let last = tree.heads(&Page::first(1)).await?.items.pop().map(|head| (head.size, head.root));
        let mut tiles = Tiles::new(tree);
        for (before, root) in [last, said].into_iter().flatten() {
            if before > size || tiles.root(0..before).await? != root {
                return Err(Error::new(Code::AUDIT_LOG_CHANGED).with("size", before));
            }
        }
        if size == last.map_or(0, |(before, _)| before) {
            return Ok(None);
        }
        let root = tiles.root(0..size).await?;
        Ok(Some(signer.sign(organization, size, root, now)))
    }
}

/// Signs heads of trees that have grown, again and again, until `stop`.
pub(crate) async fn sign_heads(hub: Weak<Inner>, stop: CancellationToken) {
    loop {
        let Some(inner) = hub.upgrade() else { return };
        let every = inner.options.heads_every;
        if let Err(error) = inner.sign_marked().await {
            tracing::warn!(%error, "failed to sign heads of the audit logs");
        }
        drop(inner);
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(every) => {}
        }
    }
}

impl Inner {
    async fn sign_marked(&self) -> Result<()> {
        let marked: Vec<_> = self.heads.grown_trees.take().into_iter().collect();
        for some in marked.chunks(HEADS) {
            if let Err(error) = self.sign(some).await {
                self.heads.grown_trees.add(marked);
                return Err(error);
            }
        }
        Ok(())
    }

    async fn sign(&self, organizations: &[OrganizationId]) -> Result<()> {
        let mut heads = Vec::new();
        for organization in organizations {
            match self.next_head(*organization).await {
                Ok(head) => heads.extend(head.map(|head| (*organization, head))),
                Err(error) => {
                    metrics::counter!("agenthub_audit_heads_refused_total").increment(1);
                    tracing::error!(%organization, %error, "no head of this audit log is signed");
                }
            }
        }
        if heads.is_empty() {
            return Ok(());
        }
        let mut platform = self.store.platform().await?;
        for (organization, head) in &heads {
            platform.within(*organization).await?.audit_tree().add_head(head).await?;
        }
        platform.commit().await?;
        heads.iter().for_each(|(organization, head)| self.heads.kept(*organization, head));
        Ok(())
    }

    async fn next_head(&self, organization: OrganizationId) -> Result<Option<SignedHead>> {
        let said = self.heads.said(organization);
        let mut view = self.store.view(organization).await?;
        self.heads.next(organization, said, view.audit_tree(), self.clock.now()).await
    }
}
