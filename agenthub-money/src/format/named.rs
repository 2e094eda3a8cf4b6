//! Amounts with the name of their currency, in the plural form that goes with the number.

use std::sync::OnceLock;

use icu::experimental::dimension::provider::currency::{
    extended::CurrencyExtendedDataV1, patterns::CurrencyPatternsDataV1,
};
use icu::plurals::PluralOperands;
use icu_provider::DataPayload;

use super::affix::Affix;
use super::pattern::Signed;
use super::{MoneyFormatter, data};
use crate::{Currency, Decimal, Error};

/// CLDR has six plural categories.
const CATEGORIES: usize = 6;

/// The name of one currency in every plural form.
pub(super) struct Named {
    names: DataPayload<CurrencyExtendedDataV1>,
    patterns: DataPayload<CurrencyPatternsDataV1>,
    /// One for each plural category, made when first needed.
    forms: [OnceLock<Signed>; CATEGORIES],
}

impl Named {
    pub(super) fn load(formatter: &MoneyFormatter, currency: Currency) -> Result<Self, Error> {
        let locale = data::data_locale::<CurrencyPatternsDataV1>(&formatter.locale);
        let patterns = data::load::<CurrencyPatternsDataV1>(&*formatter.data, &locale, "")?
            .ok_or_else(|| Error::LocaleData { reason: format!("{locale} has no pattern for names") })?
            .payload;
        let names = names(formatter, currency)?.unwrap_or_else(|| code_as_name(currency));
        Ok(Self { names, patterns, forms: Default::default() })
    }

    /// What stands around this number, written with so many decimals.
    pub(super) fn around(
        &self,
        number: Decimal,
        decimals: u32,
        minus: &Affix,
        formatter: &MoneyFormatter,
    ) -> &Signed {
        let rules = &formatter.plurals;
        let operands = operands(number, decimals);
        self.forms[rules.category_for(operands) as usize].get_or_init(|| {
            let name = self.names.get().get(operands, rules);
            let positive = Affix::of_pattern(self.patterns.get().get(operands, rules), name);
            let negative = minus.around(&positive);
            Signed { positive, negative }
        })
    }
}

/// The plural forms of a currency's name, where CLDR names it.
pub(super) fn names(
    formatter: &MoneyFormatter,
    currency: Currency,
) -> Result<Option<DataPayload<CurrencyExtendedDataV1>>, Error> {
    let locale = data::data_locale::<CurrencyExtendedDataV1>(&formatter.locale);
    let found = data::load::<CurrencyExtendedDataV1>(&*formatter.data, &locale, currency.code())?;
    Ok(found.map(|found| found.payload))
}

/// By UTS 35, a currency without a name is called by its code.
fn code_as_name(currency: Currency) -> DataPayload<CurrencyExtendedDataV1> {
    DataPayload::from_owned(icu::plurals::PluralElements::new(currency.code()).into())
}

/// What the plural rules look at: the number with the zeros that are written.
fn operands(number: Decimal, decimals: u32) -> PluralOperands {
    let mut visible = icu::decimal::input::Decimal::from(number.mantissa().unsigned_abs());
    visible.multiply_pow10(-(number.scale() as i16));
    visible.absolute.pad_end(-(decimals as i16));
    PluralOperands::from(&visible)
}
