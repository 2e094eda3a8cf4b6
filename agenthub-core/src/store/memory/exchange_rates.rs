//! Exchange rates, in memory.

use std::collections::BTreeSet;
use std::sync::Arc;

use agenthub_money::Currency;
use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::listing::{Order, sorted, time_key};
use super::require;
use super::scope::Scope;
use crate::error::Result;
use crate::exchange_rate::{ExchangeRate, ExchangeRateFilter};
use crate::page::{Listing, Page};
use crate::store::{ExchangeRates, ReadExchangeRates};

const LAST_FIRST: Order<ExchangeRate> =
    Order { name: "-effective_at", place: |it| (time_key(it.rate.effective()), it.id.uuid()) };

#[async_trait]
impl ReadExchangeRates for Scope {
    async fn in_force(
        &mut self,
        base: Currency,
        quote: Currency,
        at: DateTime<Utc>,
    ) -> Result<Option<ExchangeRate>> {
        let of_pair = ExchangeRateFilter { base: Some(base), quote: Some(quote), ..Default::default() };
        let by_then = self.exchange_rates(&of_pair).filter(|it| it.rate.effective() <= at);
        Ok(by_then.max_by_key(|it| (it.rate.effective(), it.id)).cloned())
    }

    async fn list(&mut self, filter: &ExchangeRateFilter, page: &Page) -> Result<Listing<ExchangeRate>> {
        sorted(self.exchange_rates(filter), page, &LAST_FIRST)
    }

    async fn pairs(&mut self) -> Result<Vec<(Currency, Currency)>> {
        let all = ExchangeRateFilter::default();
        let pairs: BTreeSet<_> = self.exchange_rates(&all).map(|it| (it.rate.from(), it.rate.to())).collect();
        Ok(pairs.into_iter().collect())
    }
}

#[async_trait]
impl ExchangeRates for Scope {
    async fn add(&mut self, rates: &[ExchangeRate]) -> Result<()> {
        let kept = &mut self.tenant_mut()?.exchange_rates;
        for rate in rates {
            require(kept.insert(rate.id, Arc::new(rate.clone())).is_none())?;
        }
        Ok(())
    }
}

impl Scope {
    fn exchange_rates<'s>(
        &'s self,
        filter: &'s ExchangeRateFilter,
    ) -> impl Iterator<Item = &'s ExchangeRate> {
        let all = self.tenant().into_iter().flat_map(|it| it.exchange_rates.values());
        all.map(Arc::as_ref).filter(|it| wants(filter, it))
    }
}

/// Does the filter want the rate?
fn wants(filter: &ExchangeRateFilter, it: &ExchangeRate) -> bool {
    filter.base.is_none_or(|base| base == it.rate.from())
        && filter.quote.is_none_or(|quote| quote == it.rate.to())
        && filter.source.as_deref().is_none_or(|source| source == it.rate.source())
        && filter.from.is_none_or(|from| it.rate.effective() >= from)
        && filter.until.is_none_or(|until| it.rate.effective() < until)
}
