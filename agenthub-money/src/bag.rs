//! Sums in several currencies.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Currency, Decimal, Error, Money};

/// One sum per currency: what amounts of several currencies add up to without a rate.
///
/// Currencies that come to nothing are dropped, so two bags are equal if they hold the same money. In JSON it is a
/// list of amounts, in the order of the codes.
///
/// ```
/// use agenthub_money::{Currency, MoneyBag};
/// # fn main() -> Result<(), agenthub_money::Error> {
/// let mut bag = MoneyBag::default();
/// for amount in ["5.00 USD", "2.50 EUR", "1.25 USD"] {
///     bag.add(amount.parse()?)?;
/// }
/// assert_eq!(bag.amount(Currency::USD).to_string(), "6.25 USD");
/// assert_eq!(bag.to_string(), "2.50 EUR + 6.25 USD");
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Money>", into = "Vec<Money>")]
pub struct MoneyBag {
    sums: BTreeMap<Currency, Money>,
}

impl MoneyBag {
    /// Puts an amount in.
    ///
    /// # Errors
    /// [`Error::Overflow`] if the currency's sum does not fit 28 digits; the bag stays as it was.
    pub fn add(&mut self, money: Money) -> Result<(), Error> {
        let sum = self.amount(money.currency()).checked_add(money)?;
        if sum.is_zero() {
            self.sums.remove(&money.currency());
        } else {
            self.sums.insert(money.currency(), sum);
        }
        Ok(())
    }

    /// Takes an amount out; the sum may become negative.
    ///
    /// # Errors
    /// As [`add`](Self::add).
    pub fn subtract(&mut self, money: Money) -> Result<(), Error> {
        self.add(-money)
    }

    /// Puts all of another bag in.
    ///
    /// # Errors
    /// As [`add`](Self::add); then nothing was put in.
    pub fn merge(&mut self, other: &Self) -> Result<(), Error> {
        let mut merged = self.clone();
        other.iter().try_for_each(|money| merged.add(money))?;
        *self = merged;
        Ok(())
    }

    /// The sum in one currency, which may be nothing.
    #[must_use]
    pub fn amount(&self, currency: Currency) -> Money {
        self.sums.get(&currency).copied().unwrap_or_else(|| Money::new(Decimal::ZERO, currency))
    }

    /// The sums that are not nothing, in the order of their codes.
    pub fn iter(&self) -> impl Iterator<Item = Money> + '_ {
        self.sums.values().copied()
    }

    /// Whether every currency comes to nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sums.is_empty()
    }
}

impl TryFrom<Vec<Money>> for MoneyBag {
    type Error = Error;

    fn try_from(amounts: Vec<Money>) -> Result<Self, Error> {
        let mut bag = Self::default();
        amounts.into_iter().try_for_each(|money| bag.add(money))?;
        Ok(bag)
    }
}

impl From<MoneyBag> for Vec<Money> {
    fn from(bag: MoneyBag) -> Self {
        bag.sums.into_values().collect()
    }
}

impl std::fmt::Display for MoneyBag {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sums: Vec<String> = self.iter().map(|money| money.to_string()).collect();
        f.pad(&if sums.is_empty() { "nothing".to_owned() } else { sums.join(" + ") })
    }
}
