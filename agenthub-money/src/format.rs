//! Amounts written for people, and read back.

mod affix;
mod cache;
mod compact;
mod data;
mod digits;
mod gaps;
mod named;
mod names;
mod options;
mod parse;
mod pattern;
mod symbols;
mod template;
mod tokens;

use std::sync::{Arc, OnceLock};

use icu::locale::Locale;
use icu::plurals::PluralRules;

use crate::{Currency, Decimal, Error, Money, Unit};
pub use data::{Compiled, MoneyData};
pub use options::{Decimals, FormatOptions, Style};
pub use parse::{ExtraDecimals, ParseOptions};
use symbols::Symbols;
use template::Template;
use tokens::Tokens;

/// Writes and reads amounts in one locale.
///
/// Cheap to keep and to share: what it has learnt about a currency it keeps, and readers never wait for each other.
/// [`MoneyFormatter::shared`] keeps one per locale for the whole program.
///
/// ```
/// use agenthub_money::format::{FormatOptions, MoneyFormatter, Style};
/// use agenthub_money::{Currency, Decimal, Money};
///
/// # fn main() -> Result<(), agenthub_money::Error> {
/// let german = MoneyFormatter::new("de")?;
/// let price = Money::new(Decimal::new(123456, 2), Currency::EUR);
/// assert_eq!(german.format(&price, FormatOptions::default())?, "1.234,56\u{a0}€");
/// assert_eq!(german.format(&price, Style::Name.into())?, "1.234,56 Euro");
/// assert_eq!(german.parse("1.234,56 €", Currency::EUR)?, price);
/// # Ok(())
/// # }
/// ```
pub struct MoneyFormatter {
    locale: Locale,
    known: bool,
    data: Arc<dyn MoneyData>,
    symbols: Symbols,
    plurals: PluralRules,
    templates: cache::Templates,
    tokens: OnceLock<Tokens>,
}

impl MoneyFormatter {
    /// A formatter for a locale, such as `"pt-BR"` or `"ar-EG-u-nu-latn"`, on the data compiled into the program.
    ///
    /// A locale that CLDR does not know falls back as CLDR says, at last to its root; [`is_known`](Self::is_known)
    /// tells.
    ///
    /// # Errors
    /// [`Error::BadLocale`] if the tag is not well formed.
    pub fn new(locale: &str) -> Result<Self, Error> {
        Self::with_data(locale, Arc::new(Compiled))
    }

    /// A formatter on data of your own: fewer languages, or loaded at run time.
    ///
    /// A program that only ever calls this carries none of the compiled data.
    ///
    /// # Errors
    /// As [`new`](Self::new), and [`Error::LocaleData`] if the provider lacks what is needed.
    pub fn with_data(locale: &str, data: Arc<dyn MoneyData>) -> Result<Self, Error> {
        let locale = data::parse_locale(locale)?;
        let symbols = Symbols::load(&*data, &locale, None)?;
        let plurals = PluralRules::try_new_cardinal_unstable(&*data, (&locale).into())?;
        let known = data::is_known(&*data, &locale);
        Ok(Self {
            locale,
            known,
            data,
            symbols,
            plurals,
            templates: cache::Templates::default(),
            tokens: OnceLock::new(),
        })
    }

    /// The locale as it was asked for, in canonical case.
    #[must_use]
    pub fn locale(&self) -> String {
        self.locale.to_string()
    }

    /// Whether CLDR knows this language; if not, what is written is the root's form.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.known
    }

    /// The amount as text for people.
    ///
    /// A negative amount that rounds to zero keeps its sign, as CLDR's other implementations write it.
    ///
    /// # Errors
    /// [`Error::LocaleData`], only with [a provider of your own](Self::with_data).
    pub fn format<C: Unit>(&self, money: &Money<C>, options: FormatOptions) -> Result<String, Error> {
        let (amount, currency) = (money.amount(), money.currency());
        let template = self.templates.get(currency, options, || Template::load(self, currency, options))?;
        Ok(template.write(amount, currency, options, self))
    }

    /// The amount with the currency's symbol, or as the bare number.
    ///
    /// ```
    /// use agenthub_money::{Decimal, format::MoneyFormatter};
    /// # fn main() -> Result<(), agenthub_money::Error> {
    /// let french = MoneyFormatter::new("fr")?;
    /// let amount = Decimal::new(123456, 2);
    /// assert_eq!(french.format_amount(amount, "EUR", true)?, "1\u{202f}234,56\u{a0}€");
    /// assert_eq!(french.format_amount(amount, "EUR", false)?, "1\u{202f}234,56");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`Error::UnknownCurrency`] for the code; else as [`format`](Self::format).
    pub fn format_amount(&self, amount: Decimal, code: &str, include_symbol: bool) -> Result<String, Error> {
        let money = Money::new(amount, Currency::from_code(code)?);
        self.format(&money, FormatOptions { symbol: include_symbol, ..FormatOptions::default() })
    }
}

impl std::fmt::Debug for MoneyFormatter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MoneyFormatter").field("locale", &self.locale()).finish_non_exhaustive()
    }
}
