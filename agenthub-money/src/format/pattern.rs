//! CLDR's patterns for an amount with a sign or without one.

use icu::experimental::dimension::provider::currency::{
    essentials::CurrencyEssentialsV1, no_currency::CurrencyPatternsNoCurrencyV1, symbols::CurrencySymbolsV1,
};

use super::affix::Affix;
use super::{MoneyFormatter, Style, data};
use crate::{Currency, Error};

/// What stands around a number of each sign.
pub(super) struct Signed {
    pub(super) positive: Affix,
    pub(super) negative: Affix,
}

/// The pattern of a number alone, which still knows accountants' parentheses.
pub(super) fn bare(formatter: &MoneyFormatter, minus: &Affix, style: Style) -> Result<Signed, Error> {
    let system = data::numbering_system(&formatter.locale);
    let payload = data::load_numbered::<CurrencyPatternsNoCurrencyV1>(
        &*formatter.data,
        &formatter.locale,
        system.as_deref(),
    )?;
    let patterns = payload.get();
    let (positive, negative) = match style {
        Style::Accounting => (patterns.get_positive_accounting(), patterns.get_negative_accounting()),
        _ => (patterns.get_positive(), patterns.get_negative()),
    };
    let positive = Affix::of_pattern(positive, "");
    let negative = negative.map_or_else(|| minus.around(&positive), |pattern| Affix::of_pattern(pattern, ""));
    Ok(Signed { positive, negative })
}

/// The pattern with the currency's sign in its place.
pub(super) fn with_symbol(
    formatter: &MoneyFormatter,
    currency: Currency,
    minus: &Affix,
    style: Style,
) -> Result<Signed, Error> {
    let Some(symbol) = symbol(formatter, currency, style)? else {
        return bare(formatter, minus, style);
    };
    let system = data::numbering_system(&formatter.locale);
    let payload =
        data::load_numbered::<CurrencyEssentialsV1>(&*formatter.data, &formatter.locale, system.as_deref())?;
    let patterns = payload.get();
    let (starts, ends) = (symbol.starts_with_letter, symbol.ends_with_letter);
    let (positive, negative) = match style {
        Style::Accounting => {
            (patterns.get_positive_accounting(starts, ends), patterns.get_negative_accounting(starts, ends))
        }
        _ => (patterns.get_positive(starts, ends), patterns.get_negative(starts, ends)),
    };
    let positive = Affix::of_pattern(positive, &symbol.text);
    let negative =
        negative.map_or_else(|| minus.around(&positive), |pattern| Affix::of_pattern(pattern, &symbol.text));
    Ok(Signed { positive, negative })
}

/// A currency's sign as text; whether its ends are letters decides about the space before the number.
pub(super) struct Symbol {
    pub(super) text: String,
    starts_with_letter: bool,
    ends_with_letter: bool,
}

impl Symbol {
    fn code(currency: Currency) -> Self {
        Self { text: currency.code().to_owned(), starts_with_letter: true, ends_with_letter: true }
    }
}

/// The sign for a style: the code where the locale names none, nothing where it says that there is none.
pub(super) fn symbol(
    formatter: &MoneyFormatter,
    currency: Currency,
    style: Style,
) -> Result<Option<Symbol>, Error> {
    let attributes = match style {
        Style::Code => return Ok(Some(Symbol::code(currency))),
        Style::Narrow => format!("{currency}n"),
        _ => currency.code().to_owned(),
    };
    let locale = data::data_locale::<CurrencySymbolsV1>(&formatter.locale);
    let Some(found) = data::load::<CurrencySymbolsV1>(&*formatter.data, &locale, &attributes)? else {
        return Ok(Some(Symbol::code(currency)));
    };
    let symbol = found.payload.get();
    Ok((!symbol.as_str().is_empty()).then(|| Symbol {
        text: symbol.as_str().to_owned(),
        starts_with_letter: symbol.starts_with_letter(),
        ends_with_letter: symbol.ends_with_letter(),
    }))
}
