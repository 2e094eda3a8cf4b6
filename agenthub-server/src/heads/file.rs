//! A file as a witness: each head as a line of JSON at its end.

use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use agenthub_core::async_trait;
use agenthub_core::audit::{SignedHead, Witness};
use agenthub_core::error::{Error, Result};
use agenthub_core::organization::OrganizationId;
use serde_json::json;

/// Appends heads to a file. A head is kept when the disk has it.
#[derive(Debug)]
pub(super) struct WitnessFile(PathBuf);

impl WitnessFile {
    pub(super) fn new(file: &Path) -> Self {
        Self(file.to_owned())
    }
}

#[async_trait]
impl Witness for WitnessFile {
    async fn tell(&self, organization: OrganizationId, head: &SignedHead) -> Result<()> {
        let line = json!({
            "organization_id": organization,
            "size": head.size,
            "root": head.root,
            "made_at": head.made_at,
            "note": head.note,
        });
        let file = self.0.clone();
        let written = tokio::task::spawn_blocking(move || append(&file, &format!("{line}\n"))).await;
        let failed = |error: io::Error| Error::internal("the witness file cannot be written").source(error);
        written.map_err(|error| failed(error.into()))?.map_err(failed)
    }
}

fn append(file: &Path, line: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().append(true).create(true).open(file)?;
    file.write_all(line.as_bytes())?;
    file.sync_data()
}
