//! [`Language`]: a language tag that is known to be well formed.

use std::fmt;
use std::str::FromStr;

use icu::locale::Locale as IcuLocale;
use icu::locale::extensions::unicode::{Value, key};
use serde::{Deserialize, Serialize};

use crate::{Direction, Error, direction};

/// Longest tag that is read; real ones are far shorter.
const LONGEST: usize = 100;

/// The tag, or that of an unknown language if it is longer than any real one, and so not worth keeping.
pub(crate) fn readable(tag: &str) -> &str {
    if tag.len() > LONGEST { "?" } else { tag }
}

/// A language with, where wanted, script, region and preferences: `pt`, `zh-Hant`, `ar-EG-u-nu-latn`.
///
/// A canonical BCP 47 tag. Case does not matter when it is read, and `_` is taken for `-`.
/// Everything that takes a tag in this crate takes a `Language`, a [`Locale`](crate::Locale) or text.
///
/// ```
/// use agenthub_i18n::Language;
///
/// let language: Language = "PT_br".parse()?;
/// assert_eq!(language.as_str(), "pt-BR");
/// assert_eq!((language.code(), language.region()), ("pt", Some("BR")));
/// assert!("not a language".parse::<Language>().is_err());
/// # Ok::<(), agenthub_i18n::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Language {
    tag: Box<str>,
    icu: IcuLocale,
}

/// The digits that numbers are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Digits {
    /// `0123456789`
    Latin,
    /// `٠١٢٣٤٥٦٧٨٩`
    Arabic,
    /// `०१२३४५६७८९`
    Devanagari,
}

impl Language {
    /// English, the language of last resort.
    #[must_use]
    pub fn english() -> Self {
        Self::from_icu(icu::locale::locale!("en"))
    }

    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.tag
    }

    /// The language alone, without script and region: `zh` of `zh-Hant-TW`.
    #[must_use]
    pub fn code(&self) -> &str {
        self.icu.id.language.as_str()
    }

    /// The region, such as `BR`, if the tag has one.
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        self.icu.id.region.as_ref().map(|region| region.as_str())
    }

    /// Which way it is written.
    #[must_use]
    pub fn direction(&self) -> Direction {
        direction(self)
    }

    /// The same language with numbers in these digits, where the locale's own are not wanted.
    ///
    /// ```
    /// use agenthub_i18n::{Digits, Language, format_number};
    ///
    /// let hindi: Language = "hi".parse()?;
    /// assert_eq!(format_number(1234.5, hindi.with_digits(Digits::Devanagari)), "१,२३४.५");
    /// # Ok::<(), agenthub_i18n::Error>(())
    /// ```
    #[must_use]
    pub fn with_digits(&self, digits: Digits) -> Self {
        let value = match digits {
            Digits::Latin => icu::locale::extensions::unicode::value!("latn"),
            Digits::Arabic => icu::locale::extensions::unicode::value!("arab"),
            Digits::Devanagari => icu::locale::extensions::unicode::value!("deva"),
        };
        self.with_numbering(value)
    }

    fn with_numbering(&self, value: Value) -> Self {
        let mut icu = self.icu.clone();
        icu.extensions.unicode.keywords.set(key!("nu"), value);
        Self::from_icu(icu)
    }

    pub(crate) fn icu(&self) -> &IcuLocale {
        &self.icu
    }

    pub(crate) fn from_icu(icu: IcuLocale) -> Self {
        Self { tag: icu.to_string().into(), icu }
    }

    /// Reads a tag where an unreadable one is to be treated as English.
    pub(crate) fn or_english(tag: &str) -> Self {
        tag.parse().unwrap_or_else(|_| Self::english())
    }
}

impl FromStr for Language {
    type Err = Error;

    fn from_str(tag: &str) -> Result<Self, Error> {
        let refused = || Error::BadLanguage { tag: tag.chars().take(64).collect() };
        if tag.len() > LONGEST {
            return Err(refused());
        }
        let icu = IcuLocale::try_from_str(&tag.replace('_', "-")).map_err(|_| refused())?;
        Ok(Self::from_icu(icu))
    }
}

impl TryFrom<String> for Language {
    type Error = Error;

    fn try_from(tag: String) -> Result<Self, Error> {
        tag.parse()
    }
}

impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.tag.into()
    }
}

impl AsRef<str> for Language {
    fn as_ref(&self) -> &str {
        &self.tag
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.tag)
    }
}
