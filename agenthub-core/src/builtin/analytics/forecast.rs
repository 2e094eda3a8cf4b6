//! The capability `forecast`.

mod backtest;
mod model;
mod simplex;
mod smoothing;

use serde_json::{Map, Value, json};

pub(super) use model::FEWEST;
use model::Model;

use super::faults::fault;
use super::options::Options;
use super::period::Period;
use super::series::Series;
use super::stats::{exact, number};
use super::timed::{Ask, Timed};
use super::work::Stop;
use crate::error::{Result, Word};

/// What is asked of a forecast.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wish {
    /// How many steps ahead; a number that suits the period where nothing is said.
    pub(super) horizon: Option<usize>,
    /// The length of the season in steps, where the calendar's is not meant.
    pub(super) season: Option<usize>,
    /// With what chance the value is to lie in its interval.
    pub(super) level: f64,
}

/// The chance that intervals have where nothing is said.
pub(super) const USUAL_LEVEL: f64 = 0.95;

/// Answers a call.
pub(super) fn run(input: &Value, stop: &Stop) -> Result<Value> {
    let mut options = Options::of(input)?;
    let ask = Ask::read(&mut options);
    let wish = Wish {
        horizon: options.whole("horizon", 1, 1_000),
        season: options.whole("season_length", 2, 10_000),
        level: options.number("level", 0.5, 0.999).unwrap_or(USUAL_LEVEL),
    };
    options.finish()?;
    let table = super::table::Table::read(input, stop)?;
    let mut timed = Timed::read(&table, &ask, stop)?;
    let series = timed.whole_series(|_| true, stop)?;
    if series.values.len() < FEWEST {
        let found = series.values.len();
        return Err(fault("/table", Word::TABLE_FEW_PERIODS.with("min", FEWEST).with("found", found)));
    }
    let mut answer = of_series(&series, wish, stop)?;
    answer.insert("value".into(), timed.value_name().into());
    answer.insert("date".into(), timed.date_name().into());
    answer.insert("history".into(), timed.history(&series));
    answer.insert("assumed".into(), timed.assumed.into());
    Ok(answer.into())
}

/// The forecast of a series that is long enough.
pub(super) fn of_series(series: &Series, wish: Wish, stop: &Stop) -> Result<Map<String, Value>> {
    let horizon = wish.horizon.unwrap_or_else(|| usual_horizon(series));
    let cycles = series.cycles(wish.season);
    stop.check()?;
    let model = Model::fit(&series.values, &cycles);
    let model = model.ok_or_else(|| fault("/table", Word::TABLE_SHORT_SERIES))?;
    stop.check()?;
    let backtest = backtest::run(&series.values, &cycles, horizon, wish.level);
    let points = model.predict(horizon, wish.level).into_iter().enumerate().map(|(step, point)| {
        let period = series.label(series.values.len() + step);
        json!({
            "period": period, "value": number(point.value), "low": number(point.low), "high": number(point.high),
        })
    });
    let mut answer = Map::new();
    answer.insert("model".into(), model.name().into());
    answer.insert("period".into(), series.period.map(Period::name).into());
    answer.insert("season_lengths".into(), model.cycles().into());
    answer.insert("interval_level".into(), exact(wish.level));
    answer.insert("points".into(), points.collect());
    answer.insert("backtest".into(), backtest.into());
    Ok(answer)
}

/// A year of months or quarters, a quarter of weeks, two weeks of days, two days of hours; at most half of what is known.
fn usual_horizon(series: &Series) -> usize {
    let usual = match series.period {
        Some(Period::Hour) => 48,
        Some(Period::Day) => 14,
        Some(Period::Week) => 13,
        Some(Period::Month) | None => 12,
        Some(Period::Quarter) => 4,
        Some(Period::Year) => 3,
    };
    usual.min((series.values.len() / 2).max(1))
}
