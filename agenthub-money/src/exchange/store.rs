//! Rates that are kept elsewhere: in a database, or here in memory.

use std::sync::{PoisonError, RwLock};

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::{Rate, RateProvider, RateTable};
use crate::{Currency, Error};

/// Which kept rates to list; a default lists all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RateFilter {
    /// Only rates of this currency.
    pub from: Option<Currency>,
    /// Only rates to this currency.
    pub to: Option<Currency>,
    /// Only rates effective at or before this time.
    pub until: Option<DateTime<Utc>>,
    /// Of each pair only the newest of these.
    pub newest_only: bool,
}

impl RateFilter {
    /// What held at a time: for each pair the newest rate effective by then.
    #[must_use]
    pub fn in_force(at: DateTime<Utc>) -> Self {
        Self { until: Some(at), newest_only: true, ..Self::default() }
    }
}

/// A place that keeps rates with their source and effective time.
///
/// - `add` keeps all of them or none. A rate of the same pair and effective time takes the place of the older one.
/// - `list` orders by pair, then by time, the oldest first.
/// - An error is [`Error::RateStore`], with the reason.
#[async_trait]
pub trait RateStore: Send + Sync {
    /// Keeps rates.
    async fn add(&self, rates: &[Rate]) -> Result<(), Error>;

    /// The kept rates that match.
    async fn list(&self, filter: &RateFilter) -> Result<Vec<Rate>, Error>;
}

/// Rates in memory: for tests, and for programs that need no more.
#[derive(Debug, Default)]
pub struct MemoryRates {
    table: RwLock<RateTable>,
}

#[async_trait]
impl RateStore for MemoryRates {
    async fn add(&self, rates: &[Rate]) -> Result<(), Error> {
        self.table.write().unwrap_or_else(PoisonError::into_inner).extend(rates.iter().cloned())
    }

    async fn list(&self, filter: &RateFilter) -> Result<Vec<Rate>, Error> {
        let table = self.table.read().unwrap_or_else(PoisonError::into_inner);
        let matching = table.iter().filter(|rate| {
            filter.from.is_none_or(|from| rate.from() == from)
                && filter.to.is_none_or(|to| rate.to() == to)
                && filter.until.is_none_or(|until| rate.effective() <= until)
        });
        let mut rates: Vec<Rate> = Vec::new();
        for rate in matching {
            let newer = |last: &&mut Rate| (last.from(), last.to()) == (rate.from(), rate.to());
            match rates.last_mut().filter(newer) {
                Some(last) if filter.newest_only => *last = rate.clone(),
                _ => rates.push(rate.clone()),
            }
        }
        Ok(rates)
    }
}

/// Kept rates as a provider, with the currency that other pairs go through.
#[derive(Debug, Clone)]
pub struct StoredRates<S> {
    store: S,
    base: Option<Currency>,
}

impl<S: RateStore> StoredRates<S> {
    /// The rates of a store; pairs it lacks go through `base`.
    pub fn new(store: S, base: Option<Currency>) -> Self {
        Self { store, base }
    }
}

#[async_trait]
impl<S: RateStore> RateProvider for StoredRates<S> {
    async fn rates(&self, at: DateTime<Utc>) -> Result<RateTable, Error> {
        let mut table = self.base.map_or_else(RateTable::new, RateTable::with_base);
        table.extend(self.store.list(&RateFilter::in_force(at)).await?)?;
        Ok(table)
    }
}
