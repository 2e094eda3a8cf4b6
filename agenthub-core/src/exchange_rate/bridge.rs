//! The kept rates as agenthub-money's [`RateStore`], for whatever works on one.

use agenthub_money::Error as MoneyError;
use agenthub_money::exchange::{Rate, RateFilter, RateStore};
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};

use super::{ExchangeRateFilter, ExchangeRates, history};
use crate::error::{Error, Result};

/// Rates of one source can be added at a time, which leaves one record in the audit log, as an import does.
///
/// ```
/// use agenthub_core::store::memory::Memory;
/// use agenthub_core::{Caller, Hub};
/// use agenthub_money::Currency;
/// use agenthub_money::exchange::{RateProvider, RateStore, StoredRates};
/// # use agenthub_money::exchange::Rate;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let hub = Hub::new(Memory::new());
/// let organization = hub.create_organization("Acme").await?;
/// let session = hub.enter(Caller::system(organization.id));
/// let noon = "2026-11-20T12:00:00Z".parse()?;
/// let rate = Rate::new(Currency::EUR, Currency::USD, "1.1593".parse()?, noon, "bank")?;
/// session.exchange_rates().add(&[rate]).await?;
///
/// let provider = StoredRates::new(session.exchange_rates(), Some(Currency::EUR));
/// assert_eq!(provider.rates(noon).await?.len(), 1);
/// # hub.close().await;
/// # Ok(())
/// # }
/// ```
#[async_trait]
impl RateStore for ExchangeRates<'_> {
    async fn add(&self, rates: &[Rate]) -> Result<(), MoneyError> {
        if rates.is_empty() {
            return Ok(());
        }
        self.import(rates.to_vec()).await.map(drop).map_err(out_of_reach)
    }

    async fn list(&self, filter: &RateFilter) -> Result<Vec<Rate>, MoneyError> {
        self.matching(filter).await.map_err(out_of_reach)
    }
}

impl ExchangeRates<'_> {
    async fn matching(&self, filter: &RateFilter) -> Result<Vec<Rate>> {
        let mut view = self.view().await?;
        let rates = view.exchange_rates();
        let mut found = if filter.newest_only {
            history::in_force(rates, (filter.from, filter.to), filter.until.unwrap_or(LAST)).await?
        } else {
            let until = filter.until.map(|until| until + TimeDelta::microseconds(1));
            let filter =
                ExchangeRateFilter { base: filter.from, quote: filter.to, until, ..Default::default() };
            history::given(rates, &filter).await?
        };
        found.sort_by_key(|it| (it.rate.from(), it.rate.to(), it.rate.effective()));
        Ok(found.into_iter().map(|it| it.rate).collect())
    }
}

/// The last time that a store keeps: the end of the year 9999.
const LAST: DateTime<Utc> = DateTime::from_timestamp_micros(253_402_300_799_999_999).unwrap();

fn out_of_reach(error: Error) -> MoneyError {
    MoneyError::RateStore { reason: error.to_string() }
}
