//! Plural categories.

use std::fmt;

use icu::plurals::{PluralCategory, PluralRuleType, PluralRules};

use super::Formats;
use crate::Number;

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
