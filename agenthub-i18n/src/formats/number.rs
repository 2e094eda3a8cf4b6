//! Numbers, compact numbers, percent.

use icu::decimal::{CompactDecimalFormatter, DecimalFormatter};
use icu::experimental::dimension::percent::formatter::PercentFormatter;

use super::{Formats, Width};
use crate::Number;

/// How many digits after the decimal separator are shown. What is cut off is rounded, half to even.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fraction {
    min: u8,
    max: u8,
}

impl Fraction {
    /// CLDR's standard: up to three, no trailing zeros.
    pub const STANDARD: Self = Self { min: 0, max: 3 };

    /// Just this many.
    #[must_use]
    pub const fn exactly(digits: u8) -> Self {
        Self { min: digits, max: digits }
    }

    /// At least `min` (filled with zeros), at most `max`. A `max` below `min` is raised to it.
    #[must_use]
    pub const fn between(min: u8, max: u8) -> Self {
        Self { min, max: if max < min { min } else { max } }
    }
}

impl Formats {
    /// A number with the standard fraction: up to three digits, rounded half to even.
    #[must_use]
    pub fn number(&self, number: impl Into<Number>) -> String {
        self.number_with(number, Fraction::STANDARD)
    }

    /// A number with as many fraction digits as asked for.
    #[must_use]
    pub fn number_with(&self, number: impl Into<Number>, fraction: Fraction) -> String {
        self.number_exact(number.into().with_fraction(fraction.min, fraction.max))
    }

    /// A number with all the digits it has.
    #[must_use]
    pub fn number_exact(&self, number: impl Into<Number>) -> String {
        let number = number.into();
        match (number.decimal(), self.decimal()) {
            (Ok(decimal), Some(formatter)) => formatter.format_to_string(decimal),
            _ => number.to_string(),
        }
    }

    fn decimal(&self) -> Option<&DecimalFormatter> {
        let make = || DecimalFormatter::try_new(self.language.icu().into(), Default::default());
        self.decimal.get(0, make)
    }

    /// A number in round figures: `1.2 million` ([`Width::Long`]), `1.2M` (otherwise).
    #[must_use]
    pub fn compact(&self, number: impl Into<Number>, width: Width) -> String {
        let number = number.into();
        let prefs = || self.language.icu().into();
        let formatter = match width {
            Width::Long => {
                self.compact.get(0, || CompactDecimalFormatter::try_new_long(prefs(), Default::default()))
            }
            _ => self.compact.get(1, || CompactDecimalFormatter::try_new_short(prefs(), Default::default())),
        };
        match (number.decimal(), formatter) {
            (Ok(decimal), Some(formatter)) => formatter.format_to_string(decimal),
            _ => number.to_string(),
        }
    }

    /// A share of one as percent, in whole ones: `0.256` is `26%`.
    #[must_use]
    pub fn percent(&self, share: impl Into<Number>) -> String {
        self.percent_with(share, Fraction::exactly(0))
    }

    /// A share of one as percent with as many fraction digits as asked for: `0.256` is `25.6%`.
    #[must_use]
    pub fn percent_with(&self, share: impl Into<Number>, fraction: Fraction) -> String {
        let number = share.into().scaled(2).with_fraction(fraction.min, fraction.max);
        let make = || PercentFormatter::try_new(self.language.icu().into(), Default::default());
        match (number.decimal(), self.percent.get(0, make)) {
            (Ok(decimal), Some(formatter)) => formatter.format(decimal).to_string(),
            _ => format!("{number}%"),
        }
    }
}

/// A number as the language writes it, with up to three fraction digits.
///
/// ```
/// use agenthub_i18n::format_number;
///
/// assert_eq!(format_number(1234.56, "de"), "1.234,56");
/// assert_eq!(format_number(1_234_567, "hi"), "12,34,567");
/// ```
#[must_use]
pub fn format_number(number: impl Into<Number>, language: impl AsRef<str>) -> String {
    Formats::with(language, |formats| formats.number(number))
}

/// A number in round figures: `1.2 million` ([`Width::Long`]), `1.2M` (otherwise).
///
/// ```
/// use agenthub_i18n::{Width, format_compact};
///
/// assert_eq!(format_compact(1_234_567, "en", Width::Short), "1.2M");
/// assert_eq!(format_compact(1_234_567, "es", Width::Long), "1,2 millones");
/// ```
#[must_use]
pub fn format_compact(number: impl Into<Number>, language: impl AsRef<str>, width: Width) -> String {
    Formats::with(language, |formats| formats.compact(number, width))
}

/// A share of one as whole percent.
///
/// ```
/// use agenthub_i18n::format_percent;
///
/// assert_eq!(format_percent(0.256, "en"), "26%");
/// assert_eq!(format_percent(0.5, "fr"), "50\u{a0}%");
/// ```
#[must_use]
pub fn format_percent(share: impl Into<Number>, language: impl AsRef<str>) -> String {
    Formats::with(language, |formats| formats.percent(share))
}
