//! What CLDR says, as two other implementations of it read it.
#![expect(clippy::unwrap_used, reason = "a test that cannot read its values fails")]

use std::collections::BTreeMap;

use agenthub_i18n::{
    DurationStyle, Formats, Language, ListKind, Moment, Number, RelativeUnit, Style, Width, currency_name,
    direction, language_name, region_name,
};
use chrono::{DateTime, TimeDelta};
use chrono_tz::Tz;

/// Values where ICU4X, whose data is CLDR 49, says something else than CLDR 47 and 48, with the reason.
#[rustfmt::skip]
const NEWER_DATA: &[(&str, &[&str])] = &[
    ("fr-CH groups digits with an apostrophe since CLDR 49", &["numbers/fr-CH/1234.56/default"]),
    ("Spanish tells 1.er and 101.er from other ordinals since CLDR 49: a new category `one`", &[
        "plurals/es/ordinal/1", "plurals/es/ordinal/21", "plurals/es/ordinal/103", "plurals/es/ordinal/121",
        "plurals/es-ES/ordinal/1", "plurals/es-MX/ordinal/101", "plurals/es-MX/ordinal/103",
    ]),
    ("Arabic has a short name for UTC since CLDR 49", &["dates/ar/m/long/time"]),
    ("Hindi has no comma before its `and` since CLDR 49", &[
        "list/hi/conjunction/long/3", "list/hi/conjunction/long/4",
    ]),
    ("Arabic has no name of its own for Austrian German since CLDR 49", &["language/ar/de-AT"]),
    ("the dirham is spelt anew in Hindi since CLDR 49", &["currency/hi/AED"]),
    ("the plural form is that of the rounded number that is shown, 10, and not that of 9.999", &[
        "numbers/ar/9999/compact-short", "numbers/ar/9999/compact-long",
    ]),
];

type Values = BTreeMap<String, String>;

/// The values of a part; `more` are further ones, of other amounts, places and kinds.
fn values(part: &str) -> Values {
    let (file, part) = match part.strip_prefix("more ") {
        Some(part) => (include_str!("data/cldr_more.json"), part),
        None => (include_str!("data/cldr.json"), part),
    };
    let data: serde_json::Value = serde_json::from_str(file).unwrap();
    serde_json::from_value(data[part].clone()).unwrap()
}

