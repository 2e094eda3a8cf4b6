//! Currencies, exact amounts and exchange rates.
//!
//! ```
//! use agenthub_money::{Currency, Decimal, Money};
//!
//! # fn main() -> Result<(), agenthub_money::Error> {
//! let price = Money::new(Decimal::new(1250, 2), Currency::EUR);
//! let two = price.checked_mul(Decimal::TWO)?;
//! assert_eq!(two.to_string(), "25.00 EUR");
//! # Ok(())
//! # }
//! ```
//!
//! - [`Currency`]: all of ISO 4217. [`Money`]: an amount of one, known at run time (`Money`) or to the compiler
//!   (`Money<Usd>`). [`MoneyBag`]: sums of several. [`Rounding`]: always asked for.
//! - `format` (a default feature): amounts written for people in any locale of CLDR, and read back.
//! - [`exchange`]: rates, where they come from, and conversions with a receipt.
//!
//! There is no floating point in this crate: a lint refuses it.
#![deny(clippy::float_arithmetic, clippy::disallowed_types)]

mod allocation;
mod bag;
mod currency;
mod error;
pub mod exchange;
#[cfg(feature = "format")]
pub mod format;
mod money;
#[cfg(feature = "openapi")]
mod openapi;
mod rounding;

pub use bag::MoneyBag;
pub use currency::Currency;
pub use error::{Error, ErrorKind, RatesFileFault};
pub use money::Money;
pub use money::exact::parse as decimal;
pub use money::unit::{Aed, Aud, Brl, Cad, Chf, Cny, Eur, Gbp, Inr, Jpy, Mxn, Rub, Sar, Unit, Usd, Zar};
pub use rounding::Rounding;
pub use rust_decimal::Decimal;
