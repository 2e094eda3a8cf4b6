//! Making exports, in the background, one after the other.
//!
//! Whoever works on an export holds it until [`AuditExport::due_at`], and moves that on with each step. Each step's bytes
//! are on the disk before the step is noted, so that after a crash another one goes on from the last note; it cuts the
//! file there first. Of two that work on one export at once, the second finds another revision at its next note, and stops.

mod making;
mod seal;
pub(super) mod size;

use std::sync::{Arc, Weak};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::task::JoinError;
use tokio_util::sync::CancellationToken;

use self::making::Making;
use super::manage::entity;
use super::{
    AuditExport, AuditExportId, ExportFiles, ExportFormat, ExportPrinter, ExportRequest, ExportState,
    ExportStatus,
};
use crate::audit::{Actor, Changes, Note, Request};
use crate::error::{Code, Error, Result};
use crate::hub::Inner;
use crate::organization::OrganizationId;

/// How many exports are looked up at once.
const SOME: u32 = 16;

/// What a hub needs to make exports.
#[derive(Debug)]
pub(crate) struct Exports {
    pub(super) files: Arc<dyn ExportFiles>,
    printer: Option<Arc<dyn ExportPrinter>>,
    max_bytes: u64,
    /// Rung when there is something to do.
    pub(in crate::audit) news: Notify,
}

impl Exports {
    pub(crate) fn new(
        files: Arc<dyn ExportFiles>,
        printer: Option<Arc<dyn ExportPrinter>>,
        max_bytes: u64,
    ) -> Self {
        Self { files, printer, max_bytes, news: Notify::new() }
    }

    /// Can such a file be made here?
    pub(super) fn check(&self, request: &ExportRequest) -> Result<()> {
        match request.format {
            ExportFormat::Pdf => self.printer()?.check(request.language.as_deref()),
            ExportFormat::Csv | ExportFormat::Jsonl | ExportFormat::Json => Ok(()),
        }
    }

    fn printer(&self) -> Result<&Arc<dyn ExportPrinter>> {
        let not_offered = || Error::new(Code::AUDIT_EXPORT_NOT_OFFERED).with("format", "pdf");
        self.printer.as_ref().ok_or_else(not_offered)
    }

    /// May a file be so long?
    fn check_length(&self, bytes: u64) -> Result<()> {
        if bytes <= self.max_bytes {
            return Ok(());
        }
        let error = Error::new(Code::AUDIT_EXPORT_TOO_LARGE);
        Err(error.with("bytes", bytes).with("max", self.max_bytes))
    }

    pub(super) async fn remove_files(&self, export: &AuditExport) -> Result<()> {
        self.files.remove(&export.key()).await?;
        self.files.remove(&export.manifest_key()).await
    }
}

/// Looks after exports, again and again, until `stop`.
pub(crate) async fn make_exports(hub: Weak<Inner>, stop: CancellationToken) {
    loop {
        let Some(inner) = hub.upgrade() else { return };
        let (exports, every) = (Arc::clone(&inner.exports), inner.options.exports_every);
        let pause = match look_after(&inner, &stop).await {
            Ok(true) => Duration::ZERO,
            Ok(false) => every,
            Err(error) => {
                tracing::warn!(%error, "failed to look after the exports of audit logs");
                every
            }
        };
        drop(inner);
        tokio::select! {
            () = stop.cancelled() => return,
            () = exports.news.notified() => {}
            () = tokio::time::sleep(pause) => {}
        }
    }
}

/// Looks after the exports that are due; tells whether there are more.
async fn look_after(inner: &Arc<Inner>, stop: &CancellationToken) -> Result<bool> {
    let now = inner.clock.now();
    let due = inner.store.overview().await?.audit_exports().due(now, SOME).await?;
    let mut more = false;
    for (organization, id) in due.iter().take_while(|_| !stop.is_cancelled()) {
        // A task of its own, so that one that panics does not end the others.
        let task = look_after_one(Arc::clone(inner), *organization, *id, stop.clone());
        let ended = match inner.tasks.spawn(task).await {
            Ok(ended) => ended,
            Err(panic) => after_panic(inner, *organization, *id, panic).await,
        };
        match ended {
            Ok(()) => more = due.len() == SOME as usize,
            Err(error) => {
                tracing::warn!(%organization, export = %id, %error, "failed to look after an export")
            }
        }
    }
    Ok(more)
}

