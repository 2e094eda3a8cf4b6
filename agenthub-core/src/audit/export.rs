//! Exports of the audit log: files that are made in the background, and can be checked by whoever has only them and a
//! public key.
//!
//! An export covers the log as it was at one signed head. Each record is written as it stands in the log, with its place
//! and its leaf hash; what is left out is told in an [`ExportManifest`] by the hashes that stand in its place, so that the
//! root that was signed follows from the file. [`ExportCheck`] does that, and names the first record that is wrong.

mod check;
pub(crate) mod erasing;
mod files;
mod format;
pub(crate) mod manage;
mod manifest;
mod print;
mod rows;
pub(crate) mod work;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

pub use check::{ExportCheck, ExportFault, ExportReport};
pub use files::{ExportFiles, MemoryFiles};
pub use manage::{AuditExports, Download};
pub use manifest::{ExportManifest, Gap, Section};
pub use print::{ExportPrinter, Printed};

use super::{Actor, AuditQuery, SignedHead, TreeHash};
use crate::error::Error;
use crate::id::Id;

/// The id of an export.
pub type AuditExportId = Id<AuditExport>;

/// An export of the audit log: what is wanted, and how far it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditExport {
    /// Its id.
    pub id: AuditExportId,
    /// What is wanted.
    #[serde(flatten)]
    pub request: ExportRequest,
    /// How far it is.
    #[serde(flatten)]
    pub state: ExportState,
    /// Who asked for it.
    pub created_by: Actor,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When somebody has to look after it: to work on it, or to remove its file.
    #[serde(skip)]
    pub due_at: Option<DateTime<Utc>>,
    /// How often it was changed; of two that change it at once, the second finds another number.
    #[serde(skip)]
    pub revision: u64,
}

/// What is wanted of an export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExportRequest {
    /// The form of the file.
    pub format: ExportFormat,
    /// Which records; the lowest sequence number comes first.
    #[serde(default)]
    pub query: AuditQuery,
    /// The language of a file for people, as a BCP 47 tag.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub language: Option<String>,
    /// The time zone of a file for people, by its IANA name.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub time_zone: Option<String>,
    /// Is what is [personal](super::personal) told in clear? Such a file is for those with `audit:read_personal` only.
    // Left out where it is not, as in manifests that were signed before there was such a choice.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub personal: bool,
}

/// How far an export is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExportState {
    /// Where it is in its life.
    pub status: ExportStatus,
    /// Why it failed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub error: Option<ExportFailure>,
    /// How much is done.
    pub progress: ExportProgress,
    /// The head of the log that it covers, once it was begun.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub head: Option<SignedHead>,
    /// The file, once it is done.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub file: Option<ExportedFile>,
    /// When it was done or failed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub finished_at: Option<DateTime<Utc>>,
    /// When its file is removed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub expires_at: Option<DateTime<Utc>>,
}

/// Where an export is in its life.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ExportStatus {
    /// Nobody works on it yet.
    #[default]
    Queued,
    /// Somebody works on it.
    Running,
    /// Its file is there.
    Done,
    /// It cannot be made.
    Failed,
    /// Its file was removed.
    Expired,
}

impl ExportStatus {
    /// The name, as JSON writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Expired => "expired",
        }
    }
}

/// Why an export failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExportFailure {
    /// The code of the error.
    pub code: String,
    /// What it says, in English.
    pub message: String,
    /// The details that its message names.
    pub arguments: BTreeMap<String, String>,
}

impl From<&Error> for ExportFailure {
    fn from(error: &Error) -> Self {
        let arguments = error.args().iter().map(|(name, value)| ((*name).to_owned(), value.to_string()));
        Self {
            code: error.code().as_str().to_owned(),
            message: error.to_string(),
            arguments: arguments.collect(),
        }
    }
}

/// How much of an export is done. From here it goes on after a crash.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExportProgress {
    /// How many records the log has that it covers; 0 until it is begun.
    pub total: u64,
    /// How many of them were looked at.
    pub looked_at: u64,
    /// How many of those are wanted, and written.
    pub records: u64,
    /// How many bytes are written.
    pub bytes: u64,
}

/// The file of an export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExportedFile {
    /// What it is called when it is saved.
    pub name: String,
    /// Its length.
    pub bytes: u64,
    /// SHA-256 over its bytes.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub sha256: TreeHash,
}

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    /// A table, for spreadsheets; one row a record.
    Csv,
    /// A JSON object a line.
    Jsonl,
    /// A JSON array.
    Json,
    /// Pages, for people.
    Pdf,
}

impl ExportFormat {
    /// Every form.
    pub const ALL: [Self; 4] = [Self::Csv, Self::Jsonl, Self::Json, Self::Pdf];

    /// The name, as JSON writes it, and as files end.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Jsonl => "jsonl",
            Self::Json => "json",
            Self::Pdf => "pdf",
        }
    }

    /// The media type of such a file.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Jsonl => "application/jsonl",
            Self::Json => "application/json",
            Self::Pdf => "application/pdf",
        }
    }
}

impl AuditExport {
    /// The export as it is after a change: the next revision of it.
    pub(crate) fn next(&self, state: ExportState, due_at: Option<DateTime<Utc>>) -> Self {
        Self { state, due_at, revision: self.revision + 1, ..self.clone() }
    }

    /// Does somebody have to look after it by then?
    pub(crate) fn is_due(&self, by: DateTime<Utc>) -> bool {
        self.due_at.is_some_and(|due| due <= by)
    }

    /// What its file is called where it is kept.
    pub(crate) fn key(&self) -> String {
        format!("{}.{}", self.id, self.request.format.as_str())
    }

    /// What its manifest is called there.
    pub(crate) fn manifest_key(&self) -> String {
        format!("{}.manifest.json", self.id)
    }

    /// What its file is called when it is saved.
    pub(crate) fn file_name(&self) -> String {
        let day = self.created_at.format("%Y-%m-%d");
        format!("audit-log-{day}-{}.{}", self.id, self.request.format.as_str())
    }
}
