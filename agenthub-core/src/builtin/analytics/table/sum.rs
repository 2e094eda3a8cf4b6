//! Sums that lose nothing.

use rust_decimal::Decimal;

/// A running sum: of whole numbers of the last decimal where the column allows, else of floats with Neumaier's
/// correction (A. Neumaier, ZAMM 54, 1974).
#[derive(Debug, Clone, Copy)]
pub(in crate::builtin::analytics) struct Sum {
    decimals: Option<u32>,
    scale: f64,
    whole: i128,
    float: f64,
    lost: f64,
}

impl Sum {
    /// Nothing added yet, of a column with these decimals.
    pub(in crate::builtin::analytics) fn new(decimals: Option<u32>) -> Self {
        let scale = 10_f64.powi(decimals.unwrap_or(0) as i32);
        Self { decimals, scale, whole: 0, float: 0.0, lost: 0.0 }
    }

    /// Adds a number that is not NaN.
    pub(in crate::builtin::analytics) fn add(&mut self, value: f64) {
        if self.decimals.is_some() {
            self.whole += (value * self.scale).round() as i128;
            return;
        }
        let sum = self.float + value;
        self.lost += if self.float.abs() >= value.abs() {
            (self.float - sum) + value
        } else {
            (value - sum) + self.float
        };
        self.float = sum;
    }

    /// The sum: the float that is nearest to the exact one.
    pub(in crate::builtin::analytics) fn value(&self) -> f64 {
        let Some(decimals) = self.decimals else {
            return self.float + self.lost;
        };
        let exact = Decimal::try_from_i128_with_scale(self.whole, decimals).ok();
        // Through text, as that conversion is rounded correctly.
        let nearest = exact.and_then(|it| it.to_string().parse().ok());
        nearest.unwrap_or(self.whole as f64 / self.scale)
    }
}
