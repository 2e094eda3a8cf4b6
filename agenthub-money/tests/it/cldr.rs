//! Texts on which two other implementations of CLDR agree, byte for byte.
#![cfg(feature = "format")]

use std::collections::BTreeMap;

use agenthub_money::format::{FormatOptions, MoneyFormatter, Style};
use agenthub_money::{Currency, Decimal, Money};
use icu::experimental::dimension::currency::CurrencyType;
use icu::experimental::dimension::currency::formatter::CurrencyFormatter;
use icu::experimental::dimension::currency::options::CurrencyUsage;
use icu::locale::Locale;
use serde_json::Value;

/// Something that CLDR 49, which ICU4X carries, writes otherwise than CLDR 47 and 48 do.
struct Change {
    locales: &'static [&'static str],
    currencies: &'static [&'static str],
    styles: &'static [&'static str],
    #[expect(dead_code, reason = "for the reader of the list")]
    reason: &'static str,
}

const CHANGES: &[Change] = &[
    Change {
        locales: &["es", "es-ES"],
        currencies: &["AUD", "BRL", "CAD", "CNY", "GBP", "INR", "JPY", "MXN"],
        styles: &["symbol", "accounting"],
        reason: "Spanish has symbols for these currencies now, where it had their codes",
    },
    Change {
        locales: &["fr", "fr-FR", "fr-CH"],
        currencies: &["CNY", "JPY"],
        styles: &["symbol", "accounting"],
        reason: "French has CN¥ and JP¥ now",
    },
    Change {
        locales: &["fr-CA"],
        currencies: &["INR", "MXN"],
        styles: &["symbol", "accounting"],
        reason: "Canadian French has ₹ and $MX now",
    },
    Change {
        locales: &["fr-CH"],
        currencies: &["JPY"],
        styles: &["name"],
        reason: "French Switzerland groups with an apostrophe now",
    },
    Change {
        locales: &["de-CH"],
        currencies: &["EUR"],
        styles: &["symbol", "accounting"],
        reason: "German Switzerland has € now",
    },
    Change {
        locales: &["hi", "hi-IN"],
        currencies: &["AED"],
        styles: &["name"],
        reason: "the Hindi name of the dirham is spelt anew",
    },
];

fn is_changed(locale: &str, currency: &str, style: &str) -> bool {
    CHANGES.iter().any(|change| {
        change.locales.contains(&locale)
            && change.currencies.contains(&currency)
            && change.styles.contains(&style)
    })
}

/// What ICU4X itself writes: the witness that a change is one of its data and not of this crate.
fn icu4x(locale: &str, currency: &str, style: &str, amount: &str) -> String {
    let locale: Locale = locale.parse().expect("a locale");
    let currency = CurrencyType::try_from_str(&currency.to_lowercase()).expect("a currency");
    let usage = if style == "accounting" { CurrencyUsage::Accounting } else { CurrencyUsage::Standard };
    let formatter = match style {
        "name" => CurrencyFormatter::try_new_name((&locale).into(), currency),
        _ => CurrencyFormatter::try_new_symbol((&locale).into(), currency, usage.into()),
    };
    formatter.expect("data").format_fixed_decimal(&amount.parse().expect("an amount")).to_string()
}

fn style(name: &str) -> Style {
    match name {
        "symbol" => Style::Standard,
        "name" => Style::Name,
        "accounting" => Style::Accounting,
        other => panic!("the file has a style {other} that this test does not know"),
    }
}

#[test]
fn amounts_are_written_as_other_implementations_of_cldr_write_them() {
    let file: BTreeMap<String, Value> =
        serde_json::from_str(include_str!("../data/cldr.json")).expect("the file is JSON");
    let mut wrong = Vec::new();
    for (key, wanted) in &file {
        let parts: Vec<&str> = key.split('/').collect();
        let currency: Currency = parts[2].parse().expect("a currency");
        if parts[3] == "fractionDigits" {
            assert_eq!(wanted.as_u64(), Some(u64::from(currency.decimals())), "{key}");
            continue;
        }
        let formatter = MoneyFormatter::shared(parts[1]).expect("a locale");
        let amount: Decimal = parts[4].parse().expect("an amount");
        let options = FormatOptions::from(style(parts[3]));
        let text = formatter.format(&Money::new(amount, currency), options).expect("data");
        let witness = || icu4x(parts[1], parts[2], parts[3], parts[4]);
        let right = match is_changed(parts[1], parts[2], parts[3]) {
            true => Some(text.as_str()) != wanted.as_str() && text == witness(),
            false => Some(text.as_str()) == wanted.as_str(),
        };
        if !right {
            wrong.push(format!("{key}: {text:?} instead of {wanted:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), file.len(), wrong.join("\n"));
}
