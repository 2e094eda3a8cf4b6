//! Making one export, step by step.

mod asker;
mod finish;
mod print;

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use tokio_util::sync::CancellationToken;

use crate::audit::export::{
    AuditExport, AuditExportId, ExportFormat, ExportProgress, ExportState, ExportStatus, format,
};
use crate::audit::personal::Lens;
use crate::audit::query::Query;
use crate::audit::search::scan::scan;
use crate::audit::{SignedHead, TreeHash};
use crate::error::{Code, Error, Result};
use crate::hub::Inner;
use crate::organization::OrganizationId;
use crate::page::Page;
use crate::store::Work;

/// How many records a step writes at most.
const BATCH: usize = 1000;

/// An export that this hub works on.
pub(super) struct Making {
    inner: Arc<Inner>,
    organization: OrganizationId,
    export: AuditExport,
    query: Query,
    head: SignedHead,
    /// How what is sealed is told. It remembers keys: whoever destroys some changes the export, which ends this.
    lens: Lens,
}

/// What comes of a step.
type Step<T> = std::result::Result<T, Stop>;

/// Why a step was not noted.
enum Stop {
    /// The export was removed, or another hub works on it.
    Lost,
    /// Something went wrong.
    Failed(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

impl Making {
    /// Takes an export to work on; `None` where it is not to be had any more.
    pub(super) async fn claim(
        inner: &Arc<Inner>,
        organization: OrganizationId,
        id: AuditExportId,
    ) -> Result<Option<Self>> {
        inner.build_to(organization, u64::MAX).await?;
        let said = inner.heads.said(organization);
        let mut work = inner.store.work(organization).await?;
        let found = work.audit_exports().get(id).await?;
        let now = inner.clock.now();
        let is_to_make = |export: &AuditExport| {
            matches!(export.state.status, ExportStatus::Queued | ExportStatus::Running) && export.is_due(now)
        };
        let Some(export) = found.filter(is_to_make) else { return Ok(None) };
        if export.request.personal {
            // Whoever erases somebody touches the organization as well. So it either waits until this is claimed, and
            // finds it, or this waits, and finds another revision or no keys.
            work.touch().await?;
        }
        let (head, is_new) = match &export.state.head {
            Some(head) => (head.clone(), false),
            None => inner.head_for_export(organization, said, work.as_mut(), now).await?,
        };
        let progress = ExportProgress { total: head.size, ..export.state.progress };
        let state = ExportState {
            status: ExportStatus::Running,
            head: Some(head.clone()),
            progress,
            ..export.state.clone()
        };
        let export = export.next(state, Some(now + lease(inner)));
        if !work.audit_exports().change(&export).await? {
            return Ok(None);
        }
        work.commit().await?;
        if is_new {
            inner.heads.kept(organization, &head);
        }
        let query = export.request.query.query()?;
        let lens = match export.request.personal {
            true => Lens::open(inner.master_key.as_ref(), organization),
            false => Lens::withheld(),
        };
        Ok(Some(Self { inner: Arc::clone(inner), organization, export, query, head, lens }))
    }

    /// Works on it until it is done, or `stop`.
    pub(super) async fn run(mut self, stop: &CancellationToken) -> Result<()> {
        match self.make(stop).await {
            Ok(()) => Ok(()),
            Err(Stop::Failed(error)) => self.inner.fail_export(self.organization, &self.export, error).await,
            Err(Stop::Lost) => self.forget().await,
        }
    }

    async fn make(&mut self, stop: &CancellationToken) -> Step<()> {
        self.check_asker().await?;
        match self.export.request.format {
            ExportFormat::Pdf => self.print().await,
            ExportFormat::Csv | ExportFormat::Jsonl | ExportFormat::Json => self.write(stop).await,
        }
    }

    /// Removes what is there of an export that is to have no file any more: what was just written may have come after
    /// whoever ended it removed its files.
    async fn forget(&self) -> Result<()> {
        let mut view = self.inner.store.view(self.organization).await?;
        let status = view.audit_exports().get(self.export.id).await?.map(|export| export.state.status);
        match status {
            Some(ExportStatus::Queued | ExportStatus::Running | ExportStatus::Done) => Ok(()),
            Some(ExportStatus::Failed | ExportStatus::Expired) | None => {
                self.inner.exports.remove_files(&self.export).await
            }
        }
    }

    async fn write(&mut self, stop: &CancellationToken) -> Step<()> {
        let there = self.inner.exports.files.length(&self.export.key()).await?;
        if there.unwrap_or_default() < self.export.state.progress.bytes {
            // What was noted is not here: on another machine, or lost.
            let total = self.head.size;
            self.note(ExportProgress { total, ..ExportProgress::default() }).await?;
        }
        while self.export.state.progress.looked_at < self.head.size {
            if stop.is_cancelled() {
                return self.release().await;
            }
            self.step().await?;
        }
        self.seal(stop).await
    }

    /// Writes some records.
    async fn step(&mut self) -> Step<()> {
        let mut progress = self.export.state.progress;
        let form = self.export.request.format;
        let mut view = self.inner.store.view(self.organization).await?;
        let rest = progress.looked_at..self.head.size;
        let scanned = scan(view.as_mut(), &self.query, rest, BATCH).await?;
        let opened = match self.export.request.personal {
            true => self.lens.beside(view.as_mut(), &scanned.entries).await?,
            false => Vec::new(),
        };
        drop(view);
        let request = &self.export.request;
        let mut bytes = if progress.looked_at == 0 { format::head(request) } else { Vec::new() };
        for (number, entry) in scanned.entries.iter().enumerate() {
            bytes.extend(format::record(form, entry, opened.get(number), progress.records)?);
            progress.records += 1;
        }
        progress.looked_at = scanned.next;
        if progress.looked_at >= self.head.size {
            bytes.extend(format::tail(form));
        }
        let end = progress.bytes + bytes.len() as u64;
        self.inner.exports.check_length(end)?;
        self.inner.exports.files.write(&self.export.key(), progress.bytes, bytes).await?;
        self.note(ExportProgress { bytes: end, ..progress }).await
    }

    /// Notes how far it is, and holds it for longer.
    async fn note(&mut self, progress: ExportProgress) -> Step<()> {
        let held = self.inner.clock.now() + lease(&self.inner);
        self.note_until(progress, held).await
    }

    async fn note_until(&mut self, progress: ExportProgress, held: DateTime<Utc>) -> Step<()> {
        let state = ExportState { progress, ..self.export.state.clone() };
        let next = self.export.next(state, Some(held));
        let mut work = self.inner.store.work(self.organization).await?;
        if !work.audit_exports().change(&next).await? {
            return Err(Stop::Lost);
        }
        work.commit().await?;
        self.export = next;
        Ok(())
    }

    /// Holds it for longer, where it will soon not be held any more.
    async fn hold(&mut self) -> Step<()> {
        let soon = self.inner.clock.now() + lease(&self.inner) / 2;
        if self.export.is_due(soon) {
            self.note(self.export.state.progress).await?;
        }
        Ok(())
    }

    /// Lets another one go on at once.
    async fn release(&mut self) -> Step<()> {
        self.note_until(self.export.state.progress, self.inner.clock.now()).await
    }
}

impl Inner {
    /// The head that an export covers, and whether it is new: of the whole log as it is now.
    async fn head_for_export(
        &self,
        organization: OrganizationId,
        said: Option<(u64, TreeHash)>,
        work: &mut dyn Work,
        now: DateTime<Utc>,
    ) -> Result<(SignedHead, bool)> {
        if let Some(head) = self.heads.next(organization, said, work.audit_tree(), now).await? {
            work.audit_tree().add_head(&head).await?;
            return Ok((head, true));
        }
        let newest = work.audit_tree().heads(&Page::first(1)).await?.items.pop();
        let head = newest.ok_or_else(|| Error::new(Code::AUDIT_HEAD_NOT_FOUND).with("size", 0))?;
        Ok((head, false))
    }
}

fn lease(inner: &Inner) -> TimeDelta {
    delta(inner.options.export_lease)
}

fn delta(duration: std::time::Duration) -> TimeDelta {
    TimeDelta::from_std(duration).unwrap_or(TimeDelta::MAX)
}

/// The file has other bytes than were written.
pub(super) fn not_as_written() -> Error {
    Error::new(Code::AUDIT_EXPORT_STORAGE_FAILED).source("the file is not as it was written")
}
