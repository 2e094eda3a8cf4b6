//! Tables: columns of cells, read once from CSV text, JSON rows or column arrays.

mod builder;
mod column;
mod csv;
mod date;
mod json;
mod number;
mod sum;

use serde_json::Value;

pub(super) use column::{Column, Kind, MISSING};
pub(super) use date::{DateOrder, Dates};
pub(super) use number::Numbers;
pub(super) use sum::Sum;

use super::faults::fault;
use super::work::Stop;
use crate::error::{Code, Detail, Error, Result, Violation, Word};

/// The most text that a table may hold: 64 MiB.
pub(super) const MAX_BYTES: usize = 64 << 20;
/// The most cells that a table may have.
const MAX_CELLS: usize = 20_000_000;
/// The most columns that a table may have.
const MAX_COLUMNS: usize = 1_000;

/// A table of at least one column and one row.
#[derive(Debug)]
pub(super) struct Table {
    /// The columns, in the order in which they came.
    pub(super) columns: Vec<Column>,
    /// How many rows each column has.
    pub(super) rows: usize,
    /// Where the table stands in the input.
    pub(super) pointer: &'static str,
}

impl Table {
    /// Reads the `table` of an input.
    pub(super) fn read(input: &Value, stop: &Stop) -> Result<Self> {
        const FORMS: [&str; 3] =
            [r#"{"csv": "…"}"#, r#"{"rows": [{…}, …]}"#, r#"{"columns": {"…": […], …}}"#];
        let table = input.get("table").filter(|table| !table.is_null());
        let table = table.ok_or_else(|| invalid(Violation::new("/table", Code::VALUE_REQUIRED)))?;
        let form = |name| table.get(name).filter(|it: &&Value| !it.is_null());
        let (pointer, columns) = match (form("csv"), form("rows"), form("columns")) {
            (Some(Value::String(text)), None, None) => ("/table/csv", csv::read(text, stop)?),
            (None, Some(Value::Array(rows)), None) => ("/table/rows", json::rows(rows, stop)?),
            (None, None, Some(Value::Object(columns))) => ("/table/columns", json::columns(columns, stop)?),
            _ => {
                return Err(invalid(
                    Violation::new("/table", Code::VALUE_WRONG_TYPE)
                        .saying("expected", Detail::Either(FORMS.map(Detail::text).into())),
                ));
            }
        };
        let rows = columns.first().map_or(0, |column| column.codes.len());
        if rows == 0 {
            return Err(fault(pointer, Word::TABLE_NO_ROWS));
        }
        Ok(Self { columns, rows, pointer })
    }

    /// The column of this name, which the input's `field` asks for.
    pub(super) fn column(&self, field: &str, name: &str) -> Result<&Column> {
        self.columns.iter().find(|column| column.name == name).ok_or_else(|| {
            const SHOWN: usize = 50;
            let names: Vec<&str> = self.columns.iter().take(SHOWN).map(|it| it.name.as_str()).collect();
            let more = if self.columns.len() > SHOWN { ", …" } else { "" };
            let columns = names.join(", ") + more;
            let reason = Word::TABLE_NO_COLUMN.with("column", name).with("columns", columns);
            fault(&format!("/{field}"), reason)
        })
    }

    /// A column's numbers; every cell that is neither empty nor a number is a fault.
    pub(super) fn numbers(&self, column: &Column) -> Result<Numbers> {
        number::read(column, self.pointer)
    }

    /// A column's dates; every cell that is neither empty nor a date is a fault.
    pub(super) fn dates(&self, column: &Column, order: Option<DateOrder>) -> Result<Dates> {
        date::read(column, order, self.pointer)
    }
}

fn invalid(violation: Violation) -> Error {
    Error::new(Code::INVALID).violating(vec![violation])
}

/// Refuses text that is too long.
fn check_size(pointer: &str, bytes: usize) -> Result<()> {
    if bytes <= MAX_BYTES {
        return Ok(());
    }
    Err(invalid(Violation::new(pointer, Code::VALUE_TOO_LARGE).with("max", MAX_BYTES)))
}

/// Refuses tables that are too wide or have too many cells.
fn check_cells(pointer: &str, rows: usize, columns: usize) -> Result<()> {
    if columns > MAX_COLUMNS {
        return Err(fault(pointer, Word::TABLE_COLUMNS.with("max", MAX_COLUMNS)));
    }
    if rows.saturating_mul(columns) > MAX_CELLS {
        return Err(fault(pointer, Word::TABLE_CELLS.with("max", MAX_CELLS)));
    }
    Ok(())
}
