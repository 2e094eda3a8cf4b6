//! Exchange rates of an organization.

use agenthub_money::Currency;
use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::error::Result;
use crate::exchange_rate::{ExchangeRate, ExchangeRateFilter};
use crate::page::{Listing, Page};

/// Looking at exchange rates.
#[async_trait]
pub trait ReadExchangeRates: Send {
    /// The rate of a pair that held at a time: of those effective by then the last, of those of one time the one with
    /// the highest id.
    async fn in_force(
        &mut self,
        base: Currency,
        quote: Currency,
        at: DateTime<Utc>,
    ) -> Result<Option<ExchangeRate>>;

    /// The rates that the filter wants, those effective last first; ties by id, highest first.
    async fn list(&mut self, filter: &ExchangeRateFilter, page: &Page) -> Result<Listing<ExchangeRate>>;

    /// Every pair that has a rate, base before quote, sorted.
    async fn pairs(&mut self) -> Result<Vec<(Currency, Currency)>>;
}

/// Adding exchange rates. None is ever changed.
#[async_trait]
pub trait ExchangeRates: ReadExchangeRates {
    /// Adds rates. `store.conflict` where an id is taken.
    async fn add(&mut self, rates: &[ExchangeRate]) -> Result<()>;
}
