//! From one currency to another.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Conversion, RateTable, path};
use crate::rounding::{Ratio, scaled};
use crate::{Currency, Decimal, Error, Money, Rounding};

/// How to convert: with which rates, of what time, how old they may be and how the result is rounded.
///
/// Without [`no_older_than`](Self::no_older_than) rates of any age will do.
#[derive(Debug, Clone, Copy)]
pub struct Exchange<'a> {
    table: &'a RateTable,
    at: DateTime<Utc>,
    oldest: Option<TimeDelta>,
    rounding: Rounding,
    decimals: Option<u32>,
}

impl<'a> Exchange<'a> {
    /// With these rates, as they held at this time.
    #[must_use]
    pub fn new(table: &'a RateTable, at: DateTime<Utc>) -> Self {
        Self { table, at, oldest: None, rounding: Rounding::default(), decimals: None }
    }

    /// Only with rates that were no older than this at that time.
    #[must_use]
    pub fn no_older_than(self, age: TimeDelta) -> Self {
        Self { oldest: Some(age), ..self }
    }

    /// Rounded this way; else half to even.
    #[must_use]
    pub fn rounding(self, rounding: Rounding) -> Self {
        Self { rounding, ..self }
    }

    /// To so many decimals; else to those of the currency.
    #[must_use]
    pub fn decimals(self, decimals: u32) -> Self {
        Self { decimals: Some(decimals), ..self }
    }

    /// Converts: one exact product or quotient over the whole way, rounded once at its end.
    ///
    /// # Errors
    /// [`Error::NoRate`] if no way leads there, [`Error::StaleRate`] if the ways there are too old,
    /// [`Error::Overflow`] if the result does not fit 28 digits.
    pub fn convert(&self, money: Money, to: Currency) -> Result<Conversion, Error> {
        let path = path::find(self.table, money.currency(), to, self.at, self.oldest)?;
        let decimals = self.decimals.unwrap_or_else(|| to.decimals());
        let converted = follow(money, to, &path, decimals, self.rounding)?;
        Ok(Conversion { from: money, to: converted, path, at: self.at, decimals, rounding: self.rounding })
    }
}

/// The amount at the end of the way.
pub(super) fn follow(
    money: Money,
    to: Currency,
    path: &path::Path,
    decimals: u32,
    rounding: Rounding,
) -> Result<Money, Error> {
    if decimals > Decimal::MAX_SCALE {
        return Err(Error::Overflow);
    }
    if let [step] = path.steps()
        && !step.inverse
        && let Ok(product) = crate::money::exact::mul(money.amount(), step.rate.value())
    {
        // The common case: the product fits a decimal, which is the same number as below, only sooner.
        return Ok(Money::new(product.round_dp_with_strategy(decimals, rounding.strategy()), to));
    }
    let amount = path.steps().iter().fold(Ratio::of(money.amount()), |amount, step| step.apply(amount));
    Ok(Money::new(scaled(amount.shift(decimals).round(rounding), decimals)?, to))
}
