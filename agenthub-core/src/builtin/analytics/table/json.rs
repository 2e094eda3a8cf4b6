//! Tables from JSON: an array of objects, or an object of arrays.

use std::collections::HashMap;
use std::fmt::Write;

use serde_json::{Map, Value};

use super::builder::Builder;
use super::column::Column;
use super::{check_cells, check_size};
use crate::builtin::analytics::faults::{Faults, fault};
use crate::builtin::analytics::work::Stop;
use crate::error::{Result, Word};

/// Reads an array of objects; a field that a row lacks is a missing value.
pub(super) fn rows(rows: &[Value], stop: &Stop) -> Result<Vec<Column>> {
    const POINTER: &str = "/table/rows";
    let mut faults = Faults::at(POINTER);
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut builders: Vec<Builder> = Vec::new();
    let mut writer = Cells::default();
    for (i, row) in rows.iter().enumerate() {
        stop.every(i)?;
        let Some(row) = row.as_object() else {
            faults.add(|| Word::TABLE_ROW_NO_OBJECT.with("row", i + 1));
            continue;
        };
        for (name, value) in row {
            let place = *places.entry(name).or_insert_with(|| {
                builders.push(Builder::new(name, 0));
                builders.len() - 1
            });
            builders[place].pad(i);
            writer.push(value, &mut builders[place], &mut faults, i, name);
        }
        check_size(POINTER, writer.bytes)?;
        check_cells(POINTER, i + 1, builders.len())?;
    }
    for builder in &mut builders {
        builder.pad(rows.len());
    }
    faults.into_result()?;
    Ok(builders.into_iter().map(|builder| builder.finish(false)).collect())
}

/// Reads an object of arrays, all of one length.
pub(super) fn columns(columns: &Map<String, Value>, stop: &Stop) -> Result<Vec<Column>> {
    const POINTER: &str = "/table/columns";
    let mut faults = Faults::at(POINTER);
    let mut builders: Vec<Builder> = Vec::new();
    let mut writer = Cells::default();
    let longest = columns.values().filter_map(Value::as_array).map(Vec::len).max().unwrap_or(0);
    check_cells(POINTER, longest, columns.len())?;
    for (name, values) in columns {
        let Some(values) = values.as_array() else {
            return Err(fault(POINTER, Word::TABLE_COLUMN_NO_LIST.with("column", name)));
        };
        if values.len() != longest {
            let length = values.len();
            faults.add(|| {
                let uneven = Word::TABLE_UNEVEN_COLUMN.with("column", name);
                uneven.with("found", length).with("wanted", longest)
            });
        }
        let mut builder = Builder::new(name, 0);
        for (i, value) in values.iter().enumerate() {
            stop.every(i)?;
            writer.push(value, &mut builder, &mut faults, i, name);
        }
        check_size(POINTER, writer.bytes)?;
        builders.push(builder);
    }
    faults.into_result()?;
    Ok(builders.into_iter().map(|builder| builder.finish(false)).collect())
}

/// Writes JSON values as cells, and counts their bytes.
#[derive(Default)]
struct Cells {
    text: String,
    bytes: usize,
}

impl Cells {
    fn push(&mut self, value: &Value, builder: &mut Builder, faults: &mut Faults, row: usize, name: &str) {
        self.text.clear();
        let cell = match value {
            Value::Null => "",
            Value::Bool(true) => "true",
            Value::Bool(false) => "false",
            Value::String(text) => text,
            Value::Number(number) => {
                // Writing to a String cannot fail.
                let _ = write!(self.text, "{number}");
                &self.text
            }
            Value::Array(_) | Value::Object(_) => {
                faults.add(|| Word::TABLE_NO_CELL.with("row", row + 1).with("column", name));
                ""
            }
        };
        self.bytes += cell.len();
        builder.push(cell);
    }
}
