//! How good forecasts are: those of a held-out tail against what came.

use serde_json::{Value, json};

use super::model::{FEWEST, Model};
use crate::builtin::analytics::stats::{exact, mean, number, percent};

/// Fits all but the tail of the series, forecasts the tail, and compares. None where the series is too short.
pub(super) fn run(values: &[f64], cycles: &[usize], steps: usize, level: f64) -> Option<Value> {
    let held_out = tail_length(values.len(), cycles, steps)?;
    let (known, tail) = values.split_at(values.len() - held_out);
    let model = Model::fit(known, cycles)?;
    let points = model.predict(tail.len(), level);
    let errors: Vec<f64> =
        points.iter().zip(tail).map(|(point, value)| (value - point.value).abs()).collect();
    let squares: Vec<f64> = errors.iter().map(|error| error * error).collect();
    let lag = model.cycles().first().copied().unwrap_or(1);
    let naive = naive(known, tail, lag);
    let inside =
        points.iter().zip(tail).filter(|(point, value)| (point.low..=point.high).contains(*value)).count();
    Some(json!({
        "held_out": tail.len(),
        "mae": number(mean(&errors)),
        "rmse": number(mean(&squares).sqrt()),
        "mape": mape(&errors, tail).map_or(Value::Null, number),
        "smape": number(smape(&errors, &points.iter().map(|it| it.value).collect::<Vec<_>>(), tail)),
        "mase": number(mean(&errors) / naive_step(known, lag)),
        "naive_mae": number(naive),
        "coverage_percent": percent(inside as f64, tail.len() as f64),
        "interval_level": exact(level),
    }))
}

/// As many steps as are forecast, but at most a fifth of the series, and so few that seasons can still be seen in what
/// is left, where that can be.
fn tail_length(length: usize, cycles: &[usize], steps: usize) -> Option<usize> {
    let seasonal =
        cycles.iter().max().and_then(|cycle| length.checked_sub(2 * cycle + 1)).filter(|it| *it > 0);
    let held_out = steps.min(length / 5).min(seasonal.unwrap_or(usize::MAX)).max(1);
    (length >= held_out + FEWEST).then_some(held_out)
}

/// The mean absolute percentage error; none where a value is zero.
fn mape(errors: &[f64], tail: &[f64]) -> Option<f64> {
    let parts: Vec<f64> = errors.iter().zip(tail).map(|(error, value)| 100.0 * error / value.abs()).collect();
    tail.iter().all(|value| *value != 0.0).then(|| mean(&parts))
}

/// The symmetric one, 0 to 200, as in the M3 competition.
fn smape(errors: &[f64], forecast: &[f64], tail: &[f64]) -> f64 {
    let part = |((error, forecast), value): ((&f64, &f64), &f64)| {
        let size = forecast.abs() + value.abs();
        if size == 0.0 { 0.0 } else { 200.0 * error / size }
    };
    mean(&errors.iter().zip(forecast).zip(tail).map(part).collect::<Vec<_>>())
}

/// The mean error of repeating the value of one cycle ago within the known part: the measure of the MASE (R. J. Hyndman
/// and A. B. Koehler, International Journal of Forecasting 22, 2006).
fn naive_step(known: &[f64], lag: usize) -> f64 {
    mean(&known.iter().zip(&known[lag..]).map(|(old, new)| (new - old).abs()).collect::<Vec<_>>())
}

/// The mean error of repeating the last cycle through the tail.
fn naive(known: &[f64], tail: &[f64], lag: usize) -> f64 {
    let round = &known[known.len() - lag..];
    mean(&tail.iter().enumerate().map(|(step, value)| (value - round[step % lag]).abs()).collect::<Vec<_>>())
}
