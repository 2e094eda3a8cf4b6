//! Amounts of money as columns: billionths in a 64-bit number, and the currency's code.

use agenthub_core::Result;
use agenthub_money::{Currency, Money};
use rust_decimal::Decimal;

use crate::convert::out_of_range;
use crate::error::corrupt;

/// Digits after the point that are kept.
const DIGITS: u32 = 9;

/// How many billionths make one.
const BILLION: i128 = 1_000_000_000;

/// The amount in billionths, rounded half to even where it has more digits.
pub(crate) fn nanos(cost: Money) -> Result<i64> {
    let amount = cost.amount().round_dp(DIGITS);
    // A rounded amount has at most so many digits, so this only moves the point.
    let scale = 10_i128.pow(DIGITS.saturating_sub(amount.scale()));
    let nanos = amount.mantissa().checked_mul(scale).and_then(|nanos| i64::try_from(nanos).ok());
    let most = i64::MAX / BILLION as i64;
    nanos.ok_or_else(|| out_of_range("/usage/cost/amount", -most, most))
}

/// The amount of this many whole ones and billionths; the two apart, as a sum of billionths may not fit.
pub(crate) fn money(whole: i64, nanos: i64, currency: &str) -> Result<Money> {
    let sum = i128::from(whole) * BILLION + i128::from(nanos);
    let amount =
        Decimal::try_from_i128_with_scale(sum, DIGITS).map_err(|error| corrupt("cost").source(error))?;
    let currency = Currency::from_code(currency).map_err(|error| corrupt("currency").source(error))?;
    Ok(Money::new(amount.normalize(), currency))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dollars(text: &str) -> Money {
        Money::new(text.parse().unwrap(), Currency::USD)
    }

    #[test]
    fn an_amount_comes_back_as_it_was() -> Result<()> {
        for text in ["0", "0.000000001", "12.50", "-3", "9223372036.854775807", "-9223372036.854775808"] {
            assert_eq!(money(0, nanos(dollars(text))?, "USD")?, dollars(text));
        }
        Ok(())
    }

    #[test]
    fn more_digits_are_rounded_half_to_even() -> Result<()> {
        assert_eq!(nanos(dollars("0.0000000005"))?, 0);
        assert_eq!(nanos(dollars("0.0000000015"))?, 2);
        assert_eq!(nanos(dollars("0.00000000051"))?, 1);
        Ok(())
    }

    #[test]
    fn an_amount_that_does_not_fit_is_refused_with_its_place() {
        let error = nanos(dollars("9223372036.854775808")).unwrap_err();
        assert_eq!(error.violations()[0].pointer, "/usage/cost/amount");
        assert!(nanos(Money::new(Decimal::MAX, Currency::USD)).is_err());
    }

    #[test]
    fn a_sum_may_be_larger_than_any_amount() -> Result<()> {
        assert_eq!(money(i64::MAX, 500_000_000, "USD")?, dollars("9223372036854775807.5"));
        Ok(())
    }
}
