//! What currencies are called.

use icu::experimental::dimension::provider::currency::displayname::CurrencyDisplaynameV1;

use super::{MoneyFormatter, Style, data, pattern};
use crate::{Currency, Error};

impl MoneyFormatter {
    /// The currency's name as it stands alone: `Schweizer Franken`. Where CLDR has none, the name in ISO 4217.
    ///
    /// ```
    /// use agenthub_money::{Currency, format::MoneyFormatter};
    /// # fn main() -> Result<(), agenthub_money::Error> {
    /// assert_eq!(MoneyFormatter::new("de")?.currency_name(Currency::CHF)?, "Schweizer Franken");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`Error::LocaleData`], only with a provider of your own.
    pub fn currency_name(&self, currency: Currency) -> Result<String, Error> {
        let locale = data::data_locale::<CurrencyDisplaynameV1>(&self.locale);
        let found = data::load::<CurrencyDisplaynameV1>(&*self.data, &locale, currency.code())?;
        Ok(found.map_or_else(
            || currency.iso_name().to_owned(),
            |found| {
                let name: &str = found.payload.get();
                name.to_owned()
            },
        ))
    }

    /// The currency's symbol in a style; for `Style::Name` its name. A currency without one is its code.
    ///
    /// # Errors
    /// [`Error::LocaleData`], only with a provider of your own.
    pub fn currency_symbol(&self, currency: Currency, style: Style) -> Result<String, Error> {
        if style == Style::Name {
            return self.currency_name(currency);
        }
        let symbol = pattern::symbol(self, currency, style)?;
        Ok(symbol.map_or_else(|| currency.code().to_owned(), |symbol| symbol.text))
    }
}
