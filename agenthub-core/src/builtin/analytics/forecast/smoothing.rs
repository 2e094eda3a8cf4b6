//! Exponential smoothing with additive errors: the models ANN, AAN and AAdN of R. J. Hyndman, A. B. Koehler, J. K. Ord
//! and R. D. Snyder, "Forecasting with Exponential Smoothing" (2008), fitted by maximum likelihood and compared by AICc.

use super::simplex::minimize;

/// How the level moves on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slope {
    /// Not at all.
    None,
    /// By the same slope for ever.
    Straight,
    /// By a slope that dies away.
    Damped,
}

/// A fitted model.
#[derive(Debug, Clone)]
pub(super) struct Smoothing {
    pub(super) slope_kind: Slope,
    rates: Rates,
    /// Level and slope after the last value.
    state: (f64, f64),
    /// The variance of the one-step errors.
    variance: f64,
    /// Akaike's criterion, corrected for short series; smaller is better.
    pub(super) aicc: f64,
}

/// How fast level and slope follow the values, and how fast the slope dies away.
#[derive(Debug, Clone, Copy)]
struct Rates {
    alpha: f64,
    beta: f64,
    phi: f64,
}

impl Smoothing {
    /// The best of the models for these values; none where they are fewer than five.
    pub(super) fn best(values: &[f64]) -> Option<Self> {
        let kinds = [Slope::None, Slope::Straight, Slope::Damped];
        let fitted = kinds.into_iter().filter_map(|kind| Self::fit(values, kind));
        fitted.min_by(|a, b| a.aicc.total_cmp(&b.aicc))
    }

    fn fit(values: &[f64], kind: Slope) -> Option<Self> {
        let n = values.len() as f64;
        // What is estimated: the rates, the first state, and the variance.
        let parameters = match kind {
            Slope::None => 3.0,
            Slope::Straight => 5.0,
            Slope::Damped => 6.0,
        };
        if n - parameters - 1.0 < 1.0 {
            return None;
        }
        let (level, slope, unit) = first_state(values);
        let read = |point: &[f64]| {
            let rates = Rates::read(point, kind);
            let slope = if kind == Slope::None { 0.0 } else { slope + unit * point[2] };
            (rates, (level + unit * point[1], slope))
        };
        let cost = |point: &[f64]| {
            let (rates, state) = read(point);
            run(values, rates, state).0
        };
        let size = if kind == Slope::None { 2 } else { 5 };
        // Two starts, as the cost may have more than one valley: a slow level and a quick one.
        let starts = [-1.5, 1.5].map(|alpha| {
            let mut start = vec![0.0; size];
            start[0] = alpha;
            minimize(&start, 0.5, cost)
        });
        let [slow, quick] = starts;
        let (point, errors) = if slow.1 <= quick.1 { slow } else { quick };
        let (rates, first) = read(&point);
        // Values that a model meets exactly would have an infinite likelihood.
        let least =
            f64::EPSILON * f64::EPSILON * values.iter().map(|it| it * it).sum::<f64>().max(f64::MIN_POSITIVE);
        let aic = n * (errors.max(least) / n).ln() + 2.0 * parameters;
        Some(Self {
            slope_kind: kind,
            rates,
            state: run(values, rates, first).1,
            variance: errors / (n - parameters + 1.0),
            aicc: aic + 2.0 * parameters * (parameters + 1.0) / (n - parameters - 1.0),
        })
    }

    /// The forecasts of the next `steps`, each with its standard deviation (chapter 6 of the book).
    pub(super) fn predict(&self, steps: usize) -> Vec<(f64, f64)> {
        let Rates { alpha, beta, phi } = self.rates;
        let (level, slope) = self.state;
        let (mut damping, mut ahead, mut squares) = (0.0, Vec::with_capacity(steps), 1.0);
        let mut power = 1.0;
        for _ in 0..steps {
            power *= phi;
            damping += power;
            ahead.push((level + damping * slope, (self.variance * squares).sqrt()));
            // Without a slope, beta is zero.
            squares += (alpha + beta * damping).powi(2);
        }
        ahead
    }
}

impl Rates {
    /// Any real numbers as lawful rates: 0 < alpha < 1, 0 < beta < alpha, 0.8 < phi < 0.98.
    fn read(point: &[f64], kind: Slope) -> Self {
        let between = |low: f64, high: f64, it: f64| low + (high - low) / (1.0 + (-it).exp());
        let alpha = between(1e-4, 0.9999, point[0]);
        match kind {
            Slope::None => Self { alpha, beta: 0.0, phi: 1.0 },
            Slope::Straight => Self { alpha, beta: alpha * between(1e-4, 0.9999, point[3]), phi: 1.0 },
            Slope::Damped => Self {
                alpha,
                beta: alpha * between(1e-4, 0.9999, point[3]),
                phi: between(0.8, 0.98, point[4]),
            },
        }
    }
}

/// The sum of the squared one-step errors, and the state after the last value.
fn run(values: &[f64], rates: Rates, first: (f64, f64)) -> (f64, (f64, f64)) {
    let Rates { alpha, beta, phi } = rates;
    let (mut level, mut slope) = first;
    let mut errors = 0.0;
    for value in values {
        let expected = level + phi * slope;
        let error = value - expected;
        errors += error * error;
        level = expected + alpha * error;
        slope = phi * slope + beta * error;
    }
    (errors, (level, slope))
}

/// A straight line through the first ten values: its level before the first, its slope, and the values' scale.
fn first_state(values: &[f64]) -> (f64, f64, f64) {
    let head = &values[..values.len().min(10)];
    let n = head.len() as f64;
    let (mean_x, mean_y) = ((n + 1.0) / 2.0, head.iter().sum::<f64>() / n);
    let steps = || head.iter().zip(1..).map(|(y, x)| (f64::from(x) - mean_x, y - mean_y));
    let slope = steps().map(|(x, y)| x * y).sum::<f64>() / steps().map(|(x, _)| x * x).sum::<f64>();
    let unit = super::super::stats::variance(head).sqrt();
    (mean_y - slope * mean_x, slope, if unit > 0.0 { unit } else { 1.0 })
}
