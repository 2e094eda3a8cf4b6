//! [`Locale`]: what is known of how a reader wants to be addressed.

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::{Direction, Error, Language, Moment};

/// A reader's language, region and time zone: one value that travels with the session.
///
/// ```
/// use agenthub_i18n::{Locale, Style, format_datetime};
/// use chrono::{TimeZone, Utc};
///
/// let reader = Locale::new("pt-BR", "America/Sao_Paulo")?;
/// let at = Utc.with_ymd_and_hms(2026, 11, 20, 15, 4, 5).unwrap();
/// assert_eq!(format_datetime(reader.local(at), &reader, Style::Short), "20/11/2026, 12:04");
/// # Ok::<(), agenthub_i18n::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Locale {
    language: Language,
    #[serde(with = "zone_name")]
    time_zone: Tz,
}

impl Locale {
    /// A locale from a language tag (`pt-BR`) and an IANA time zone (`America/Sao_Paulo`).
    ///
    /// # Errors
    /// [`Error::BadLanguage`] or [`Error::BadTimeZone`] if one of them cannot be read.
    pub fn new(language: &str, time_zone: &str) -> Result<Self, Error> {
        Ok(Self { language: language.parse()?, time_zone: zone_name::parse(time_zone)? })
    }

    /// A locale of values that are already checked.
    #[must_use]
    pub fn of(language: Language, time_zone: Tz) -> Self {
        Self { language, time_zone }
    }

    /// The language, with region and preferences.
    #[must_use]
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// The region, such as `BR`, if it is known.
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        self.language.region()
    }

    /// The time zone.
    #[must_use]
    pub fn time_zone(&self) -> Tz {
        self.time_zone
    }

    /// Which way the language is written.
    #[must_use]
    pub fn direction(&self) -> Direction {
        self.language.direction()
    }

    /// An instant on the reader's clock, ready to be formatted.
    #[must_use]
    pub fn local(&self, at: impl Into<Moment>) -> Moment {
        at.into().in_zone(self.time_zone)
    }
}

/// English in UTC.
impl Default for Locale {
    fn default() -> Self {
        Self { language: Language::english(), time_zone: Tz::UTC }
    }
}

impl AsRef<str> for Locale {
    fn as_ref(&self) -> &str {
        self.language.as_str()
    }
}

mod zone_name {
    use chrono_tz::Tz;
    use serde::de::Error as _;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::Error;

    pub(super) fn parse(name: &str) -> Result<Tz, Error> {
        name.parse().map_err(|_| Error::BadTimeZone { name: name.chars().take(64).collect() })
    }

    pub(super) fn serialize<S: Serializer>(zone: &Tz, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(zone.name())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Tz, D::Error> {
        parse(&String::deserialize(from)?).map_err(D::Error::custom)
    }
}
