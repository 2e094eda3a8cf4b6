//! Sales by period: comparisons, trend, anomalies and a forecast.

use serde_json::{Value, json};

use crate::builtin::analytics::anomalies::{self, Search, USUAL_THRESHOLD};
use crate::builtin::analytics::forecast::{self, FEWEST, USUAL_LEVEL, Wish};
use crate::builtin::analytics::period::Period;
use crate::builtin::analytics::seasons::{strong_cycles, take_apart};
use crate::builtin::analytics::series::Series;
use crate::builtin::analytics::stats::{change, exact, number};
use crate::builtin::analytics::timed::Timed;
use crate::builtin::analytics::trend;
use crate::builtin::analytics::work::Stop;
use crate::error::Result;

/// The most periods that are listed, the latest ones.
const LISTED: usize = 400;
/// The most anomalies that are listed.
const ODD: usize = 10;

/// The part of the answer that is about time.
pub(super) struct OverTime {
    pub(super) output: Value,
    /// The last whole period and the one before it, for comparing groups.
    pub(super) spans: Option<Spans>,
}

/// Two periods to compare.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spans {
    pub(super) period: Period,
    pub(super) latest: i64,
}

/// Looks at the sales by period; none where the table has no dates.
pub(super) fn read(timed: &mut Timed<'_>, horizon: Option<usize>, stop: &Stop) -> Result<Option<OverTime>> {
    if timed.dates.is_none() {
        return Ok(None);
    }
    let series = timed.whole_series(|_| true, stop)?;
    let last = series.values.len() - 1;
    let spans = (last > 0).then_some(Spans { period: timed.period, latest: series.first + last as i64 });
    let output = json!({
        "period": timed.period.name(),
        "first": series.label(0),
        "last": series.label(last),
        "latest": latest(&series),
        "trend": trend(&series, stop)?,
        "anomalies": odd(timed, stop)?,
        "forecast": forecast(&series, horizon, stop)?,
        "by_period": by_period(&series),
    });
    Ok(Some(OverTime { output, spans }))
}

/// The last whole period against the one before and the one a year ago.
fn latest(series: &Series) -> Value {
    let last = series.values.len() - 1;
    let against = |steps: Option<usize>| {
        let place = last.checked_sub(steps?)?;
        Some(json!({
            "period": series.label(place),
            "value": exact(series.values[place]),
            "change": number(series.values[last] - series.values[place]),
            "change_percent": change(series.values[last], series.values[place]),
        }))
    };
    let year = series.period.and_then(Period::year).and_then(|steps| usize::try_from(steps).ok());
    json!({
        "period": series.label(last),
        "value": exact(series.values[last]),
        "previous": against(Some(1)),
        "year_ago": against(year),
    })
}

fn by_period(series: &Series) -> Vec<Value> {
    let length = series.values.len();
    let entry = |place: usize| {
        let before = place.checked_sub(1).map(|before| change(series.values[place], series.values[before]));
        json!({
            "period": series.label(place),
            "value": exact(series.values[place]),
            "rows": series.counts[place],
            "change_percent": before,
        })
    };
    (length.saturating_sub(LISTED)..length).map(entry).collect()
}

/// The trend, with strong seasons taken out first.
fn trend(series: &Series, stop: &Stop) -> Result<Value> {
    let strong = strong_cycles(&series.values, &series.cycles(None));
    let parts = take_apart(&series.values, &strong);
    let season = |place| parts.as_ref().map_or(0.0, |parts| parts.season(place));
    let adjusted: Vec<f64> =
        series.values.iter().enumerate().map(|(place, value)| value - season(place)).collect();
    let Some(found) = trend::find(&adjusted, stop)? else {
        return Ok(Value::Null);
    };
    let mut shown = found.to_json();
    shown["season_lengths"] = strong.into();
    Ok(shown)
}

/// Odd periods; days, where there are enough of them, as an odd day drowns in its month.
fn odd(timed: &Timed<'_>, stop: &Stop) -> Result<Value> {
    const ENOUGH_DAYS: usize = 60;
    let Some((_, dates)) = &timed.dates else {
        return Ok(Value::Null);
    };
    let of = |period| Series::new(&timed.measure.numbers, dates, period, timed.aggregate, |_| true, stop);
    let days = if timed.period > Period::Day { of(Period::Day).ok() } else { None };
    let days = days.filter(|days| days.values.len() >= ENOUGH_DAYS && days.filled * 2 < days.values.len());
    let series = match days {
        Some(days) => days,
        None => of(timed.period)?,
    }
    .whole_periods(dates)
    .0;
    let search = Search { method: None, threshold: USUAL_THRESHOLD, window: 7, season: None };
    let (method, mut found) = anomalies::of_series(&series, search, stop)?;
    found.sort_by(|a, b| b.score.abs().total_cmp(&a.score.abs()));
    let total = found.len();
    let entry = |it: &anomalies::Scored| {
        let mut shown = it.to_json();
        shown["period"] = series.label(it.place).into();
        shown
    };
    Ok(json!({
        "period": series.period.map(Period::name),
        "method": method.name(),
        "total": total,
        "strongest": found.iter().take(ODD).map(entry).collect::<Vec<_>>(),
    }))
}

/// What comes next; null where the series is too short.
fn forecast(series: &Series, horizon: Option<usize>, stop: &Stop) -> Result<Value> {
    if series.values.len() < FEWEST {
        return Ok(Value::Null);
    }
    let wish = Wish { horizon, season: None, level: USUAL_LEVEL };
    Ok(forecast::of_series(series, wish, stop)?.into())
}
