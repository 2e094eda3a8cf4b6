//! Amounts as a whole number of minor units: cents, fils, yen.

use crate::{Decimal, Error, Money, Unit};

impl<C: Unit> Money<C> {
    /// So many minor units: `1250` is 12.50 in dollars, 1250 in yen and 1.250 in dinars.
    ///
    /// # Errors
    /// [`Error::Overflow`] beyond 28 digits.
    pub fn from_minor(units: i128, unit: C) -> Result<Self, Error> {
        let amount = Decimal::try_from_i128_with_scale(units, unit.currency().decimals());
        Ok(Self::new(amount.map_err(|_| Error::Overflow)?, unit))
    }

    /// The amount in minor units.
    ///
    /// # Errors
    /// [`Error::TooManyDecimals`] if the amount is finer than that; round it first.
    pub fn to_minor(self) -> Result<i128, Error> {
        let exact = self.exact()?.amount().normalize();
        let missing = self.currency().decimals() - exact.scale();
        exact.mantissa().checked_mul(10_i128.pow(missing)).ok_or(Error::Overflow)
    }

    /// The same amount, if its currency has the decimals for it.
    ///
    /// ```
    /// use agenthub_money::{Currency, Decimal, Error, Money};
    /// let yen = Money::new(Decimal::new(15, 1), Currency::JPY);
    /// assert!(matches!(yen.exact(), Err(Error::TooManyDecimals { allowed: 0, .. })));
    /// ```
    ///
    /// # Errors
    /// [`Error::TooManyDecimals`] if it is finer than its currency.
    pub fn exact(self) -> Result<Self, Error> {
        let (amount, currency) = (self.amount(), self.currency());
        let allowed = currency.decimals();
        if amount.normalize().scale() > allowed {
            return Err(Error::TooManyDecimals { amount, currency, allowed });
        }
        Ok(self)
    }
}
