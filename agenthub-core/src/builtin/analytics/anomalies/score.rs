//! How odd each value of a series is.

use serde_json::{Value, json};

use super::Search;
use crate::builtin::analytics::faults::fault;
use crate::builtin::analytics::seasons::take_apart;
use crate::builtin::analytics::stats::{median, number, spread};
use crate::builtin::analytics::work::Stop;
use crate::error::{Result, Word};

/// What a value is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::builtin::analytics) enum Method {
    /// The median of all values.
    Mad,
    /// The median of its neighbours.
    Hampel,
    /// Trend and season.
    Seasonal,
}

impl Method {
    /// Every method by its name.
    pub(super) const ALL: [(&'static str, Self); 3] =
        [("mad", Self::Mad), ("hampel", Self::Hampel), ("seasonal", Self::Seasonal)];

    /// Its name.
    pub(in crate::builtin::analytics) fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, it)| *it == self).map_or("", |(name, _)| name)
    }
}

/// The most values that are taken apart into trend and season, which takes long and cannot be stopped.
const LONGEST: usize = 200_000;

/// A value that is odd.
#[derive(Debug, Clone, Copy)]
pub(in crate::builtin::analytics) struct Scored {
    /// Its place in the series.
    pub(in crate::builtin::analytics) place: usize,
    /// The value.
    pub(in crate::builtin::analytics) value: f64,
    /// What was expected instead.
    pub(in crate::builtin::analytics) expected: f64,
    /// How many robust standard deviations lie between.
    pub(in crate::builtin::analytics) score: f64,
}

impl Scored {
    pub(in crate::builtin::analytics) fn to_json(self) -> Value {
        json!({
            "value": number(self.value),
            "expected": number(self.expected),
            "score": number(self.score),
            "direction": if self.score > 0.0 { "high" } else { "low" },
        })
    }
}

/// The values that are farther than the threshold from what was expected: by `method`, or else by season where the
/// series has a cycle, by neighbours where it is long enough for them, by the median of all where it is not.
pub(in crate::builtin::analytics) fn score(
    values: &[f64],
    cycles: &[usize],
    search: Search,
    stop: &Stop,
) -> Result<(Method, Vec<Scored>)> {
    let method = search.method.unwrap_or(if !cycles.is_empty() {
        Method::Seasonal
    } else if values.len() > 2 * search.window {
        Method::Hampel
    } else {
        Method::Mad
    });
    let expected = match method {
        Method::Mad => vec![median(values); values.len()],
        Method::Hampel => neighbours(values, search.window, stop)?,
        Method::Seasonal => seasonal(values, cycles)?,
    };
    let rests: Vec<f64> = values.iter().zip(&expected).map(|(value, expected)| value - expected).collect();
    let all = spread(&rests, if method == Method::Mad { 0.0 } else { median(&rests) });
    let mut odd = Vec::new();
    for place in 0..values.len() {
        stop.every(place)?;
        let scale = match method {
            // Hampel's filter measures by the neighbours; never finer than by all, or calm stretches cry wolf.
            Method::Hampel => spread(window(values, place, search.window), expected[place]).max(all),
            Method::Mad | Method::Seasonal => all,
        };
        let score = rests[place] / scale;
        if scale > 0.0 && score.abs() > search.threshold {
            odd.push(Scored { place, value: values[place], expected: expected[place], score });
        }
    }
    Ok((method, odd))
}

/// Trend and season at each step.
fn seasonal(values: &[f64], cycles: &[usize]) -> Result<Vec<f64>> {
    if values.len() > LONGEST {
        return Err(fault("/method", Word::TABLE_LONG_SEASONAL.with("max", LONGEST)));
    }
    let parts = take_apart(values, cycles)
        .ok_or_else(|| fault("/method", Word::TABLE_SHORT_SEASONAL.with("field", "season_length")))?;
    Ok((0..values.len()).map(|place| parts.expected(place)).collect())
}

/// The median of each value's neighbours (F. R. Hampel, JASA 69, 1974).
fn neighbours(values: &[f64], size: usize, stop: &Stop) -> Result<Vec<f64>> {
    let of = |place| {
        stop.every(place)?;
        Ok(median(window(values, place, size)))
    };
    (0..values.len()).map(of).collect()
}

/// A value with up to `size` others on each side.
fn window(values: &[f64], place: usize, size: usize) -> &[f64] {
    &values[place.saturating_sub(size)..(place + size + 1).min(values.len())]
}
