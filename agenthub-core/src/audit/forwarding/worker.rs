//! Forwards to one target, again and again: what it does not have is sent, and then, and only then, is that written down.

use std::pin::pin;
use std::sync::{Arc, Weak};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::batch::Batch;
use super::pace::Pace;
use super::target::Target;
use super::{HolderId, Lease, SendError};
use crate::error::{Error, ErrorKind, Result};
use crate::hub::Inner;
use crate::organization::OrganizationId;

/// How many organizations are looked for at a time.
const PAGE: u32 = 64;

/// How often it is counted what a target does not have yet.
const COUNT_EVERY: Duration = Duration::from_secs(5);

/// Forwards to a target, again and again, until `stop`.
pub(crate) async fn forward_records(hub: Weak<Inner>, target: Arc<Target>, stop: CancellationToken) {
    let Some(most) = hub.upgrade().map(|inner| inner.options.forward_batch) else { return };
    let (holder, pace) = (HolderId::new(), Pace::new(most));
    let mut worker =
        Worker { target, holder, held_until: None, pace, stop: stop.clone(), counted: None, is_whole: true };
    while let Some(inner) = hub.upgrade() {
        let pause = worker.turn(&inner).await;
        if stop.is_cancelled() {
            return worker.leave(&inner).await;
        }
        drop(inner);
        tokio::select! {
            () = stop.cancelled() => {}
            () = tokio::time::sleep(pause) => {}
        }
    }
}

/// Why a turn broke off.
enum Trouble {
    Store(Error),
    Send(SendError),
    /// Another node forwards now.
    Lost,
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self::Store(error)
    }
}

struct Worker {
    target: Arc<Target>,
    holder: HolderId,
    /// Until when this node has the lease, where it has.
    held_until: Option<DateTime<Utc>>,
    pace: Pace,
    stop: CancellationToken,
    /// When it was last counted what is missing.
    counted: Option<Instant>,
    /// Whether every log could be read in this turn.
    is_whole: bool,
}

impl Worker {
    /// Sends what there is; gives how long to wait until the next turn.
    async fn turn(&mut self, inner: &Inner) -> Duration {
        self.is_whole = true;
        let turned = self.send_all(inner).await;
        let pause = match &turned {
            // Something may have come meanwhile.
            Ok(true) => Duration::ZERO,
            Ok(false) | Err(Trouble::Lost) => inner.options.forward_every,
            Err(trouble) => self.failed(trouble),
        };
        if turned.is_ok() && self.is_whole && self.held_until.is_some() {
            self.target.went(None);
        }
        self.target.is_here(self.held_until.is_some());
        if let Err(error) = self.count(inner, matches!(turned, Ok(false))).await {
            tracing::warn!(to = self.target.name, %error, "failed to count what is to be forwarded");
        }
        pause
    }

    /// Sends once what each organization has; tells whether there was anything.
    async fn send_all(&mut self, inner: &Inner) -> Result<bool, Trouble> {
        let (mut after, mut sent) = (None, false);
        let mut batch = Batch::new(self.pace.size());
        while !self.stop.is_cancelled() && self.hold(inner).await? {
            let mut overview = inner.store.overview().await?;
            let behind = overview.audit_forwarding().behind(&self.target.name, after, PAGE).await?;
            drop(overview);
            let Some(last) = behind.last() else { break };
            after = Some(last.organization_id);
            for of in &behind {
                match batch.take(inner, of).await {
                    Err(error) if error.kind() == ErrorKind::Corrupt => self.skip(of.organization_id, &error),
                    taken => taken?,
                }
                if batch.is_full() {
                    let next = Batch::new(self.pace.size());
                    self.send(inner, std::mem::replace(&mut batch, next)).await?;
                    sent = true;
                }
            }
        }
        if batch.is_empty() || self.held_until.is_none() || self.stop.is_cancelled() {
            return Ok(sent);
        }
        self.send(inner, batch).await.map(|()| true)
    }

    /// One log that is broken must not keep the others back.
    fn skip(&mut self, organization: OrganizationId, error: &Error) {
        self.is_whole = false;
        self.target.count_failure("unreadable");
        self.target.went(Some(format!("the audit log of {organization} cannot be read: {error}")));
        tracing::error!(to = self.target.name, %organization, %error, "an audit log is not forwarded");
    }

