//! Periods of the calendar, counted from 1970.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime};

/// How long one step of a series is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Period {
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week from Monday on, as in ISO 8601.
    Week,
    /// A month.
    Month,
    /// A quarter.
    Quarter,
    /// A year.
    Year,
}

const HOUR: i64 = 3_600;
const DAY: i64 = 86_400;

impl Period {
    /// Every period by its name.
    pub(super) const ALL: [(&'static str, Self); 6] = [
        ("hour", Self::Hour),
        ("day", Self::Day),
        ("week", Self::Week),
        ("month", Self::Month),
        ("quarter", Self::Quarter),
        ("year", Self::Year),
    ];

    /// Its name.
    pub(super) fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, it)| *it == self).map_or("", |(name, _)| name)
    }

    /// The number of the period in which a time lies.
    pub(super) fn index(self, seconds: i64) -> i64 {
        let days = seconds.div_euclid(DAY);
        let months = || {
            let date = date(seconds);
            i64::from(date.year()) * 12 + i64::from(date.month0())
        };
        match self {
            Self::Hour => seconds.div_euclid(HOUR),
            Self::Day => days,
            // 1970-01-01 was a Thursday.
            Self::Week => (days + 3).div_euclid(7),
            Self::Month => months(),
            Self::Quarter => months().div_euclid(3),
            Self::Year => months().div_euclid(12),
        }
    }

    /// When the period of this number begins.
    pub(super) fn start(self, index: i64) -> i64 {
        let months = |months: i64| {
            let year = i32::try_from(months.div_euclid(12)).unwrap_or(0);
            let month = months.rem_euclid(12) as u32 + 1;
            NaiveDate::from_ymd_opt(year, month, 1)
                .map_or(0, |it| it.and_time(Default::default()).and_utc().timestamp())
        };
        match self {
            Self::Hour => index * HOUR,
            Self::Day => index * DAY,
            Self::Week => (index * 7 - 3) * DAY,
            Self::Month => months(index),
            Self::Quarter => months(index * 3),
            Self::Year => months(index * 12),
        }
    }

    /// The period of this number as text, such as `2024-03`; sorts as the periods do.
    pub(super) fn label(self, index: i64) -> String {
        let start = self.start(index);
        let date = date(start);
        match self {
            Self::Hour => time(start).format("%Y-%m-%dT%H:00").to_string(),
            Self::Day => date.format("%Y-%m-%d").to_string(),
            Self::Week => date.format("%G-W%V").to_string(),
            Self::Month => date.format("%Y-%m").to_string(),
            Self::Quarter => format!("{}-Q{}", date.year(), date.month0() / 3 + 1),
            Self::Year => date.year().to_string(),
        }
    }

    /// After how many steps the calendar repeats itself, shortest cycle first.
    pub(super) fn cycles(self) -> &'static [usize] {
        match self {
            Self::Hour => &[24, 168],
            Self::Day => &[7, 365],
            Self::Week => &[52],
            Self::Month => &[12],
            Self::Quarter => &[4],
            Self::Year => &[],
        }
    }

    /// How many steps make a year, where the same period of last year is a fair comparison.
    pub(super) fn year(self) -> Option<i64> {
        match self {
            Self::Week => Some(52),
            Self::Month => Some(12),
            Self::Quarter => Some(4),
            Self::Hour | Self::Day | Self::Year => None,
        }
    }

    /// The period that suits dates like these: not finer than they are typically apart, and the longest of day, week
    /// and month that gives at least 24 steps.
    pub(super) fn suiting(dates: &[i64], timed: bool) -> Self {
        const ENOUGH: i64 = 24;
        let mut gaps: Vec<i64> = dates.windows(2).map(|pair| pair[1] - pair[0]).collect();
        gaps.sort_unstable();
        let gap = gaps.get(gaps.len() / 2).copied().unwrap_or(DAY) / HOUR;
        let span = dates.last().zip(dates.first()).map_or(0, |(last, first)| (last - first) / DAY);
        let finest = match gap / 24 {
            300.. => return Self::Year,
            80.. => return Self::Quarter,
            25.. => return Self::Month,
            6.. => Self::Week,
            _ if timed && gap < 24 && span < ENOUGH => return Self::Hour,
            _ => Self::Day,
        };
        if span >= ENOUGH * 30 {
            Self::Month
        } else if span >= ENOUGH * 7 {
            Self::Week
        } else {
            finest
        }
    }
}

/// The day of a time.
pub(super) fn date(seconds: i64) -> NaiveDate {
    time(seconds).date()
}

fn time(seconds: i64) -> NaiveDateTime {
    DateTime::from_timestamp(seconds, 0).unwrap_or_default().naive_utc()
}
