//! The model of a whole series: seasons taken out, the rest smoothed, the seasons put back.

use distrs::Normal;

use super::smoothing::{Slope, Smoothing};
use crate::builtin::analytics::seasons::{strong_cycles, take_apart};

/// The fewest steps that can be forecast from.
pub(in crate::builtin::analytics) const FEWEST: usize = 6;
/// The steps at the end of a series that the model looks at.
const LOOKED_AT: usize = 5_000;

/// A fitted model; a forecast is seasonal ("STL + exponential smoothing", R. J. Hyndman and G. Athanasopoulos,
/// "Forecasting: Principles and Practice", 3rd edition, 5.7) where the series has a strong season.
#[derive(Debug, Clone)]
pub(in crate::builtin::analytics) struct Model {
    smoothing: Smoothing,
    /// Each strong cycle with its last round.
    seasons: Vec<(usize, Vec<f64>)>,
    /// Whether logarithms are modelled.
    log: bool,
    /// Whether no value is below zero, so that no forecast is either.
    never_negative: bool,
    score: f64,
}

/// What is forecast for one step.
#[derive(Debug, Clone, Copy)]
pub(in crate::builtin::analytics) struct Point {
    /// The median.
    pub(in crate::builtin::analytics) value: f64,
    /// The lower end of the interval.
    pub(in crate::builtin::analytics) low: f64,
    /// The upper end of the interval.
    pub(in crate::builtin::analytics) high: f64,
}

impl Model {
    /// Fits plain values, and their logarithms where all are above zero; the likelier one stays. None where there are
    /// fewer than [`FEWEST`] values.
    pub(in crate::builtin::analytics) fn fit(values: &[f64], cycles: &[usize]) -> Option<Self> {
        let values = &values[values.len().saturating_sub(LOOKED_AT)..];
        if values.len() < FEWEST {
            return None;
        }
        let plain = Self::fit_one(values.to_vec(), cycles, false);
        if values.iter().any(|value| *value <= 0.0) {
            return plain;
        }
        let logs: Vec<f64> = values.iter().map(|value| value.ln()).collect();
        // The likelihood of logarithms, as one of the values themselves.
        let jacobian = 2.0 * logs.iter().sum::<f64>();
        let logged = Self::fit_one(logs, cycles, true).map(|it| Self { score: it.score + jacobian, ..it });
        plain.into_iter().chain(logged).min_by(|a, b| a.score.total_cmp(&b.score))
    }

    fn fit_one(values: Vec<f64>, cycles: &[usize], log: bool) -> Option<Self> {
        let fitting: Vec<usize> = cycles.iter().copied().filter(|cycle| values.len() > 2 * cycle).collect();
        let strong = strong_cycles(&values, &fitting);
        let never_negative = log || values.iter().all(|value| *value >= 0.0);
        let parts = take_apart(&values, &strong);
        let season = |place| parts.as_ref().map_or(0.0, |parts| parts.season(place));
        let adjusted: Vec<f64> =
            values.iter().enumerate().map(|(place, value)| value - season(place)).collect();
        let smoothing = Smoothing::best(&adjusted)?;
        let last_round =
            |(cycle, season): (usize, Vec<f64>)| (cycle, season[season.len() - cycle..].to_vec());
        let seasons = parts.map(|it| it.seasons.into_iter().map(last_round).collect()).unwrap_or_default();
        Some(Self { score: smoothing.aicc, smoothing, seasons, log, never_negative })
    }

    /// Forecasts the next `steps`; the value lies in each interval with the chance `level`, if the errors are normal.
    pub(in crate::builtin::analytics) fn predict(&self, steps: usize, level: f64) -> Vec<Point> {
        let width = Normal::ppf(0.5 + level / 2.0, 0.0, 1.0);
        let back = |value: f64| match (self.log, self.never_negative) {
            (true, _) => value.exp(),
            (false, true) => value.max(0.0),
            (false, false) => value,
        };
        let with_season = |(step, (middle, deviation)): (usize, (f64, f64))| {
            let season: f64 = self.seasons.iter().map(|(cycle, round)| round[step % cycle]).sum();
            let middle = middle + season;
            let (low, high) = (back(middle - width * deviation), back(middle + width * deviation));
            Point { value: back(middle), low, high }
        };
        self.smoothing.predict(steps).into_iter().enumerate().map(with_season).collect()
    }

    /// The cycles that are modelled.
    pub(in crate::builtin::analytics) fn cycles(&self) -> Vec<usize> {
        self.seasons.iter().map(|(cycle, _)| *cycle).collect()
    }

    /// The model in words.
    pub(in crate::builtin::analytics) fn name(&self) -> String {
        let slope = match self.smoothing.slope_kind {
            Slope::None => "level",
            Slope::Straight => "trend",
            Slope::Damped => "damped trend",
        };
        let season = if self.seasons.is_empty() { "" } else { "STL seasons + " };
        let scale = if self.log { ", on logarithms" } else { "" };
        format!("{season}exponential smoothing with {slope}{scale}")
    }
}
