//! [`Number`]: an exact decimal on its way to a reader.

use std::fmt;
use std::str::FromStr;

use fixed_decimal::{Decimal, SignedRoundingMode, UnsignedRoundingMode};

use crate::Error;

/// An exact decimal number, as it will be shown.
///
/// Made from integers, from [`rust_decimal::Decimal`] or from digits (`"1234.50".parse()`), which lose
/// nothing, or from an `f64`, which is read as the shortest decimal that means the same float. Trailing
/// zeros are kept: `"1.0"` has a visible fraction, and in English takes the plural, where `1` does not.
///
/// ```
/// use agenthub_i18n::Number;
///
/// let exact: Number = "12345678901234567890.12".parse()?;
/// assert_eq!(exact.to_string(), "12345678901234567890.12");
/// assert_eq!(Number::from(0.1).to_string(), "0.1");
/// assert!("12 apples".parse::<Number>().is_err());
/// # Ok::<(), agenthub_i18n::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Number(Repr);

#[derive(Clone, Debug, PartialEq)]
enum Repr {
    Finite(Decimal),
    Infinite { negative: bool },
    NotANumber,
}

impl Number {
    /// The decimal, or the sign a reader gets for a float that has none.
    pub(crate) fn decimal(&self) -> Result<&Decimal, &'static str> {
        match &self.0 {
            Repr::Finite(decimal) => Ok(decimal),
            Repr::Infinite { negative: false } => Err("∞"),
            Repr::Infinite { negative: true } => Err("-∞"),
            Repr::NotANumber => Err("NaN"),
        }
    }

    /// Rounds half to even at `max` fraction digits, then keeps at least `min` of them.
    pub(crate) fn with_fraction(mut self, min: u8, max: u8) -> Self {
        let Repr::Finite(decimal) = &mut self.0 else { return self };
        let (min, max) = (-i16::from(min), -i16::from(max));
        if *decimal.absolute.magnitude_range().start() < max {
            decimal.round_with_mode(max, SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfEven));
        }
        if *decimal.absolute.magnitude_range().start() != min {
            decimal.absolute.trim_end();
            decimal.absolute.pad_end(min);
        }
        self
    }

    /// The number times ten to the power of `exponent`.
    pub(crate) fn scaled(mut self, exponent: i16) -> Self {
        if let Repr::Finite(decimal) = &mut self.0 {
            decimal.absolute.multiply_pow10(exponent);
            decimal.absolute.trim_start();
        }
        self
    }

    /// The nearest float, to match an exact variant (`[0]`) of a message.
    pub(crate) fn nearest_f64(&self) -> Option<f64> {
        self.decimal().ok()?.to_string().parse().ok()
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.decimal() {
            Ok(decimal) => decimal.fmt(f),
            Err(sign) => f.write_str(sign),
        }
    }
}

impl FromStr for Number {
    type Err = Error;

    fn from_str(digits: &str) -> Result<Self, Error> {
        match digits.parse() {
            Ok(decimal) => Ok(Self(Repr::Finite(decimal))),
            Err(_) => Err(Error::NotANumber { text: digits.chars().take(64).collect() }),
        }
    }
}

impl From<&Number> for Number {
    fn from(number: &Number) -> Self {
        number.clone()
    }
}

impl From<Decimal> for Number {
    fn from(decimal: Decimal) -> Self {
        Self(Repr::Finite(decimal))
    }
}

impl From<f64> for Number {
    fn from(float: f64) -> Self {
        // Display of a float is the shortest decimal that reads back as the same float.
        match float.to_string().parse() {
            Ok(decimal) => Self(Repr::Finite(decimal)),
            Err(_) if float.is_infinite() => Self(Repr::Infinite { negative: float < 0.0 }),
            Err(_) => Self(Repr::NotANumber),
        }
    }
}

impl From<rust_decimal::Decimal> for Number {
    fn from(exact: rust_decimal::Decimal) -> Self {
        let mut decimal = Decimal::from(exact.mantissa());
        let scale = i16::try_from(exact.scale()).unwrap_or(i16::MAX);
        decimal.absolute.multiply_pow10(-scale);
        decimal.absolute.pad_end(-scale);
        Self(Repr::Finite(decimal))
    }
}

macro_rules! from_integers {
    ($($integer:ty),*) => {$(
        impl From<$integer> for Number {
            fn from(integer: $integer) -> Self {
                Self(Repr::Finite(Decimal::from(integer)))
            }
        }
    )*};
}
from_integers!(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize);
