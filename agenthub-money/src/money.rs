//! An amount of one currency.

mod column;
pub(crate) mod exact;
mod json;
mod minor;
mod text;
pub(crate) mod unit;

use std::cmp::Ordering;
use std::ops::Neg;

use crate::{Currency, Decimal, Error, Unit};

/// An exact amount of one currency.
///
/// `Money` without a parameter holds any currency, and mixing two is an error when the program runs.
/// `Money<Usd>` holds dollars only, and mixing does not compile:
///
/// ```compile_fail,E0308
/// use agenthub_money::{Eur, Money, Usd};
/// let dollars = Money::new(1.into(), Usd);
/// let euros = Money::new(1.into(), Eur);
/// let sum = dollars.checked_add(euros);
/// ```
///
/// Nor does comparing them, or making an amount from a floating-point number:
///
/// ```compile_fail,E0308
/// # use agenthub_money::{Eur, Money, Usd};
/// let same = Money::new(1.into(), Usd) == Money::new(1.into(), Eur);
/// ```
///
/// ```compile_fail,E0308
/// # use agenthub_money::{Money, Usd};
/// let price = Money::new(12.5, Usd);
/// ```
///
/// The amount may be finer than the currency's minor unit (a price of a thousandth of a cent is one):
/// nothing is rounded until somebody asks for it. No operation loses a digit; what does not fit 28 digits
/// is an [`Error::Overflow`].
///
/// ```
/// use agenthub_money::{Currency, Error, Money};
///
/// # fn main() -> Result<(), Error> {
/// let price: Money = "12.50 EUR".parse()?;
/// let postage: Money = "3.90 USD".parse()?;
/// let error = price.checked_add(postage).unwrap_err();
/// assert_eq!(error, Error::CurrencyMismatch { expected: Currency::EUR, found: Currency::USD });
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money<C: Unit = Currency> {
    amount: Decimal,
    unit: C,
}

impl<C: Unit> Money<C> {
    /// This amount of this currency.
    pub fn new(amount: Decimal, unit: C) -> Self {
        // There is one zero only: minus zero would print a sign that says nothing.
        let amount = if amount.is_zero() { amount.abs() } else { amount };
        Self { amount, unit }
    }

    /// Nothing of this currency.
    pub fn zero(unit: C) -> Self {
        Self { amount: Decimal::ZERO, unit }
    }

    /// The number, in whole units (dollars, not cents).
    pub fn amount(&self) -> Decimal {
        self.amount
    }

    /// The currency.
    pub fn currency(&self) -> Currency {
        self.unit.currency()
    }

    /// The unit it was made with: the [`Currency`], or a type such as [`Usd`](crate::Usd).
    pub fn unit(&self) -> C {
        self.unit
    }

    /// Whether it is nothing.
    pub fn is_zero(&self) -> bool {
        self.amount.is_zero()
    }

    /// Whether it is less than nothing.
    pub fn is_negative(&self) -> bool {
        self.amount.is_sign_negative()
    }

    /// The same without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        Self::new(self.amount.abs(), self.unit)
    }

    /// The sum.
    ///
    /// # Errors
    /// [`Error::CurrencyMismatch`] for two currencies, [`Error::Overflow`] if it does not fit 28 digits.
    pub fn checked_add(self, other: Self) -> Result<Self, Error> {
        self.same_currency(other)?;
        Ok(Self::new(exact::add(self.amount, other.amount)?, self.unit))
    }

    /// The difference.
    ///
    /// # Errors
    /// As [`checked_add`](Self::checked_add).
    pub fn checked_sub(self, other: Self) -> Result<Self, Error> {
        self.checked_add(-other)
    }

    /// The product with a plain number, every digit kept.
    ///
    /// # Errors
    /// [`Error::Overflow`] if it does not fit 28 digits.
    pub fn checked_mul(self, factor: impl Into<Decimal>) -> Result<Self, Error> {
        Ok(Self::new(exact::mul(self.amount, factor.into())?, self.unit))
    }

    /// Which of two amounts is more.
    ///
    /// # Errors
    /// [`Error::CurrencyMismatch`] for two currencies.
    pub fn compare(&self, other: &Self) -> Result<Ordering, Error> {
        self.same_currency(*other)?;
        Ok(self.amount.cmp(&other.amount))
    }

    /// The same amount with the currency as a value.
    #[must_use]
    pub fn dynamic(self) -> Money {
        Money::new(self.amount, self.currency())
    }

    /// The same amount with the currency as a type, if it is that one.
    ///
    /// ```
    /// use agenthub_money::{Eur, Money, Usd};
    /// # fn main() -> Result<(), agenthub_money::Error> {
    /// let money: Money = "5.00 USD".parse()?;
    /// assert!(money.typed::<Usd>().is_ok());
    /// assert!(money.typed::<Eur>().is_err());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`Error::CurrencyMismatch`] if it is another.
    pub fn typed<T: Unit>(self) -> Result<Money<T>, Error> {
        Ok(Money::new(self.amount, T::try_from_currency(self.currency())?))
    }

    fn same_currency(&self, other: Self) -> Result<(), Error> {
        if self.unit == other.unit { Ok(()) } else { Err(Error::mismatch(self.currency(), other.currency())) }
    }
}

impl<C: Unit> Neg for Money<C> {
    type Output = Self;

    fn neg(self) -> Self {
        Self::new(-self.amount, self.unit)
    }
}

/// Amounts of one currency have an order; those of two have none.
impl<C: Unit> PartialOrd for Money<C> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.compare(other).ok()
    }
}
