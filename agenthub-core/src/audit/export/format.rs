//! Records in the form of a file, from the first byte to the last.

mod csv;

use serde::Serialize;

use super::{ExportFormat, ExportRequest};
use crate::audit::Entry;
use crate::audit::personal::Opened;
use crate::error::{Error, Result};

pub(super) use csv::entry as csv_entry;

/// A record as it is kept, and beside it what is sealed there.
#[derive(Serialize)]
struct Line<'e> {
    #[serde(flatten)]
    entry: &'e Entry,
    #[serde(skip_serializing_if = "Option::is_none")]
    personal: Option<&'e Opened>,
}

/// What stands before the first record.
pub(super) fn head(request: &ExportRequest) -> Vec<u8> {
    match request.format {
        ExportFormat::Csv => csv::head(request.personal),
        ExportFormat::Json => b"[".to_vec(),
        ExportFormat::Jsonl | ExportFormat::Pdf => Vec::new(),
    }
}

/// A record, behind so many others, with what is personal in it where that is wanted.
///
/// # Errors
/// `internal` where it does not serialize, which every record does.
pub(super) fn record(
    format: ExportFormat,
    entry: &Entry,
    personal: Option<&Opened>,
    before: u64,
) -> Result<Vec<u8>> {
    let line = Line { entry, personal };
    let json = || serde_json::to_vec(&line).map_err(|error| Error::internal("a record").source(error));
    Ok(match format {
        ExportFormat::Csv => csv::record(entry, personal)?,
        ExportFormat::Jsonl => [json()?, b"\n".to_vec()].concat(),
        ExportFormat::Json => [if before == 0 { b"\n".as_slice() } else { b",\n" }, &json()?].concat(),
        ExportFormat::Pdf => Vec::new(),
    })
}

/// What stands behind the last record.
pub(super) fn tail(format: ExportFormat) -> &'static [u8] {
    match format {
        ExportFormat::Json => b"\n]\n",
        ExportFormat::Csv | ExportFormat::Jsonl | ExportFormat::Pdf => b"",
    }
}
