//! Errors tell what to do.

use agenthub_money::{Currency, Error, ErrorKind, Money};

const GUIDE: &str = include_str!("../../../docs/src/guide/money.md");

#[test]
fn every_code_is_in_the_guide() {
    for code in Error::CODES {
        assert!(GUIDE.contains(&format!("| `{code}` |")), "{code} has no line");
    }
    assert_eq!(GUIDE.matches("| `money.").count(), Error::CODES.len(), "no line is for a code that is gone");
}

#[test]
fn an_error_has_a_code_a_kind_and_what_a_message_needs() {
    let dollars: Money = "5.00 USD".parse().unwrap();
    let error = dollars.typed::<agenthub_money::Eur>().unwrap_err();
    assert_eq!(error.to_string(), "USD is not EUR: convert one of the amounts first");
    assert!(Error::CODES.contains(&error.code()));
    assert_eq!(error.kind(), ErrorKind::Invalid);
    assert_eq!(error.arguments(), [("expected", "EUR".to_owned()), ("found", "USD".to_owned())]);
    let unknown = Currency::from_code(&"X".repeat(10_000_000)).unwrap_err();
    assert!(unknown.to_string().len() < 200, "it does not say it all again");
}
