//! Which way a language is written.

use std::fmt;
use std::sync::LazyLock;

use icu::locale::{Direction as IcuDirection, LocaleDirectionality};
use serde::{Deserialize, Serialize};

use crate::Language;

/// The direction of a line of text, as HTML's `dir` attribute names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// `ltr` or `rtl`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

impl fmt::Display for Direction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The direction of the language with this tag; left to right where it is not known.
///
/// ```
/// use agenthub_i18n::{Direction, direction};
///
/// assert_eq!(direction("ar-EG"), Direction::Rtl);
/// assert_eq!(direction("hi"), Direction::Ltr);
/// ```
#[must_use]
pub fn direction(tag: impl AsRef<str>) -> Direction {
    static DIRECTIONS: LazyLock<LocaleDirectionality> = LazyLock::new(LocaleDirectionality::new_extended);
    let Ok(language) = tag.as_ref().parse::<Language>() else { return Direction::Ltr };
    match DIRECTIONS.get(&language.icu().id) {
        Some(IcuDirection::RightToLeft) => Direction::Rtl,
        _ => Direction::Ltr,
    }
}
