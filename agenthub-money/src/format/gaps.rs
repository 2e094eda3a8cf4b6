//! What CLDR says about money and ICU4X's data leave out.
//!
//! ICU4X 2.4 has one set of separators a locale, where CLDR may name others for money, and one grouping, where CLDR
//! may give accountants another. Of the ten languages three locales are concerned; the values are CLDR 47's and 48's.

use icu::locale::Locale;

use super::Style;
use super::symbols::{Grouping, Symbols};

/// Puts the separators for money in place of those for numbers.
pub(super) fn separators(locale: &Locale, symbols: &mut Symbols) {
    match language_and_region(locale) {
        ("de", "AT") => symbols.group = ".".to_owned(),
        ("fr", "CH") => symbols.decimal = ".".to_owned(),
        _ => {}
    }
}

/// The grouping of a style where it is not that of the locale.
pub(super) fn grouping(locale: &Locale, style: Style) -> Option<Grouping> {
    let western = Grouping { primary: 3, secondary: 3, least: 1 };
    (style == Style::Accounting && language_and_region(locale) == ("en", "IN")).then_some(western)
}

fn language_and_region(locale: &Locale) -> (&str, &str) {
    (locale.id.language.as_str(), locale.id.region.as_ref().map_or("", |region| region.as_str()))
}