/// Compares all values of a part with what `write` makes of each key's path.
fn compare(part: &str, write: impl Fn(&str, &[&str]) -> String) {
    let values = values(part);
    assert!(values.len() > 10, "{part} has its values");
    let mut wrong = Vec::new();
    for (key, expected) in &values {
        let path: Vec<&str> = key.split('/').collect();
        let written = write(path[1], &path[2..]);
        let excused = NEWER_DATA.iter().any(|(_, keys)| keys.contains(&key.as_str()));
        if (written == *expected) == excused {
            wrong.push(format!("{key}: {written:?}, expected {expected:?}, excused: {excused}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), values.len(), wrong.join("\n"));
}

#[test]
fn numbers_and_percent_are_written_as_cldr_says() {
    compare("numbers", |language, path| {
        let formats = Formats::of(language);
        match path {
            ["percent", share] => formats.percent(share.parse::<Number>().unwrap()),
            [number, "default"] => formats.number(number.parse::<Number>().unwrap()),
            other => unreachable!("no such style: {other:?}"),
        }
    });
}

#[test]
fn dates_and_times_are_written_as_cldr_says() {
    let at: DateTime<Tz> =
        "2026-11-20T15:04:05Z".parse::<DateTime<chrono::Utc>>().unwrap().with_timezone(&Tz::UTC);
    compare("dates", |language, path| {
        let formats = Formats::of(language);
        moment(&formats, Moment::from(at), path)
    });
    compare("more dates", |language, path| {
        let (at, zone) = match path[0] {
            "m" => ("2026-03-05T08:07:09Z", Tz::UTC),
            "p" => ("2026-07-05T22:07:09Z", Tz::Europe__Paris),
            "k" => ("2026-01-05T22:07:09Z", Tz::Asia__Kolkata),
            _ => ("2026-01-05T22:07:09Z", Tz::Asia__Tokyo),
        };
        let at = Moment::from(at.parse::<DateTime<chrono::Utc>>().unwrap()).in_zone(zone);
        moment(&Formats::of(language), at, &path[1..])
    });
}

fn moment(formats: &Formats, at: Moment, path: &[&str]) -> String {
    let style = match path[0] {
        "short" => Style::Short,
        "medium" => Style::Medium,
        "long" => Style::Long,
        _ => Style::Full,
    };
    match path[1] {
        "date" => formats.date(at, style),
        "time" => formats.time(at, style),
        _ => formats.datetime(at, style),
    }
}

fn width(name: &str) -> Width {
    match name {
        "long" => Width::Long,
        "short" => Width::Short,
        _ => Width::Narrow,
    }
}

#[test]
fn round_figures_are_written_as_cldr_says() {
    compare("more numbers", |language, path| {
        let number: Number = path[0].parse().unwrap();
        Formats::of(language).compact(number, width(path[1].trim_start_matches("compact-")))
    });
}

#[test]
fn relative_times_are_written_as_cldr_says() {
    compare("more relative", |language, path| {
        let unit = match path[0] {
            "second" => RelativeUnit::Second,
            "minute" => RelativeUnit::Minute,
            "hour" => RelativeUnit::Hour,
            "day" => RelativeUnit::Day,
            "week" => RelativeUnit::Week,
            "month" => RelativeUnit::Month,
            "quarter" => RelativeUnit::Quarter,
            _ => RelativeUnit::Year,
        };
        Formats::of(language).relative(path[1].parse().unwrap(), unit, width(path[2]))
    });
}

#[test]
fn durations_and_sizes_are_written_as_cldr_says() {
    compare("more units", |language, path| {
        let count: i64 = path[1].parse().unwrap();
        let span = match path[0] {
            "second" => TimeDelta::seconds(count),
            "minute" => TimeDelta::minutes(count),
            "hour" => TimeDelta::hours(count),
            _ => TimeDelta::days(count),
        };
        let style = match path[2] {
            "long" => DurationStyle::Long,
            "short" => DurationStyle::Short,
            _ => DurationStyle::Narrow,
        };
        Formats::of(language).duration(span, style)
    });
    compare("more bytes", |language, path| {
        let units = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte", "petabyte"];
        let power = units.iter().position(|unit| *unit == path[0]).unwrap();
        Formats::of(language).bytes(path[1].parse::<u64>().unwrap() * 1000_u64.pow(power as u32))
    });
}

#[test]
fn lists_and_names_are_written_as_cldr_says() {
    compare("more list", |language, path| {
        let kind = match path[0] {
            "conjunction" => ListKind::And,
            "disjunction" => ListKind::Or,
            _ => ListKind::Unit,
        };
        let items = &["A", "B", "C", "D"][..path[2].parse().unwrap()];
        Formats::of(language).list(items, kind, width(path[1]))
    });
    compare("more language", |language, path| language_name(path[0], language));
    compare("more region", |language, path| region_name(path[0], language));
    compare("more currency", |language, path| currency_name(path[0], language));
}

#[test]
fn plural_categories_are_those_of_cldr() {
    compare("plurals", |language, path| {
        let formats = Formats::of(language);
        let number: Number = path[1].parse().unwrap();
        match path[0] {
            "cardinal" => formats.plural(number).to_string(),
            "ordinal" => formats.ordinal_plural(number).to_string(),
            other => unreachable!("no such kind: {other}"),
        }
    });
}

#[test]
fn directions_and_own_names_are_those_of_cldr() {
    compare("direction", |language, path| match path[0] {
        "direction" => direction(language).to_string(),
        "selfName" => language_name(language, language.parse::<Language>().unwrap()),
        other => unreachable!("no such value: {other}"),
    });
}
