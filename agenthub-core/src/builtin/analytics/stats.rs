//! The statistics that the capabilities share. All of them want values without NaN.

use serde_json::{Number, Value};

use super::table::Sum;

/// The factor that makes the median absolute deviation of normal values their standard deviation: 1/Φ⁻¹(3/4).
pub(super) const MAD_TO_SIGMA: f64 = 1.482_602_218_505_602;

/// The arithmetic mean; NaN of nothing.
pub(super) fn mean(values: &[f64]) -> f64 {
    let mut sum = Sum::new(None);
    values.iter().for_each(|value| sum.add(*value));
    sum.value() / values.len() as f64
}

/// The sample standard deviation, by n - 1; NaN of fewer than two values.
pub(super) fn deviation(values: &[f64]) -> f64 {
    let mean = mean(values);
    let mut squares = Sum::new(None);
    values.iter().for_each(|value| squares.add((value - mean).powi(2)));
    if values.len() < 2 { f64::NAN } else { (squares.value() / (values.len() - 1) as f64).sqrt() }
}

/// The variance by n, as strengths of trend and season need it.
pub(super) fn variance(values: &[f64]) -> f64 {
    let mean = mean(values);
    values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / values.len() as f64
}

/// The quantile at `p` of sorted values: type 7 of R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical
/// Packages", The American Statistician 50 (1996); the one of R, NumPy and spreadsheets.
pub(super) fn quantile(sorted: &[f64], p: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else {
        return f64::NAN;
    };
    let place = p * last as f64;
    let below = place.floor() as usize;
    let above = (below + 1).min(last);
    sorted[below] + (place - below as f64) * (sorted[above] - sorted[below])
}

/// The values in ascending order.
pub(super) fn sorted(values: impl IntoIterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_unstable_by(f64::total_cmp);
    values
}

/// The median.
pub(super) fn median(values: &[f64]) -> f64 {
    quantile(&sorted(values.iter().copied()), 0.5)
}

/// A robust measure of spread that estimates the standard deviation: the median absolute deviation; where more than
/// half of the values are equal, the mean absolute deviation instead (B. Iglewicz and D. C. Hoaglin, "How to Detect
/// and Handle Outliers", 1993). Zero only where all values are equal.
pub(super) fn spread(values: &[f64], center: f64) -> f64 {
    let distances = sorted(values.iter().map(|value| (value - center).abs()));
    let typical = quantile(&distances, 0.5) * MAD_TO_SIGMA;
    if typical > 0.0 { typical } else { mean(&distances) * (std::f64::consts::PI / 2.0).sqrt() }
}

/// A number for the output: four decimals, or six significant digits below one; null where it is not finite.
pub(super) fn number(value: f64) -> Value {
    let rounded = if value.abs() >= 1.0 || value == 0.0 {
        round(value, 4)
    } else {
        round(value, 5 - value.abs().log10().floor() as i32)
    };
    exact(rounded)
}

/// A number as it is; null where it is not finite, whole numbers without decimals.
pub(super) fn exact(value: f64) -> Value {
    const WHOLE: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() < WHOLE {
        return Value::from(value as i64);
    }
    Number::from_f64(value).map_or(Value::Null, Value::Number)
}

/// A percentage with two decimals.
pub(super) fn percent(part: f64, whole: f64) -> Value {
    if whole == 0.0 { Value::Null } else { exact(round(100.0 * part / whole, 2)) }
}

/// By how many percent `new` is above `old`; null where that means nothing.
pub(super) fn change(new: f64, old: f64) -> Value {
    percent(new - old, old.abs())
}

fn round(value: f64, decimals: i32) -> f64 {
    let scale = 10_f64.powi(decimals);
    let rounded = (value * scale).round() / scale;
    // Where the scale overflows, the value has no such decimals anyway.
    if rounded.is_finite() { rounded } else { value }
}
