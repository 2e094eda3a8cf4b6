//! [`Formats`]: one locale's way to write numbers, dates, lists and names.

mod bytes;
mod date;
mod duration;
mod list;
mod moment;
mod names;
mod number;
mod ordinal;
mod parse;
mod pattern;
mod plural;
mod relative;
mod slots;

use std::sync::{Arc, LazyLock};

use icu::datetime::DateTimeFormatter;
use icu::datetime::fieldsets::enums::CompositeFieldSet;
use icu::decimal::{CompactDecimalFormatter, DecimalFormatter};
use icu::experimental::dimension::percent::formatter::PercentFormatter;
use icu::experimental::duration::DurationFormatter;
use icu::experimental::relativetime::RelativeTimeFormatter;
use icu::list::ListFormatter;
use icu::plurals::PluralRules;

pub use date::{format_date, format_datetime, format_time};
pub use duration::{DurationStyle, format_duration};
pub use list::{ListKind, format_list};
pub use moment::Moment;
pub use names::{currency_name, language_name, region_name};
pub use number::{Fraction, format_compact, format_number, format_percent};
pub use ordinal::format_ordinal;
pub use parse::parse_number;
pub use plural::{Plural, plural};
pub use relative::{RelativeUnit, format_relative};

use crate::Language;
use crate::cache::Cache;
use crate::language::readable;
use pattern::PatternFormatter;
use slots::Slots;

pub use bytes::format_bytes;

/// How much is said: CLDR's four lengths of dates and times.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Style {
    /// `11/20/26`, `3:04 PM`
    Short,
    /// `Nov 20, 2026`, `3:04:05 PM`
    Medium,
    /// `November 20, 2026`, `3:04:05 PM UTC`
    Long,
    /// `Friday, November 20, 2026`, `3:04:05 PM Coordinated Universal Time`
    Full,
}

/// How wide words are: in full, abbreviated, or as short as can be understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Width {
    /// `3 days ago`, `1.2 million`, `A, B, and C`
    Long,
    /// `3 days ago`, `1.2M`, `A, B, & C`
    Short,
    /// `3d ago`, `1.2M`, `A, B, C`
    Narrow,
}

/// The formatters of one locale, each made when it is first needed and kept.
///
/// The functions of this crate (`format_date`, …) find the right one by themselves; hold one
/// to spare the lookup, or to use the settings that only exist as methods.
///
/// ```
/// use agenthub_i18n::{Formats, Fraction};
///
/// let german = Formats::of("de");
/// assert_eq!(german.number(1234.5), "1.234,5");
/// assert_eq!(german.number_with(1234.5, Fraction::exactly(2)), "1.234,50");
/// ```
#[derive(Debug)]
pub struct Formats {
    language: Language,
    decimal: Slots<DecimalFormatter, 1>,
    compact: Slots<CompactDecimalFormatter, 2>,
    percent: Slots<PercentFormatter<DecimalFormatter>, 1>,
    plural: Slots<PluralRules, 2>,
    dates: Slots<DateFormatter, { date::PLACES }>,
    lists: Slots<ListFormatter, 9>,
    relative: Slots<RelativeTimeFormatter, 48>,
    durations: Slots<DurationFormatter, 4>,
}

/// A date formatter: ICU4X's own, or CLDR's pattern where that differs.
#[derive(Debug)]
enum DateFormatter {
    Skeleton(DateTimeFormatter<CompositeFieldSet>),
    Pattern(PatternFormatter),
}

/// The formats of the languages used lately.
static KEPT: LazyLock<Cache<Formats>> = LazyLock::new(Cache::default);

impl Formats {
    /// The formats of the language with this tag, from a cache of those used lately.
    ///
    /// A tag that cannot be read stands for English; a language without data is written CLDR's root way.
    #[must_use]
    pub fn of(tag: impl AsRef<str>) -> Arc<Self> {
        let tag = readable(tag.as_ref());
        KEPT.get_or_make(tag, || Self::new(Language::or_english(tag)))
    }

    /// Uses the formats of the language with this tag.
    fn with<R>(tag: impl AsRef<str>, on: impl FnOnce(&Self) -> R) -> R {
        let tag = readable(tag.as_ref());
        KEPT.with(tag, || Self::new(Language::or_english(tag)), on)
    }

    /// The formats of a language, outside the cache.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self {
            language,
            decimal: Slots::default(),
            compact: Slots::default(),
            percent: Slots::default(),
            plural: Slots::default(),
            dates: Slots::default(),
            lists: Slots::default(),
            relative: Slots::default(),
            durations: Slots::default(),
        }
    }

    /// The language formatted for.
    #[must_use]
    pub fn language(&self) -> &Language {
        &self.language
    }
}
