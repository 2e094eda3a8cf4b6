//! Which language a reader gets.
#![expect(clippy::unwrap_used, reason = "a test that cannot set its stage fails")]

use std::time::{Duration, Instant};

use agenthub_i18n::{AcceptLanguage, Language, Locale, Preferences, direction, languages};
use proptest::prelude::*;

fn ours() -> Vec<Language> {
    languages::ALL.iter().map(|language| language.tag().parse().unwrap()).collect()
}

fn choose(header: &str) -> Option<String> {
    AcceptLanguage::parse(header).choose(&ours()).map(|language| language.to_string())
}

#[test]
fn the_strongest_wish_that_can_be_met_wins() {
    assert_eq!(choose("de;q=0.2, pt-BR;q=0.9, zh-Hant-TW;q=0.95").as_deref(), Some("zh-Hant-TW"));
    assert_eq!(choose("tlh, fr;q=0.5, de;q=0.5").as_deref(), Some("fr"));
    assert_eq!(choose("FR-ch").as_deref(), Some("fr-CH"));
    assert_eq!(choose("tlh, vo;q=0.3"), None);
    assert_eq!(choose(""), None);
}

#[test]
fn a_star_is_any_language_that_is_not_refused() {
    assert_eq!(choose("tlh, *;q=0.1").as_deref(), Some("ar"));
    assert_eq!(choose("ar;q=0, de;q=0, *").as_deref(), Some("en"));
    assert_eq!(choose("*;q=0"), None);
    let wishes = AcceptLanguage::parse("es;q=0.5, es-MX;q=0");
    assert!(wishes.accepts(&"es-AR".parse().unwrap()) && !wishes.accepts(&"es-MX".parse().unwrap()));
}

#[test]
fn malformed_parts_are_passed_over() {
    for header in [
        "fr;q=1.5, de",
        "fr;q=, de",
        "fr;q=0.1234, de",
        ";;;,,, de",
        "\u{0}, de;q=1",
        "fr q=1, de",
        "*-CH, de",
    ] {
        assert_eq!(choose(header).as_deref(), Some("de"), "{header:?}");
    }
    assert_eq!(choose("fr;level=1;Q=0.3, de;q=0.4").as_deref(), Some("de"));
}

#[test]
fn ten_megabytes_of_languages_are_read_no_further_than_a_real_header_goes() {
    let header = "xx-YY;q=0.1234567,".repeat(600_000);
    assert!(header.len() > 10_000_000);
    let started = Instant::now();
    assert_eq!(choose(&header), None);
    assert_eq!(choose(&format!("es,{header}")).as_deref(), Some("es"));
    assert_eq!(choose(&"a".repeat(10_000_000)), None);
    assert_eq!(choose(&"ж".repeat(5_000_000)), None);
    assert!(started.elapsed() < Duration::from_secs(1));
}

#[test]
fn the_user_goes_before_the_organization_and_that_before_the_header() {
    let all = Preferences { user: Some("ja"), organization: Some("de-CH"), accept_language: Some("fr") };
    let chosen =
        |preferences: Preferences<'_>| preferences.choose(&ours()).map(|language| language.to_string());
    assert_eq!(chosen(all).as_deref(), Some("ja"));
    assert_eq!(chosen(Preferences { user: None, ..all }).as_deref(), Some("de-CH"));
    assert_eq!(chosen(Preferences { user: Some("tlh"), ..all }).as_deref(), Some("de-CH"));
    assert_eq!(chosen(Preferences { user: Some("%%"), organization: None, ..all }).as_deref(), Some("fr"));
    assert_eq!(chosen(Preferences::default()), None);
}

#[test]
fn a_locale_keeps_language_region_and_time_zone_and_survives_json() {
    let locale = Locale::new("ar-EG", "Africa/Cairo").unwrap();
    assert_eq!((locale.region(), locale.direction().as_str()), (Some("EG"), "rtl"));
    let json = serde_json::to_string(&locale).unwrap();
    assert_eq!(json, r#"{"language":"ar-EG","time_zone":"Africa/Cairo"}"#);
    assert_eq!(serde_json::from_str::<Locale>(&json).unwrap(), locale);
    assert!(Locale::new("ar-EG", "Africa/Atlantis").is_err());
    assert!(Locale::new("a", "Africa/Cairo").is_err());
    assert!(serde_json::from_str::<Locale>(r#"{"language":"??","time_zone":"UTC"}"#).is_err());
}

#[test]
fn directions_follow_the_script() {
    for (tag, expected) in [
        ("ar", "rtl"),
        ("he", "rtl"),
        ("fa-IR", "rtl"),
        ("az-Arab", "rtl"),
        ("az", "ltr"),
        ("ur", "rtl"),
        ("?", "ltr"),
    ] {
        assert_eq!(direction(tag).as_str(), expected, "{tag}");
    }
}

proptest! {
    #[test]
    fn any_header_is_read_without_fault(header in "\\PC{0,200}") {
        let wishes = AcceptLanguage::parse(&header);
        prop_assert!(wishes.iter().all(|wish| wish.weight() <= 1000));
        let weights: Vec<u16> = wishes.iter().map(|wish| wish.weight()).collect();
        prop_assert!(weights.is_sorted_by(|a, b| a >= b));
        let _ = wishes.choose(&ours());
    }

    #[test]
    fn any_tag_reads_back_as_it_is_written(tag in "[a-zA-Z]{2,3}(-[a-zA-Z]{4})?(-[a-zA-Z]{2})?") {
        let language: Language = tag.parse().unwrap();
        prop_assert_eq!(language.to_string().parse::<Language>().unwrap(), language);
    }
}
