//! Numbers, compact numbers, percent, plural categories.

use std::fmt;

use icu::decimal::{CompactDecimalFormatter, DecimalFormatter};
use icu::experimental::dimension::percent::formatter::PercentFormatter;
use icu::plurals::{PluralCategory, PluralRuleType, PluralRules};

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

/// A plural category of CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "CLDR's own names")]
pub enum Plural {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

impl Plural {
    /// The name CLDR and Fluent know it by: `one`, `few`, …
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

impl fmt::Display for Plural {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl From<PluralCategory> for Plural {
    fn from(category: PluralCategory) -> Self {
        match category {
            PluralCategory::Zero => Self::Zero,
            PluralCategory::One => Self::One,
            PluralCategory::Two => Self::Two,
            PluralCategory::Few => Self::Few,
            PluralCategory::Many => Self::Many,
            PluralCategory::Other => Self::Other,
        }
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

    /// The plural category of a count: `1 file`, `2 files`.
    #[must_use]
    pub fn plural(&self, count: impl Into<Number>) -> Plural {
        category(self.plural_rules(false), &count.into())
    }

    /// The plural category of a place in an order: `1st`, `2nd`.
    #[must_use]
    pub fn ordinal_plural(&self, place: impl Into<Number>) -> Plural {
        category(self.plural_rules(true), &place.into())
    }

    /// The categories that the language tells apart, in CLDR's order.
    #[must_use]
    pub fn plural_categories(&self, ordinal: bool) -> Vec<Plural> {
        let Some(rules) = self.plural_rules(ordinal) else { return vec![Plural::Other] };
        let mut categories: Vec<Plural> = rules.categories().map(Plural::from).collect();
        categories.sort_unstable();
        categories
    }

    fn plural_rules(&self, ordinal: bool) -> Option<&PluralRules> {
        let kind = if ordinal { PluralRuleType::Ordinal } else { PluralRuleType::Cardinal };
        self.plural
            .get(usize::from(ordinal), || PluralRules::try_new(self.language.icu().into(), kind.into()))
    }
}

fn category(rules: Option<&PluralRules>, number: &Number) -> Plural {
    match (rules, number.decimal()) {
        (Some(rules), Ok(decimal)) => rules.category_for(decimal).into(),
        _ => Plural::Other,
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

/// The plural category of a count.
///
/// ```
/// use agenthub_i18n::{Plural, plural};
///
/// assert_eq!(plural(3, "ru"), Plural::Few);
/// assert_eq!(plural(1_000_000, "fr"), Plural::Many);
/// ```
#[must_use]
pub fn plural(count: impl Into<Number>, language: impl AsRef<str>) -> Plural {
    Formats::with(language, |formats| formats.plural(count))
}
