//! Which rates are wanted.

use agenthub_core::error::{Code, Error, Result, Violation};
use agenthub_core::exchange_rate::ExchangeRateFilter;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::currencies::Reading;

/// Which rates are wanted.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ExchangeRateQuery {
    /// Of a unit of this currency.
    base: Option<String>,
    /// In this currency.
    quote: Option<String>,
    /// Those that held at this time, one of each pair, by pair; all that were ever set, where nothing is said.
    at: Option<DateTime<Utc>>,
    /// From this source; not with `at`.
    source: Option<String>,
    /// That hold since this time or later; not with `at`.
    from: Option<DateTime<Utc>>,
    /// That hold since before this time; not with `at`.
    until: Option<DateTime<Utc>>,
}

impl ExchangeRateQuery {
    /// The time at which the rates held, if only those are wanted, and the filter.
    pub(super) fn filter(self) -> Result<(Option<DateTime<Utc>>, ExchangeRateFilter)> {
        let others = [
            ("/source", self.source.is_some()),
            ("/from", self.from.is_some()),
            ("/until", self.until.is_some()),
        ];
        let excluded = others.into_iter().filter(|(_, is_given)| *is_given && self.at.is_some());
        let faults: Vec<_> = excluded
            .map(|(place, _)| Violation::new(place, Code::VALUE_EXCLUDES).with("other", "at"))
            .collect();
        if !faults.is_empty() {
            return Err(Error::new(Code::INVALID).violating(faults));
        }
        let mut reading = Reading::default();
        let base = reading.optional_currency("/base", self.base.as_deref());
        let quote = reading.optional_currency("/quote", self.quote.as_deref());
        let (base, quote) = reading.done(base.zip(quote))?;
        let Self { source, from, until, at, .. } = self;
        Ok((at, ExchangeRateFilter { base, quote, source, from, until }))
    }
}
