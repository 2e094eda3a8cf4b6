//! ISO 4217.

use agenthub_money::{Currency, Error, ErrorKind};
use serde_json::Value;

fn iso() -> Value {
    serde_json::from_str(include_str!("../data/iso4217.json")).expect("the file is JSON")
}

#[test]
fn every_currency_of_list_one_is_current_with_its_number_and_minor_units() {
    let list = iso();
    let list = list["currencies"].as_object().expect("an object");
    for (code, entry) in list {
        let currency = Currency::from_code(code).expect("the currency is there");
        let number: u16 = entry["numeric"].as_str().and_then(|number| number.parse().ok()).expect("a number");
        let minor: Option<u32> = entry["minor"].as_str().and_then(|minor| minor.parse().ok());
        assert_eq!(currency.number(), Some(number), "{code}");
        assert_eq!(currency.minor_units(), minor, "{code}");
        assert_eq!(currency.iso_name(), entry["name"], "{code}");
        assert!(!currency.is_withdrawn(), "{code}");
        assert_eq!(Currency::from_number(number), Ok(currency));
    }
    let current: Vec<&str> =
        Currency::all().filter(|currency| !currency.is_withdrawn()).map(Currency::code).collect();
    assert_eq!(current.len(), list.len(), "nothing else is current");
}

#[test]
fn withdrawn_currencies_are_marked_with_the_month() {
    for (code, month) in [("DEM", "2002-03"), ("HRK", "2023-01"), ("BGN", "2026-01"), ("ZWL", "2024-09")] {
        assert_eq!(Currency::from_code(code).map(Currency::withdrawn), Ok(Some(month)));
    }
    assert!(Currency::all().filter(|currency| currency.is_withdrawn()).count() > 120);
}

#[test]
fn rusty_money_agrees_but_for_minor_units_that_are_no_powers_of_ten_or_out_of_use() {
    let mut different = Vec::new();
    for currency in Currency::all().filter(|currency| currency.minor_units().is_some()) {
        if let Some(other) = rusty_money::iso::find(currency.code()) {
            assert_eq!(other.iso_numeric_code.parse().ok(), currency.number(), "{currency}");
            if Some(other.exponent) != currency.minor_units() {
                different.push(currency.code());
            }
        }
    }
    assert_eq!(different, ["HUF", "MGA", "MRU"], "ISO 4217 has 2 for these");
}

#[test]
fn codes_are_sorted_unique_and_three_capital_letters() {
    let codes: Vec<&str> = Currency::all().map(Currency::code).collect();
    assert!(codes.is_sorted_by(|a, b| a < b));
    assert!(codes.iter().all(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())));
}

#[test]
fn every_constant_is_the_currency_it_is_named_after() {
    let constants = [
        (Currency::USD, "USD", 2, "$"),
        (Currency::EUR, "EUR", 2, "€"),
        (Currency::GBP, "GBP", 2, "£"),
        (Currency::JPY, "JPY", 0, "¥"),
        (Currency::CNY, "CNY", 2, "¥"),
        (Currency::INR, "INR", 2, "₹"),
        (Currency::AUD, "AUD", 2, "$"),
        (Currency::CAD, "CAD", 2, "$"),
        (Currency::CHF, "CHF", 2, "Fr"),
        (Currency::BRL, "BRL", 2, "R$"),
        (Currency::RUB, "RUB", 2, "₽"),
        (Currency::SAR, "SAR", 2, "ر.س"),
        (Currency::AED, "AED", 2, "د.إ"),
        (Currency::ZAR, "ZAR", 2, "R"),
        (Currency::MXN, "MXN", 2, "$"),
    ];
    for (currency, code, decimals, symbol) in constants {
        assert_eq!((currency.code(), currency.decimals(), currency.symbol()), (code, decimals, symbol));
    }
}

#[test]
fn what_is_no_code_is_not_found() {
    for text in ["", "usd", "US", "USDT", "XYZ", "U$D", "ドル円"] {
        let error = Currency::from_code(text).unwrap_err();
        assert_eq!(error, Error::UnknownCurrency { code: text.to_owned() });
        assert_eq!((error.kind(), error.code()), (ErrorKind::NotFound, "money.unknown_currency"));
    }
}

#[test]
fn a_currency_is_its_code_in_json() {
    assert_eq!(serde_json::to_string(&Currency::EUR).unwrap(), r#""EUR""#);
    assert_eq!(serde_json::from_str::<Currency>(r#""EUR""#).unwrap(), Currency::EUR);
    let error = serde_json::from_str::<Currency>(r#""EURO""#).unwrap_err().to_string();
    assert!(error.contains("`EURO` is not a currency code"), "{error}");
}
