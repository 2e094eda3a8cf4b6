//! Which column plays which role, guessed from names and contents where the input does not say.

use super::faults::fault;
use super::table::{Column, DateOrder, Dates, Kind, Numbers, Table};
use crate::error::{Result, Word};

/// What was assumed, in sentences for the output.
pub(super) type Assumed = Vec<String>;

/// A column with its numbers.
pub(super) struct Measure<'t> {
    /// What it is called.
    pub(super) name: &'t str,
    /// Its numbers.
    pub(super) numbers: Numbers,
}

/// The column that is measured: the one that is asked for, or the likeliest.
pub(super) fn value<'t>(table: &'t Table, asked: Option<&str>, assumed: &mut Assumed) -> Result<Measure<'t>> {
    const TELLING: [&str; 10] =
        ["revenue", "sales", "turnover", "amount", "total", "value", "income", "profit", "gross", "net"];
    let is_measure = |column: &&Column| column.kind == Kind::Number && !is_key(&column.name);
    let column = match asked {
        Some(name) => table.column("value", name)?,
        None => {
            let candidates: Vec<&Column> = table.columns.iter().filter(is_measure).collect();
            let found = likeliest(&candidates, &TELLING).or(candidates.last().copied());
            let found =
                found.ok_or_else(|| fault("/value", Word::TABLE_NO_NUMBERS.with("field", "value")))?;
            assumed.push(format!("`{}` is the value", found.name));
            found
        }
    };
    let numbers = table.numbers(column)?;
    if numbers.values.iter().all(|value| value.is_nan()) {
        return Err(fault(table.pointer, Word::TABLE_EMPTY_COLUMN.with("column", &column.name)));
    }
    Ok(Measure { name: &column.name, numbers })
}

/// The column with the dates: the one that is asked for, or the likeliest; none where no column holds dates.
pub(super) fn date<'t>(
    table: &'t Table,
    asked: Option<&str>,
    order: Option<DateOrder>,
    assumed: &mut Assumed,
) -> Result<Option<(&'t str, Dates)>> {
    const TELLING: [&str; 7] = ["order", "sale", "date", "day", "time", "month", "created"];
    let column = match asked {
        Some(name) => Some(table.column("date", name)?),
        None => {
            let candidates: Vec<&Column> = table.columns.iter().filter(|it| it.kind == Kind::Date).collect();
            let found = likeliest(&candidates, &TELLING).or(candidates.first().copied());
            assumed.extend(found.map(|column| format!("`{}` is the date", column.name)));
            found
        }
    };
    let Some(column) = column else {
        return Ok(None);
    };
    let dates = table.dates(column, order)?;
    if let (None, Some(found)) = (order, dates.order) {
        let first = if found == DateOrder::DayFirst { "day" } else { "month" };
        assumed.push(format!("dates in `{}` have the {first} first", column.name));
    }
    Ok(Some((&column.name, dates)))
}

/// The column that says whose the row is: the one that is asked for, or the likeliest.
pub(super) fn customer<'t>(
    table: &'t Table,
    asked: Option<&str>,
    assumed: &mut Assumed,
) -> Result<Option<&'t Column>> {
    if let Some(name) = asked {
        return table.column("customer", name).map(Some);
    }
    let candidates: Vec<&Column> = table.columns.iter().filter(|column| column.kind != Kind::Empty).collect();
    let found = likeliest(&candidates, &["customer", "client", "buyer", "account", "member", "user"]);
    assumed.extend(found.map(|column| format!("`{}` is the customer", column.name)));
    Ok(found)
}

/// The columns to group by: those that are asked for, or those with a few texts that come again and again.
pub(super) fn groups<'t>(
    table: &'t Table,
    asked: Option<&[&str]>,
    assumed: &mut Assumed,
) -> Result<Vec<&'t Column>> {
    const MOST_GROUPS: usize = 50;
    const MOST_COLUMNS: usize = 5;
    if let Some(names) = asked {
        return names.iter().map(|name| table.column("group_by", name)).collect();
    }
    let repeats = |column: &&Column| {
        let kinds = matches!(column.kind, Kind::Text | Kind::Boolean);
        kinds && (2..=MOST_GROUPS).contains(&column.words.len()) && column.words.len() * 2 <= table.rows
    };
    let found: Vec<&Column> = table.columns.iter().filter(repeats).take(MOST_COLUMNS).collect();
    if !found.is_empty() {
        let names: Vec<String> = found.iter().map(|column| format!("`{}`", column.name)).collect();
        assumed.push(format!("groups are by {}", names.join(", ")));
    }
    Ok(found)
}

/// The first column whose name has the first of these words, or the second, …
fn likeliest<'t>(candidates: &[&'t Column], words: &[&str]) -> Option<&'t Column> {
    words.iter().find_map(|word| candidates.iter().copied().find(|it| it.name.to_lowercase().contains(word)))
}

/// Does the name say that the numbers are keys, which nobody adds up?
fn is_key(name: &str) -> bool {
    const WORDS: [&str; 12] =
        ["id", "key", "code", "zip", "postcode", "number", "no", "nr", "year", "month", "day", "index"];
    let name = name.to_lowercase();
    name.split(|letter: char| !letter.is_alphanumeric()).any(|part| WORDS.contains(&part))
}
