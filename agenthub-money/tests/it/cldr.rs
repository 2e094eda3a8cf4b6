//! Texts on which two other implementations of CLDR agree, byte for byte.

use std::collections::BTreeMap;

use agenthub_money::format::{FormatOptions, MoneyFormatter, Style};
use agenthub_money::{Currency, Decimal, Money};
use serde_json::Value;

/// Where the newer CLDR 49 of ICU4X writes something else than CLDR 47 and 48 do, and why.
const CHANGED: &[(&str, &str)] = &[];

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
        let changed = CHANGED.iter().any(|(prefix, _)| key.starts_with(prefix));
        if (Some(text.as_str()) == wanted.as_str()) == changed {
            wrong.push(format!("{key}: {text:?} instead of {wanted:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), file.len(), wrong.join("\n"));
}
