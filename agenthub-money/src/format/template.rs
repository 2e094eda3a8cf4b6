//! One currency in one style of one locale, ready for numbers.

use icu::experimental::dimension::provider::currency::{
    extended::CurrencyExtendedDataV1, patterns::CurrencyPatternsDataV1,
};
use icu::plurals::{PluralOperands, PluralRules};
use icu_provider::DataPayload;

use super::affix::Affix;
use super::compact::Compact;
use super::data::{self, MoneyData};
use super::pattern::Signed;
use super::{Decimals, FormatOptions, MoneyFormatter, Style, Symbols, digits, gaps, pattern};
use crate::{Currency, Decimal, Error};

pub(super) struct Template {
    /// Where the currency or the style has number symbols of its own.
    symbols: Option<Symbols>,
    body: Body,
}

enum Body {
    Fixed(Signed),
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
            style if !options.symbol => Body::Fixed(pattern::bare(formatter, minus, style)?),
            Style::Name => name(formatter, currency)?,
            style => Body::Fixed(pattern::with_symbol(formatter, currency, minus, style)?),
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
            Body::Fixed(affixes) => {
                let affix = if negative { &affixes.negative } else { &affixes.positive };
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