    /// Has the target take a batch, and then writes down that it has it.
    async fn send(&mut self, inner: &Inner, batch: Batch) -> Result<(), Trouble> {
        if !batch.lines.is_empty() {
            let target = Arc::clone(&self.target);
            self.while_held(inner, target.forwarder.send(&batch.lines)).await?.map_err(Trouble::Send)?;
        }
        let mut platform = inner.store.platform().await?;
        for step in &batch.steps {
            let (name, organization) = (&self.target.name, step.organization);
            // Where another node was there before, it stands where that one put it.
            platform.audit_forwarding().advance(name, organization, step.from, step.to).await?;
        }
        platform.commit().await?;
        self.target.count_sent(batch.lines.len());
        self.pace.succeeded();
        Ok(())
    }

    /// Does something that takes a while, and keeps the lease meanwhile.
    async fn while_held<T>(&mut self, inner: &Inner, doing: impl Future<Output = T>) -> Result<T, Trouble> {
        let mut doing = pin!(doing);
        loop {
            tokio::select! {
                done = &mut doing => return Ok(done),
                () = tokio::time::sleep(inner.options.forward_lease / 3) => {
                    if !self.hold(inner).await? {
                        return Err(Trouble::Lost);
                    }
                }
            }
        }
    }

    /// Takes the lease, or renews it where a third of it is over; tells whether this node has it.
    async fn hold(&mut self, inner: &Inner) -> Result<bool> {
        let now = inner.clock.now();
        let length = TimeDelta::from_std(inner.options.forward_lease).unwrap_or(TimeDelta::days(1));
        let enough = length - length / 3;
        if self.held_until.is_some_and(|until| until - now > enough && until - now <= length) {
            return Ok(true);
        }
        let lease = Lease { target: self.target.name.clone(), holder: self.holder, until: now + length };
        self.held_until = None;
        let mut platform = inner.store.platform().await?;
        if platform.audit_forwarding().take(&lease, now).await? {
            platform.commit().await?;
            self.held_until = Some(lease.until);
        }
        Ok(self.held_until.is_some())
    }

    /// Says what went wrong; gives how long to wait.
    fn failed(&mut self, trouble: &Trouble) -> Duration {
        let to = &self.target.name;
        let (kind, fault) = match trouble {
            Trouble::Store(error) => ("store", error.to_string()),
            Trouble::Send(error) => (error.kind(), error.to_string()),
            Trouble::Lost => ("lost", String::new()),
        };
        match trouble {
            Trouble::Send(SendError::Refused(_)) => {
                tracing::error!(
                    to,
                    fault,
                    "audit records are refused where they are forwarded to; they are kept"
                );
            }
            _ => tracing::warn!(to, fault, "failed to forward audit records; it is tried again"),
        }
        self.target.count_failure(kind);
        self.target.went(Some(fault));
        self.pace.failed()
    }

    /// Counts what the target does not have yet, now and then, and when that has become nothing.
    async fn count(&mut self, inner: &Inner, is_idle: bool) -> Result<()> {
        let is_due = self.counted.is_none_or(|at| at.elapsed() >= COUNT_EVERY);
        let is_over = is_idle && self.held_until.is_some() && self.target.status().backlog.records > 0;
        if is_due || is_over {
            self.counted = Some(Instant::now());
            let mut overview = inner.store.overview().await?;
            let backlog = overview.audit_forwarding().backlog(&self.target.name).await?;
            self.target.lacks(backlog, inner.clock.now());
        }
        Ok(())
    }

    /// Lets another node go on at once.
    async fn leave(&mut self, inner: &Inner) {
        let released = async {
            let mut platform = inner.store.platform().await?;
            platform.audit_forwarding().release(&self.target.name, self.holder).await?;
            platform.commit().await
        };
        if self.held_until.take().is_some()
            && let Err(error) = released.await
        {
            tracing::debug!(to = self.target.name, %error, "another node has to wait until it may forward");
        }
    }
}
