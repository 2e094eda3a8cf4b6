//! A directory as the place of files of exports.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Read as _, Seek as _, SeekFrom, Write as _};
use std::ops::Range;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use agenthub_core::async_trait;
use agenthub_core::audit::export::ExportFiles;
use agenthub_core::error::{Code, Error, Result};

/// What a disk says that is full.
const FULL: [ErrorKind; 3] = [ErrorKind::StorageFull, ErrorKind::QuotaExceeded, ErrorKind::FileTooLarge];

/// Files in a directory that only the server's own user can read; it is made with the first one.
#[derive(Debug)]
pub(super) struct Directory(PathBuf);

impl Directory {
    pub(super) fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// Does something with a file, on a thread that may wait for the disk.
    async fn with<T: Send + 'static>(
        &self,
        name: &str,
        act: impl FnOnce(&Path) -> io::Result<T> + Send + 'static,
    ) -> Result<T> {
        let file = self.0.join(name);
        let done = tokio::task::spawn_blocking(move || act(&file)).await;
        done.map_err(io::Error::from).and_then(|done| done).map_err(|error| {
            tracing::warn!(directory = %self.0.display(), %error, "the files of exports cannot be read or written");
            Error::new(Code::AUDIT_EXPORT_STORAGE_FAILED).source(error)
        })
    }
}

#[async_trait]
impl ExportFiles for Directory {
    async fn write(&self, name: &str, at: u64, bytes: Vec<u8>) -> Result<()> {
        let directory = self.0.clone();
        let length = bytes.len();
        let written = self.with(name, move |file| {
            DirBuilder::new().recursive(true).mode(0o700).create(directory)?;
            let mut file =
                OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(file)?;
            if file.metadata()?.len() < at {
                return Err(io::Error::other("the file is shorter than it was"));
            }
            file.set_len(at)?;
            file.seek(SeekFrom::Start(at))?;
            Ok(file.write_all(&bytes).and_then(|()| file.sync_data()).map_err(|error| error.kind()))
        });
        match written.await? {
            Ok(()) => Ok(()),
            Err(kind) if FULL.contains(&kind) => {
                Err(Error::new(Code::AUDIT_EXPORT_NO_ROOM).with("bytes", length).with("free", 0))
            }
            Err(kind) => Err(Error::new(Code::AUDIT_EXPORT_STORAGE_FAILED).source(io::Error::from(kind))),
        }
    }

    async fn read(&self, name: &str, part: Range<u64>) -> Result<Vec<u8>> {
        self.with(name, move |file| {
            let mut file = File::open(file)?;
            file.seek(SeekFrom::Start(part.start))?;
            let mut bytes = Vec::new();
            file.take(part.end.saturating_sub(part.start)).read_to_end(&mut bytes)?;
            Ok(bytes)
        })
        .await
    }

    async fn length(&self, name: &str) -> Result<Option<u64>> {
        self.with(name, |file| match fs::metadata(file) {
            Ok(found) => Ok(Some(found.len())),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        })
        .await
    }

    async fn remove(&self, name: &str) -> Result<()> {
        self.with(name, |file| match fs::remove_file(file) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        })
        .await
    }

    async fn room(&self) -> Result<Option<u64>> {
        self.with("", |directory| {
            // It may not be there yet; then it will be on the disk of what is.
            let there = directory.ancestors().find(|it| it.exists()).unwrap_or(Path::new("."));
            let disk = rustix::fs::statvfs(there)?;
            Ok(Some(disk.f_bavail.saturating_mul(disk.f_frsize)))
        })
        .await
    }
}
