//! Writing values as a language writes them.

use agenthub_core::error::{Code, Detail, Error, Result, Violation, Word};
use agenthub_i18n::{
    DurationStyle, Formats, Fraction, Language, ListKind, Locale, Moment, Number, Style, Width,
};
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use serde::Deserialize;
use serde_json::Value as Json;
use utoipa::ToSchema;
use utoipa::openapi::schema::{Object, ObjectBuilder, Type};

use crate::locale::Asked;

/// A value to be written as a language writes it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FormatBody {
    /// What it is.
    kind: FormatKind,
    /// The value. A number, or its digits as text, for whatever is a number; a share of one for `percent`. A date, a
    /// time or both, as RFC 3339 has them, for `date`, `time` and `datetime`. Seconds for `duration`. Seconds from
    /// now, or a time, for `relative`. Texts for `list`.
    value: Json,
    /// The language; yours, where nothing is said.
    #[schema(value_type = Option<String>, format = "language")]
    language: Option<Language>,
    /// The time zone in which times are told; yours, where nothing is said.
    #[schema(format = "time-zone")]
    time_zone: Option<String>,
    /// How much is said of a `date`, `time` or `datetime`; `medium`, where nothing is said.
    #[schema(schema_with = styles)]
    style: Option<Style>,
    /// How wide the words of `compact`, `relative`, `duration` and `list` are; `long`, where nothing is said.
    #[schema(schema_with = widths)]
    width: Option<Width>,
    /// How many digits `number` and `percent` have after the decimal separator; as many as are usual, where nothing is
    /// said.
    #[schema(maximum = 20)]
    fraction_digits: Option<u8>,
    /// How the items of a `list` belong together; `and`, where nothing is said.
    #[schema(schema_with = conjunctions)]
    conjunction: Option<ListKind>,
}

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum FormatKind {
    /// `1,234.56`
    Number,
    /// `26%`
    Percent,
    /// `1.2 million`
    Compact,
    /// `November 20, 2026`
    Date,
    /// `3:04 PM`
    Time,
    /// `November 20, 2026 at 3:04 PM`
    Datetime,
    /// `3 days ago`
    Relative,
    /// `2 hours, 5 minutes`
    Duration,
    /// `A, B, and C`
    List,
    /// `1.5 MB`
    Bytes,
    /// `22nd`
    Ordinal,
    /// The plural category of a count: `one`, `few`, `other`, …
    Plural,
    /// The plural category of a place in an order.
    OrdinalPlural,
}

fn names<const N: usize>(names: [&str; N]) -> Object {
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(names)).build()
}

fn styles() -> Object {
    names(["short", "medium", "long", "full"])
}

fn widths() -> Object {
    names(["long", "short", "narrow"])
}

fn conjunctions() -> Object {
    names(["and", "or", "unit"])
}

