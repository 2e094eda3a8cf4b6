//! An exact fraction, and the one place where it is rounded.

use std::cmp::Ordering;

use num_bigint::BigUint;
use num_bigint::{BigInt, Sign};

use crate::{Decimal, Error, Rounding};

/// A fraction times a power of ten, of any length: products and quotients of decimals lose nothing here.
#[derive(Debug, Clone)]
pub(crate) struct Ratio {
    negative: bool,
    numerator: BigUint,
    /// Never zero.
    denominator: BigUint,
    exponent: i64,
}

impl Ratio {
    pub(crate) fn of(value: Decimal) -> Self {
        Self {
            negative: value.is_sign_negative(),
            numerator: value.mantissa().unsigned_abs().into(),
            denominator: BigUint::from(1_u8),
            exponent: -i64::from(value.scale()),
        }
    }

    pub(crate) fn multiply(mut self, factor: Decimal) -> Self {
        self.negative ^= factor.is_sign_negative();
        self.numerator *= factor.mantissa().unsigned_abs();
        self.exponent -= i64::from(factor.scale());
        self
    }

    /// Divides by a number that the caller knows not to be zero.
    pub(crate) fn divide(mut self, divisor: Decimal) -> Self {
        self.negative ^= divisor.is_sign_negative();
        self.denominator *= divisor.mantissa().unsigned_abs();
        self.exponent += i64::from(divisor.scale());
        self
    }

    /// Times ten, so many times.
    pub(crate) fn shift(mut self, decimals: u32) -> Self {
        self.exponent += i64::from(decimals);
        self
    }

    /// The whole number that the mode chooses.
    pub(crate) fn round(self, rounding: Rounding) -> BigInt {
        let power = BigUint::from(10_u8).pow(u32::try_from(self.exponent.unsigned_abs()).unwrap_or(u32::MAX));
        let (numerator, denominator) = match self.exponent {
            0.. => (self.numerator * power, self.denominator),
            _ => (self.numerator, self.denominator * power),
        };
        let whole = &numerator / &denominator;
        let rest = numerator - &whole * &denominator;
        let exact = rest == BigUint::ZERO;
        let half = (rest * 2_u8).cmp(&denominator);
        let up = !exact && goes_away_from_zero(rounding, half, whole.bit(0), self.negative);
        let whole = if up { whole + 1_u8 } else { whole };
        BigInt::from_biguint(if self.negative { Sign::Minus } else { Sign::Plus }, whole)
    }
}

/// Where an inexact quotient goes, from its rest compared to a half and whether its last digit is odd.
fn goes_away_from_zero(rounding: Rounding, half: Ordering, odd: bool, negative: bool) -> bool {
    match rounding {
        Rounding::HalfEven => half.is_gt() || (half.is_eq() && odd),
        Rounding::HalfUp => half.is_ge(),
        Rounding::HalfDown => half.is_gt(),
        Rounding::Up => true,
        Rounding::Down => false,
        Rounding::Ceiling => !negative,
        Rounding::Floor => negative,
    }
}

pub(crate) fn power_of_ten(exponent: u32) -> BigInt {
    BigInt::from(10).pow(exponent)
}

/// A decimal from its digits and how many of them stand after the separator.
pub(crate) fn scaled(digits: BigInt, scale: u32) -> Result<Decimal, Error> {
    let digits = i128::try_from(digits).map_err(|_| Error::Overflow)?;
    Decimal::try_from_i128_with_scale(digits, scale).map_err(|_| Error::Overflow)
}
