//! What numbers are written with: digits, separators, signs.

use icu::decimal::provider::{DecimalDigitsV1, DecimalSymbols, DecimalSymbolsV1};
use icu::experimental::dimension::provider::currency::symbols::CurrencyDecimalSymbolsV1;
use icu::locale::Locale;

use super::affix::Affix;
use super::data::{self, MoneyData};
use super::gaps;
use crate::{Currency, Error};

/// The number symbols of a locale, or of one currency in it where that differs.
#[derive(Debug, Clone)]
pub(super) struct Symbols {
    pub(super) digits: [char; 10],
    pub(super) decimal: String,
    pub(super) group: String,
    /// What a negative amount is wrapped in where its pattern has no form of its own.
    pub(super) minus: Affix,
    pub(super) grouping: Grouping,
}

/// How many digits stand between group separators.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grouping {
    pub(super) primary: usize,
    pub(super) secondary: usize,
    /// The least number of digits before the first separator.
    pub(super) least: usize,
}

impl Symbols {
    /// Those of the locale, in the numbering system it names or in the one given.
    pub(super) fn load(data: &dyn MoneyData, locale: &Locale, system: Option<&str>) -> Result<Self, Error> {
        let asked = data::numbering_system(locale);
        let system = system.or(asked.as_deref());
        let payload = data::load_numbered::<DecimalSymbolsV1>(data, locale, system)?;
        let mut symbols = Self::resolve(data, payload.get(), system)?;
        gaps::separators(locale, &mut symbols);
        Ok(symbols)
    }

    /// Those that a currency has of its own, such as `$` as the decimal separator of Portuguese escudos.
    pub(super) fn of_currency(
        data: &dyn MoneyData,
        locale: &Locale,
        currency: Currency,
    ) -> Result<Option<Self>, Error> {
        let named = data::data_locale::<CurrencyDecimalSymbolsV1>(locale);
        let asked = data::numbering_system(locale);
        let attributes = match &asked {
            Some(system) => format!("{system}/{currency}"),
            None => currency.code().to_owned(),
        };
        let found = data::load::<CurrencyDecimalSymbolsV1>(data, &named, &attributes)?;
        found.map(|found| Self::resolve(data, found.payload.get(), asked.as_deref())).transpose()
    }

    fn resolve(
        data: &dyn MoneyData,
        symbols: &DecimalSymbols<'_>,
        system: Option<&str>,
    ) -> Result<Self, Error> {
        let root = icu_provider::DataLocale::default();
        let mut digits = None;
        for system in system.into_iter().chain([symbols.numsys()]) {
            digits = digits.or(data::load::<DecimalDigitsV1>(data, &root, system)?);
        }
        let sizes = symbols.grouping_sizes;
        let primary = usize::from(sizes.primary);
        Ok(Self {
            digits: digits.map_or(ASCII, |found| *found.payload.get()),
            decimal: symbols.decimal_separator().to_owned(),
            group: symbols.grouping_separator().to_owned(),
            minus: Affix {
                prefix: symbols.minus_sign_prefix().to_owned(),
                suffix: symbols.minus_sign_suffix().to_owned(),
            },
            grouping: Grouping {
                primary,
                secondary: if sizes.secondary == 0 { primary } else { usize::from(sizes.secondary) },
                least: usize::from(sizes.min_grouping).max(1),
            },
        })
    }
}

const ASCII: [char; 10] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
