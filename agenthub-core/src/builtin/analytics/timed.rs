//! A measured column over time, as several capabilities need it.

use serde_json::{Value, json};

use super::options::Options;
use super::period::Period;
use super::roles::{self, Assumed, Measure};
use super::series::{Aggregate, Series};
use super::stats::number;
use super::table::{DateOrder, Dates, Table};
use super::work::Stop;
use crate::error::Result;

/// What an input says of the measured column and its time.
#[derive(Debug, Clone)]
pub(super) struct Ask<'a> {
    pub(super) value: Option<&'a str>,
    pub(super) date: Option<&'a str>,
    pub(super) order: Option<DateOrder>,
    pub(super) period: Option<Period>,
    pub(super) aggregate: Option<Aggregate>,
}

impl<'a> Ask<'a> {
    /// Reads the fields `value`, `date`, `date_order`, `period` and `aggregate`.
    pub(super) fn read(options: &mut Options<'a>) -> Self {
        Self {
            value: options.text("value"),
            date: options.text("date"),
            order: date_order(options),
            period: options.choice("period", &Period::ALL),
            aggregate: options.choice("aggregate", &Aggregate::ALL),
        }
    }
}

/// Reads the field `date_order`.
pub(super) fn date_order(options: &mut Options<'_>) -> Option<DateOrder> {
    options.choice("date_order", &[("dmy", DateOrder::DayFirst), ("mdy", DateOrder::MonthFirst)])
}

/// A measured column, its dates where there are any, and the step that suits them.
pub(super) struct Timed<'t> {
    pub(super) measure: Measure<'t>,
    pub(super) dates: Option<(&'t str, Dates)>,
    pub(super) period: Period,
    pub(super) aggregate: Aggregate,
    pub(super) assumed: Assumed,
}

impl<'t> Timed<'t> {
    /// Finds the columns.
    pub(super) fn read(table: &'t Table, ask: &Ask<'_>, stop: &Stop) -> Result<Self> {
        let mut assumed = Assumed::new();
        let measure = roles::value(table, ask.value, &mut assumed)?;
        stop.check()?;
        let dates = roles::date(table, ask.date, ask.order, &mut assumed)?;
        let period = match (&dates, ask.period) {
            (_, Some(period)) => period,
            (Some((_, dates)), None) => suiting(dates, &mut assumed),
            (None, None) => {
                assumed.push(
                    "no column holds dates, so the rows are taken as equal steps in their order".into(),
                );
                Period::Day
            }
        };
        let aggregate = ask.aggregate.unwrap_or(Aggregate::Sum);
        Ok(Self { measure, dates, period, aggregate, assumed })
    }

    /// The series of the rows that `take`, without periods that the data cut off; gaps and cuts are noted.
    pub(super) fn whole_series(&mut self, take: impl Fn(usize) -> bool, stop: &Stop) -> Result<Series> {
        let Some((_, dates)) = &self.dates else {
            return Ok(Series::numbered(&self.measure.numbers));
        };
        let series = Series::new(&self.measure.numbers, dates, self.period, self.aggregate, take, stop)?;
        let (series, left_out) = series.whole_periods(dates);
        let mut notes = Vec::new();
        if !left_out.is_empty() {
            notes.push(format!("left out, as the data cover only a part of them: {}", left_out.join(", ")));
        }
        if series.filled > 0 {
            let how = if self.aggregate == Aggregate::Mean { "were drawn straight" } else { "count as 0" };
            notes.push(format!("{} periods without rows {how}", series.filled));
        }
        // Groups that are looked at one by one often tell the same.
        notes.retain(|note| !self.assumed.contains(note));
        self.assumed.extend(notes);
        Ok(series)
    }

    /// The measured column's name.
    pub(super) fn value_name(&self) -> &'t str {
        self.measure.name
    }

    /// The date column's name.
    pub(super) fn date_name(&self) -> Option<&'t str> {
        self.dates.as_ref().map(|(name, _)| *name)
    }

    /// What a series is made of, for the output.
    pub(super) fn history(&self, series: &Series) -> Value {
        json!({
            "periods": series.values.len(),
            "first": series.label(0),
            "last": series.label(series.values.len().saturating_sub(1)),
            "last_value": series.values.last().map(|value| number(*value)),
        })
    }
}

fn suiting(dates: &Dates, assumed: &mut Assumed) -> Period {
    let mut distinct: Vec<i64> = dates.iter().collect();
    distinct.sort_unstable();
    distinct.dedup();
    let period = Period::suiting(&distinct, dates.timed);
    assumed.push(format!("steps are of one {}", period.name()));
    period
}
