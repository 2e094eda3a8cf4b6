//! Times relative to now: `3 days ago`.

use chrono::TimeDelta;
use icu::experimental::relativetime::options::Numeric;
use icu::experimental::relativetime::{RelativeTimeFormatter, RelativeTimeFormatterOptions};

use super::{Formats, Width};
use crate::Number;

/// The unit a relative time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "they say it themselves")]
pub enum RelativeUnit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

impl Formats {
    /// `count` units from now, or ago where it is negative: `-3` days are `3 days ago`.
    #[must_use]
    pub fn relative(&self, count: i64, unit: RelativeUnit, width: Width) -> String {
        self.relative_with(count, unit, width, Numeric::Always)
    }

    /// The same in words where the language has them: `-1` day is `yesterday`.
    #[must_use]
    pub fn relative_in_words(&self, count: i64, unit: RelativeUnit, width: Width) -> String {
        self.relative_with(count, unit, width, Numeric::Auto)
    }

    /// A span from now, in the largest unit that it fills; the past is negative.
    #[must_use]
    pub fn relative_to_now(&self, span: TimeDelta, width: Width) -> String {
        let (count, unit) = largest(span);
        self.relative(count, unit, width)
    }

    fn relative_with(&self, count: i64, unit: RelativeUnit, width: Width, numeric: Numeric) -> String {
        let words = usize::from(numeric == Numeric::Auto);
        let place = (unit as usize * 3 + width as usize) * 2 + words;
        let make = || {
            let prefs = self.language.icu().into();
            constructor(unit, width)(prefs, RelativeTimeFormatterOptions::default().with_numeric(numeric))
        };
        match self.relative.get(place, make) {
            Some(formatter) => formatter.format(count.into()).to_string(),
            None => Number::from(count).to_string(),
        }
    }
}

fn largest(span: TimeDelta) -> (i64, RelativeUnit) {
    use RelativeUnit::{Day, Hour, Minute, Month, Second, Week, Year};
    let days = span.num_days();
    match (days.abs(), span.num_hours(), span.num_minutes()) {
        (365.., ..) => (days / 365, Year),
        (30.., ..) => (days / 30, Month),
        (7.., ..) => (days / 7, Week),
        (1.., ..) => (days, Day),
        (_, 0, 0) => (span.num_seconds(), Second),
        (_, 0, minutes) => (minutes, Minute),
        (_, hours, _) => (hours, Hour),
    }
}

type Constructor = fn(
    icu::experimental::relativetime::RelativeTimeFormatterPreferences,
    RelativeTimeFormatterOptions,
) -> Result<RelativeTimeFormatter, icu_provider::DataError>;

fn constructor(unit: RelativeUnit, width: Width) -> Constructor {
    use RelativeTimeFormatter as F;
    use RelativeUnit::{Day, Hour, Minute, Month, Quarter, Second, Week, Year};
    let [long, short, narrow]: [Constructor; 3] = match unit {
        Second => [F::try_new_long_second, F::try_new_short_second, F::try_new_narrow_second],
        Minute => [F::try_new_long_minute, F::try_new_short_minute, F::try_new_narrow_minute],
        Hour => [F::try_new_long_hour, F::try_new_short_hour, F::try_new_narrow_hour],
        Day => [F::try_new_long_day, F::try_new_short_day, F::try_new_narrow_day],
        Week => [F::try_new_long_week, F::try_new_short_week, F::try_new_narrow_week],
        Month => [F::try_new_long_month, F::try_new_short_month, F::try_new_narrow_month],
        Quarter => [F::try_new_long_quarter, F::try_new_short_quarter, F::try_new_narrow_quarter],
        Year => [F::try_new_long_year, F::try_new_short_year, F::try_new_narrow_year],
    };
    match width {
        Width::Long => long,
        Width::Short => short,
        Width::Narrow => narrow,
    }
}

/// A span from now in the largest unit that it fills; the past is negative.
///
/// ```
/// use agenthub_i18n::format_relative;
/// use chrono::TimeDelta;
///
/// assert_eq!(format_relative(TimeDelta::days(-3), "en"), "3 days ago");
/// assert_eq!(format_relative(TimeDelta::hours(2), "ru"), "через 2 часа");
/// ```
#[must_use]
pub fn format_relative(span: TimeDelta, language: impl AsRef<str>) -> String {
    Formats::with(language, |formats| formats.relative_to_now(span, Width::Long))
}
