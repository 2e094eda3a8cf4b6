//! One currency in one style of one locale, ready for numbers.

use super::compact::Compact;
use super::named::Named;
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
    Named(Box<Named>),
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
            Style::Name => Body::Named(Box::new(Named::load(formatter, currency)?)),
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
        let (number, decimals) = rounded(amount, currency, options);
        let symbols = self.symbols.as_ref().unwrap_or(&formatter.symbols);
        let affixes = match &self.body {
            Body::Fixed(affixes) => affixes,
            Body::Named(named) => named.around(number, decimals, &symbols.minus, formatter),
            Body::Compact(compact) => return compact.write(amount),
        };
        let affix = if amount.is_sign_negative() { &affixes.negative } else { &affixes.positive };
        let mut out = String::with_capacity(48);
        out.push_str(&affix.prefix);
        digits::write(&mut out, number, decimals, symbols);
        out.push_str(&affix.suffix);
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
