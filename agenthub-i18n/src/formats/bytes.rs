//! Byte sizes: `1.5 MB`. ICU4X has no data for them, so CLDR's short unit names stand here.

use super::Formats;
use crate::Number;

/// Language, the space before the unit, and the names of byte, kilobyte, … petabyte.
type Row = (&'static str, &'static str, [&'static str; 6]);

const UNITS: &[Row] = &[
    ("es", " ", ["B", "kB", "MB", "GB", "TB", "PB"]),
    ("fr", "\u{202f}", ["o", "ko", "Mo", "Go", "To", "Po"]),
    ("de", " ", ["Byte", "kB", "MB", "GB", "TB", "PB"]),
    ("zh", " ", ["B", "kB", "MB", "GB", "TB", "PB"]),
    ("ja", " ", ["byte", "KB", "MB", "GB", "TB", "PB"]),
    ("ar", " ", ["بايت", "كيلوبايت", "م.ب", "غ.ب", "تيرابايت", "بيتابايت"]),
    ("hi", " ", ["बाइट", "kB", "MB", "GB", "TB", "PB"]),
    ("pt", " ", ["bytes", "kB", "MB", "GB", "TB", "PB"]),
    ("ru", " ", ["Б", "кБ", "МБ", "ГБ", "ТБ", "ПБ"]),
];
const ENGLISH: Row = ("en", " ", ["byte", "kB", "MB", "GB", "TB", "PB"]);

impl Formats {
    /// A size in bytes, in the largest unit (of 1000 each) that it fills, with at most one fraction digit.
    #[must_use]
    pub fn bytes(&self, size: u64) -> String {
        let (_, space, names) = UNITS.iter().find(|row| row.0 == self.language.code()).unwrap_or(&ENGLISH);
        let mut unit = (size.max(1).ilog10() / 3).min(5) as usize;
        let shown = |unit: usize| {
            let number = Number::from(size).scaled(-3 * unit as i16);
            number.with_fraction(0, 1)
        };
        // 999 960 bytes round to 1000 kB, which is 1 MB.
        if unit < 5 && shown(unit) == Number::from(1000u64) {
            unit += 1;
        }
        format!("{}{space}{}", self.number_exact(shown(unit)), names[unit])
    }
}

/// A size in bytes, in the largest unit (of 1000 each) that it fills.
///
/// ```
/// use agenthub_i18n::format_bytes;
///
/// assert_eq!(format_bytes(1_536_000, "en"), "1.5 MB");
/// assert_eq!(format_bytes(1_536_000, "fr"), "1,5\u{202f}Mo");
/// ```
#[must_use]
pub fn format_bytes(size: u64, language: impl AsRef<str>) -> String {
    Formats::with(language, |formats| formats.bytes(size))
}
