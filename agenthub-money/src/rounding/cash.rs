//! The smallest coin where it is larger than the minor unit.

use crate::{Currency, Decimal};

/// Code, then the smallest payable step as a mantissa and its decimals.
///
/// CHF, CAD, DKK and the currencies without small coins: CLDR's supplemental currency data (cash rounding and cash
/// digits). AUD, NZD and HUF: the coins their central banks issue.
const STEPS: &[(&str, i64, u32)] = &[
    ("AUD", 5, 2),
    ("CAD", 5, 2),
    ("CHF", 5, 2),
    ("CZK", 1, 0),
    ("DKK", 50, 2),
    ("HUF", 5, 0),
    ("NOK", 1, 0),
    ("NZD", 10, 2),
    ("SEK", 1, 0),
];

impl Currency {
    /// What cash amounts are a multiple of, where that is not the minor unit: 0.05 for CHF.
    #[must_use]
    pub fn cash_increment(self) -> Option<Decimal> {
        STEPS
            .iter()
            .find(|(code, ..)| *code == self.code())
            .map(|&(_, mantissa, scale)| Decimal::new(mantissa, scale))
    }
}
