//! An organization's exports: ask for one, look, take its file, remove it.

use std::ops::Range;
use std::sync::Arc;

use super::work::size;
use super::{
    AuditExport, AuditExportId, ExportFiles, ExportFormat, ExportRequest, ExportState, ExportStatus,
    ExportedFile,
};
use crate::access::Permission;
use crate::audit::{AuditOrder, Changes, Entity, Note};
use crate::error::{Code, Error, Result, Violation, Violations};
use crate::localization::{check_language, check_time_zone};
use crate::page::{Listing, Page};
use crate::session::Session;

/// How many exports an organization has at most.
const MOST: u64 = 100;

/// An organization's exports of its audit log; see [`Session::audit_exports`].
#[derive(Debug)]
pub struct AuditExports<'s>(&'s Session);

/// A file of an export that is being taken.
#[derive(Debug)]
pub struct Download {
    /// What is taken.
    pub part: Range<u64>,
    key: String,
    files: Arc<dyn ExportFiles>,
}

impl<'s> AuditExports<'s> {
    pub(crate) fn new(session: &'s Session) -> Self {
        Self(session)
    }

    /// Asks for an export. It is made in the background; [`get`](Self::get) tells how far it is.
    ///
    /// One that tells [personal](ExportRequest::personal) data costs `audit:read_personal` besides `audit:export`: to ask
    /// for it, while it is made, and to take its file.
    ///
    /// # Errors
    /// `auth.denied`; `invalid` with every fault; `audit.no_key` where the hub has no key to sign with;
    /// `audit_export.not_offered` where the hub makes no such files; `audit_export.no_font`;
    /// `audit_export.too_large` and `audit_export.no_room` where it is known already that the file will not fit;
    /// `audit_export.too_many` where the organization has many already.
    pub async fn request(&self, request: ExportRequest) -> Result<AuditExport> {
        let session = self.0;
        session.allow(Permission::AuditExport)?;
        self.allow_personal(&request)?;
        check(&request)?;
        let inner = session.hub().inner();
        inner.heads.signer()?;
        inner.exports.check(&request)?;
        let mut view = session.view(Permission::AuditExport).await?;
        size::check_at_request(view.as_mut(), &request, &inner.exports).await?;
        drop(view);
        let now = session.now();
        let export = AuditExport {
            id: AuditExportId::new(),
            request,
            state: ExportState::default(),
            created_by: session.caller().actor.clone(),
            created_at: now,
            due_at: Some(now),
            revision: 0,
        };
        let mut change = session.change(Permission::AuditExport).await?;
        let all = change.audit_exports().list(&Page { count: true, ..Page::first(0) }).await?.total;
        if all.is_some_and(|all| all >= MOST) {
            return Err(Error::new(Code::AUDIT_EXPORT_TOO_MANY).with("max", MOST));
        }
        change.audit_exports().add(&export).await?;
        let changes = Changes::created(&export.request);
        change.commit(Note::new("create", entity(export.id), changes)).await?;
        inner.exports.news.notify_one();
        Ok(export)
    }

    /// The export with this id.
    ///
    /// # Errors
    /// `auth.denied`, `audit_export.not_found`.
    pub async fn get(&self, id: AuditExportId) -> Result<AuditExport> {
        let found = self.0.glance(Permission::AuditExport).await?.audit_exports().get(id).await?;
        found.ok_or_else(|| not_found(id))
    }

    /// The exports, newest first.
    ///
    /// # Errors
    /// `auth.denied`, `page.bad_cursor`.
    pub async fn list(&self, page: &Page) -> Result<Listing<AuditExport>> {
        self.0.glance_at(page, Permission::AuditExport).await?.audit_exports().list(page).await
    }

    /// The file of an export that is done: what it is called, how long it is, and its hash.
    ///
    /// # Errors
    /// `auth.denied`, `audit_export.not_found`; `audit_export.not_ready` where there is no file yet, or none will be;
    /// `audit_export.expired` where it was removed.
    pub async fn file(&self, id: AuditExportId) -> Result<ExportedFile> {
        let export = self.get(id).await?;
        self.allow_personal(&export.request)?;
        self.finished(export)
    }

