//! CLDR's own date and time patterns, where ICU4X's skeletons give another one.
//!
//! ICU4X puts dates together from the fields asked for. For a few locales that is not what CLDR states
//! for the length: Portuguese of Portugal would get `sexta-feira, 20/11/2026` for its full date.

use icu::calendar::Gregorian;
use icu::datetime::fieldsets::enums::CompositeFieldSet;
use icu::datetime::pattern::{DateTimePattern, FixedCalendarDateTimeNames};
use icu::locale::extensions::unicode::key;
use writeable::TryWriteable;

use super::Style::{Full, Long, Medium, Short};
use super::date::Fields::{self, Both, Date, Time};
use super::moment::IcuMoment;
use crate::Language;

/// Locales, fields, pattern.
type Row = (&'static str, Fields, &'static str);

#[rustfmt::skip]
const PATTERNS: &[Row] = &[
    ("en-AE", Date(Long), "d MMMM y"),
    ("en-AE en-AU en-MT", Date(Full), "EEEE, d MMMM y"),
    ("en-CA", Date(Short), "y-MM-dd"),
    ("en-IE", Date(Full), "EEEE d MMMM y"),
    ("en-IN en-NZ", Date(Medium), "d MMM y"),
    ("en-NZ", Date(Short), "dd/MM/y"),
    ("en-PK", Date(Medium), "dd-MMM-y"),
    ("en-ZW", Date(Medium), "dd MMM,y"),
    ("es-AR es-DO", Date(Medium), "d MMM y"),
    ("es-BO", Date(Medium), "d MMM 'de' y"),
    ("es-HN", Date(Full), "EEEE dd 'de' MMMM 'de' y"),
    ("es es-ES es-GQ", Time(Short), "H:mm"),
    ("es es-ES es-GQ", Time(Medium), "H:mm:ss"),
    ("es es-ES es-GQ", Time(Long), "H:mm:ss z"),
    ("es es-ES es-GQ", Time(Full), "H:mm:ss (zzzz)"),
    ("es es-ES es-GQ", Both(Full, Full), "EEEE, d 'de' MMMM 'de' y, H:mm:ss (zzzz)"),
    ("fr-BE", Time(Full), "H 'h' mm 'min' ss 's' zzzz"),
    ("fr-CH", Date(Full), "EEEE, d MMMM y"),
    ("fr-CH", Time(Full), "HH.mm:ss 'h' zzzz"),
    ("hi hi-IN", Date(Long), "d MMMM y"),
    ("hi hi-IN", Date(Full), "EEEE, d MMMM y"),
    ("ja ja-JP", Time(Full), "H時mm分ss秒 zzzz"),
    ("pt-PT pt-AO pt-CH pt-CV pt-GQ pt-GW pt-LU pt-MO pt-MZ pt-ST pt-TL", Date(Full), "EEEE, d 'de' MMMM 'de' y"),
    ("zh-SG zh-Hans-SG", Date(Short), "dd/MM/yy"),
    ("zh-Hant zh-TW zh-Hant-TW", Date(Full), "y年M月d日 EEEE"),
    ("zh-Hant zh-TW zh-Hant-TW", Time(Long), "Bh:mm:ss [z]"),
    ("zh-Hant zh-TW zh-Hant-TW", Time(Full), "Bh:mm:ss [zzzz]"),
    ("zh-HK zh-MO zh-Hant-HK zh-Hant-MO", Time(Short), "ah:mm"),
    ("zh-HK zh-MO zh-Hant-HK zh-Hant-MO", Time(Medium), "ah:mm:ss"),
    ("zh-HK zh-MO zh-Hant-HK zh-Hant-MO", Time(Long), "ah:mm:ss [z]"),
    ("zh-HK zh-MO zh-Hant-HK zh-Hant-MO", Time(Full), "ah:mm:ss [zzzz]"),
];

/// The pattern for a language, if it needs one. A reader's own calendar or hour cycle goes first.
pub(super) fn find(language: &Language, fields: Fields) -> Option<&'static str> {
    let keywords = &language.icu().extensions.unicode.keywords;
    if keywords.get(&key!("ca")).is_some() || keywords.get(&key!("hc")).is_some() {
        return None;
    }
    let tag = language.icu().id.to_string();
    let meant = |row: &&Row| row.1 == fields && row.0.split(' ').any(|each| each == tag);
    PATTERNS.iter().find(meant).map(|row| row.2)
}

/// A pattern with the names it needs.
#[derive(Debug)]
pub(super) struct PatternFormatter {
    names: FixedCalendarDateTimeNames<Gregorian, CompositeFieldSet>,
    pattern: DateTimePattern,
}

impl PatternFormatter {
    pub(super) fn new(language: &Language, pattern: &str) -> Option<Self> {
        let pattern: DateTimePattern = pattern.parse().ok()?;
        let mut names = FixedCalendarDateTimeNames::try_new(language.icu().into()).ok()?;
        names.include_for_pattern(&pattern).ok()?;
        Some(Self { names, pattern })
    }

    pub(super) fn format(&self, moment: &IcuMoment) -> String {
        let written = self.names.with_pattern_unchecked(&self.pattern).format(moment);
        match written.try_write_to_string() {
            Ok(text) | Err((_, text)) => text.into_owned(),
        }
    }
}
