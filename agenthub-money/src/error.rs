//! What can go wrong, and what the caller can do about it.

mod arguments;
mod code;
mod rates_file;

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};

use crate::{Currency, Decimal, Money};
pub use code::ErrorKind;
pub use rates_file::RatesFileFault;

/// Why a call about money was refused.
///
/// The text is a lowercase fragment that fits after "failed to …: ".
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// No such currency in ISO 4217.
    #[error("`{code}` is not a currency code of ISO 4217; write three capital letters, such as USD")]
    UnknownCurrency {
        /// What was given instead of a code.
        code: String,
    },
    /// Two currencies met where one was needed.
    #[error("{found} is not {expected}: convert one of the amounts first")]
    CurrencyMismatch {
        /// The currency that was needed.
        expected: Currency,
        /// The currency that was there.
        found: Currency,
    },
    /// A result that does not fit 28 digits.
    #[error("the result does not fit 28 digits exactly; round the amounts or use smaller ones")]
    Overflow,
    /// Text that is no plain decimal number.
    #[error("`{text}` is not a decimal number; write digits with a dot, such as 12.50")]
    BadDecimal {
        /// What was given.
        text: String,
    },
    /// Text that is no amount in the locale.
    #[error("the text is no amount here: at character {} expected {expected}", at + 1)]
    Unreadable {
        /// Where, in characters from the start, counted from zero.
        at: usize,
        /// What should stand there.
        expected: String,
    },
    /// Text without a currency where one is needed.
    #[error("the text names no currency; write one with the amount, such as USD")]
    NoCurrency,
    /// A sign that several currencies share.
    #[error("`{token}` stands for several currencies; write the code of one: {}", list(candidates))]
    AmbiguousCurrency {
        /// The sign.
        token: String,
        /// What it can mean.
        candidates: Vec<Currency>,
    },
    /// A locale tag that is not well formed.
    #[error("`{locale}` is not a locale; write a language and perhaps a region, such as pt-BR")]
    BadLocale {
        /// What was given.
        locale: String,
    },
    /// A data provider that lacks what formatting needs.
    #[error("locale data are missing: {reason}; add them to the data provider")]
    LocaleData {
        /// What is missing.
        reason: String,
    },
    /// A rate that is not above zero.
    #[error("a rate from {from} to {to} cannot be {value}: it must be above zero")]
    BadRate {
        /// What one unit is given of.
        from: Currency,
        /// What it is paid in.
        to: Currency,
        /// The rate.
        value: Decimal,
    },
    /// Rates that lead back to where they began, with another amount.
    #[error("the rates go in a loop, {}, and multiply by {gain} on the way; correct one of them", list(path))]
    RateLoop {
        /// The way, which ends where it has been.
        path: Vec<Currency>,
        /// What one unit becomes on the way.
        gain: Decimal,
    },
    /// No way from one currency to the other at that time.
    #[error("there is no rate from {from} to {to} at {}; add one, or one through the base", time(*at))]
    NoRate {
        /// What was given.
        from: Currency,
        /// What was wanted.
        to: Currency,
        /// The time.
        at: DateTime<Utc>,
    },
    /// A rate older than the caller allows.
    #[error("the rate from {from} to {to} is {} old, allowed are {}; fetch new rates", span(*age), span(*allowed))]
    StaleRate {
        /// What was given.
        from: Currency,
        /// What was wanted.
        to: Currency,
        /// How old it is.
        age: TimeDelta,
        /// How old it may be.
        allowed: TimeDelta,
    },
    /// A receipt whose result is not what its rates give.
    #[error("the receipt says {stated}, its rates and rounding give {recomputed}")]
    ReceiptMismatch {
        /// What it says.
        stated: Money,
        /// What it should say.
        recomputed: Money,
    },
    /// A file of rates that is broken; nothing of it was taken.
    #[error("the rates file is broken at line {line}: {reason}")]
    BadRatesFile {
        /// The line, counted from one.
        line: usize,
        /// What is wrong there.
        reason: RatesFileFault,
    },
    /// A file that could not be fetched.
    #[error("{url} could not be fetched: {reason}")]
    Fetch {
        /// Where it should be.
        url: String,
        /// Why not.
        reason: String,
    },
    /// A store of rates that does not answer.
    #[error("the kept rates cannot be reached: {reason}")]
    RateStore {
        /// Why not.
        reason: String,
    },
    /// Division of an amount by zero.
    #[error("an amount cannot be divided by zero")]
    DivisionByZero,
    /// A ratio below zero.
    #[error("ratio {index} is {ratio}: ratios must not be negative")]
    NegativeRatio {
        /// Which one, counted from zero.
        index: usize,
        /// Its value.
        ratio: Decimal,
    },
    /// Nobody to share among.
    #[error("there is nobody to share among: give at least one ratio above zero")]
    ZeroRatios,
    /// An increment to round to that is not above zero.
    #[error("amounts cannot be rounded to multiples of {increment}; use a number above zero")]
    BadIncrement {
        /// What was given.
        increment: Decimal,
    },
    /// An amount finer than its currency.
    #[error("{amount} has more decimals than {currency} ({allowed}); round it first")]
    TooManyDecimals {
        /// The amount.
        amount: Decimal,
        /// Its currency.
        currency: Currency,
        /// Digits after the decimal separator that the currency has.
        allowed: u32,
    },
}

impl Error {
    /// Two currencies where one was needed.
    #[must_use]
    pub fn mismatch(expected: Currency, found: Currency) -> Self {
        Self::CurrencyMismatch { expected, found }
    }

    /// Text that stops making sense at a character.
    #[cfg(feature = "format")]
    pub(crate) fn unreadable(at: usize, expected: impl Into<String>) -> Self {
        Self::Unreadable { at, expected: expected.into() }
    }
}

fn list(currencies: &[Currency]) -> String {
    let codes: Vec<&str> = currencies.iter().map(|currency| currency.code()).collect();
    codes.join(", ")
}

fn time(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn span(time: TimeDelta) -> String {
    if time.num_days() > 1 {
        format!("{} days", time.num_days())
    } else {
        format!("{} minutes", time.num_minutes())
    }
}
