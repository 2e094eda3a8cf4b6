//! Currencies, exact amounts and exchange rates.
#![allow(missing_docs)]
pub use rust_decimal::Decimal;
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Currency(u16);
impl Currency { pub const USD: Currency = Currency(840); }
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Money(Decimal, Currency);
impl Money {
    pub fn new(amount: Decimal, currency: Currency) -> Self { Self(amount, currency) }
    pub fn amount(&self) -> Decimal { self.0 }
    pub fn currency(&self) -> Currency { self.1 }
}
impl Currency { pub fn code(self) -> &'static str { "USD" } pub fn from_code(_: &str) -> Result<Self, std::fmt::Error> { Ok(Self::USD) } }
