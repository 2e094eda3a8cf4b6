//! A rate, as it is sent.

use agenthub_core::error::Result;
use agenthub_core::exchange_rate::NewExchangeRate;
use agenthub_core::openapi::Amount;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::currencies::Reading;
use crate::body::Decimals;

/// A rate to be set.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExchangeRateBody {
    /// The currency (ISO 4217) that one unit is given of.
    #[schema(example = "EUR")]
    base: String,
    /// The currency that is paid for it.
    #[schema(example = "USD")]
    quote: String,
    /// How much is paid for one unit.
    #[schema(value_type = Amount)]
    rate: String,
    /// Who says so.
    #[serde(default = "by_hand")]
    #[schema(max_length = 255, example = "treasury")]
    source: String,
    /// Since when it holds; now, where nothing is said.
    effective_at: Option<DateTime<Utc>>,
}

impl Decimals for ExchangeRateBody {
    const FIELDS: &'static [&'static str] = &["rate"];
}

impl ExchangeRateBody {
    pub(super) fn new_rate(self) -> Result<NewExchangeRate> {
        let mut reading = Reading::default();
        let pair = reading.currency("/base", &self.base).zip(reading.currency("/quote", &self.quote));
        let rate = reading.number("/rate", &self.rate);
        let ((base, quote), rate) = reading.done(pair.zip(rate))?;
        Ok(NewExchangeRate { base, quote, rate, source: self.source, effective_at: self.effective_at })
    }
}

fn by_hand() -> String {
    "manual".to_owned()
}
