//! Dates, times, and both together.

use chrono::NaiveDate;
use icu::datetime::DateTimeFormatter;
use icu::datetime::fieldsets::builder::{BuilderError, DateFields, FieldSetBuilder, ZoneStyle};
use icu::datetime::fieldsets::enums::CompositeFieldSet;
use icu::datetime::options::{Length, TimePrecision};

use super::pattern::{self, PatternFormatter};
use super::{DateFormatter, Formats, Moment, Style};

/// Which fields are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fields {
    Date,
    Time,
    Both,
}

impl Formats {
    /// The date of a moment.
    #[must_use]
    pub fn date(&self, moment: impl Into<Moment>, style: Style) -> String {
        self.moment(moment.into(), Fields::Date, style)
    }

    /// The time of a moment; with the zone in the styles long and full, where the moment has one.
    #[must_use]
    pub fn time(&self, moment: impl Into<Moment>, style: Style) -> String {
        self.moment(moment.into(), Fields::Time, style)
    }

    /// Date and time of a moment; with the zone in the styles long and full, where the moment has one.
    #[must_use]
    pub fn datetime(&self, moment: impl Into<Moment>, style: Style) -> String {
        self.moment(moment.into(), Fields::Both, style)
    }

    fn moment(&self, moment: Moment, fields: Fields, style: Style) -> String {
        let zone = moment.has_zone() && fields != Fields::Date && matches!(style, Style::Long | Style::Full);
        let input = moment.icu(zone);
        match self.date_formatter(fields, style, zone) {
            Some(DateFormatter::Skeleton(formatter)) => formatter.format(&input).to_string(),
            Some(DateFormatter::Pattern(formatter)) => formatter.format(&input),
            None => moment.wall().to_string(),
        }
    }

    fn date_formatter(&self, fields: Fields, style: Style, zone: bool) -> Option<&DateFormatter> {
        let place = match fields {
            Fields::Date => 0,
            Fields::Time => 4 + 4 * usize::from(zone),
            Fields::Both => 12 + 4 * usize::from(zone),
        };
        self.dates.get(place + style as usize, || {
            let pattern = self.cldr_pattern(fields, style, zone);
            match pattern.and_then(|pattern| PatternFormatter::new(&self.language, &pattern)) {
                Some(formatter) => Ok(DateFormatter::Pattern(formatter)),
                None => self.skeleton(fields, style, zone).map(DateFormatter::Skeleton).ok_or(()),
            }
        })
    }

    fn skeleton(&self, fields: Fields, style: Style, zone: bool) -> Option<Skeleton> {
        let fields = field_set(fields, style, zone).ok()?;
        DateTimeFormatter::try_new(self.language.icu().into(), fields).ok()
    }

    /// CLDR's own pattern, if ICU4X has another one. For date and time together its parts are put where
    /// ICU4X has the parts that it would use.
    fn cldr_pattern(&self, fields: Fields, style: Style, zone: bool) -> Option<String> {
        let time_style = if zone || style == Style::Short { style } else { Style::Medium };
        let date = pattern::find(&self.language, Fields::Date, style);
        let time = pattern::find(&self.language, Fields::Time, time_style);
        match fields {
            Fields::Date => date.map(str::to_owned),
            Fields::Time => time.map(str::to_owned),
            Fields::Both if zone && let Some(both) = pattern::find(&self.language, fields, style) => {
                Some(both.to_owned())
            }
            Fields::Both if date.is_none() && time.is_none() => None,
            Fields::Both => {
                let resolved = |fields| Some(pattern_of(&self.skeleton(fields, style, zone)?));
                let mut both = resolved(Fields::Both)?;
                if let Some(date) = date {
                    both = both.replacen(&resolved(Fields::Date)?, date, 1);
                }
                if let Some(time) = time {
                    both = both.replacen(&resolved(Fields::Time)?, time, 1);
                }
                Some(both)
            }
        }
    }
}

type Skeleton = DateTimeFormatter<CompositeFieldSet>;

/// The pattern that a formatter writes dates of our time with.
fn pattern_of(formatter: &Skeleton) -> String {
    formatter.format(&Moment::from(NaiveDate::default()).icu(false)).pattern().to_string()
}

fn field_set(fields: Fields, style: Style, zone: bool) -> Result<CompositeFieldSet, BuilderError> {
    let mut builder = FieldSetBuilder::new();
    builder.length = Some(match style {
        Style::Short => Length::Short,
        Style::Medium => Length::Medium,
        Style::Long | Style::Full => Length::Long,
    });
    if fields != Fields::Time {
        builder.date_fields = Some(if style == Style::Full { DateFields::YMDE } else { DateFields::YMD });
    }
    if fields != Fields::Date {
        let minutes = style == Style::Short;
        builder.time_precision = Some(if minutes { TimePrecision::Minute } else { TimePrecision::Second });
    }
    if zone && fields != Fields::Date {
        let full = style == Style::Full;
        builder.zone_style = Some(if full { ZoneStyle::SpecificLong } else { ZoneStyle::SpecificShort });
    }
    builder.build_composite()
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
    Formats::of(language).date(date, style)
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
    Formats::of(language).time(time, style)
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
    Formats::of(language).datetime(at, style)
}
