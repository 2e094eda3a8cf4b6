//! Where the files of exports are kept.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;

use crate::error::{Code, Error, Result};
use crate::sync::lock;

/// Keeps the files of exports. All nodes on one database must reach the same ones.
///
/// # Contract
/// - Names are made of letters, digits, `-` and `.`, and do not begin with a `.`.
/// - What [`write`](Self::write) took is there after a crash.
/// - One file is written by one at a time; several may be read.
/// - Errors: `audit_export.no_room` where there is no room for what is to be written, and then what was written is of no
///   use but to be removed; `audit_export.storage_failed` for everything else.
#[async_trait]
pub trait ExportFiles: fmt::Debug + Send + Sync + 'static {
    /// Puts bytes at a place of a file, which ends with them then: what stood there or behind is gone. A file that is not
    /// there is made; a file that is shorter than `at` is an error.
    async fn write(&self, name: &str, at: u64, bytes: Vec<u8>) -> Result<()>;

    /// The bytes of a part of a file; fewer where it ends before.
    async fn read(&self, name: &str, part: Range<u64>) -> Result<Vec<u8>>;

    /// How many bytes a file has; `None` where there is none.
    async fn length(&self, name: &str) -> Result<Option<u64>>;

    /// Removes a file, where it is there.
    async fn remove(&self, name: &str) -> Result<()>;

    /// How many bytes there is room for, where that is known.
    async fn room(&self) -> Result<Option<u64>>;
}

/// Files that several hubs share.
#[async_trait]
impl<T: ExportFiles + ?Sized> ExportFiles for Arc<T> {
    async fn write(&self, name: &str, at: u64, bytes: Vec<u8>) -> Result<()> {
        self.as_ref().write(name, at, bytes).await
    }
    async fn read(&self, name: &str, part: Range<u64>) -> Result<Vec<u8>> {
        self.as_ref().read(name, part).await
    }
    async fn length(&self, name: &str) -> Result<Option<u64>> {
        self.as_ref().length(name).await
    }
    async fn remove(&self, name: &str) -> Result<()> {
        self.as_ref().remove(name).await
    }
    async fn room(&self) -> Result<Option<u64>> {
        self.as_ref().room().await
    }
}

/// Files in memory: for tests, and for programs that keep nothing else either.
#[derive(Debug)]
pub struct MemoryFiles {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
    room: u64,
}

impl MemoryFiles {
    /// Files of so many bytes altogether.
    pub fn new(room: u64) -> Self {
        Self { files: Mutex::default(), room }
    }

    /// The names of the files that are there.
    pub fn names(&self) -> Vec<String> {
        lock(&self.files).keys().cloned().collect()
    }
}

impl Default for MemoryFiles {
    /// 64 MiB.
    fn default() -> Self {
        Self::new(64 * 1024 * 1024)
    }
}

fn used(files: &BTreeMap<String, Vec<u8>>) -> u64 {
    files.values().map(|file| file.len() as u64).sum()
}

fn place(at: u64) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

#[async_trait]
impl ExportFiles for MemoryFiles {
    async fn write(&self, name: &str, at: u64, bytes: Vec<u8>) -> Result<()> {
        let mut files = lock(&self.files);
        let file = files.entry(name.to_owned()).or_default();
        if file.len() < place(at) {
            return Err(Error::new(Code::AUDIT_EXPORT_STORAGE_FAILED).source("the file is too short"));
        }
        file.truncate(place(at));
        let needed = bytes.len() as u64;
        let free = self.room.saturating_sub(used(&files));
        if needed > free {
            return Err(no_room(needed, free));
        }
        files.entry(name.to_owned()).or_default().extend(bytes);
        Ok(())
    }

    async fn read(&self, name: &str, part: Range<u64>) -> Result<Vec<u8>> {
        let files = lock(&self.files);
        let Some(file) = files.get(name) else {
            return Err(Error::new(Code::AUDIT_EXPORT_STORAGE_FAILED).source("the file is not there"));
        };
        let end = place(part.end).min(file.len());
        Ok(file[place(part.start).min(end)..end].to_vec())
    }

    async fn length(&self, name: &str) -> Result<Option<u64>> {
        Ok(lock(&self.files).get(name).map(|file| file.len() as u64))
    }

    async fn remove(&self, name: &str) -> Result<()> {
        lock(&self.files).remove(name);
        Ok(())
    }

    async fn room(&self) -> Result<Option<u64>> {
        Ok(Some(self.room.saturating_sub(used(&lock(&self.files)))))
    }
}

/// There is less room than is needed.
pub(super) fn no_room(needed: u64, free: u64) -> Error {
    Error::new(Code::AUDIT_EXPORT_NO_ROOM).with("bytes", needed).with("free", free)
}
