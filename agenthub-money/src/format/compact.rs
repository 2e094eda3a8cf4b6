//! Shortened amounts: `$12K`, `$12 thousand`.

use icu::decimal::CompactDecimalFormatter;
use icu::decimal::input::Decimal as Fixed;
use icu::decimal::options::CompactDecimalFormatterOptions;
use icu::experimental::dimension::currency::formatter::CurrencyFormatter;
use icu::experimental::dimension::currency::options::CurrencyFormatterOptions;
use icu::locale::Locale;

use super::data::{self, MoneyData};
use super::{FormatOptions, Style};
use crate::{Currency, Decimal, Error};

/// ICU4X's own formatter: nothing here is read back, so its rounding is as good as any.
pub(super) enum Compact {
    Money(Box<CurrencyFormatter<CompactDecimalFormatter>>),
    Number(Box<CompactDecimalFormatter>),
}

impl Compact {
    pub(super) fn load(
        data: &dyn MoneyData,
        locale: &Locale,
        currency: Currency,
        options: FormatOptions,
    ) -> Result<Self, Error> {
        let long = options.style == Style::CompactLong;
        if options.symbol {
            let currency = data::icu_currency(currency)?;
            let usage = CurrencyFormatterOptions::default();
            let new = if long {
                CurrencyFormatter::try_new_compact_long_symbol_unstable
            } else {
                CurrencyFormatter::try_new_compact_symbol_unstable
            };
            return Ok(Self::Money(Box::new(new(data, locale.into(), currency, usage)?)));
        }
        let new = if long {
            CompactDecimalFormatter::try_new_long_unstable
        } else {
            CompactDecimalFormatter::try_new_short_unstable
        };
        Ok(Self::Number(Box::new(new(data, locale.into(), CompactDecimalFormatterOptions::default())?)))
    }

    pub(super) fn write(&self, amount: Decimal) -> String {
        let mut fixed = Fixed::from(amount.mantissa());
        fixed.multiply_pow10(-(amount.scale() as i16));
        match self {
            Self::Money(formatter) => formatter.format_fixed_decimal(&fixed).to_string(),
            Self::Number(formatter) => formatter.format(&fixed).to_string(),
        }
    }
}
