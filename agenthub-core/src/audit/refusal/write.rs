//! Writing refusals, behind their answers.

use std::sync::Weak;
use std::time::Duration;

use tokio::sync::mpsc::Receiver;
use tokio_util::sync::CancellationToken;

use super::window::{Suppressed, is_over};
use super::{Place, Refused, unrecorded};
use crate::audit::{Actor, Entity, Note, Record, Request, Severity};
use crate::error::{Code, Error, ErrorKind, Result};
use crate::hub::Inner;
use crate::interaction::Outcome;
use crate::organization::OrganizationId;
use crate::user::UserId;

/// How often is looked for minutes that are over.
const LOOK_EVERY: Duration = Duration::from_millis(250);

/// How long a store may take for a record. A store that hangs must not hold up the end of the hub.
const PATIENCE: Duration = Duration::from_secs(5);

/// Writes what was refused, until `stop`, and then what is left.
pub(crate) async fn write_refusals(
    hub: Weak<Inner>,
    mut waiting: Receiver<Refused>,
    stop: CancellationToken,
) {
    loop {
        let mut next = tokio::select! {
            next = waiting.recv() => next,
            () = tokio::time::sleep(LOOK_EVERY) => None,
            () = stop.cancelled() => break,
        };
        let Some(inner) = hub.upgrade() else { return };
        // All of them first, so that the number of a minute stands behind its records.
        while let Some(refused) = next {
            inner.write_refusal(refused).await;
            next = waiting.try_recv().ok();
        }
        let now = inner.clock.now();
        inner.write_suppressed(inner.refusals.take(|since| is_over(since, now))).await;
    }
    let Some(inner) = hub.upgrade() else { return };
    waiting.close();
    while let Some(refused) = waiting.recv().await {
        if !inner.write_refusal(refused).await {
            break;
        }
    }
    inner.write_suppressed(inner.refusals.take(|_| true)).await;
    // Nobody comes back to what could not be written now.
    let left: u64 = inner.refusals.take(|_| true).iter().map(|(_, suppressed)| suppressed.count()).sum();
    let left = left + waiting.len() as u64;
    if left > 0 {
        unrecorded(left);
    }
}

impl Inner {
    /// Writes a refusal, or counts it where the store is away; tells whether the store was there.
    async fn write_refusal(&self, Refused { place, record, requester, key }: Refused) -> bool {
        let counted = Suppressed::one(record.error_code.clone().unwrap_or_default(), record.at);
        let record = match key {
            Some(hash) => self.name_key(record, &hash).await,
            None => record,
        };
        let written = self.write(place.organization, record, requester).await;
        self.settle(place, counted, written)
    }

    /// Writes how many there were beyond those that are on record.
    async fn write_suppressed(&self, all: Vec<(Place, Suppressed)>) {
        for (place, suppressed) in all {
            let whose = if place.is_known { "known" } else { "unknown" };
            let note = Note::new("suppress", Entity::new("refusal", whose), suppressed.changes());
            let note = note.severity(Severity::Warning);
            let mut record = note.into_record(Actor::System, Request::default(), self.clock.now());
            // It stands for them, so who looks for what failed finds it.
            record.outcome = Outcome::Failure;
            let written = self.write(place.organization, record, None).await;
            self.settle(place, suppressed, written);
        }
    }

    /// Says which key it was, where it was one.
    async fn name_key(&self, record: Record, hash: &[u8; 32]) -> Record {
        let found = async {
            let mut overview = self.store.overview().await.ok()?;
            overview.organizations().api_key_by_hash(hash).await.ok()?
        };
        match tokio::time::timeout(PATIENCE, found).await {
            Ok(Some((_, key))) => {
                Record { actor: Actor::ApiKey(key.id), entity: Entity::new("api_key", key.id), ..record }
            }
            _ => record,
        }
    }

    async fn write(
        &self,
        organization: OrganizationId,
        record: Record,
        requester: Option<UserId>,
    ) -> Result<()> {
        let writing = async {
            let mut work = self.store.work(organization).await?;
            let sealed = self.seal_within(work.as_mut(), organization, requester, record).await?;
            work.record(sealed).await?;
            work.commit().await
        };
        let written = tokio::time::timeout(PATIENCE, writing).await;
        self.grown_logs.add([organization]);
        written.unwrap_or_else(|_| Err(Error::new(Code::STORE_UNAVAILABLE)))
    }

    /// Keeps the count of what could not be written; tells whether the store was there.
    fn settle(&self, place: Place, counted: Suppressed, written: Result<()>) -> bool {
        let Err(error) = written else { return true };
        let is_away = error.kind() == ErrorKind::Unavailable;
        tracing::warn!(organization = %place.organization, %error, "failed to record a refusal");
        match is_away {
            true => self.refusals.give_back(place, counted),
            // It would fail the next time too.
            false => unrecorded(counted.count()),
        }
        !is_away
    }
}
