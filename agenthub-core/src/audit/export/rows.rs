//! Taking a file apart into its records, piece by piece, in little memory.

use super::ExportFormat;
use super::format::csv_entry;
use crate::audit::Entry;

/// The longest row that is read, in bytes.
const MAX_ROW: usize = 16 * 1024 * 1024;

/// What a file has next.
#[derive(Debug)]
pub(super) enum Row {
    /// A record.
    Entry(Box<Entry>),
    /// Something that should be a record and is none.
    Unreadable,
}

/// Takes bytes, and gives the records that they are.
#[derive(Debug)]
pub(super) struct Rows {
    format: ExportFormat,
    /// What was taken and not given yet.
    bytes: Vec<u8>,
    /// How far the row was looked through.
    seen: usize,
    /// Is the place up to which was looked inside of quotes?
    quoted: bool,
    /// The rows before the next one, those that are no records too.
    before: u64,
    /// Is the rest of a row that is too long passed over?
    passing: bool,
}

impl Rows {
    pub(super) fn new(format: ExportFormat) -> Self {
        Self { format, bytes: Vec::new(), seen: 0, quoted: false, before: 0, passing: false }
    }

    /// Takes the next bytes of the file.
    pub(super) fn take(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// The next record, where all of it was taken.
    pub(super) fn next(&mut self) -> Option<Row> {
        loop {
            let Some(end) = self.end_of_row() else {
                return self.too_long();
            };
            let rest = self.bytes.split_off(end + 1);
            let row = std::mem::replace(&mut self.bytes, rest);
            (self.seen, self.before) = (0, self.before + 1);
            if std::mem::take(&mut self.passing) {
                continue;
            }
            if let Some(found) = self.read(row.trim_ascii()) {
                return Some(found);
            }
        }
    }

    /// What is left when the file is at its end: a row that was cut off.
    pub(super) fn rest(self) -> Option<Row> {
        (!self.bytes.trim_ascii().is_empty() && !self.passing).then_some(Row::Unreadable)
    }

    /// Where the row ends. A table has line ends inside of quotes as well.
    fn end_of_row(&mut self) -> Option<usize> {
        let is_table = self.format == ExportFormat::Csv;
        for (place, byte) in self.bytes.iter().enumerate().skip(self.seen) {
            match byte {
                b'"' if is_table => self.quoted = !self.quoted,
                b'\n' if !self.quoted => return Some(place),
                _ => {}
            }
        }
        self.seen = self.bytes.len();
        None
    }

    /// A row that is longer than any record is passed over.
    fn too_long(&mut self) -> Option<Row> {
        if self.bytes.len() <= MAX_ROW {
            return None;
        }
        self.bytes.clear();
        self.seen = 0;
        (!std::mem::replace(&mut self.passing, true)).then_some(Row::Unreadable)
    }

    /// The record of a row; `None` where it is one that holds the others together.
    fn read(&self, row: &[u8]) -> Option<Row> {
        let is_first = self.before == 1;
        if row.is_empty() {
            return None;
        }
        let entry = match self.format {
            ExportFormat::Csv if is_first => return None,
            ExportFormat::Csv => csv_entry(row),
            ExportFormat::Json if is_first && row == b"[" => return None,
            ExportFormat::Json if row == b"]" => return None,
            ExportFormat::Json => serde_json::from_slice(row.strip_suffix(b",").unwrap_or(row)).ok(),
            ExportFormat::Jsonl => serde_json::from_slice(row).ok(),
            ExportFormat::Pdf => return None,
        };
        Some(entry.map_or(Row::Unreadable, |entry| Row::Entry(Box::new(entry))))
    }
}
