//! JSON schemas of types that write themselves.

use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use crate::exchange::Rate;

/// An exact amount of money.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its schema is used")]
pub(crate) struct ExactMoney {
    /// A decimal number as text.
    #[schema(example = "12.50")]
    amount: String,
    /// The ISO 4217 code of its currency.
    #[schema(example = "USD")]
    currency: String,
}

/// What a unit of one currency is worth in another, since when, and who says so.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct RateWire {
    /// The currency that one unit is given of.
    #[schema(example = "EUR")]
    from: String,
    /// The currency that is paid for it.
    #[schema(example = "USD")]
    to: String,
    /// How much is paid: a decimal number as text.
    #[schema(example = "1.1593")]
    value: String,
    /// Since when.
    effective: chrono::DateTime<chrono::Utc>,
    /// Who says so.
    #[schema(example = "ECB")]
    source: String,
}

impl PartialSchema for Rate {
    fn schema() -> RefOr<Schema> {
        RateWire::schema()
    }
}

impl ToSchema for Rate {}
