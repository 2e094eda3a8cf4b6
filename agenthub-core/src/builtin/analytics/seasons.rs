//! Taking a series apart: trend, seasons, and what is left.

use stlrs::{Mstl, Stl};

use super::stats::variance;

/// A series taken apart; its value at each step is the sum of the parts.
#[derive(Debug, Clone)]
pub(super) struct Parts {
    /// Each cycle with its season at every step.
    pub(super) seasons: Vec<(usize, Vec<f64>)>,
    /// The slow movement.
    pub(super) trend: Vec<f64>,
    /// What is left.
    pub(super) rest: Vec<f64>,
}

/// Takes a series apart by STL (R. B. Cleveland et al., Journal of Official Statistics 6, 1990) in its robust form,
/// with several cycles by MSTL (K. Bandara, R. J. Hyndman and C. Bergmeir, arXiv:2107.13462). None where there are
/// no cycles, or fewer than two of one.
pub(super) fn take_apart(values: &[f64], cycles: &[usize]) -> Option<Parts> {
    // Few cycles cannot show how a season changes: it is then held the same through all of them.
    const ENOUGH_TO_CHANGE: usize = 6;
    const SEASON_WINDOW: usize = 13;
    let repeats = values.len() / cycles.iter().max()?;
    let held = repeats < ENOUGH_TO_CHANGE;
    let window = if held { values.len() * 10 + 1 } else { SEASON_WINDOW };
    let mut stl = Stl::params();
    stl.robust(true).seasonal_degree(if held { 0 } else { 1 });
    let mut mstl = Mstl::params();
    mstl.stl_params(stl).seasonal_lengths(&vec![window; cycles.len()]);
    let (seasons, trend, rest) = mstl.fit(values, cycles).ok()?.into_parts();
    Some(Parts { seasons: cycles.iter().copied().zip(seasons).collect(), trend, rest })
}

impl Parts {
    /// What the series would be without accidents, at one step.
    pub(super) fn expected(&self, place: usize) -> f64 {
        self.trend[place] + self.season(place)
    }

    /// All seasons together, at one step.
    pub(super) fn season(&self, place: usize) -> f64 {
        self.seasons.iter().map(|(_, season)| season[place]).sum()
    }

    /// How much of what is not trend each season explains: 0 to 1, as X. Wang, K. Smith and R. Hyndman measure it in
    /// "Characteristic-Based Clustering for Time Series Data" (2006).
    pub(super) fn strengths(&self) -> Vec<f64> {
        self.seasons.iter().map(|(_, season)| self.strength(season)).collect()
    }

    fn strength(&self, season: &[f64]) -> f64 {
        let both: Vec<f64> = season.iter().zip(&self.rest).map(|(season, rest)| season + rest).collect();
        let whole = variance(&both);
        if whole > 0.0 { (1.0 - variance(&self.rest) / whole).max(0.0) } else { 0.0 }
    }
}

/// The cycles whose season is strong enough to count on. The bound is the one of `nsdiffs` in R's `forecast`, found
/// on the M3 competition's series.
pub(super) fn strong_cycles(values: &[f64], cycles: &[usize]) -> Vec<usize> {
    const STRONG: f64 = 0.64;
    let strengths = take_apart(values, cycles).map(|parts| parts.strengths()).unwrap_or_default();
    cycles
        .iter()
        .copied()
        .zip(strengths)
        .filter(|(_, strength)| *strength >= STRONG)
        .map(|(cycle, _)| cycle)
        .collect()
}
