//! What CLDR says, as two other implementations of it read it.

use std::collections::BTreeMap;

use agenthub_i18n::{Formats, Language, Moment, Number, Style, direction, language_name};
use chrono::DateTime;
use chrono_tz::Tz;

/// Values where ICU4X's CLDR 49 says something else than CLDR 47 and 48, with the reason.
#[rustfmt::skip]
const NEWER_DATA: &[(&str, &[&str])] = &[
    ("fr-CH groups digits with an apostrophe since CLDR 49", &["numbers/fr-CH/1234.56/default"]),
    ("Spanish tells 1.er and 101.er from other ordinals since CLDR 49: a new category `one`", &[
        "plurals/es/ordinal/1", "plurals/es/ordinal/21", "plurals/es/ordinal/103", "plurals/es/ordinal/121",
        "plurals/es-ES/ordinal/1", "plurals/es-MX/ordinal/101", "plurals/es-MX/ordinal/103",
    ]),
];

type Values = BTreeMap<String, String>;

fn values(part: &str) -> Values {
    let data: serde_json::Value = serde_json::from_str(include_str!("data/cldr.json")).unwrap();
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
            other => panic!("no such style: {other:?}"),
        }
    });
}

#[test]
fn dates_and_times_are_written_as_cldr_says() {
    let at: DateTime<Tz> =
        "2026-11-20T15:04:05Z".parse::<DateTime<chrono::Utc>>().unwrap().with_timezone(&Tz::UTC);
    compare("dates", |language, path| {
        let formats = Formats::of(language);
        let style = match path[0] {
            "short" => Style::Short,
            "medium" => Style::Medium,
            "long" => Style::Long,
            "full" => Style::Full,
            other => panic!("no such style: {other}"),
        };
        let at = Moment::from(at);
        match path[1] {
            "date" => formats.date(at, style),
            "time" => formats.time(at, style),
            "datetime" => formats.datetime(at, style),
            other => panic!("no such fields: {other}"),
        }
    });
}

#[test]
fn plural_categories_are_those_of_cldr() {
    compare("plurals", |language, path| {
        let formats = Formats::of(language);
        let number: Number = path[1].parse().unwrap();
        match path[0] {
            "cardinal" => formats.plural(number).to_string(),
            "ordinal" => formats.ordinal_plural(number).to_string(),
            other => panic!("no such kind: {other}"),
        }
    });
}

#[test]
fn directions_and_own_names_are_those_of_cldr() {
    compare("direction", |language, path| match path[0] {
        "direction" => direction(language).to_string(),
        "selfName" => language_name(language, language.parse::<Language>().unwrap()),
        other => panic!("no such value: {other}"),
    });
}
