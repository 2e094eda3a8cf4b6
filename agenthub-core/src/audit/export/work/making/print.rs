//! Exports that are set on pages: all at once, and from the beginning after a crash.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::super::size::check_records;
use super::{BATCH, Making, Step};
use crate::audit::TreeHash;
use crate::audit::export::{ExportProgress, Printed};
use crate::audit::search::scan::scan;
use crate::error::{Code, Error, Result};

impl Making {
    /// Sets the records on pages.
    pub(super) async fn print(&mut self) -> Step<()> {
        let exports = Arc::clone(&self.inner.exports);
        let printer = Arc::clone(exports.printer()?);
        let (mut entries, mut looked_at) = (Vec::new(), 0);
        while looked_at < self.head.size {
            let mut view = self.inner.store.view(self.organization).await?;
            let mut scanned = scan(view.as_mut(), &self.query, looked_at..self.head.size, BATCH).await?;
            // People read nothing in what is sealed, and nobody hashes pages record by record.
            self.lens.show(view.as_mut(), &mut scanned.entries).await?;
            drop(view);
            looked_at = scanned.next;
            entries.extend(scanned.entries);
            check_records(entries.len() as u64, printer.most())?;
            self.hold().await?;
        }
        let (records, ends) = (entries.len() as u64, entries.first().zip(entries.last()));
        let ends = ends.map(|(first, last)| (first.sequence, last.sequence));
        let mut overview = self.inner.store.overview().await?;
        let organization = overview.organizations().get(self.organization).await?;
        drop(overview);
        let gone = || Error::new(Code::ORGANIZATION_NOT_FOUND).with("id", self.organization);
        let organization = organization.ok_or_else(gone)?;
        let printing = printer.print(Printed { export: self.export.clone(), organization, entries });
        let file = self.holding(printing).await?;
        let bytes = file.len() as u64;
        exports.check_length(bytes)?;
        let sha256 = TreeHash(Sha256::digest(&file).into());
        exports.files.write(&self.export.key(), 0, file).await?;
        self.note(ExportProgress { total: self.head.size, looked_at, records, bytes }).await?;
        let mut manifest = self.manifest(bytes, sha256);
        (manifest.first, manifest.last) = (ends.map(|ends| ends.0), ends.map(|ends| ends.1));
        self.finish(manifest).await
    }

    /// Waits for something long, and holds the export meanwhile.
    async fn holding<T>(&mut self, long: impl Future<Output = Result<T>>) -> Step<T> {
        let mut long = std::pin::pin!(long);
        let every = self.inner.options.export_lease / 3;
        loop {
            tokio::select! {
                done = &mut long => return Ok(done?),
                () = tokio::time::sleep(every) => self.note(self.export.state.progress).await?,
            }
        }
    }
}
