//! A file, at the end of which lines of JSON are written.
//!
//! It is opened for each batch, so that whoever moves it away finds the next batch in a new one.

use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use agenthub_core::async_trait;
use agenthub_core::audit::forwarding::{Forwarder, SendError};

use super::joined;

/// Appends batches to a file. One is taken when the disk has it.
#[derive(Debug)]
pub(super) struct FileTarget(PathBuf);

impl FileTarget {
    pub(super) fn new(file: &Path) -> Self {
        Self(file.to_owned())
    }
}

#[async_trait]
impl Forwarder for FileTarget {
    async fn send(&self, lines: &[String]) -> Result<(), SendError> {
        let (file, text) = (self.0.clone(), joined(lines));
        let written = tokio::task::spawn_blocking(move || append(&file, &text)).await;
        let away = |error: io::Error| SendError::Away(error.to_string());
        written.map_err(|error| away(error.into()))?.map_err(away)
    }
}

fn append(path: &Path, text: &str) -> io::Result<()> {
    let is_new = !path.exists();
    let mut file = OpenOptions::new().append(true).read(true).create(true).open(path)?;
    // Where a crash has cut a line short, it must not spoil the first one of this batch.
    if !ends_with_a_line(&mut file)? {
        file.write_all(b"\n")?;
    }
    file.write_all(text.as_bytes())?;
    file.sync_data()?;
    match path.parent() {
        // That there is a new file, the directory has to keep.
        Some(parent) if is_new => {
            let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
            File::open(parent)?.sync_all()
        }
        _ => Ok(()),
    }
}

fn ends_with_a_line(file: &mut File) -> io::Result<bool> {
    if file.seek(SeekFrom::End(0))? == 0 {
        return Ok(true);
    }
    let mut last = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
}
