//! Amounts: written for people, read from what people write, shared out.

use std::sync::Arc;

use agenthub_core::Permission::ExchangeRatesRead;
use agenthub_core::error::Result;
use agenthub_core::openapi::Amount;
use agenthub_money::format::{
    Decimals as Digits, ExtraDecimals, FormatOptions, MoneyFormatter, ParseOptions, Style,
};
use agenthub_money::{Decimal, Money, Rounding};
use axum::Json;
use axum::extract::Extension;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::formatter;
use super::reading::Reading;
use crate::auth::Entered;
use crate::body::{Body, Decimals, Exact};
use crate::problem::Failure;
use crate::request::Facts;

/// An amount to be written.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AmountBody {
    /// How much.
    #[schema(value_type = Amount)]
    amount: String,
    /// Of which currency (ISO 4217).
    #[schema(example = "EUR")]
    currency_code: String,
    /// How the currency is shown.
    #[serde(default)]
    style: Style,
    /// Whether it is shown at all.
    #[serde(default = "yes")]
    include_symbol: bool,
    /// In which language, such as `pt-BR`; in yours, where nothing is said or nobody knows it.
    #[schema(max_length = 100)]
    language: Option<String>,
    /// How an amount that is finer than its currency is rounded; it is refused, where nothing is said.
    rounding: Option<Rounding>,
}

impl Decimals for AmountBody {
    const FIELDS: &'static [&'static str] = &["amount"];
}

/// An amount as people write it.
#[derive(Serialize, ToSchema)]
pub(crate) struct FormattedAmount {
    /// The text.
    #[schema(example = "1.234,56 €")]
    text: String,
    /// The language that it is written in; another than was asked for, where nobody knows that one.
    #[schema(example = "de")]
    language: String,
}

/// Writes an amount.
pub(crate) async fn format(
    Entered(session): Entered,
    Extension(facts): Extension<Facts>,
    Exact(body): Exact<AmountBody>,
) -> Result<Json<FormattedAmount>, Failure> {
    session.allow(ExchangeRatesRead)?;
    let mut reading = Reading::default();
    let money = reading.money(&body.amount, "/currency_code", &body.currency_code);
    let money = money.and_then(|money| reading.keep("/amount", fitted(money, body.rounding)));
    let formatter = chosen(&mut reading, body.language.as_deref(), &facts)?;
    let money = reading.done(money)?;
    let options = FormatOptions {
        style: body.style,
        symbol: body.include_symbol,
        decimals: Digits::Currency,
        rounding: body.rounding.unwrap_or_default(),
    };
    let text = formatter.format(&money, options).map_err(agenthub_core::Error::from)?;
    Ok(Json(FormattedAmount { text, language: formatter.locale() }))
}

/// Text to be read.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AmountTextBody {
    /// The text.
    #[schema(example = "1.234,56 €", max_length = 200)]
    text: String,
    /// The currency that it is in (ISO 4217). Without one, the text must say it unmistakably.
    #[schema(example = "EUR")]
    currency_code: Option<String>,
    /// In which language it is written, such as `pt-BR`; in yours, where nothing is said or nobody knows it.
    #[schema(max_length = 100)]
    language: Option<String>,
    /// How an amount that is finer than its currency is rounded; it is refused, where nothing is said.
    rounding: Option<Rounding>,
}

/// What the text says.
#[derive(Serialize, ToSchema)]
pub(crate) struct ParsedAmount {
    /// How much: a decimal number as text.
    #[schema(example = "1234.56")]
    amount: String,
    /// Of which currency.
    #[schema(example = "EUR")]
    currency_code: &'static str,
    /// The language that it was read in; another than was asked for, where nobody knows that one.
    #[schema(example = "de")]
    language: String,
}

/// Reads an amount.
pub(crate) async fn parse(
    Entered(session): Entered,
    Extension(facts): Extension<Facts>,
    Body(body): Body<AmountTextBody>,
) -> Result<Json<ParsedAmount>, Failure> {
    session.allow(ExchangeRatesRead)?;
    let mut reading = Reading::default();
    let currency = reading.optional_currency("/currency_code", body.currency_code.as_deref());
    let formatter = chosen(&mut reading, body.language.as_deref(), &facts)?;
    let extra_decimals = body.rounding.map_or(ExtraDecimals::Refuse, ExtraDecimals::Round);
    let money = currency.and_then(|currency| {
        let options = ParseOptions { currency, extra_decimals };
        reading.keep("/text", formatter.parse_with(&body.text, options))
    });
    let (amount, currency_code) = reading.done(money)?.to_columns();
    Ok(Json(ParsedAmount { amount, currency_code, language: formatter.locale() }))
}

/// An amount to be shared out.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AllocateBody {
    /// How much.
    #[schema(value_type = Amount)]
    amount: String,
    /// Of which currency (ISO 4217).
    #[schema(example = "EUR")]
    currency_code: String,
    /// How large the shares are beside each other.
    #[schema(value_type = Vec<Amount>, max_items = 1000)]
    ratios: Vec<String>,
}

impl Decimals for AllocateBody {
    const FIELDS: &'static [&'static str] = &["amount", "ratios"];
}

/// The shares of an amount; together they are the amount.
#[derive(Serialize, ToSchema)]
pub(crate) struct Allocated {
    /// Each share, in the order of the ratios: a decimal number as text.
    #[schema(example = json!(["33.34", "33.33", "33.33"]))]
    shares: Vec<String>,
    /// Of which currency.
    #[schema(example = "EUR")]
    currency_code: &'static str,
}

/// Shares an amount out.
pub(crate) async fn allocate(
    Entered(session): Entered,
    Exact(body): Exact<AllocateBody>,
) -> Result<Json<Allocated>, Failure> {
    session.allow(ExchangeRatesRead)?;
    let mut reading = Reading::default();
    let money = reading.money(&body.amount, "/currency_code", &body.currency_code);
    let ratios: Vec<Option<Decimal>> = (0..)
        .zip(&body.ratios)
        .map(|(i, text): (u32, _)| reading.number(&format!("/ratios/{i}"), text))
        .collect();
    let ratios = ratios.into_iter().collect::<Option<Vec<_>>>();
    let (money, ratios) = reading.done(money.zip(ratios))?;
    let mut reading = Reading::default();
    let shares = reading.keep("/ratios", money.allocate(&ratios));
    let shares = reading.done(shares)?.iter().map(Money::plain_amount).collect();
    Ok(Json(Allocated { shares, currency_code: money.currency().code() }))
}

fn yes() -> bool {
    true
}

/// The amount with no more decimals than its currency has.
fn fitted(money: Money, rounding: Option<Rounding>) -> Result<Money, agenthub_money::Error> {
    rounding.map_or_else(|| money.exact(), |rounding| Ok(money.round(rounding)))
}

/// The formatter of the language that is asked for, else of the reader's.
fn chosen(reading: &mut Reading, asked: Option<&str>, facts: &Facts) -> Result<Arc<MoneyFormatter>> {
    asked.and_then(|tag| reading.language(tag)).map_or_else(|| formatter(facts), Ok)
}
