//! What each customer bought: how recently, how often, for how much.

use chrono::NaiveDate;

use super::Wish;
use crate::builtin::analytics::faults::fault;
use crate::builtin::analytics::period::date;
use crate::builtin::analytics::roles::{self, Assumed};
use crate::builtin::analytics::table::{Column, MISSING, Sum, Table};
use crate::builtin::analytics::work::Stop;
use crate::error::{Result, Word};

/// One customer.
#[derive(Debug, Clone)]
pub(super) struct Customer {
    /// The place of the name in the customer column's texts.
    pub(super) name: usize,
    /// Days since the last purchase.
    pub(super) recency: f64,
    /// How many days had a purchase.
    pub(super) frequency: f64,
    /// The sum of all purchases.
    pub(super) monetary: f64,
}

/// All customers that bought something.
pub(super) struct Customers<'t> {
    pub(super) column: &'t Column,
    pub(super) all: Vec<Customer>,
    /// The day from which recency is counted back.
    pub(super) as_of: NaiveDate,
}

/// Adds up the rows by customer. A frequency counts days, so that the lines of one order are one purchase.
pub(super) fn read<'t>(
    table: &'t Table,
    wish: &Wish<'_>,
    assumed: &mut Assumed,
    stop: &Stop,
) -> Result<Customers<'t>> {
    let missing = |field: &str, word: Word| {
        fault(&format!("/{field}"), word.with("field", field).with("other", "features"))
    };
    let column = roles::customer(table, wish.customer, assumed)?
        .ok_or_else(|| missing("customer", Word::TABLE_NO_CUSTOMERS))?;
    let measure = roles::value(table, wish.value, assumed)?;
    let dates = roles::date(table, wish.date, wish.order, assumed)?;
    let (_, dates) = dates.ok_or_else(|| missing("date", Word::TABLE_NO_DATES))?;
    let mut sums = vec![Sum::new(measure.numbers.decimals); column.words.len()];
    let mut days: Vec<(u32, NaiveDate)> = Vec::with_capacity(table.rows);
    for (row, code) in column.codes.iter().enumerate() {
        stop.every(row)?;
        let value = measure.numbers.values[row];
        if let Some(seconds) = dates.get(row).filter(|_| *code != MISSING && !value.is_nan()) {
            sums[*code as usize].add(value);
            days.push((*code, date(seconds)));
        }
    }
    let skipped = table.rows - days.len();
    if skipped > 0 {
        assumed.push(format!("{skipped} rows without customer, date or value are left out"));
    }
    let latest = days.iter().map(|(_, day)| *day).max();
    let latest = latest.ok_or_else(|| fault(table.pointer, Word::TABLE_NO_PURCHASE))?;
    let as_of = match wish.as_of {
        Some(text) => text.parse().map_err(|_| {
            let date = Word::DATE.with("example", "2024-12-31");
            fault("/as_of", Word::MUST_BE.saying("expected", date))
        })?,
        None => latest,
    };
    days.sort_unstable();
    days.dedup();
    let customer = |days: &[(u32, NaiveDate)]| {
        let (code, last) = days[days.len() - 1];
        let name = code as usize;
        let recency = (as_of - last).num_days() as f64;
        Customer { name, recency, frequency: days.len() as f64, monetary: sums[name].value() }
    };
    let all = days.chunk_by(|a, b| a.0 == b.0).map(customer).collect();
    Ok(Customers { column, all, as_of })
}
