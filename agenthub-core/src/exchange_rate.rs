//! Exchange rates that an organization keeps: since when each holds, where it came from, who set it.
//!
//! Rates are added and never changed, so that what held at a time can be found years later. Of two rates of one pair
//! and time, the one that was set last holds.

mod bridge;
mod convert;
mod history;
mod import;
pub(crate) mod manage;

use agenthub_money::exchange::Rate;
use agenthub_money::{Currency, Decimal};
use chrono::{DateTime, Utc};
use serde::Serialize;

pub use convert::ConversionOrder;
pub use import::{Import, MAX_IMPORT};
pub use manage::{ExchangeRates, NewExchangeRate};

use crate::audit::Actor;
use crate::id::Id;

/// The id of an exchange rate; of two rates, the one that was set later has the greater.
pub type ExchangeRateId = Id<ExchangeRate>;

/// A rate, and who set it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(into = "Shown")]
pub struct ExchangeRate {
    /// Its id.
    pub id: ExchangeRateId,
    /// What a unit of one currency is worth in another, since when, and who says so.
    pub rate: Rate,
    /// When it was set.
    pub created_at: DateTime<Utc>,
    /// Who set it.
    pub created_by: Actor,
}

/// Which rates are wanted; a default wants all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExchangeRateFilter {
    /// Of a unit of this currency.
    pub base: Option<Currency>,
    /// In this currency.
    pub quote: Option<Currency>,
    /// From this source.
    pub source: Option<String>,
    /// Effective at this time or later.
    pub from: Option<DateTime<Utc>>,
    /// Effective before this time.
    pub until: Option<DateTime<Utc>>,
}

/// A rate, and who set it.
#[derive(Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub(crate) struct Shown {
    id: ExchangeRateId,
    /// The currency (ISO 4217) that one unit is given of.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "EUR"))]
    base: Currency,
    /// The currency that is paid for it.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "USD"))]
    quote: Currency,
    /// How much is paid for one unit: a decimal number as text.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "1.1593"))]
    rate: Decimal,
    /// Who says so.
    #[cfg_attr(feature = "openapi", schema(example = "ECB"))]
    source: String,
    /// Since when it holds.
    effective_at: DateTime<Utc>,
    /// When it was set.
    created_at: DateTime<Utc>,
    /// Who set it.
    created_by: Actor,
}

impl From<ExchangeRate> for Shown {
    fn from(it: ExchangeRate) -> Self {
        Self {
            id: it.id,
            base: it.rate.from(),
            quote: it.rate.to(),
            rate: it.rate.value(),
            source: it.rate.source().to_owned(),
            effective_at: it.rate.effective(),
            created_at: it.created_at,
            created_by: it.created_by,
        }
    }
}
