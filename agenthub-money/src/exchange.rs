//! Exchange rates, and conversion that can be checked years later.
//!
//! ```
//! use agenthub_money::exchange::{Exchange, Rate, RateTable};
//! use agenthub_money::{Currency, Money};
//!
//! # fn main() -> Result<(), agenthub_money::Error> {
//! let noon = "2026-11-20T12:00:00Z".parse().unwrap_or_default();
//! let mut rates = RateTable::with_base(Currency::EUR);
//! rates.add(Rate::new(Currency::EUR, Currency::USD, "1.10".parse().unwrap_or_default(), noon, "ECB")?)?;
//! rates.add(Rate::new(Currency::EUR, Currency::JPY, "165".parse().unwrap_or_default(), noon, "ECB")?)?;
//!
//! let price: Money = "20.00 USD".parse()?;
//! let receipt = Exchange::new(&rates, noon).convert(price, Currency::JPY)?;
//! assert_eq!(receipt.to.to_string(), "3000 JPY");
//! assert_eq!(receipt.path.to_string(), "USD → EUR → JPY");
//! receipt.verify()?;
//! # Ok(())
//! # }
//! ```

mod convert;
pub mod ecb;
mod path;
mod provider;
mod rate;
mod receipt;
mod store;
mod table;

pub use convert::Exchange;
pub use path::{Path, Step};
pub use provider::{RateProvider, Transport};
pub use rate::Rate;
pub use receipt::Conversion;
pub use store::{MemoryRates, RateFilter, RateStore, StoredRates};
pub use table::RateTable;
