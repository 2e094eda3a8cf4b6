//! The capability `detect_anomalies`.

mod score;

use serde_json::{Value, json};

pub(super) use score::{Method, Scored, score};

use super::faults::fault;
use super::options::Options;
use super::series::Series;
use super::stats::number;
use super::table::{Column, Table};
use super::timed::{Ask, Timed};
use super::work::Stop;
use crate::error::{Result, Word};

/// From how many standard deviations on a value is odd, where nothing is said: the bound that Iglewicz and Hoaglin
/// recommend for scores by the median absolute deviation.
pub(super) const USUAL_THRESHOLD: f64 = 3.5;
/// The fewest values among which one can be odd.
const FEWEST: usize = 5;
/// The most groups that are looked at one by one.
const MAX_GROUPS: usize = 200;

/// How the search goes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Search {
    pub(super) method: Option<Method>,
    pub(super) threshold: f64,
    pub(super) window: usize,
    pub(super) season: Option<usize>,
}

/// One odd value, and where it stands.
struct Found {
    place: Value,
    group: Option<String>,
    scored: Scored,
}

/// Answers a call.
pub(super) fn run(input: &Value, stop: &Stop) -> Result<Value> {
    let mut options = Options::of(input)?;
    let ask = Ask::read(&mut options);
    let group = options.text("group_by");
    let rows = options.flag("by_row");
    let limit = options.whole("limit", 1, 10_000).unwrap_or(100);
    let search = Search {
        method: options.choice("method", &Method::ALL),
        threshold: options.number("threshold", 1.0, 100.0).unwrap_or(USUAL_THRESHOLD),
        window: options.whole("window", 2, 1_000).unwrap_or(7),
        season: options.whole("season_length", 2, 10_000),
    };
    options.finish()?;
    let table = Table::read(input, stop)?;
    let mut timed = Timed::read(&table, &ask, stop)?;
    let group = group.map(|name| table.column("group_by", name)).transpose()?;
    let by_row = rows.unwrap_or(false) || timed.dates.is_none();
    let mut methods = Vec::new();
    let mut found = Vec::new();
    let mut points = 0;
    for (name, take) in parts(group)? {
        let (count, method) = if by_row {
            of_rows(&timed, name, take, search, &mut found, stop)?
        } else {
            of_periods(&mut timed, name, take, search, &mut found, stop)?
        };
        points += count;
        methods.extend(method.filter(|it| !methods.contains(it)));
    }
    if points == 0 {
        return Err(fault("/table", Word::TABLE_FEW_VALUES.with("min", FEWEST)));
    }
    found.sort_by(|a, b| b.scored.score.abs().total_cmp(&a.scored.score.abs()));
    let total = found.len();
    found.truncate(limit);
    Ok(json!({
        "value": timed.value_name(),
        "date": timed.date_name().filter(|_| !by_row),
        "period": (!by_row).then(|| timed.period.name()),
        "methods": methods.iter().map(|method| method.name()).collect::<Vec<_>>(),
        "threshold": number(search.threshold),
        "points": points,
        "total": total,
        "anomalies": found.iter().map(Found::to_json).collect::<Vec<_>>(),
        "assumed": timed.assumed,
    }))
}

/// All rows as one part, or one part for each of the group's texts.
fn parts(group: Option<&Column>) -> Result<Vec<(Option<&str>, Take<'_>)>> {
    let Some(column) = group else {
        return Ok(vec![(None, Take::All)]);
    };
    if column.words.len() > MAX_GROUPS {
        let (name, count) = (&column.name, column.words.len());
        return Err(fault(
            "/group_by",
            Word::TABLE_GROUPS.with("column", name).with("count", count).with("max", MAX_GROUPS),
        ));
    }
    let part = |(code, word)| (Some(AsRef::as_ref(word)), Take::Only(&column.codes, code));
    Ok((0..).zip(&column.words).map(part).collect())
}

/// Which rows are meant.
#[derive(Debug, Clone, Copy)]
enum Take<'t> {
    All,
    Only(&'t [u32], u32),
}

impl Take<'_> {
    fn row(self, row: usize) -> bool {
        match self {
            Self::All => true,
            Self::Only(codes, code) => codes[row] == code,
        }
    }
}

/// Looks at each row's own value.
fn of_rows(
    timed: &Timed<'_>,
    group: Option<&str>,
    take: Take<'_>,
    search: Search,
    found: &mut Vec<Found>,
    stop: &Stop,
) -> Result<(usize, Option<Method>)> {
    let values = &timed.measure.numbers.values;
    let rows: Vec<usize> = (0..values.len()).filter(|row| take.row(*row) && !values[*row].is_nan()).collect();
    if rows.len() < FEWEST {
        return Ok((0, None));
    }
    let taken: Vec<f64> = rows.iter().map(|row| values[*row]).collect();
    // Rows in no order of time have neither neighbours nor seasons, unless they are the steps themselves.
    let method = if timed.dates.is_some() { Some(Method::Mad) } else { search.method.or(Some(Method::Mad)) };
    let cycles: Vec<usize> = search.season.into_iter().filter(|season| taken.len() > 2 * season).collect();
    let (method, scored) = score(&taken, &cycles, Search { method, ..search }, stop)?;
    found.extend(scored.into_iter().map(|scored| Found {
        place: json!({ "row": rows[scored.place] + 1 }),
        group: group.map(str::to_owned),
        scored,
    }));
    Ok((rows.len(), Some(method)))
}

/// Looks at the value of each period.
fn of_periods(
    timed: &mut Timed<'_>,
    group: Option<&str>,
    take: Take<'_>,
    search: Search,
    found: &mut Vec<Found>,
    stop: &Stop,
) -> Result<(usize, Option<Method>)> {
    let values = &timed.measure.numbers.values;
    let dated = |row: &usize| timed.dates.as_ref().is_some_and(|(_, dates)| dates.get(*row).is_some());
    if !(0..values.len()).any(|row| take.row(row) && !values[row].is_nan() && dated(&row)) {
        return Ok((0, None));
    }
    let series = timed.whole_series(|row| take.row(row), stop)?;
    if series.values.len() < FEWEST {
        return Ok((0, None));
    }
    let (method, scored) = of_series(&series, search, stop)?;
    found.extend(scored.into_iter().map(|scored| Found {
        place: json!({ "period": series.label(scored.place) }),
        group: group.map(str::to_owned),
        scored,
    }));
    Ok((series.values.len(), Some(method)))
}

/// The odd periods of a series. Only the shortest cycle is looked at: a longer one comes too seldom to tell its season
/// from an accident, and moves slowly enough to be part of the trend.
pub(super) fn of_series(series: &Series, search: Search, stop: &Stop) -> Result<(Method, Vec<Scored>)> {
    let mut cycles = series.cycles(search.season);
    cycles.truncate(1);
    score(&series.values, &cycles, search, stop)
}

impl Found {
    fn to_json(&self) -> Value {
        let mut shown = self.scored.to_json();
        if let (Value::Object(shown), Value::Object(place)) = (&mut shown, &self.place) {
            shown.extend(place.clone());
            shown.extend(self.group.iter().map(|group| ("group".to_owned(), group.as_str().into())));
        }
        shown
    }
}
