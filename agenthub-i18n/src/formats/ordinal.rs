//! Places in an order: `1st`. ICU4X has no data for them, so the ten languages' rules stand here.

use super::{Formats, Plural};
use crate::Number;

impl Formats {
    /// A whole number as a place in an order, in the language's short form; masculine where it must choose.
    #[must_use]
    pub fn ordinal(&self, place: i64) -> String {
        let digits = self.number_exact(Number::from(place));
        match (self.language.code(), self.ordinal_plural(place)) {
            ("en", Plural::One) => format!("{digits}st"),
            ("en", Plural::Two) => format!("{digits}nd"),
            ("en", Plural::Few) => format!("{digits}rd"),
            ("en", _) => format!("{digits}th"),
            ("fr", Plural::One) => format!("{digits}er"),
            ("fr", _) => format!("{digits}e"),
            ("es", _) => format!("{digits}.º"),
            ("pt", _) => format!("{digits}º"),
            ("ru", _) => format!("{digits}-й"),
            ("zh" | "ja", _) => format!("第{digits}"),
            ("hi", _) => format!("{digits}{}", hindi(place)),
            _ => format!("{digits}."),
        }
    }
}

fn hindi(place: i64) -> &'static str {
    match place {
        1 => "ला",
        2 | 3 => "रा",
        4 => "था",
        6 => "ठा",
        _ => "वाँ",
    }
}

/// A whole number as a place in an order.
///
/// ```
/// use agenthub_i18n::format_ordinal;
///
/// assert_eq!(format_ordinal(22, "en"), "22nd");
/// assert_eq!(format_ordinal(1, "fr"), "1er");
/// ```
#[must_use]
pub fn format_ordinal(place: i64, language: impl AsRef<str>) -> String {
    Formats::with(language, |formats| formats.ordinal(place))
}
