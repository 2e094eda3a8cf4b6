//! Durations: `2 hours, 5 minutes`.

use chrono::TimeDelta;
use icu::experimental::duration::options::{BaseStyle, DurationFormatterOptions};
use icu::experimental::duration::{
    Duration, DurationFormatter, DurationSign, ValidatedDurationFormatterOptions,
};

use super::Formats;

/// How a duration is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DurationStyle {
    /// `2 hours, 5 minutes`
    Long,
    /// `2 hr, 5 min`
    Short,
    /// `2h 5m`
    Narrow,
    /// `2:05:00`
    Digital,
}

impl Formats {
    /// A duration in days, hours, minutes and seconds, down to the millisecond where it is under a second.
    #[must_use]
    pub fn duration(&self, span: TimeDelta, style: DurationStyle) -> String {
        let make = || {
            let mut options = DurationFormatterOptions::default();
            options.base = match style {
                DurationStyle::Long => BaseStyle::Long,
                DurationStyle::Short => BaseStyle::Short,
                DurationStyle::Narrow => BaseStyle::Narrow,
                DurationStyle::Digital => BaseStyle::Digital,
            };
            let options = ValidatedDurationFormatterOptions::validate(options).map_err(|_| ())?;
            DurationFormatter::try_new(self.language.icu().into(), options).map_err(|_| ())
        };
        match self.durations.get(style as usize, make) {
            Some(formatter) => formatter.format(&parts(span, style)).to_string(),
            None => span.to_string(),
        }
    }
}

fn parts(span: TimeDelta, style: DurationStyle) -> Duration {
    let sign = if span < TimeDelta::zero() { DurationSign::Negative } else { DurationSign::Positive };
    let whole = span.abs();
    let seconds = whole.num_seconds().unsigned_abs();
    let digital = style == DurationStyle::Digital;
    let (days, rest) = if digital { (0, seconds) } else { (seconds / 86_400, seconds % 86_400) };
    let milliseconds =
        if seconds == 0 { u64::from(whole.subsec_nanos().unsigned_abs()) / 1_000_000 } else { 0 };
    Duration {
        sign,
        days,
        hours: rest / 3600,
        minutes: rest / 60 % 60,
        seconds: rest % 60,
        milliseconds,
        ..Duration::default()
    }
}

/// A duration in full words.
///
/// ```
/// use agenthub_i18n::format_duration;
/// use chrono::TimeDelta;
///
/// assert_eq!(format_duration(TimeDelta::minutes(125), "en"), "2 hours, 5 minutes");
/// assert_eq!(format_duration(TimeDelta::seconds(61), "de"), "1 Minute, 1 Sekunde");
/// ```
#[must_use]
pub fn format_duration(span: TimeDelta, language: impl AsRef<str>) -> String {
    Formats::with(language, |formats| formats.duration(span, DurationStyle::Long))
}
