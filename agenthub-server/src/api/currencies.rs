//! `/currencies`: what they are called, amounts written and read, shared and converted.

mod amounts;
mod convert;
mod reading;

use std::sync::Arc;

use agenthub_core::Permission::ExchangeRatesRead;
use agenthub_core::error::Result;
use agenthub_core::page::Listing;
use agenthub_money::Currency;
use agenthub_money::format::{MoneyFormatter, Style};
use axum::Json;
use axum::extract::Extension;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::auth::Entered;
use crate::paging::Filtered;
use crate::parameters::At;
use crate::problem::Failure;
use crate::request::Facts;

pub(crate) use amounts::{
    AllocateBody, Allocated, AmountBody, AmountTextBody, FormattedAmount, ParsedAmount, allocate, format,
    parse,
};
pub(crate) use convert::{ConvertBody, Converted, convert};
pub(crate) use reading::Reading;

/// A currency of ISO 4217, as the reader calls it.
#[derive(Serialize, ToSchema)]
#[schema(as = Currency)]
pub(crate) struct ShownCurrency {
    /// Three letters.
    #[schema(example = "CAD")]
    code: &'static str,
    /// Three digits; a few withdrawn funds have none.
    #[schema(example = "124")]
    number: Option<String>,
    /// Digits after the decimal separator; none where ISO names none, such as for gold.
    #[schema(example = 2)]
    minor_units: Option<u32>,
    /// The sign that is unmistakable in the reader's language.
    #[schema(example = "CA$")]
    symbol: String,
    /// The shortest sign, which several currencies may share.
    #[schema(example = "$")]
    narrow_symbol: String,
    /// The name in the reader's language.
    #[schema(example = "Canadian Dollar")]
    name: String,
    /// Whether it is no longer in use.
    historic: bool,
    /// Since when it is no longer in use, as ISO writes it.
    #[schema(example = "2002-03")]
    withdrawn: Option<&'static str>,
}

/// Which currencies are wanted.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct CurrencyQuery {
    /// Only those that are no longer in use, or only those that are; both, where nothing is said.
    historic: Option<bool>,
    /// With this text in the code or the name, in any case.
    #[schema(max_length = 100)]
    search: Option<String>,
}

/// Lists currencies by code.
pub(crate) async fn list(
    Entered(session): Entered,
    Extension(facts): Extension<Facts>,
    Filtered(query, paging): Filtered<CurrencyQuery>,
) -> Result<Response, Failure> {
    session.allow(ExchangeRatesRead)?;
    let formatter = formatter(&facts)?;
    let wanted = Currency::all().filter(|it| query.historic.is_none_or(|it_is| it_is == it.is_withdrawn()));
    let shown = wanted.map(|currency| show(currency, &formatter)).collect::<Result<Vec<_>>>()?;
    let found = shown.into_iter().filter(|it| query.finds(it)).collect();
    Ok(paging.answer(Listing::of_sorted(found, &paging.page, "code", |it| it.code.to_owned())?))
}

/// Shows a currency.
pub(crate) async fn get(
    Entered(session): Entered,
    Extension(facts): Extension<Facts>,
    At(code): At<String>,
) -> Result<Json<ShownCurrency>, Failure> {
    session.allow(ExchangeRatesRead)?;
    let currency = Currency::from_code(&code).map_err(agenthub_core::Error::from)?;
    Ok(Json(show(currency, &*formatter(&facts)?)?))
}

impl CurrencyQuery {
    fn finds(&self, currency: &ShownCurrency) -> bool {
        let Some(text) = self.search.as_ref().map(|text| text.to_lowercase()) else { return true };
        currency.code.to_lowercase().contains(&text) || currency.name.to_lowercase().contains(&text)
    }
}

fn show(currency: Currency, formatter: &MoneyFormatter) -> Result<ShownCurrency> {
    Ok(ShownCurrency {
        code: currency.code(),
        number: currency.number().map(|number| format!("{number:03}")),
        minor_units: currency.minor_units(),
        symbol: formatter.currency_symbol(currency, Style::Standard)?,
        narrow_symbol: formatter.currency_symbol(currency, Style::Narrow)?,
        name: formatter.currency_name(currency)?,
        historic: currency.is_withdrawn(),
        withdrawn: currency.withdrawn(),
    })
}

/// What writes and reads amounts in the reader's language.
fn formatter(facts: &Facts) -> Result<Arc<MoneyFormatter>> {
    Ok(MoneyFormatter::shared(facts.choice().locale.language().as_str())?)
}
