//! Rounding: always asked for, never by the way.

pub(crate) mod cash;
mod quotient;

use rust_decimal::RoundingStrategy;
use serde::{Deserialize, Serialize};

use crate::{Decimal, Error, Money, Unit};
pub(crate) use quotient::{Ratio, power_of_ten, scaled};

/// What to do with the digits that are cut off.
///
/// | mode | 2.5 | -2.5 | 2.1 | -2.1 |
/// |---|---|---|---|---|
/// | `HalfEven` | 2 | -2 | 2 | -2 |
/// | `HalfUp` | 3 | -3 | 2 | -2 |
/// | `HalfDown` | 2 | -2 | 2 | -2 |
/// | `Up` | 3 | -3 | 3 | -3 |
/// | `Down` | 2 | -2 | 2 | -2 |
/// | `Ceiling` | 3 | -2 | 3 | -2 |
/// | `Floor` | 2 | -3 | 2 | -3 |
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Rounding {
    /// To the nearest; a tie goes to the even digit, so that many roundings do not drift. The default.
    #[default]
    HalfEven,
    /// To the nearest; a tie goes away from zero, as taught at school.
    HalfUp,
    /// To the nearest; a tie goes towards zero.
    HalfDown,
    /// Away from zero.
    Up,
    /// Towards zero.
    Down,
    /// Towards plus infinity.
    Ceiling,
    /// Towards minus infinity.
    Floor,
}

impl Rounding {
    /// Every mode.
    pub const ALL: [Self; 7] =
        [Self::HalfEven, Self::HalfUp, Self::HalfDown, Self::Up, Self::Down, Self::Ceiling, Self::Floor];

    pub(crate) fn strategy(self) -> RoundingStrategy {
        match self {
            Self::HalfEven => RoundingStrategy::MidpointNearestEven,
            Self::HalfUp => RoundingStrategy::MidpointAwayFromZero,
            Self::HalfDown => RoundingStrategy::MidpointTowardZero,
            Self::Up => RoundingStrategy::AwayFromZero,
            Self::Down => RoundingStrategy::ToZero,
            Self::Ceiling => RoundingStrategy::ToPositiveInfinity,
            Self::Floor => RoundingStrategy::ToNegativeInfinity,
        }
    }
}

impl<C: Unit> Money<C> {
    /// Rounded to the decimals of its currency.
    ///
    /// ```
    /// use agenthub_money::{Currency, Decimal, Money, Rounding};
    /// let price = Money::new(Decimal::new(12345, 3), Currency::USD);
    /// assert_eq!(price.round(Rounding::HalfEven).to_string(), "12.34 USD");
    /// assert_eq!(price.round(Rounding::HalfUp).to_string(), "12.35 USD");
    /// ```
    #[must_use]
    pub fn round(self, rounding: Rounding) -> Self {
        self.round_to(self.currency().decimals(), rounding)
    }

    /// Rounded to so many decimals.
    #[must_use]
    pub fn round_to(self, decimals: u32, rounding: Rounding) -> Self {
        Self::new(self.amount().round_dp_with_strategy(decimals, rounding.strategy()), self.unit())
    }

    /// Rounded to a multiple of `increment`, such as `0.05`.
    ///
    /// # Errors
    /// [`Error::BadIncrement`] if the increment is not more than zero, [`Error::Overflow`] if the result does not
    /// fit 28 digits.
    pub fn round_to_increment(self, increment: Decimal, rounding: Rounding) -> Result<Self, Error> {
        if increment <= Decimal::ZERO {
            return Err(Error::BadIncrement { increment });
        }
        let steps = Ratio::of(self.amount()).divide(increment).round(rounding);
        Ok(Self::new(scaled(steps * increment.mantissa(), increment.scale())?, self.unit()))
    }

    /// Rounded to what can be paid in coins: 0.05 in Swiss francs, whole kronor in Sweden.
    ///
    /// Where cash goes down to the minor unit this is [`round`](Self::round).
    ///
    /// # Errors
    /// [`Error::Overflow`] if the result does not fit 28 digits.
    pub fn round_cash(self, rounding: Rounding) -> Result<Self, Error> {
        match self.currency().cash_increment() {
            Some(increment) => self.round_to_increment(increment, rounding),
            None => Ok(self.round(rounding)),
        }
    }

    /// A part of the amount, rounded to the decimals of its currency.
    ///
    /// To share an amount out without losing anything, use [`split`](Self::split).
    ///
    /// # Errors
    /// [`Error::DivisionByZero`], or [`Error::Overflow`] if the result does not fit 28 digits.
    pub fn checked_div(self, divisor: impl Into<Decimal>, rounding: Rounding) -> Result<Self, Error> {
        let divisor = divisor.into();
        if divisor.is_zero() {
            return Err(Error::DivisionByZero);
        }
        let decimals = self.currency().decimals();
        let quotient = Ratio::of(self.amount()).divide(divisor).shift(decimals).round(rounding);
        Ok(Self::new(scaled(quotient, decimals)?, self.unit()))
    }
}
