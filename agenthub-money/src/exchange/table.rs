//! Rates in memory, looked up by pair and time.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::Rate;
use crate::{Currency, Decimal, Error};

/// Rates by pair, each pair with its history; also the fixed table for programs that need no more.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RateTable {
    base: Option<Currency>,
    /// Each history is sorted by time.
    rates: BTreeMap<(Currency, Currency), Vec<Rate>>,
}

impl RateTable {
    /// A table without a base: only pairs that it has, and their inverses, can be converted.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A table whose other pairs go through this currency.
    #[must_use]
    pub fn with_base(base: Currency) -> Self {
        Self { base: Some(base), rates: BTreeMap::new() }
    }

    /// The currency that other pairs go through.
    #[must_use]
    pub fn base(&self) -> Option<Currency> {
        self.base
    }

    /// Puts a rate in. One of the same pair and time takes the place of the older one.
    ///
    /// # Errors
    /// [`Error::RateLoop`] if the table has the opposite rate of the same time and source, and the two disagree by
    /// more than a twentieth: then going to and fro would make money, and one of them is upside down.
    pub fn add(&mut self, rate: Rate) -> Result<(), Error> {
        self.refuse_loop(&rate)?;
        let history = self.rates.entry((rate.from(), rate.to())).or_default();
        match history.binary_search_by_key(&rate.effective(), Rate::effective) {
            Ok(index) => history[index] = rate,
            Err(index) => history.insert(index, rate),
        }
        Ok(())
    }

    /// Puts several in; if one is refused, none is.
    ///
    /// # Errors
    /// As [`add`](Self::add).
    pub fn extend(&mut self, rates: impl IntoIterator<Item = Rate>) -> Result<(), Error> {
        let mut extended = self.clone();
        rates.into_iter().try_for_each(|rate| extended.add(rate))?;
        *self = extended;
        Ok(())
    }

    /// The newest rate of a pair that held at a time, as it was given: no inverse, no way round.
    #[must_use]
    pub fn rate(&self, from: Currency, to: Currency, at: DateTime<Utc>) -> Option<&Rate> {
        let history = self.rates.get(&(from, to))?;
        let after = history.partition_point(|rate| rate.effective() <= at);
        history[..after].last()
    }

    /// Every rate, by pair and time.
    pub fn iter(&self) -> impl Iterator<Item = &Rate> {
        self.rates.values().flatten()
    }

    /// How many rates there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rates.values().map(Vec::len).sum()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rates.is_empty()
    }

    fn refuse_loop(&self, rate: &Rate) -> Result<(), Error> {
        let Some(opposite) = self.rate(rate.to(), rate.from(), rate.effective()) else {
            return Ok(());
        };
        if opposite.effective() != rate.effective() || opposite.source() != rate.source() {
            return Ok(());
        }
        let gain = opposite.value().checked_mul(rate.value()).unwrap_or(Decimal::MAX);
        let tolerance = Decimal::new(5, 2);
        if (gain - Decimal::ONE).abs() <= tolerance {
            return Ok(());
        }
        Err(Error::RateLoop { path: vec![rate.from(), rate.to(), rate.from()], gain })
    }
}
