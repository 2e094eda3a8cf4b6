//! An exact fraction, and the one place where it is rounded.

use num_bigint::{BigInt, Sign};

use crate::{Decimal, Error, Rounding};

/// A numerator over a positive denominator, of any length: products and quotients of decimals lose nothing here.
#[derive(Debug, Clone)]
pub(crate) struct Ratio {
    numerator: BigInt,
    denominator: BigInt,
}

impl Ratio {
    pub(crate) fn of(value: Decimal) -> Self {
        Self { numerator: value.mantissa().into(), denominator: power_of_ten(value.scale()) }
    }

    pub(crate) fn multiply(mut self, factor: Decimal) -> Self {
        self.numerator *= factor.mantissa();
        self.denominator *= power_of_ten(factor.scale());
        self
    }

    /// Divides by a number that the caller knows not to be zero.
    pub(crate) fn divide(mut self, divisor: Decimal) -> Self {
        self.numerator *= power_of_ten(divisor.scale()) * if divisor.is_sign_negative() { -1 } else { 1 };
        self.denominator *= divisor.mantissa().unsigned_abs();
        self
    }

    /// Times ten, so many times.
    pub(crate) fn shift(mut self, decimals: u32) -> Self {
        self.numerator *= power_of_ten(decimals);
        self
    }

    /// The whole number that the mode chooses.
    pub(crate) fn round(&self, rounding: Rounding) -> BigInt {
        let negative = self.numerator.sign() == Sign::Minus;
        let magnitude = BigInt::from(self.numerator.magnitude().clone());
        let whole = &magnitude / &self.denominator;
        let rest = magnitude - &whole * &self.denominator;
        let away = self.goes_away_from_zero(rounding, &whole, &rest, negative);
        let rounded = if away { whole + 1 } else { whole };
        if negative { -rounded } else { rounded }
    }

    fn goes_away_from_zero(&self, rounding: Rounding, whole: &BigInt, rest: &BigInt, negative: bool) -> bool {
        let inexact = rest.sign() != Sign::NoSign;
        let twice: BigInt = rest * 2;
        match rounding {
            Rounding::HalfEven => twice > self.denominator || (twice == self.denominator && whole.bit(0)),
            Rounding::HalfUp => twice >= self.denominator,
            Rounding::HalfDown => twice > self.denominator,
            Rounding::Up => inexact,
            Rounding::Down => false,
            Rounding::Ceiling => inexact && !negative,
            Rounding::Floor => inexact && negative,
        }
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