async fn after_panic(
    inner: &Inner,
    organization: OrganizationId,
    id: AuditExportId,
    panic: JoinError,
) -> Result<()> {
    let export = inner.store.view(organization).await?.audit_exports().get(id).await?;
    let Some(export) = export else { return Ok(()) };
    let why = Error::internal("an export").source(panic);
    if export.state.status == ExportStatus::Failed {
        return Err(why);
    }
    // Its files are removed when it is looked after again: that may be what panicked.
    inner.note_failed(organization, &export, why).await.map(drop)
}

async fn look_after_one(
    inner: Arc<Inner>,
    organization: OrganizationId,
    id: AuditExportId,
    stop: CancellationToken,
) -> Result<()> {
    let export = inner.store.view(organization).await?.audit_exports().get(id).await?;
    // Somebody else may have looked after it meanwhile.
    let Some(export) = export.filter(|export| export.is_due(inner.clock.now())) else { return Ok(()) };
    match export.state.status {
        ExportStatus::Queued | ExportStatus::Running => match Making::claim(&inner, organization, id).await {
            Ok(Some(making)) => making.run(&stop).await,
            Ok(None) => Ok(()),
            Err(error) => inner.fail_export(organization, &export, error).await,
        },
        ExportStatus::Done => inner.expire_export(organization, &export).await,
        ExportStatus::Failed => inner.clear_failed(organization, &export).await,
        ExportStatus::Expired => Ok(()),
    }
}

impl Inner {
    /// Ends an export that failed, and removes what there is of it. Where only the database is away, somebody tries
    /// again when the export is not held any more.
    async fn fail_export(
        &self,
        organization: OrganizationId,
        export: &AuditExport,
        why: Error,
    ) -> Result<()> {
        match self.note_failed(organization, export, why).await? {
            Some(failed) => self.clear_failed(organization, &failed).await,
            None => Ok(()),
        }
    }

    /// Notes that an export failed; `None` where somebody else changed it meanwhile. It is due until its files are gone,
    /// so that they are removed also where this comes to no end here.
    async fn note_failed(
        &self,
        organization: OrganizationId,
        export: &AuditExport,
        why: Error,
    ) -> Result<Option<AuditExport>> {
        if why.code() == Code::STORE_UNAVAILABLE {
            return Err(why);
        }
        tracing::warn!(%organization, export = %export.id, error = %why, source = ?std::error::Error::source(&why),
            "an export of an audit log failed");
        let now = self.clock.now();
        let state = ExportState {
            status: ExportStatus::Failed,
            error: Some((&why).into()),
            finished_at: Some(now),
            ..export.state.clone()
        };
        let failed = export.next(state, Some(now));
        let note = Note::new("finish", entity(export.id), Changes::none()).failed(&why);
        Ok(self.note_export(organization, &failed, note).await?.then_some(failed))
    }

    /// Removes the files of an export that failed; from then on nobody has to look after it. That it failed is on
    /// record, so this is not.
    async fn clear_failed(&self, organization: OrganizationId, failed: &AuditExport) -> Result<()> {
        self.exports.remove_files(failed).await?;
        let mut work = self.store.work(organization).await?;
        // Where somebody else was faster, nothing is left to note.
        work.audit_exports().change(&failed.next(failed.state.clone(), None)).await?;
        work.commit().await
    }

    /// Removes the files of an export that was there long enough. They go first: files of which nobody knows any more
    /// would never be removed.
    async fn expire_export(&self, organization: OrganizationId, export: &AuditExport) -> Result<()> {
        self.exports.remove_files(export).await?;
        let state = ExportState { status: ExportStatus::Expired, ..export.state.clone() };
        let note = Note::new("expire", entity(export.id), Changes::none());
        self.note_export(organization, &export.next(state, None), note).await.map(drop)
    }

    /// Keeps the next revision of an export with a record of why; tells whether it was the next one.
    async fn note_export(
        &self,
        organization: OrganizationId,
        export: &AuditExport,
        note: Note,
    ) -> Result<bool> {
        let mut work = self.store.work(organization).await?;
        if !work.audit_exports().change(export).await? {
            return Ok(false);
        }
        work.record(note.into_record(Actor::System, Request::default(), self.clock.now())).await?;
        work.commit().await?;
        self.grown_logs.add([organization]);
        Ok(true)
    }
}
