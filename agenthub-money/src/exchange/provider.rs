//! Where rates come from.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::RateTable;
use crate::Error;

/// Somebody who knows exchange rates.
///
/// - `rates` gives, for each pair it knows, at least the rate that held at the time, with its source and the time
///   since when it holds. It may give more of the history.
/// - It gives all or nothing: a file cut in half is an error, never a short table.
/// - An error is [`Error::Fetch`] where trying again may help, [`Error::BadRatesFile`] where it does not.
/// - Callers keep the table; a provider need not cache.
///
/// ```
/// use agenthub_money::exchange::{Rate, RateProvider, RateTable};
/// use agenthub_money::{Currency, Decimal, Error};
/// use chrono::{DateTime, Utc};
///
/// /// The dirham has been tied to the dollar since 1997.
/// struct Pegged;
///
/// #[async_trait::async_trait]
/// impl RateProvider for Pegged {
///     async fn rates(&self, _at: DateTime<Utc>) -> Result<RateTable, Error> {
///         let since = DateTime::from_timestamp(878_342_400, 0).unwrap_or_default();
///         let mut table = RateTable::new();
///         table.add(Rate::new(Currency::USD, Currency::AED, Decimal::new(36725, 4), since, "central bank")?)?;
///         Ok(table)
///     }
/// }
/// ```
#[async_trait]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no source of exchange rates: implement `RateProvider` for it"
)]
pub trait RateProvider: Send + Sync {
    /// The rates that held at a time.
    async fn rates(&self, at: DateTime<Utc>) -> Result<RateTable, Error>;
}

/// A fixed table is a provider that never changes its mind.
#[async_trait]
impl RateProvider for RateTable {
    async fn rates(&self, _at: DateTime<Utc>) -> Result<RateTable, Error> {
        Ok(self.clone())
    }
}

/// Fetches a file; the only thing in this crate that would touch a network, and the caller brings it.
///
/// ```
/// use agenthub_money::{Error, exchange::Transport};
///
/// struct Recorded;
///
/// #[async_trait::async_trait]
/// impl Transport for Recorded {
///     async fn get(&self, url: &str) -> Result<String, Error> {
///         Err(Error::Fetch { url: url.to_owned(), reason: "nothing was recorded".to_owned() })
///     }
/// }
/// ```
#[async_trait]
pub trait Transport: Send + Sync {
    /// The whole body as text. Anything but success is an [`Error::Fetch`]; limit the size and the time here.
    async fn get(&self, url: &str) -> Result<String, Error>;
}
