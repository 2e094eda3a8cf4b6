//! One currency in one style of one locale, ready for numbers.

use icu::experimental::dimension::provider::currency::{
    essentials::CurrencyEssentialsV1, extended::CurrencyExtendedDataV1,
    no_currency::CurrencyPatternsNoCurrencyV1, patterns::CurrencyPatternsDataV1, symbols::CurrencySymbolsV1,
};
use icu::plurals::{PluralOperands, PluralRules};
use icu_provider::DataPayload;

use super::affix::Affix;
use super::compact::Compact;
use super::data::{self, MoneyData};
use super::{Decimals, FormatOptions, MoneyFormatter, Style, Symbols, digits, gaps};
use crate::{Currency, Decimal, Error};

pub(super) struct Template {
    /// Where the currency or the style has number symbols of its own.
    symbols: Option<Symbols>,
    body: Body,
}

enum Body {
    Fixed { positive: Affix, negative: Affix },
    Name { names: DataPayload<CurrencyExtendedDataV1>, patterns: DataPayload<CurrencyPatternsDataV1> },
    Compact(Compact),
}

impl Template {
    pub(super) fn load(
        formatter: &MoneyFormatter,
        currency: Currency,
        options: FormatOptions,
    ) -> Result<Self, Error> {
        let (data, locale) = (&*formatter.data, &formatter.locale);
        let mut symbols = Symbols::of_currency(data, locale, currency)?;
        if let Some(grouping) = gaps::grouping(locale, options.style) {
            symbols.get_or_insert_with(|| formatter.symbols.clone()).grouping = grouping;
        }
        let minus = &symbols.as_ref().unwrap_or(&formatter.symbols).minus;
        let body = match options.style {
            style if !style.keeps_digits() => Body::Compact(Compact::load(data, locale, currency, options)?),
            style if !options.symbol => bare(formatter, minus, style)?,
            Style::Name => name(formatter, currency)?,
            style => with_symbol(formatter, currency, minus, style)?,
        };
        Ok(Self { symbols, body })
    }

    pub(super) fn write(
        &self,
        amount: Decimal,
        currency: Currency,
        options: FormatOptions,
        formatter: &MoneyFormatter,
    ) -> String {
        if let Body::Compact(compact) = &self.body {
            return compact.write(amount);
        }
        let (number, decimals) = rounded(amount, currency, options);
        let negative = amount.is_sign_negative();
        let symbols = self.symbols.as_ref().unwrap_or(&formatter.symbols);
        let mut out = String::with_capacity(48);
        match &self.body {
            Body::Fixed { positive, negative: below } => {
                let affix = if negative { below } else { positive };
                out.push_str(&affix.prefix);
                digits::write(&mut out, number, decimals, symbols);
                out.push_str(&affix.suffix);
            }
            Body::Name { names, patterns } => {
                let operands = operands(number, decimals);
                let affix = named(names, patterns, operands, &formatter.plurals);
                let affix = if negative { symbols.minus.around(&affix) } else { affix };
                out.push_str(&affix.prefix);
                digits::write(&mut out, number, decimals, symbols);
                out.push_str(&affix.suffix);
            }
            Body::Compact(_) => {}
        }
        out
    }
}

/// The number that is written, and how many decimals it gets.
fn rounded(amount: Decimal, currency: Currency, options: FormatOptions) -> (Decimal, u32) {
    let decimals = match options.decimals {
        Decimals::Currency => currency.decimals(),
        Decimals::Exactly(decimals) => u32::from(decimals).min(Decimal::MAX_SCALE),
        Decimals::All => {
            let amount = amount.normalize();
            return (amount, amount.scale().max(currency.decimals()));
        }
    };
    if amount.scale() <= decimals {
        return (amount, decimals);
    }
    (amount.round_dp_with_strategy(decimals, options.rounding.strategy()), decimals)
}

/// The pattern of a number alone, which still knows accountants' parentheses.
fn bare(formatter: &MoneyFormatter, minus: &Affix, style: Style) -> Result<Body, Error> {
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
    Ok(Body::Fixed { positive, negative })
}

fn with_symbol(
    formatter: &MoneyFormatter,
    currency: Currency,
    minus: &Affix,
    style: Style,
) -> Result<Body, Error> {
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
    Ok(Body::Fixed { positive, negative })
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

fn name(formatter: &MoneyFormatter, currency: Currency) -> Result<Body, Error> {
    let locale = data::data_locale::<CurrencyPatternsDataV1>(&formatter.locale);
    let patterns = data::load::<CurrencyPatternsDataV1>(&*formatter.data, &locale, "")?
        .ok_or_else(|| Error::LocaleData { reason: format!("{locale} has no pattern for names") })?
        .payload;
    let names = names(&*formatter.data, formatter, currency)?.unwrap_or_else(|| code_as_name(currency));
    Ok(Body::Name { names, patterns })
}

/// The plural forms of a currency's name, where CLDR names it.
pub(super) fn names(
    data: &dyn MoneyData,
    formatter: &MoneyFormatter,
    currency: Currency,
) -> Result<Option<DataPayload<CurrencyExtendedDataV1>>, Error> {
    let locale = data::data_locale::<CurrencyExtendedDataV1>(&formatter.locale);
    Ok(data::load::<CurrencyExtendedDataV1>(data, &locale, currency.code())?.map(|found| found.payload))
}

/// By UTS 35, a currency without a name is called by its code.
fn code_as_name(currency: Currency) -> DataPayload<CurrencyExtendedDataV1> {
    DataPayload::from_owned(icu::plurals::PluralElements::new(currency.code()).into())
}

fn named(
    names: &DataPayload<CurrencyExtendedDataV1>,
    patterns: &DataPayload<CurrencyPatternsDataV1>,
    operands: PluralOperands,
    rules: &PluralRules,
) -> Affix {
    Affix::of_pattern(patterns.get().get(operands, rules), names.get().get(operands, rules))
}

/// What the plural rules look at: the number with the zeros that are written.
fn operands(number: Decimal, decimals: u32) -> PluralOperands {
    let mut visible = icu::decimal::input::Decimal::from(number.mantissa().unsigned_abs());
    visible.multiply_pow10(-(number.scale() as i16));
    visible.absolute.pad_end(-(decimals as i16));
    PluralOperands::from(&visible)
}
