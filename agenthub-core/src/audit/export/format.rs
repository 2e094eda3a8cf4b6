//! Records in the form of a file, from the first byte to the last.

mod csv;

use super::ExportFormat;
use crate::audit::Entry;
use crate::error::{Error, Result};

pub(super) use csv::entry as csv_entry;

/// What stands before the first record.
pub(super) fn head(format: ExportFormat) -> Vec<u8> {
    match format {
        ExportFormat::Csv => csv::row(&csv::COLUMNS.map(str::to_owned)),
        ExportFormat::Json => b"[".to_vec(),
        ExportFormat::Jsonl | ExportFormat::Pdf => Vec::new(),
    }
}

/// A record, behind so many others.
///
/// # Errors
/// `internal` where it does not serialize, which every record does.
pub(super) fn record(format: ExportFormat, entry: &Entry, before: u64) -> Result<Vec<u8>> {
    let json = || serde_json::to_vec(entry).map_err(|error| Error::internal("a record").source(error));
    Ok(match format {
        ExportFormat::Csv => csv::row(&csv::cells(entry)?),
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