    /// Takes a part of the file of an export that is done. That it was taken is recorded.
    ///
    /// # Errors
    /// Those of [`file`](Self::file); `audit_export.storage_failed` where the file is not there.
    pub async fn download(&self, id: AuditExportId, part: Range<u64>) -> Result<Download> {
        let export = self.get(id).await?;
        self.allow_personal(&export.request)?;
        let file = self.finished(export.clone())?;
        let files = Arc::clone(&self.0.hub().inner().exports.files);
        if files.length(&export.key()).await? != Some(file.bytes) {
            return Err(
                Error::new(Code::AUDIT_EXPORT_STORAGE_FAILED).source("the file is not there, or cut off")
            );
        }
        let part = part.start.min(file.bytes)..part.end.min(file.bytes);
        let changes = Changes::none().with("from", part.start).with("to", part.end);
        let change = self.0.change(Permission::AuditExport).await?;
        change.commit(Note::new("download", entity(id), changes)).await?;
        Ok(Download { part, key: export.key(), files })
    }

    /// The manifest of an export that is done, as JSON; see [`ExportManifest`](super::ExportManifest).
    ///
    /// # Errors
    /// `auth.denied`, and those of [`download`](Self::download); it has nothing personal in it.
    pub async fn manifest(&self, id: AuditExportId) -> Result<Vec<u8>> {
        let export = self.get(id).await?;
        self.finished(export.clone())?;
        self.0.hub().inner().exports.files.read(&export.manifest_key(), 0..u64::MAX).await
    }

    /// Removes an export with its file; one that is not done yet is not made.
    ///
    /// # Errors
    /// `auth.denied`, `audit_export.not_found`, `audit_export.storage_failed`.
    pub async fn remove(&self, id: AuditExportId) -> Result<()> {
        let export = self.get(id).await?;
        // The file first: one that nobody knows of any more would never be removed.
        self.0.hub().inner().exports.remove_files(&export).await?;
        let mut change = self.0.change(Permission::AuditExport).await?;
        if !change.audit_exports().remove(id).await? {
            return Err(not_found(id));
        }
        change.commit(Note::new("remove", entity(id), Changes::removed(&export.request))).await
    }

    /// May the caller have what such an export tells?
    fn allow_personal(&self, request: &ExportRequest) -> Result<()> {
        if request.personal { self.0.allow(Permission::AuditReadPersonal) } else { Ok(()) }
    }

    fn finished(&self, export: AuditExport) -> Result<ExportedFile> {
        let is_over = export.state.expires_at.is_some_and(|at| at <= self.0.now());
        match (export.state.status, export.state.file) {
            (ExportStatus::Done, Some(file)) if !is_over => Ok(file),
            (ExportStatus::Done | ExportStatus::Expired, _) => {
                Err(Error::new(Code::AUDIT_EXPORT_EXPIRED).with("id", export.id))
            }
            (status, _) => {
                let error = Error::new(Code::AUDIT_EXPORT_NOT_READY);
                Err(error.with("id", export.id).with("status", status.as_str()))
            }
        }
    }
}

impl Download {
    /// The next bytes of what is taken, at most `most`; none at the end.
    ///
    /// # Errors
    /// `audit_export.storage_failed` where they cannot be read, or the file ends before.
    pub async fn next(&mut self, most: u64) -> Result<Vec<u8>> {
        let part = self.part.start..self.part.end.min(self.part.start.saturating_add(most));
        if part.is_empty() {
            return Ok(Vec::new());
        }
        let bytes = self.files.read(&self.key, part.clone()).await?;
        if bytes.len() as u64 != part.end - part.start {
            return Err(Error::new(Code::AUDIT_EXPORT_STORAGE_FAILED).source("the file ends too early"));
        }
        self.part.start = part.end;
        Ok(bytes)
    }
}

pub(super) fn entity(id: AuditExportId) -> Entity {
    Entity::new("audit_export", id)
}

fn not_found(id: AuditExportId) -> Error {
    Error::new(Code::AUDIT_EXPORT_NOT_FOUND).with("id", id)
}

fn check(request: &ExportRequest) -> Result<()> {
    let mut found = Violations::default();
    request.query.read("/query", &mut found);
    found.require(request.query.filter.order != Some(AuditOrder::Newest), || {
        Violation::new("/query/order", Code::VALUE_NOT_ONE_OF).with("allowed", "oldest")
    });
    if let Some(language) = &request.language {
        check_language(&mut found, "/language", language);
    }
    if let Some(zone) = &request.time_zone {
        check_time_zone(&mut found, "/time_zone", zone);
    }
    let speaks = request.language.is_some() || request.time_zone.is_some();
    found.require(!speaks || request.format == ExportFormat::Pdf, || {
        let place = if request.language.is_some() { "/language" } else { "/time_zone" };
        Violation::new(place, Code::VALUE_EXCLUDES).with("other", "/format")
    });
    found.into_result()
}
