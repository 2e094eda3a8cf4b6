//! Lists: `A, B, and C`.

use icu::list::ListFormatter;
use icu::list::options::{ListFormatterOptions, ListLength};

use super::{Formats, Width};

/// How the items of a list belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ListKind {
    /// All of them: `A, B, and C`.
    And,
    /// One of them: `A, B, or C`.
    Or,
    /// One quantity in parts: `3 feet, 7 inches`.
    Unit,
}

impl Formats {
    /// The items as one list.
    #[must_use]
    pub fn list<T: AsRef<str>>(&self, items: &[T], kind: ListKind, width: Width) -> String {
        let length = match width {
            Width::Long => ListLength::Wide,
            Width::Short => ListLength::Short,
            Width::Narrow => ListLength::Narrow,
        };
        let prefs = self.language.icu().into();
        let options = ListFormatterOptions::default().with_length(length);
        let make = || match kind {
            ListKind::And => ListFormatter::try_new_and(prefs, options),
            ListKind::Or => ListFormatter::try_new_or(prefs, options),
            ListKind::Unit => ListFormatter::try_new_unit(prefs, options),
        };
        let items = items.iter().map(AsRef::as_ref);
        match self.lists.get(3 * kind as usize + width as usize, make) {
            Some(formatter) => formatter.format_to_string(items),
            None => items.collect::<Vec<_>>().join(", "),
        }
    }
}

/// The items as one list that means all of them.
///
/// ```
/// use agenthub_i18n::format_list;
///
/// assert_eq!(format_list(&["Ana", "Bo", "Cleo"], "en"), "Ana, Bo, and Cleo");
/// assert_eq!(format_list(&["Ana", "Iris"], "es"), "Ana e Iris");
/// ```
#[must_use]
pub fn format_list<T: AsRef<str>>(items: &[T], language: impl AsRef<str>) -> String {
    Formats::with(language, |formats| formats.list(items, ListKind::And, Width::Long))
}
