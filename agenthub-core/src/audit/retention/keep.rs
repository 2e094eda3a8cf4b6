//! Keeping to the policies: deciding what is to leave, and removing it, a few records in a transaction.
//!
//! Every node does this, and may be killed at any time. What was decided stands in the log itself, so any other node
//! goes on from there; of several at once, the lock of what may be removed lets one at a time.

use std::sync::Weak;

use tokio_util::sync::CancellationToken;

use super::cut::Cut;
use super::removal::{Removal, decide};
use crate::audit::index::{BLOCK, Tally};
use crate::audit::{Actor, Entry, Request};
use crate::error::{Code, Result};
use crate::hub::Inner;
use crate::legal_hold::refuse_while_held;
use crate::organization::OrganizationId;
use crate::page::Page;
use crate::store::{ReadAuditTree, Rows, View};

/// How many organizations are looked at together.
const SOME: u32 = 1000;
/// How many records leave in one transaction at most.
const BATCH: u32 = 1024;

/// Keeps to the policies of all organizations, again and again, until `stop`.
pub(crate) async fn keep_to_policies(hub: Weak<Inner>, stop: CancellationToken) {
    loop {
        let Some(every) = hub.upgrade().map(|inner| inner.options.retention_every) else { return };
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(every) => {}
        }
        let Some(inner) = hub.upgrade() else { return };
        if let Err(error) = inner.keep_to_policies(&stop).await {
            tracing::warn!(%error, "failed to look for audit records that are to leave");
        }
    }
}

impl Inner {
    async fn keep_to_policies(&self, stop: &CancellationToken) -> Result<()> {
        let mut after = None;
        loop {
            let some = self.store.overview().await?.audit_retentions().list(after, SOME).await?;
            for organization in &some {
                match self.keep_to_policy(*organization, stop).await {
                    Err(error) if error.code() == Code::LEGAL_HOLD_STANDS => {
                        tracing::debug!(%organization, "no audit record leaves while a legal hold stands");
                    }
                    // One log that is broken must not keep the others back.
                    Err(error) => {
                        tracing::error!(%organization, %error, "failed to remove old audit records")
                    }
                    Ok(()) => {}
                }
            }
            after = some.last().copied();
            if some.len() < SOME as usize || stop.is_cancelled() {
                return Ok(());
            }
        }
    }

    async fn keep_to_policy(&self, organization: OrganizationId, stop: &CancellationToken) -> Result<()> {
        while !stop.is_cancelled() && self.remove_some(organization).await? {}
        if !stop.is_cancelled() {
            self.decide(organization).await?;
        }
        Ok(())
    }

    /// Removes the next records that were decided to leave; tells whether there may be more.
    async fn remove_some(&self, organization: OrganizationId) -> Result<bool> {
        if self.settled(self.store.view(organization).await?.as_mut(), organization).await?.is_none() {
            return Ok(false);
        }
        let mut work = self.store.work(organization).await?;
        refuse_while_held(work.as_mut()).await?;
        let leaving = self.leaving(work.as_mut(), organization).await?;
        let (Some(first), Some(last)) = (leaving.first(), leaving.last()) else { return Ok(false) };
        let (first, before) = (first.sequence, last.sequence + 1);
        let mut tally = Tally::default();
        leaving.iter().for_each(|entry| tally.add(entry));
        work.audit_index().forget(first / BLOCK..before / BLOCK, &tally.counts()).await?;
        work.audit().remove_before(before).await?;
        work.commit().await?;
        metrics::counter!("agenthub_audit_records_removed_total").increment(leaving.len() as u64);
        Ok(leaving.len() == BATCH as usize)
    }

    /// What was decided to leave, has not, and is proven to have been decided, as far as anything is proven here.
    async fn settled(&self, view: &mut dyn View, organization: OrganizationId) -> Result<Option<Removal>> {
        let begins_at = view.audit().extent().await?.start;
        let newest = Removal::newest(view.audit(), organization).await?;
        let Some(removal) = newest.filter(|it| it.before > begins_at) else { return Ok(None) };
        let reach = self.reach(view.audit_tree()).await?;
        Ok((removal.sequence < reach).then_some(removal))
    }

    /// How many records are in the tree, and under a signed head where there are any.
    async fn reach(&self, tree: &mut dyn ReadAuditTree) -> Result<u64> {
        let head = tree.heads(&Page::first(1)).await?.items.pop().map(|head| head.size);
        Ok(match head {
            None if self.heads.signer().is_err() => tree.size().await?,
            head => head.unwrap_or_default(),
        })
    }

    /// The next records to leave. Whoever asks has the lock of what may be removed.
    async fn leaving(&self, rows: &mut dyn Rows, organization: OrganizationId) -> Result<Vec<Entry>> {
        let policy = rows.audit_retention().get().await?;
        // It may have been decided anew meanwhile.
        let newest = Removal::newest(rows.audit(), organization).await?;
        let (Some(policy), Some(removal)) = (policy, newest) else { return Ok(Vec::new()) };
        let reach = self.reach(rows.audit_tree()).await?;
        if removal.sequence >= reach {
            return Ok(Vec::new());
        }
        let end = removal.before.min(rows.audit_index().length().await?);
        let limit = policy.limit(self.clock.now());
        let mut entries = rows.audit().range(0, BATCH).await?;
        let is_leaving = |entry: &Entry| entry.sequence < end && entry.record.at < limit;
        entries.truncate(entries.iter().take_while(|entry| is_leaving(entry)).count());
        Ok(entries)
    }

    /// Decides which records are to leave next, and records that.
    async fn decide(&self, organization: OrganizationId) -> Result<()> {
        let now = self.clock.now();
        let mut view = self.store.view(organization).await?;
        let Some(policy) = view.audit_retention().get().await? else { return Ok(()) };
        let end = self.reach(view.audit_tree()).await?;
        let Some(cut) = Cut::find(view.as_mut(), policy.limit(now), end).await? else { return Ok(()) };
        drop(view);
        let mut work = self.store.work(organization).await?;
        refuse_while_held(work.as_mut()).await?;
        let is_same = work.audit_retention().get().await?.as_ref() == Some(&policy);
        let decided = Removal::newest(work.audit(), organization).await?.map_or(0, |it| it.before);
        if !is_same || cut.before <= decided {
            return Ok(());
        }
        let note = decide(organization, &policy, &cut);
        work.record(note.into_record(Actor::Automation("retention".into()), Request::default(), now)).await?;
        work.commit().await?;
        self.grown_logs.add([organization]);
        Ok(())
    }
}
