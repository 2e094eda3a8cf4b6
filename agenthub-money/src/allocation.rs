//! Sharing an amount out without losing a minor unit.

use num_bigint::BigInt;

use crate::rounding::{power_of_ten, scaled};
use crate::{Decimal, Error, Money, Unit};

impl<C: Unit> Money<C> {
    /// Shares the amount out in proportion to `ratios`; the shares always sum to the amount.
    ///
    /// Largest remainder: each share is first cut down to whole minor units, then the units that are left go, one
    /// each, to the shares that lost most by the cut; among equals to the one that stands first. A negative amount
    /// is shared as its opposite. An amount finer than its currency is shared in units of its own last digit.
    ///
    /// ```
    /// use agenthub_money::{Currency, Money};
    /// # fn main() -> Result<(), agenthub_money::Error> {
    /// let bill = Money::new(100.into(), Currency::USD);
    /// let shares: Vec<String> = bill.allocate(&[1, 1, 1])?.iter().map(Money::to_string).collect();
    /// assert_eq!(shares, ["33.34 USD", "33.33 USD", "33.33 USD"]);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`Error::NegativeRatio`] names the first one; [`Error::ZeroRatios`] if there are none or all are zero;
    /// [`Error::Overflow`] if the amount in minor units does not fit 28 digits.
    pub fn allocate<R: Into<Decimal> + Copy>(self, ratios: &[R]) -> Result<Vec<Self>, Error> {
        let weights = weights(ratios)?;
        let total: BigInt = weights.iter().sum();
        let scale = self.currency().decimals().max(self.amount().normalize().scale());
        let units = units(self.amount().abs(), scale)?;
        let mut shares: Vec<BigInt> = weights.iter().map(|weight| &units * weight / &total).collect();
        let left = &units - shares.iter().sum::<BigInt>();
        let mut order: Vec<usize> = (0..shares.len()).collect();
        order.sort_by_key(|&index| -(&units * &weights[index] % &total));
        // Fewer units are left than there are shares, so that each gets one at most.
        for &index in order.iter().take(usize::try_from(left).map_err(|_| Error::Overflow)?) {
            shares[index] += 1;
        }
        let sign = if self.is_negative() { -1 } else { 1 };
        shares.into_iter().map(|share| Ok(Self::new(scaled(share * sign, scale)?, self.unit()))).collect()
    }

    /// Shares the amount out equally among `count`; the first ones get what does not divide.
    ///
    /// # Errors
    /// [`Error::ZeroRatios`] for a count of zero, [`Error::Overflow`] as [`allocate`](Self::allocate).
    pub fn split(self, count: u16) -> Result<Vec<Self>, Error> {
        self.allocate(&vec![Decimal::ONE; usize::from(count)])
    }
}

/// The ratios as whole numbers of one scale.
fn weights<R: Into<Decimal> + Copy>(ratios: &[R]) -> Result<Vec<BigInt>, Error> {
    let ratios: Vec<Decimal> = ratios.iter().map(|&ratio| ratio.into()).collect();
    if let Some((index, &ratio)) = ratios.iter().enumerate().find(|(_, ratio)| **ratio < Decimal::ZERO) {
        return Err(Error::NegativeRatio { index, ratio });
    }
    if ratios.iter().all(Decimal::is_zero) {
        return Err(Error::ZeroRatios);
    }
    let scale = ratios.iter().map(Decimal::scale).max().unwrap_or(0);
    Ok(ratios
        .iter()
        .map(|ratio| BigInt::from(ratio.mantissa()) * power_of_ten(scale - ratio.scale()))
        .collect())
}

fn units(amount: Decimal, scale: u32) -> Result<BigInt, Error> {
    let amount = amount.normalize();
    Ok(BigInt::from(amount.mantissa())
        * power_of_ten(scale.checked_sub(amount.scale()).ok_or(Error::Overflow)?))
}
