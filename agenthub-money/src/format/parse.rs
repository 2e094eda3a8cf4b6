//! Amounts read back from what people write.

mod number;
pub(super) mod text;

use serde::{Deserialize, Serialize};

use super::tokens::{Role, Tokens};
use super::{MoneyFormatter, Symbols};
use crate::{Currency, Decimal, Error, Money, Rounding};
use text::{Found, Reading};

/// Text longer than this is no amount.
const LONGEST: usize = 200;

/// What an amount in text may be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ParseOptions {
    /// The currency it must be in. Without one, the text must say it unmistakably.
    pub currency: Option<Currency>,
    /// What to do with more decimals than the currency has.
    pub extra_decimals: ExtraDecimals,
}

/// What to do with more decimals than a currency has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExtraDecimals {
    /// Refuse the text.
    #[default]
    Refuse,
    /// Keep them.
    Keep,
    /// Round them away.
    Round(Rounding),
}

impl MoneyFormatter {
    /// Reads an amount of one currency: with its symbol, code or name in this locale, or a bare number.
    ///
    /// Separators and groups must be the locale's own, so that `1.234` is never taken for the wrong number. Digits
    /// may be European or the locale's. Spaces of any kind and invisible direction marks make no difference.
    ///
    /// ```
    /// use agenthub_money::{Currency, Error, format::MoneyFormatter};
    /// # fn main() -> Result<(), Error> {
    /// let english = MoneyFormatter::new("en")?;
    /// assert_eq!(english.parse("-$1,234.50", Currency::USD)?.to_string(), "-1234.50 USD");
    /// let error = english.parse("1.234,50", Currency::USD).unwrap_err();
    /// assert!(matches!(error, Error::Unreadable { at: 5, .. }));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`Error::Unreadable`] with the place; [`Error::CurrencyMismatch`] if the text names another currency;
    /// [`Error::TooManyDecimals`]; [`Error::Overflow`] beyond 28 digits.
    pub fn parse(&self, text: &str, currency: Currency) -> Result<Money, Error> {
        self.parse_with(text, ParseOptions { currency: Some(currency), ..ParseOptions::default() })
    }

    /// Reads an amount in any currency that the text names.
    ///
    /// A sign that several currencies share stands for the one whose own symbol it is in this locale: `$` is the US
    /// dollar in American English, the Mexican peso in Mexican Spanish. If it is no currency's own, it is refused.
    ///
    /// # Errors
    /// As [`parse`](Self::parse), and [`Error::NoCurrency`] or [`Error::AmbiguousCurrency`].
    pub fn parse_any(&self, text: &str) -> Result<Money, Error> {
        self.parse_with(text, ParseOptions::default())
    }

    /// Reads an amount as the options say.
    ///
    /// # Errors
    /// As [`parse`](Self::parse) and [`parse_any`](Self::parse_any).
    pub fn parse_with(&self, text: &str, options: ParseOptions) -> Result<Money, Error> {
        if text.len() > LONGEST {
            return Err(Error::unreadable(LONGEST, "the end: no amount is that long"));
        }
        let tokens = self.tokens()?;
        let normal = text::normal(text);
        let Reading { negative, number, currency } = text::read(&normal, tokens)?;
        let currency = settle(currency, options.currency)?;
        let own = Symbols::of_currency(&*self.data, &self.locale, currency)?;
        let unsigned = self.read_number(number, own.as_ref())?;
        let amount = if negative { -unsigned } else { unsigned };
        let money = Money::new(amount, currency);
        match options.extra_decimals {
            ExtraDecimals::Refuse => money.exact(),
            ExtraDecimals::Keep => Ok(money),
            ExtraDecimals::Round(rounding) => Ok(money.round(rounding)),
        }
    }

    fn tokens(&self) -> Result<&Tokens, Error> {
        if let Some(tokens) = self.tokens.get() {
            return Ok(tokens);
        }
        let tokens = Tokens::learn(self)?;
        Ok(self.tokens.get_or_init(|| tokens))
    }

    fn read_number(&self, text: &[(char, usize)], own: Option<&Symbols>) -> Result<Decimal, Error> {
        let first = text.first().map_or('0', |(c, _)| *c);
        if let Some(own) = own.filter(|symbols| symbols.digits.contains(&first)) {
            return number::read(text, own);
        }
        if self.symbols.digits.contains(&first) {
            return number::read(text, &self.symbols);
        }
        let system = number::system_of(first);
        let other = Symbols::load(&*self.data, &self.locale, system)?;
        number::read(text, &other)
    }
}

/// The currency that the text and the caller agree on.
fn settle(found: Option<Found<'_>>, expected: Option<Currency>) -> Result<Currency, Error> {
    match (found, expected) {
        (None, Some(expected)) => Ok(expected),
        (None, None) => Err(Error::NoCurrency),
        (Some(found), Some(expected)) => match found.meanings.first() {
            _ if found.meanings.iter().any(|(_, currency)| *currency == expected) => Ok(expected),
            Some((_, other)) => Err(Error::mismatch(expected, *other)),
            None => Ok(expected),
        },
        (Some(found), None) => unmistakable(found),
    }
}

fn unmistakable(found: Found<'_>) -> Result<Currency, Error> {
    if let [(_, only)] = found.meanings {
        return Ok(*only);
    }
    let own =
        found.meanings.iter().filter(|(role, currency)| *role < Role::Narrow && !currency.is_withdrawn());
    let own: Vec<Currency> = own.map(|(_, currency)| *currency).collect();
    if let [only] = own[..] {
        return Ok(only);
    }
    let candidates = found.meanings.iter().map(|(_, currency)| *currency).collect();
    Err(Error::AmbiguousCurrency { token: found.token, candidates })
}
