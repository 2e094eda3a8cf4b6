//! Whether a series goes up or down, by measures that a few odd values cannot turn.

use distrs::Normal;
use serde_json::{Value, json};

use super::stats::{median, number, percent};
use super::work::Stop;
use crate::error::Result;

/// The steps at the end of a series that are looked at; the work grows with their square.
const LOOKED_AT: usize = 2_000;

/// A series' trend.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trend {
    /// The median of the slopes between all pairs of steps (P. K. Sen, JASA 63, 1968).
    pub(super) slope: f64,
    /// How likely a series without trend would look this much like one: two-sided, by the Mann-Kendall test (H. B.
    /// Mann, Econometrica 13, 1945) with the usual corrections for ties and continuity.
    pub(super) p_value: f64,
    /// The slope against the typical value.
    level: f64,
}

/// Finds the trend of at least three values.
pub(super) fn find(values: &[f64], stop: &Stop) -> Result<Option<Trend>> {
    let values = &values[values.len().saturating_sub(LOOKED_AT)..];
    if values.len() < 3 {
        return Ok(None);
    }
    let mut slopes = Vec::with_capacity(values.len() * (values.len() - 1) / 2);
    let mut balance = 0_i64;
    for (i, from) in values.iter().enumerate() {
        stop.check()?;
        for (j, to) in values.iter().enumerate().skip(i + 1) {
            slopes.push((to - from) / (j - i) as f64);
            balance += i64::from(to > from) - i64::from(to < from);
        }
    }
    Ok(Some(Trend { slope: median(&slopes), p_value: p_value(balance, values), level: median(values) }))
}

fn p_value(balance: i64, values: &[f64]) -> f64 {
    let weight = |n: f64| n * (n - 1.0) * (2.0 * n + 5.0);
    let sorted = super::stats::sorted(values.iter().copied());
    let ties: f64 = sorted.chunk_by(|a, b| a == b).map(|tied| weight(tied.len() as f64)).sum();
    let variance = (weight(values.len() as f64) - ties) / 18.0;
    if variance <= 0.0 || balance == 0 {
        return 1.0;
    }
    let z = (balance.abs() - 1) as f64 / variance.sqrt();
    2.0 * (1.0 - Normal::cdf(z, 0.0, 1.0))
}

impl Trend {
    /// `up`, `down`, or `flat` where chance explains it as well.
    pub(super) fn direction(&self) -> &'static str {
        const SURE: f64 = 0.05;
        match self.slope {
            _ if self.p_value > SURE => "flat",
            slope if slope > 0.0 => "up",
            slope if slope < 0.0 => "down",
            _ => "flat",
        }
    }

    /// As a part of the output.
    pub(super) fn to_json(self) -> Value {
        json!({
            "direction": self.direction(),
            "slope_per_period": number(self.slope),
            "slope_percent": percent(self.slope, self.level.abs()),
            "p_value": number(self.p_value),
        })
    }
}
