//! Two columns of a table: the amount as TEXT, the currency as TEXT.

use super::exact;
use crate::{Currency, Error, Money, Unit};

impl<C: Unit> Money<C> {
    /// The amount as plain decimal text and the currency's code: what two TEXT columns hold.
    ///
    /// Every database keeps text exactly; some make a float of a decimal.
    ///
    /// ```
    /// use agenthub_money::Money;
    /// # fn main() -> Result<(), agenthub_money::Error> {
    /// let price: Money = "12.50 USD".parse()?;
    /// let (amount, currency) = price.to_columns();
    /// assert_eq!((amount.as_str(), currency), ("12.50", "USD"));
    /// assert_eq!(Money::from_columns(&amount, currency)?, price);
    /// # Ok(())
    /// # }
    /// ```
    pub fn to_columns(&self) -> (String, &'static str) {
        (self.plain_amount(), self.currency().code())
    }
}

impl Money {
    /// An amount from the two columns.
    ///
    /// # Errors
    /// [`Error::BadDecimal`] or [`Error::UnknownCurrency`] if a column holds something else,
    /// [`Error::Overflow`] for more than 28 digits.
    pub fn from_columns(amount: &str, currency: &str) -> Result<Self, Error> {
        Ok(Self::new(exact::parse(amount)?, Currency::from_code(currency)?))
    }
}
