//! Dates, times, and both together.

use chrono::NaiveDate;
use icu::datetime::DateTimeFormatter;
use icu::datetime::fieldsets::builder::{BuilderError, DateFields, FieldSetBuilder, ZoneStyle};
use icu::datetime::fieldsets::enums::CompositeFieldSet;
use icu::datetime::options::{Length, TimePrecision};

use super::pattern::{self, PatternFormatter};
use super::{DateFormatter, Formats, Moment, Style};

/// Which fields are shown, and how much of them. `Long` and `Full` times have the zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fields {
    Date(Style),
    Time(Style),
    Both(Style, Style),
}

/// How many different fields there are.
pub(super) const PLACES: usize = 4 + 4 + 16;

impl Fields {
    /// The same for a moment whose zone is not known.
    fn without_zone(self) -> Self {
        let shorter = |time| if matches!(time, Style::Long | Style::Full) { Style::Medium } else { time };
        match self {
            Self::Date(date) => Self::Date(date),
            Self::Time(time) => Self::Time(shorter(time)),
            Self::Both(date, time) => Self::Both(date, shorter(time)),
        }
    }

    fn parts(self) -> (Option<Style>, Option<Style>) {
        match self {
            Self::Date(date) => (Some(date), None),
            Self::Time(time) => (None, Some(time)),
            Self::Both(date, time) => (Some(date), Some(time)),
        }
    }

    fn place(self) -> usize {
        match self {
            Self::Date(date) => date as usize,
            Self::Time(time) => 4 + time as usize,
            Self::Both(date, time) => 8 + 4 * date as usize + time as usize,
        }
    }

    fn zone(self) -> Option<ZoneStyle> {
        match self.parts().1 {
            Some(Style::Long) => Some(ZoneStyle::SpecificShort),
            Some(Style::Full) => Some(ZoneStyle::SpecificLong),
            _ => None,
        }
    }

    fn set(self) -> Result<CompositeFieldSet, BuilderError> {
        let (date, time) = self.parts();
        let mut builder = FieldSetBuilder::new();
        builder.length = date.or(time).map(|style| match style {
            Style::Short => Length::Short,
            Style::Medium => Length::Medium,
            Style::Long | Style::Full => Length::Long,
        });
        builder.date_fields =
            date.map(|style| if style == Style::Full { DateFields::YMDE } else { DateFields::YMD });
        builder.time_precision = time
            .map(|style| if style == Style::Short { TimePrecision::Minute } else { TimePrecision::Second });
        builder.zone_style = self.zone();
        builder.build_composite()
    }
}

impl Formats {
    /// The date of a moment.
    #[must_use]
    pub fn date(&self, moment: impl Into<Moment>, style: Style) -> String {
        self.moment(moment.into(), Fields::Date(style))
    }

    /// The time of a moment; with the zone in the styles long and full, where the moment has one.
    #[must_use]
    pub fn time(&self, moment: impl Into<Moment>, style: Style) -> String {
        self.moment(moment.into(), Fields::Time(style))
    }

    /// Date and time of a moment; with the zone in the styles long and full, where the moment has one.
    #[must_use]
    pub fn datetime(&self, moment: impl Into<Moment>, style: Style) -> String {
        self.datetime_with(moment, style, style)
    }

    /// Date and time, each in a style of its own.
    #[must_use]
    pub fn datetime_with(&self, moment: impl Into<Moment>, date: Style, time: Style) -> String {
        self.moment(moment.into(), Fields::Both(date, time))
    }

    fn moment(&self, moment: Moment, fields: Fields) -> String {
        let fields = if moment.has_zone() { fields } else { fields.without_zone() };
        let input = moment.icu(fields.zone().is_some());
        match self.dates.get(fields.place(), || self.date_formatter(fields)) {
            Some(DateFormatter::Skeleton(formatter)) => formatter.format(&input).to_string(),
            Some(DateFormatter::Pattern(formatter)) => formatter.format(&input),
            None => moment.wall().to_string(),
        }
    }

    fn date_formatter(&self, fields: Fields) -> Result<DateFormatter, ()> {
        let pattern = self.cldr_pattern(fields);
        match pattern.and_then(|pattern| PatternFormatter::new(&self.language, &pattern)) {
            Some(formatter) => Ok(DateFormatter::Pattern(formatter)),
            None => self.skeleton(fields).map(DateFormatter::Skeleton).ok_or(()),
        }
    }

    fn skeleton(&self, fields: Fields) -> Option<Skeleton> {
        DateTimeFormatter::try_new(self.language.icu().into(), fields.set().ok()?).ok()
    }

    /// CLDR's own pattern, if ICU4X has another one. For date and time together its parts are put where
    /// ICU4X has the parts that it would use.
    fn cldr_pattern(&self, fields: Fields) -> Option<String> {
        let known = pattern::find(&self.language, fields).map(str::to_owned);
        let Fields::Both(date, time) = fields else { return known };
        let mut both = pattern_of(&self.skeleton(fields)?);
        let mut replaced = false;
        for part in [Fields::Date(date), Fields::Time(time)] {
            if let Some(pattern) = pattern::find(&self.language, part) {
                both = both.replacen(&pattern_of(&self.skeleton(part)?), pattern, 1);
                replaced = true;
            }
        }
        known.or(replaced.then_some(both))
    }
}

type Skeleton = DateTimeFormatter<CompositeFieldSet>;

/// The pattern that a formatter writes dates of our time with.
fn pattern_of(formatter: &Skeleton) -> String {
    formatter.format(&Moment::from(NaiveDate::default()).icu(false)).pattern().to_string()
}

/// A date as the language writes it.
///
/// ```
/// use agenthub_i18n::{Style, format_date};
/// use chrono::NaiveDate;
///
/// let date = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
/// assert_eq!(format_date(date, "fr", Style::Long), "20 novembre 2026");
/// assert_eq!(format_date(date, "ja", Style::Full), "2026年11月20日金曜日");
/// ```
#[must_use]
pub fn format_date(date: impl Into<Moment>, language: impl AsRef<str>, style: Style) -> String {
    Formats::with(language, |formats| formats.date(date, style))
}

/// A time as the language writes it; with the zone in the styles long and full, where it is known.
///
/// ```
/// use agenthub_i18n::{Style, format_time};
/// use chrono::NaiveTime;
///
/// let time = NaiveTime::from_hms_opt(15, 4, 5).unwrap();
/// assert_eq!(format_time(time, "de", Style::Short), "15:04");
/// ```
#[must_use]
pub fn format_time(time: impl Into<Moment>, language: impl AsRef<str>, style: Style) -> String {
    Formats::with(language, |formats| formats.time(time, style))
}

/// Date and time as the language writes them; with the zone in the styles long and full, where it is known.
///
/// ```
/// use agenthub_i18n::{Style, format_datetime};
/// use chrono::{TimeZone, Utc};
/// use chrono_tz::Europe::Berlin;
///
/// let at = Utc.with_ymd_and_hms(2026, 11, 20, 15, 4, 5).unwrap();
/// assert_eq!(format_datetime(at, "de", Style::Short), "20.11.26, 15:04");
/// assert_eq!(format_datetime(at.with_timezone(&Berlin), "de", Style::Long), "20. November 2026 um 16:04:05 MEZ");
/// ```
#[must_use]
pub fn format_datetime(at: impl Into<Moment>, language: impl AsRef<str>, style: Style) -> String {
    Formats::with(language, |formats| formats.datetime(at, style))
}
