//! Sales by the texts of a column, and which of them moved most.

use serde_json::{Value, json};

use super::over_time::Spans;
use crate::builtin::analytics::stats::{change, exact, number, percent};
use crate::builtin::analytics::table::{Column, Sum};
use crate::builtin::analytics::timed::Timed;
use crate::builtin::analytics::work::Stop;
use crate::error::Result;

/// How many movers are told in each direction.
const MOVERS: usize = 5;

/// The sales of one column's groups, the largest first.
pub(super) struct Grouped<'t> {
    column: &'t str,
    groups: Vec<Group<'t>>,
    compared: bool,
}

/// One group.
struct Group<'t> {
    name: &'t str,
    rows: usize,
    sum: f64,
    latest: f64,
    previous: f64,
}

/// Adds up each column's groups, and their last two whole periods.
pub(super) fn read<'t>(
    timed: &Timed<'_>,
    columns: &[&'t Column],
    spans: Option<Spans>,
    stop: &Stop,
) -> Result<Vec<Grouped<'t>>> {
    columns.iter().map(|column| of_column(timed, column, spans, stop)).collect()
}

fn of_column<'t>(
    timed: &Timed<'_>,
    column: &'t Column,
    spans: Option<Spans>,
    stop: &Stop,
) -> Result<Grouped<'t>> {
    let numbers = &timed.measure.numbers;
    let empty = [Sum::new(numbers.decimals); 3];
    // One more for the rows whose cell has no value.
    let mut sums = vec![(0_usize, empty); column.words.len() + 1];
    for (row, code) in column.codes.iter().enumerate() {
        stop.every(row)?;
        let value = numbers.values[row];
        if value.is_nan() {
            continue;
        }
        // The code of a missing cell is beyond all others.
        let (rows, [sum, latest, previous]) = &mut sums[(*code as usize).min(column.words.len())];
        *rows += 1;
        sum.add(value);
        match spans
            .and_then(|spans| Some(spans.latest - spans.period.index(timed.dates.as_ref()?.1.get(row)?)))
        {
            Some(0) => latest.add(value),
            Some(1) => previous.add(value),
            _ => {}
        }
    }
    let name = |place: usize| column.words.get(place).map_or("(missing)", AsRef::as_ref);
    let group = |(place, (rows, sums)): (usize, &(usize, [Sum; 3]))| {
        let [sum, latest, previous] = sums.map(|it| it.value());
        Group { name: name(place), rows: *rows, sum, latest, previous }
    };
    let mut groups: Vec<Group<'_>> =
        sums.iter().enumerate().map(group).filter(|group| group.rows > 0).collect();
    groups.sort_by(|a, b| b.sum.total_cmp(&a.sum).then(a.name.cmp(b.name)));
    Ok(Grouped { column: &column.name, groups, compared: spans.is_some() })
}

impl Grouped<'_> {
    /// The `top` groups, and the others together.
    pub(super) fn to_json(&self, top: usize) -> Value {
        let whole: f64 = self.groups.iter().map(|group| group.sum).sum();
        let rest: f64 = self.groups.iter().skip(top).map(|group| group.sum).sum();
        let others = self.groups.len().saturating_sub(top);
        let entry = |group: &Group<'_>| {
            let mut shown = json!({
                "name": group.name,
                "value": exact(group.sum),
                "share_percent": percent(group.sum, whole),
                "rows": group.rows,
                "mean": number(group.sum / group.rows as f64),
            });
            if self.compared {
                shown["latest"] = exact(group.latest);
                shown["previous"] = exact(group.previous);
                shown["change_percent"] = change(group.latest, group.previous);
            }
            shown
        };
        json!({
            "column": self.column,
            "groups": self.groups.iter().take(top).map(entry).collect::<Vec<_>>(),
            "others": { "groups": others, "value": number(rest), "share_percent": percent(rest, whole) },
        })
    }
}

/// The groups of all columns that gained and lost most from the period before the last whole one.
pub(super) fn movers(columns: &[Grouped<'_>]) -> Value {
    let compared = columns.iter().filter(|column| column.compared);
    let mut all: Vec<(&str, &Group<'_>)> =
        compared.flat_map(|column| column.groups.iter().map(|group| (column.column, group))).collect();
    let change_of = |group: &Group<'_>| group.latest - group.previous;
    all.sort_by(|a, b| change_of(b.1).total_cmp(&change_of(a.1)));
    let entry = |(column, group): &(&str, &Group<'_>)| {
        json!({
            "column": column,
            "name": group.name,
            "change": number(change_of(group)),
            "change_percent": change(group.latest, group.previous),
        })
    };
    let up = all.iter().filter(|(_, group)| change_of(group) > 0.0).take(MOVERS).map(entry);
    let down = all.iter().rev().filter(|(_, group)| change_of(group) < 0.0).take(MOVERS).map(entry);
    json!({ "up": up.collect::<Vec<_>>(), "down": down.collect::<Vec<_>>() })
}
