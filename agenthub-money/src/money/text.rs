//! The same text everywhere: for files, logs and programs. People get a formatter's.

use std::fmt;
use std::str::FromStr;

use super::exact;
use crate::{Currency, Error, Money, Unit};

impl<C: Unit> Money<C> {
    /// The number as text: a dot, no grouping, at least the currency's decimals, no digit lost.
    ///
    /// This is the form for files, databases and JSON; for people use a formatter.
    pub fn plain_amount(&self) -> String {
        let least = self.currency().minor_units().unwrap_or(0);
        let amount = self.amount.normalize();
        let mut text = amount.to_string();
        if amount.scale() == 0 && least > 0 {
            text.push('.');
        }
        // Zeros are added to the text: the largest amounts have no room for them as numbers.
        text.extend((amount.scale()..least).map(|_| '0'));
        text
    }
}

/// The same in every locale: `12.50 USD`. For people, use a formatter.
impl<C: Unit> fmt::Display for Money<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{} {}", self.plain_amount(), self.currency()))
    }
}

/// Reads what `Display` writes, `12.50 USD`, and nothing else.
impl<C: Unit> FromStr for Money<C> {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let (amount, code) = text.split_once(' ').unwrap_or((text, ""));
        let unit = C::try_from_currency(Currency::from_code(code)?)?;
        Ok(Self::new(exact::parse(amount)?, unit))
    }
}