impl FormatBody {
    pub(super) fn asked(&self) -> Asked<'_> {
        Asked { language: self.language.as_ref(), time_zone: self.time_zone.as_deref() }
    }

    /// The value as the locale writes it.
    pub(super) fn text(&self, locale: &Locale, now: DateTime<Utc>) -> Result<String> {
        let mut faults = self.surplus();
        match self.written(locale, now) {
            Ok(text) if faults.is_empty() => return Ok(text),
            Ok(_) => {}
            Err(fault) => faults.push(fault),
        }
        Err(Error::new(Code::INVALID).violating(faults))
    }

    fn written(&self, locale: &Locale, now: DateTime<Utc>) -> Result<String, Violation> {
        use FormatKind::{
            Bytes, Compact, Date, Datetime, Duration, List, Number, Ordinal, OrdinalPlural, Percent, Plural,
            Relative, Time,
        };
        let formats = Formats::of(locale);
        let (style, width) = (self.style.unwrap_or(Style::Medium), self.width.unwrap_or(Width::Long));
        let fraction = self.fraction_digits.map(Fraction::exactly);
        Ok(match self.kind {
            Number => formats.number_with(self.number()?, fraction.unwrap_or(Fraction::STANDARD)),
            Percent => formats.percent_with(self.number()?, fraction.unwrap_or(Fraction::exactly(0))),
            Compact => formats.compact(self.number()?, width),
            Date => formats.date(self.moment(locale)?, style),
            Time => formats.time(self.time(locale)?, style),
            Datetime => formats.datetime(self.moment(locale)?, style),
            Relative => formats.relative_to_now(self.span_from(now)?, width),
            Duration => formats.duration(self.span()?, duration_style(width)),
            List => formats.list(&self.texts()?, self.conjunction.unwrap_or(ListKind::And), width),
            Bytes => formats.bytes(self.whole(Json::as_u64)?),
            Ordinal => formats.ordinal(self.whole(Json::as_i64)?),
            Plural => formats.plural(self.number()?).to_string(),
            OrdinalPlural => formats.ordinal_plural(self.number()?).to_string(),
        })
    }

    /// The settings that are given, but make no difference to a value of this kind.
    fn surplus(&self) -> Vec<Violation> {
        use FormatKind::{Compact, Date, Datetime, Duration, List, Number, Percent, Relative, Time};
        let settings: &[&str] = match self.kind {
            Number | Percent => &["fraction_digits"],
            Date | Time | Datetime => &["style"],
            Compact | Relative | Duration => &["width"],
            List => &["width", "conjunction"],
            _ => &[],
        };
        let given = [
            ("style", self.style.is_some()),
            ("width", self.width.is_some()),
            ("fraction_digits", self.fraction_digits.is_some()),
            ("conjunction", self.conjunction.is_some()),
        ];
        let surplus = given.into_iter().filter(|(name, is_given)| *is_given && !settings.contains(name));
        let allowed = [&["kind", "value", "language", "time_zone"], settings].concat().join(", ");
        let fault = |name: &str| {
            Violation::new(format!("/{name}"), Code::VALUE_UNKNOWN_FIELD)
                .with("name", name)
                .with("allowed", &allowed)
        };
        surplus.map(|(name, _)| fault(name)).collect()
    }

    fn number(&self) -> Result<Number, Violation> {
        number(&self.value, "/value")
    }

    fn moment(&self, locale: &Locale) -> Result<Moment, Violation> {
        moment(&self.value, "/value", locale)
    }

    /// A time, also one of no day.
    fn time(&self, locale: &Locale) -> Result<Moment, Violation> {
        let time = self.value.as_str().and_then(|text| text.parse::<NaiveTime>().ok());
        time.map_or_else(|| self.moment(locale), |time| Ok(time.into()))
    }

    /// So many seconds.
    fn span(&self) -> Result<TimeDelta, Violation> {
        let seconds = self.value.as_f64().ok_or_else(|| wrong("/value", Word::SECONDS))?;
        // A float that is too large becomes the largest whole number, which is refused.
        let span = TimeDelta::try_milliseconds((seconds * 1000.0) as i64);
        span.filter(|span| span.num_days().abs() <= LONGEST_SPAN).ok_or_else(|| {
            let most = LONGEST_SPAN * 86_400;
            Violation::new("/value", Code::VALUE_OUT_OF_RANGE).with("min", -most).with("max", most)
        })
    }

    /// So many seconds, or the time from now to a time.
    fn span_from(&self, now: DateTime<Utc>) -> Result<TimeDelta, Violation> {
        match self.value.as_str() {
            Some(text) => {
                let at = DateTime::parse_from_rfc3339(text).map_err(|_| no_time("/value"))?;
                Ok(at.signed_duration_since(now))
            }
            None => self.span(),
        }
    }

    fn texts(&self) -> Result<Vec<&str>, Violation> {
        let items = self.value.as_array().ok_or_else(|| wrong("/value", Word::LIST_OF_TEXTS))?;
        let all = items.iter().enumerate();
        all.map(|(place, item)| item.as_str().ok_or_else(|| wrong(format!("/value/{place}"), Word::TEXT)))
            .collect()
    }

    fn whole<T>(&self, read: impl Fn(&Json) -> Option<T>) -> Result<T, Violation> {
        read(&self.value).ok_or_else(|| wrong("/value", Word::WHOLE_NUMBER))
    }
}

/// In days: some ten thousand years.
const LONGEST_SPAN: i64 = 3_650_000;

fn duration_style(width: Width) -> DurationStyle {
    match width {
        Width::Long => DurationStyle::Long,
        Width::Short => DurationStyle::Short,
        Width::Narrow => DurationStyle::Narrow,
    }
}

/// A number, or its digits as text, which keep more of them.
pub(super) fn number(json: &Json, place: &str) -> Result<Number, Violation> {
    /// Numbers with exponents can be far longer than their digits.
    const LONGEST: usize = 64;
    let digits = match json {
        Json::Number(number) => number.to_string(),
        Json::String(text) => text.clone(),
        _ => String::new(),
    };
    let number = Some(digits).filter(|digits| digits.len() <= LONGEST).and_then(|digits| digits.parse().ok());
    number.ok_or_else(|| wrong(place, Word::NUMBER_OR_DIGITS))
}

/// A time as RFC 3339 has it, on the clocks of the reader; or a date, or a time that has no zone, as it is.
pub(super) fn moment(json: &Json, place: &str, locale: &Locale) -> Result<Moment, Violation> {
    let text = json.as_str().unwrap_or_default();
    let zoned = || Some(locale.local(DateTime::parse_from_rfc3339(text).ok()?));
    let wall = || text.parse::<NaiveDateTime>().ok().map(Moment::from);
    let date = || NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(Moment::from);
    zoned().or_else(wall).or_else(date).ok_or_else(|| no_time(place))
}

fn no_time(place: &str) -> Violation {
    let date = Word::DATE.with("example", "2026-01-31");
    let time = Word::TIME.with("example", "2026-01-31T12:00:00Z");
    let either = Detail::Either(vec![date.into(), time.into()]);
    Violation::new(place, Code::VALUE_BAD_FORMAT).saying("expected", either)
}

fn wrong(place: impl Into<String>, expected: Word) -> Violation {
    Violation::new(place, Code::VALUE_WRONG_TYPE).saying("expected", expected)
}
