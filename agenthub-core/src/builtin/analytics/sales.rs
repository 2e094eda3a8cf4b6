//! The capability `sales_analysis`: the whole picture of a sales table in one call.

mod findings;
mod groups;
mod over_time;

use serde_json::{Value, json};

use super::options::Options;
use super::roles;
use super::stats::{exact, mean, median, number};
use super::table::{Column, Table};
use super::timed::{Ask, Timed};
use super::work::Stop;
use crate::error::Result;

/// Answers a call.
pub(super) fn run(input: &Value, stop: &Stop) -> Result<Value> {
    let mut options = Options::of(input)?;
    let ask = Ask::read(&mut options);
    let group_by = options.texts("group_by");
    let customer = options.text("customer");
    let horizon = options.whole("horizon", 1, 1_000);
    let top = options.whole("top", 1, 1_000).unwrap_or(10);
    options.finish()?;
    let table = Table::read(input, stop)?;
    let mut timed = Timed::read(&table, &ask, stop)?;
    let mut notes = Vec::new();
    let customer = roles::customer(&table, customer, &mut notes)?;
    let groups = roles::groups(&table, group_by.as_deref(), &mut notes)?;
    timed.assumed.extend(notes);
    let totals = totals(&table, &timed, customer);
    let over_time = over_time::read(&mut timed, horizon, stop)?;
    let spans = over_time.as_ref().and_then(|it| it.spans);
    let groups = groups::read(&timed, &groups, spans, stop)?;
    let movers = groups::movers(&groups);
    let over_time = over_time.map(|it| it.output);
    let mut answer = json!({
        "value": timed.value_name(),
        "date": timed.date_name(),
        "totals": totals,
        "groups": groups.iter().map(|it| it.to_json(top)).collect::<Vec<_>>(),
        "top_movers": movers,
        "over_time": over_time,
        "assumed": timed.assumed,
    });
    answer["findings"] = findings::write(&answer).into();
    Ok(answer)
}

/// What the whole table adds up to.
fn totals(table: &Table, timed: &Timed<'_>, customer: Option<&Column>) -> Value {
    let numbers = &timed.measure.numbers;
    let known: Vec<f64> = numbers.values.iter().copied().filter(|value| !value.is_nan()).collect();
    json!({
        "sum": exact(numbers.sum()),
        "rows": table.rows,
        "rows_without_value": table.rows - known.len(),
        "mean": number(mean(&known)),
        "median": number(median(&known)),
        "customers": customer.map(|column| column.words.len()),
    })
}
