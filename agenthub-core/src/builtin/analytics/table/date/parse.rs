//! Reading one date.

use chrono::{NaiveDate, NaiveTime};

use super::DateOrder;

/// A date's numbers, before it is known which of them is the day.
#[derive(Debug)]
pub(super) struct Fields {
    day: Day,
    /// Seconds since midnight, where a time is written.
    time: Option<i64>,
}

#[derive(Debug)]
enum Day {
    Known(NaiveDate),
    /// Two numbers and a year; whether points stand between them.
    Open(u32, u32, i32, bool),
}

/// A date that is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parsed {
    pub(super) seconds: i64,
    pub(super) timed: bool,
}

impl Fields {
    /// The two numbers of which one is the day, and whether points stand between them.
    pub(super) fn open(&self) -> Option<(u32, u32, bool)> {
        match self.day {
            Day::Open(first, second, _, pointed) => Some((first, second, pointed)),
            Day::Known(_) => None,
        }
    }

    /// The date, if it exists.
    pub(super) fn resolve(&self, order: DateOrder) -> Option<Parsed> {
        let date = match self.day {
            Day::Known(date) => date,
            Day::Open(day, month, year, _) if order == DateOrder::DayFirst => {
                NaiveDate::from_ymd_opt(year, month, day)?
            }
            Day::Open(month, day, year, _) => NaiveDate::from_ymd_opt(year, month, day)?,
        };
        let midnight = date.and_time(NaiveTime::MIN).and_utc().timestamp();
        Some(Parsed { seconds: midnight + self.time.unwrap_or(0), timed: self.time.is_some() })
    }
}

/// Reads `2024-12-31`, `2024/12/31`, `20241231`, `2024-12`, `2024-Q4`, `2024`, `31.12.2024`, `12/31/24`,
/// `31 Dec 2024`, `December 31, 2024`, each but the short ones with a time if wanted: `T23:59:59.5+01:00`, ` 11:59 pm`.
pub(super) fn fields(word: &str) -> Option<Fields> {
    // The cheap refusal of what cannot be a date; most cells of most columns.
    if !(4..=40).contains(&word.len()) || !word.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let Some(colon) = word.find(':') else {
        return Some(Fields { day: day(word)?, time: None });
    };
    let start = word[..colon].trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
    let date = word[..start].strip_suffix(['T', 't', ' '])?;
    Some(Fields { day: day(date.trim_end_matches([',', ' ']))?, time: Some(time(&word[start..])?) })
}

fn day(text: &str) -> Option<Day> {
    let pointed = text.contains('.') && !text.contains(['/', '-']);
    let mut parts = text.split(['-', '/', '.', ' ', ',']).filter(|part| !part.is_empty());
    let known = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).map(Day::Known);
    match (parts.next()?, parts.next(), parts.next(), parts.next()) {
        (only, None, ..) => single(only).map(Day::Known),
        (first, Some(second), None, _) => match second.strip_prefix(['Q', 'q']) {
            Some(quarter) => known(year(first)?, first_month(quarter)?, 1),
            None => known(year(first)?, month(second)?, 1),
        },
        (first, Some(second), Some(third), None) => {
            if let Some(year) = year(first) {
                known(year, month(second)?, number(third)?)
            } else if let Some(named) = month_name(first) {
                known(late_year(third)?, named, number(second)?)
            } else if let Some(named) = month_name(second) {
                known(late_year(third)?, named, number(first)?)
            } else {
                Some(Day::Open(number(first)?, number(second)?, late_year(third)?, pointed))
            }
        }
        _ => None,
    }
}

/// `20241231`, `2024Q4` or `2024`.
fn single(text: &str) -> Option<NaiveDate> {
    if let Some((year_part, quarter)) = text.split_once(['Q', 'q']) {
        return NaiveDate::from_ymd_opt(year(year_part)?, first_month(quarter)?, 1);
    }
    if text.len() == 8 && text.is_ascii() {
        return NaiveDate::from_ymd_opt(year(&text[..4])?, number(&text[4..6])?, number(&text[6..])?);
    }
    NaiveDate::from_ymd_opt(year(text)?, 1, 1)
}

fn first_month(quarter: &str) -> Option<u32> {
    number(quarter).filter(|it| (1..=4).contains(it)).map(|it| it * 3 - 2)
}

/// A number of one or two digits.
fn number(text: &str) -> Option<u32> {
    let short = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if short { text.parse().ok() } else { None }
}

/// A year of four digits.
fn year(text: &str) -> Option<i32> {
    let full = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if full { text.parse().ok() } else { None }
}

/// A year that stands last; two digits mean 1969 to 2068, as in POSIX.
fn late_year(text: &str) -> Option<i32> {
    year(text).or_else(|| {
        let short = number(text).filter(|_| text.len() == 2)? as i32;
        Some(if short < 69 { 2000 + short } else { 1900 + short })
    })
}

fn month(text: &str) -> Option<u32> {
    number(text).or_else(|| month_name(text))
}

/// The month of an English name, whole or its first three letters (or `sept`).
fn month_name(text: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let text = text.to_ascii_lowercase();
    let is =
        |name: &&str| text == **name || text == name[..3] || (text == "sept" && name.starts_with("sept"));
    NAMES.iter().position(is).map(|place| place as u32 + 1)
}

/// Seconds since midnight of `23:59`, `23:59:59.25`, `11:59 pm`, with or without an offset.
fn time(text: &str) -> Option<i64> {
    let lower = text.to_ascii_lowercase();
    let (clock, noon) = match (lower.strip_suffix("am"), lower.strip_suffix("pm")) {
        (Some(clock), _) => (clock, Some(false)),
        (_, Some(clock)) => (clock, Some(true)),
        _ => (lower.as_str(), None),
    };
    let clock = clock.trim_end();
    let end = clock.find(['z', '+', '-', ' ']).unwrap_or(clock.len());
    if !is_offset(clock[end..].trim()) {
        return None;
    }
    let mut parts = clock[..end].split(':');
    let hours = number(parts.next()?)?;
    let minutes = number(parts.next()?)?;
    let seconds = parts.next().unwrap_or("0");
    let seconds = number(seconds.split_once('.').map_or(seconds, |(whole, _)| whole))?;
    let hours = match noon {
        None => hours,
        Some(_) if !(1..=12).contains(&hours) => return None,
        Some(after) => hours % 12 + if after { 12 } else { 0 },
    };
    let valid = hours < 24 && minutes < 60 && seconds < 61 && parts.next().is_none();
    valid.then_some(i64::from(hours * 3600 + minutes * 60 + seconds.min(59)))
}

/// Nothing, `z`, `utc`, `gmt`, or a sign with hours and minutes.
fn is_offset(text: &str) -> bool {
    matches!(text, "" | "z" | "utc" | "gmt")
        || text.strip_prefix(['+', '-']).is_some_and(|it| {
            (2..=5).contains(&it.len()) && it.bytes().all(|byte| byte.is_ascii_digit() || byte == b':')
        })
}
