//! Columns of dates, and which of their numbers is the day.

mod parse;

use super::column::{Column, MISSING};
use crate::builtin::analytics::faults::{Faults, fault, shown};
use crate::error::{Detail, Result, Word};
use parse::{Fields, Parsed, fields};

/// A date that can be read in one way only.
const EXAMPLE: &str = "2024-12-31";

/// The seconds that stand for "no date".
const NONE: i64 = i64::MIN;

/// A column's dates: seconds since 1970 on the clock that the text was written by; offsets are not looked at, so that
/// a day is a day of the place where it was recorded.
#[derive(Debug)]
pub(in crate::builtin::analytics) struct Dates {
    seconds: Vec<i64>,
    /// Whether any has a time of day.
    pub(in crate::builtin::analytics) timed: bool,
    /// Which way of writing was assumed for dates such as `3/4/2024`, where the column has such.
    pub(in crate::builtin::analytics) order: Option<DateOrder>,
}

impl Dates {
    /// A row's date, where it has one.
    pub(in crate::builtin::analytics) fn get(&self, row: usize) -> Option<i64> {
        Some(self.seconds[row]).filter(|seconds| *seconds != NONE)
    }

    /// All dates, without the rows that have none.
    pub(in crate::builtin::analytics) fn iter(&self) -> impl Iterator<Item = i64> {
        self.seconds.iter().copied().filter(|seconds| *seconds != NONE)
    }
}

/// What comes first in dates such as `3/4/2024`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::builtin::analytics) enum DateOrder {
    /// The day.
    DayFirst,
    /// The month.
    MonthFirst,
}

/// Is this text a date, read either way?
pub(super) fn looks_like_one(word: &str) -> bool {
    let read = |order| fields(word).and_then(|it| it.resolve(order)).is_some();
    read(DateOrder::DayFirst) || read(DateOrder::MonthFirst)
}

/// Reads a column; whether day or month comes first is found in the whole column unless it is said.
pub(super) fn read(column: &Column, order: Option<DateOrder>, pointer: &str) -> Result<Dates> {
    let split: Vec<Option<Fields>> = column.words.iter().map(|word| fields(word)).collect();
    let open: Vec<(u32, u32, bool)> = split.iter().flatten().filter_map(Fields::open).collect();
    let order = match (order, open.is_empty()) {
        (_, true) => None,
        (Some(order), false) => Some(order),
        (None, false) => Some(find_order(column, &open, pointer)?),
    };
    let resolve = |it: &Option<Fields>| it.as_ref()?.resolve(order.unwrap_or(DateOrder::DayFirst));
    let parsed: Vec<Option<Parsed>> = split.iter().map(resolve).collect();
    check(column, &parsed, pointer)?;
    let seconds = |code: &u32| parsed.get(*code as usize).copied().flatten().map_or(NONE, |it| it.seconds);
    let timed = parsed.iter().flatten().any(|it| it.timed);
    Ok(Dates { seconds: column.codes.iter().map(seconds).collect(), timed, order })
}

/// Which of the first two numbers is the day, from the numbers above 12; `3.4.2024` with points is day first.
fn find_order(column: &Column, open: &[(u32, u32, bool)], pointer: &str) -> Result<DateOrder> {
    let day_first = open.iter().any(|(first, _, _)| *first > 12);
    let month_first = open.iter().any(|(_, second, _)| *second > 12);
    let pointed = open.iter().all(|(_, _, pointed)| *pointed);
    let name = &column.name;
    match (day_first, month_first) {
        (true, false) => Ok(DateOrder::DayFirst),
        (false, true) => Ok(DateOrder::MonthFirst),
        (false, false) if pointed => Ok(DateOrder::DayFirst),
        (true, true) => {
            Err(fault(pointer, Word::TABLE_MIXED_DATES.with("column", name).with("example", EXAMPLE)))
        }
        (false, false) => Err(fault(
            pointer,
            Word::TABLE_OPEN_DATES
                .with("column", name)
                .with("example", EXAMPLE)
                .with("field", "date_order")
                .saying("values", Detail::Either(["dmy", "mdy"].map(Detail::text).into())),
        )),
    }
}

/// Lists the cells that are no dates.
fn check(column: &Column, parsed: &[Option<Parsed>], pointer: &str) -> Result<()> {
    let mut faults = Faults::at(pointer);
    for (row, code) in column.codes.iter().enumerate() {
        if *code != MISSING && parsed[*code as usize].is_none() {
            let (name, cell) = (&column.name, &column.words[*code as usize]);
            faults.add(|| {
                let wrong = Word::TABLE_NO_DATE.with("row", row + 1).with("column", name);
                wrong.with("cell", shown(cell))
            });
        }
    }
    faults.into_result()
}
