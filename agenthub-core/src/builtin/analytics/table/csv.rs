//! Tables from CSV text (RFC 4180), with the separators that spreadsheets use.

use ::csv::{ReaderBuilder, StringRecord};

use super::builder::Builder;
use super::column::Column;
use super::{check_cells, check_size};
use crate::builtin::analytics::faults::{Faults, fault};
use crate::builtin::analytics::work::Stop;
use crate::error::{Result, Word};

const POINTER: &str = "/table/csv";

/// Reads CSV text with a header line.
pub(super) fn read(text: &str, stop: &Stop) -> Result<Vec<Column>> {
    check_size(POINTER, text.len())?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let separator = separator(text);
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let mut faults = Faults::at(POINTER);
    let mut builders: Vec<Builder> = Vec::new();
    let mut row = 0;
    while reader.read_record(&mut record).map_err(|_| fault(POINTER, Word::UNREADABLE))? {
        if builders.is_empty() {
            check_cells(POINTER, 1, record.len())?;
            builders = header(&record, &mut faults);
            continue;
        }
        row += 1;
        stop.every(row)?;
        check_cells(POINTER, row, builders.len())?;
        if record.len() != builders.len() {
            let (found, wanted) = (record.len(), builders.len());
            faults
                .add(|| Word::TABLE_UNEVEN_ROW.with("row", row).with("found", found).with("wanted", wanted));
            continue;
        }
        for (builder, cell) in builders.iter_mut().zip(&record) {
            builder.push(cell);
        }
    }
    faults.into_result()?;
    // Where `;` separates cells, the comma is most often the decimal sign.
    Ok(builders.into_iter().map(|builder| builder.finish(separator == b';')).collect())
}

/// The columns that the header line names.
fn header(record: &StringRecord, faults: &mut Faults) -> Vec<Builder> {
    let mut names: Vec<String> = Vec::with_capacity(record.len());
    for (i, name) in record.iter().enumerate() {
        let name = match name.trim() {
            "" => format!("column_{}", i + 1),
            name => name.to_owned(),
        };
        if names.contains(&name) {
            faults.add(|| Word::TABLE_COLUMN_TWICE.with("column", &name));
        }
        names.push(name);
    }
    names.into_iter().map(|name| Builder::new(name, 0)).collect()
}

/// The separator that stands most often in the header line, outside quotes; a comma where none does.
fn separator(text: &str) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0), (b'|', 0)];
    let mut quoted = false;
    for byte in text.trim_start_matches(['\r', '\n']).bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            _ if quoted => {}
            _ => counts.iter_mut().filter(|(it, _)| *it == byte).for_each(|(_, count)| *count += 1),
        }
    }
    let mut best = counts[0];
    for count in counts {
        if count.1 > best.1 {
            best = count;
        }
    }
    best.0
}
