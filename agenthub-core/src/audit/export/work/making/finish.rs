//! The end of an export: what its file has, signed.

use super::super::seal::Sealing;
use super::{Making, Step, Stop, delta, not_as_written};
use crate::audit::export::manage::entity;
use crate::audit::export::{ExportManifest, ExportProgress, ExportState, ExportStatus, ExportedFile};
use crate::audit::{Changes, Note, TreeHash};
use crate::error::{Code, Error};
use tokio_util::sync::CancellationToken;

/// How many bytes are read at once.
const CHUNK: u64 = 1024 * 1024;

impl Making {
    /// Reads the whole file again, holds it to the head, and says in a manifest what it has.
    pub(super) async fn seal(&mut self, stop: &CancellationToken) -> Step<()> {
        let ExportProgress { records, bytes, .. } = self.export.state.progress;
        let mut sealing = Sealing::new(self.export.request.format, self.head.size, records);
        let (key, mut read) = (self.export.key(), 0);
        // What stands behind the last note belongs to nothing.
        self.inner.exports.files.write(&key, bytes, Vec::new()).await?;
        while read < bytes {
            if stop.is_cancelled() {
                return self.release().await;
            }
            let some = self.inner.exports.files.read(&key, read..bytes.min(read + CHUNK)).await?;
            read += some.len() as u64;
            if some.is_empty() {
                return Err(Stop::Failed(not_as_written()));
            }
            let mut view = self.inner.store.view(self.organization).await?;
            sealing.take(&some, view.audit_tree()).await?;
            drop(view);
            self.hold().await?;
        }
        let mut view = self.inner.store.view(self.organization).await?;
        let sealed = sealing.finish(view.audit_tree()).await?;
        drop(view);
        if sealed.records != records {
            return Err(Stop::Failed(not_as_written()));
        }
        if sealed.root != self.head.root {
            let changed = Error::new(Code::AUDIT_LOG_CHANGED).with("size", self.head.size);
            return Err(Stop::Failed(changed));
        }
        let mut manifest = self.manifest(bytes, sealed.sha256);
        manifest.first = sealed.sections.first().map(|section| section.first);
        manifest.last = sealed.sections.last().map(|section| section.last);
        manifest.gaps = sealed.gaps;
        manifest.sections = sealed.sections;
        self.finish(manifest).await
    }

    pub(super) fn manifest(&self, bytes: u64, sha256: TreeHash) -> ExportManifest {
        let file = ExportedFile { name: self.export.file_name(), bytes, sha256 };
        ExportManifest::of(self.organization, &self.export, self.head.clone(), file)
    }

    /// Signs and keeps the manifest, and notes that the export is done.
    pub(super) async fn finish(&mut self, manifest: ExportManifest) -> Step<()> {
        let manifest = manifest.signed_by(self.inner.heads.signer()?)?;
        let text =
            serde_json::to_vec(&manifest).map_err(|error| Error::internal("a manifest").source(error))?;
        self.inner.exports.files.write(&self.export.manifest_key(), 0, text).await?;
        let now = self.inner.clock.now();
        let expires_at = now + delta(self.inner.options.export_ttl);
        let state = ExportState {
            status: ExportStatus::Done,
            file: Some(manifest.file.clone()),
            finished_at: Some(now),
            expires_at: Some(expires_at),
            ..self.export.state.clone()
        };
        let changes = Changes::none()
            .with("records", manifest.records)
            .with("bytes", manifest.file.bytes)
            .with("sha256", manifest.file.sha256.to_string())
            .with("size", manifest.head.size);
        let done = self.export.next(state, Some(expires_at));
        let note = Note::new("finish", entity(done.id), changes);
        let is_noted = self.inner.note_export(self.organization, &done, note).await?;
        if is_noted { Ok(()) } else { Err(Stop::Lost) }
    }
}
