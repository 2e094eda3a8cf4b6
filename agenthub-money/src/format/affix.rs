//! What stands before and after a number.

use icu::pattern::DoublePlaceholderPattern;

/// Text before and after a number.
#[derive(Debug, Clone, Default)]
pub(super) struct Affix {
    pub(super) prefix: String,
    pub(super) suffix: String,
}

impl Affix {
    /// A CLDR pattern with the currency filled in and the number still open.
    pub(super) fn of_pattern(pattern: &DoublePlaceholderPattern, currency: &str) -> Self {
        /// Stands for the number; no currency is written with it.
        const NUMBER: &str = "\u{0}";
        let text = pattern.interpolate((NUMBER, currency)).to_string();
        let (prefix, suffix) = text.split_once(NUMBER).unwrap_or(("", text.as_str()));
        Self { prefix: prefix.to_owned(), suffix: suffix.to_owned() }
    }

    /// This one around another.
    pub(super) fn around(&self, inner: &Self) -> Self {
        Self {
            prefix: format!("{}{}", self.prefix, inner.prefix),
            suffix: format!("{}{}", inner.suffix, self.suffix),
        }
    }
}
