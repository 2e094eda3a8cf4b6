//! From one currency to another, with the rates that the organization keeps.

use agenthub_core::error::Result;
use agenthub_core::exchange_rate::ConversionOrder;
use agenthub_core::openapi::Amount;
use agenthub_money::exchange::Conversion;
use agenthub_money::{Currency, Rounding};
use axum::Json;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::reading::Reading;
use crate::auth::Entered;
use crate::body::{Decimals, Exact};
use crate::problem::Failure;

/// An amount to be converted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConvertBody {
    /// How much.
    #[schema(value_type = Amount)]
    amount: String,
    /// Of which currency (ISO 4217).
    #[schema(example = "USD")]
    from_currency: String,
    /// Into which.
    #[schema(example = "EUR")]
    to_currency: String,
    /// With the rates that held at this time; now, where nothing is said.
    at: Option<DateTime<Utc>>,
    /// With no rate that was older than this at that time; of any age, where nothing is said.
    #[schema(maximum = 1_000_000)]
    max_age_hours: Option<u32>,
    /// How the result is rounded, once, at the end.
    #[serde(default)]
    rounding: Rounding,
    /// To how many decimals; to those of the currency, where nothing is said.
    #[schema(maximum = 28)]
    decimals: Option<u32>,
    /// The currency that a pair without a rate of its own goes through; the euro, where nothing is said.
    #[schema(example = "EUR")]
    via: Option<String>,
}

impl Decimals for ConvertBody {
    const FIELDS: &'static [&'static str] = &["amount"];
}

/// What an amount is in another currency.
#[derive(Serialize, ToSchema)]
pub(crate) struct Converted {
    /// How much: a decimal number as text.
    #[schema(example = "86.26")]
    amount: String,
    /// Of which currency.
    #[schema(example = "EUR")]
    currency_code: &'static str,
    /// With which rates, on which way, how rounded. Whoever keeps it can do the conversion again years later.
    receipt: Conversion,
}

/// Converts an amount.
pub(crate) async fn convert(
    Entered(session): Entered,
    Exact(body): Exact<ConvertBody>,
) -> Result<Json<Converted>, Failure> {
    let receipt = session.exchange_rates().convert(&body.order()?).await?;
    let (amount, currency_code) = receipt.to.to_columns();
    Ok(Json(Converted { amount, currency_code, receipt }))
}

impl ConvertBody {
    fn order(&self) -> Result<ConversionOrder> {
        let mut reading = Reading::default();
        let money = reading.money(&self.amount, "/from_currency", &self.from_currency);
        let to = reading.currency("/to_currency", &self.to_currency);
        let via = reading.optional_currency("/via", self.via.as_deref());
        let ((money, to), via) = reading.done(money.zip(to).zip(via))?;
        Ok(ConversionOrder {
            at: self.at,
            max_age: self.max_age_hours.map(|hours| TimeDelta::hours(hours.into())),
            rounding: self.rounding,
            decimals: self.decimals,
            via: via.unwrap_or(Currency::EUR),
            ..ConversionOrder::new(money, to)
        })
    }
}
