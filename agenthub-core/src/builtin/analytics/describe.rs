//! The capability `describe`.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::options::Options;
use super::period::date;
use super::stats::{deviation, exact, mean, number, percent, quantile, sorted};
use super::table::{Column, Kind, MISSING, Numbers, Table};
use super::timed::date_order;
use super::work::Stop;
use crate::error::{Error, Result};

/// Answers a call.
pub(super) fn run(input: &Value, stop: &Stop) -> Result<Value> {
    let mut options = Options::of(input)?;
    let wanted = options.texts("columns");
    let top = options.whole("top", 0, 100).unwrap_or(5);
    let order = date_order(&mut options);
    options.finish()?;
    let table = Table::read(input, stop)?;
    let columns: Vec<&Column> = match wanted {
        Some(names) => names.iter().map(|name| table.column("columns", name)).collect::<Result<_>>()?,
        None => table.columns.iter().collect(),
    };
    let mut notes = Vec::new();
    let mut described = Vec::with_capacity(columns.len());
    for column in columns {
        stop.check()?;
        let details = match column.kind {
            Kind::Number => table.numbers(column).map(|numbers| of_numbers(&numbers)),
            Kind::Date => table.dates(column, order).map(|dates| of_dates(dates.iter())),
            Kind::Boolean | Kind::Text | Kind::Empty => Ok(Map::new()),
        };
        described.push(of_column(column, details, top, &mut notes));
    }
    Ok(json!({
        "rows": table.rows,
        "duplicate_rows": duplicates(&table, stop)?,
        "columns": described,
        "notes": notes,
    }))
}

/// What is said of every column, and of its kind. A column that is not all of its kind is described as text.
fn of_column(
    column: &Column,
    details: Result<Map<String, Value>>,
    top: usize,
    notes: &mut Vec<String>,
) -> Value {
    let kind = match (&details, column.kind) {
        (Err(error), kind) => {
            notes.push(note(column, kind, error));
            Kind::Text
        }
        (Ok(_), kind) => kind,
    };
    let counts = column.counts();
    let rows = column.codes.len();
    let missing = column.missing();
    let mut described = Map::new();
    described.insert("name".into(), column.name.clone().into());
    described.insert("type".into(), name(kind).into());
    described.insert("missing".into(), missing.into());
    described.insert("missing_percent".into(), percent(missing as f64, rows as f64));
    described.insert("distinct".into(), column.words.len().into());
    if kind != Kind::Date {
        described.insert("top".into(), top_values(column, &counts, top));
    }
    described.extend(details.unwrap_or_default());
    described.into()
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Number => "number",
        Kind::Date => "date",
        Kind::Boolean => "boolean",
        Kind::Text => "text",
        Kind::Empty => "empty",
    }
}

/// Why a column that looks like numbers or dates is described as text.
fn note(column: &Column, kind: Kind, error: &Error) -> String {
    let first = error
        .violations()
        .first()
        .and_then(|it| it.args.first())
        .map(|(_, reason)| reason.to_string())
        .unwrap_or_default();
    format!("column {} looks like {}s, but: {first}", column.name, name(kind))
}

/// The most frequent texts, ties in the order of the alphabet.
fn top_values(column: &Column, counts: &[usize], top: usize) -> Value {
    let mut ranked: Vec<usize> = (0..counts.len()).collect();
    let order = |a: &usize, b: &usize| {
        counts[*b].cmp(&counts[*a]).then_with(|| column.words[*a].cmp(&column.words[*b]))
    };
    if ranked.len() > top && top > 0 {
        ranked.select_nth_unstable_by(top - 1, order);
    }
    ranked.truncate(top);
    ranked.sort_unstable_by(order);
    let known: usize = counts.iter().sum();
    let entry = |place: usize| {
        let count = counts[place];
        json!({ "value": *column.words[place], "count": count, "percent": percent(count as f64, known as f64) })
    };
    ranked.into_iter().map(entry).collect()
}

fn of_numbers(numbers: &Numbers) -> Map<String, Value> {
    let values = sorted(numbers.values.iter().copied().filter(|value| !value.is_nan()));
    let at = |p| number(quantile(&values, p));
    let end = |value: Option<&f64>| value.map_or(Value::Null, |value| exact(*value));
    let mut described = Map::new();
    described.insert("min".into(), end(values.first()));
    described.insert("max".into(), end(values.last()));
    described.insert("sum".into(), exact(numbers.sum()));
    described.insert("mean".into(), number(mean(&values)));
    described.insert("std".into(), number(deviation(&values)));
    let quantiles = json!({
        "p05": at(0.05), "p25": at(0.25), "p50": at(0.5), "p75": at(0.75), "p95": at(0.95),
    });
    described.insert("quantiles".into(), quantiles);
    described.insert("zeros".into(), values.iter().filter(|value| **value == 0.0).count().into());
    described.insert("negatives".into(), values.iter().filter(|value| **value < 0.0).count().into());
    described
}

fn of_dates(dates: impl Iterator<Item = i64>) -> Map<String, Value> {
    let ends = dates.fold(None, |ends: Option<(i64, i64)>, it| {
        Some(ends.map_or((it, it), |(first, last)| (first.min(it), last.max(it))))
    });
    let day = |seconds: i64| Value::from(date(seconds).to_string());
    let mut described = Map::new();
    described.insert("first".into(), ends.map_or(Value::Null, |(first, _)| day(first)));
    described.insert("last".into(), ends.map_or(Value::Null, |(_, last)| day(last)));
    described
}

/// How many rows equal an earlier one in every cell.
fn duplicates(table: &Table, stop: &Stop) -> Result<usize> {
    // A column whose texts are all different cannot have equal rows; the usual case, and a fast one.
    if table.columns.iter().any(|column| column.words.len() == table.rows && !column.codes.contains(&MISSING))
    {
        return Ok(0);
    }
    let mut seen = HashSet::with_capacity(table.rows);
    let mut count = 0;
    for row in 0..table.rows {
        stop.every(row)?;
        let codes: Box<[u32]> = table.columns.iter().map(|column| column.codes[row]).collect();
        count += usize::from(!seen.insert(codes));
    }
    Ok(count)
}
