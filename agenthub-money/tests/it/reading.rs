//! Reading what people type.
#![cfg(feature = "format")]

use std::sync::Arc;

use agenthub_money::format::{ExtraDecimals, MoneyFormatter, ParseOptions};
use agenthub_money::{Currency, Error, Money, Rounding};

fn formatter(locale: &str) -> Arc<MoneyFormatter> {
    MoneyFormatter::shared(locale).expect("a locale")
}

fn money(text: &str) -> Money {
    text.parse().expect("an amount")
}

#[test]
fn what_people_type_is_read() {
    let typed = [
        ("en", "$1,234.50", "1234.50 USD"),
        ("en", "1234.5", "1234.50 USD"),
        ("en", "USD 1,234.50", "1234.50 USD"),
        ("en", "1,234.50 USD", "1234.50 USD"),
        ("en", "- $5", "-5.00 USD"),
        ("en", "$-5", "-5.00 USD"),
        ("en", "$5-", "-5.00 USD"),
        ("en", "($5.00)", "-5.00 USD"),
        ("en", "\u{2212}5.00 US dollars", "-5.00 USD"),
        ("fr", "1 234,50 €", "1234.50 EUR"),
        ("fr", "1\u{a0}234,50\u{202f}€", "1234.50 EUR"),
        ("de-CH", "CHF 1’234.50", "1234.50 CHF"),
        ("de-CH", "CHF 1'234.50", "1234.50 CHF"),
        ("hi", "₹1,23,456.50", "123456.50 INR"),
        ("hi", "₹123,456.50", "123456.50 INR"),
        ("ar-EG", "١٬٢٣٤٫٥٠", "1234.50 EGP"),
        ("ar-EG", "1,234.50", "1234.50 EGP"),
        ("ar", "١٬٢٣٤٫٥٠", "1234.50 AED"),
        ("es", "1.234,50 €", "1234.50 EUR"),
        ("ja", "1,234円", "1234 JPY"),
    ];
    for (locale, text, wanted) in typed {
        let wanted = money(wanted);
        assert_eq!(formatter(locale).parse(text, wanted.currency()), Ok(wanted), "{locale} {text}");
    }
}

#[test]
fn text_of_another_locale_is_refused_with_the_place() {
    let refused = [
        ("en", "1.234,50", 5),
        ("de", "1,234.50", 5),
        ("en", "1 234.50", 1),
        ("fr", "1,234,50", 5),
        ("en", "12,34", 3),
        ("en", "1,2345", 2),
        ("en", "1,,234", 2),
        ("en", "1e5", 1),
        ("en", "5.", 1),
        ("en", "abc", 0),
        ("en", "", 0),
        ("en", "--5", 1),
        ("en", "5 $ €", 2),
        ("en", "1٢", 1),
        ("en", "5\u{a0}\u{200f}x", 3),
    ];
    for (locale, text, place) in refused {
        match formatter(locale).parse(text, Currency::USD) {
            Err(Error::Unreadable { at, .. }) => assert_eq!(at, place, "{locale} {text:?}"),
            other => panic!("{locale} {text:?} gave {other:?}"),
        }
    }
    let long = formatter("en").parse(&"1".repeat(10_000_000), Currency::USD);
    assert!(matches!(long, Err(Error::Unreadable { .. })));
    assert_eq!(formatter("en").parse(&"9".repeat(40), Currency::USD), Err(Error::Overflow));
}

#[test]
fn too_many_decimals_are_refused_kept_or_rounded_as_asked() {
    let english = formatter("en");
    let read = |extra_decimals| {
        let options = ParseOptions { currency: Some(Currency::USD), extra_decimals };
        english.parse_with("1.005", options)
    };
    assert!(matches!(read(ExtraDecimals::Refuse), Err(Error::TooManyDecimals { allowed: 2, .. })));
    assert_eq!(read(ExtraDecimals::Keep), Ok(money("1.005 USD")));
    assert_eq!(read(ExtraDecimals::Round(Rounding::HalfUp)), Ok(money("1.01 USD")));
    assert_eq!(english.parse("1.500", Currency::USD), Ok(money("1.50 USD")), "zeros are no decimals");
}

#[test]
fn a_shared_sign_is_the_locales_own_currency_or_nobodys() {
    assert_eq!(formatter("en").parse_any("$5"), Ok(money("5.00 USD")));
    assert_eq!(formatter("es-MX").parse_any("$5"), Ok(money("5.00 MXN")));
    assert_eq!(formatter("en-CA").parse_any("$5"), Ok(money("5.00 CAD")));
    assert_eq!(
        formatter("en-CA").parse("$5", Currency::USD),
        Ok(money("5.00 USD")),
        "it may be, if you say so"
    );
    assert_eq!(formatter("ja").parse_any("5"), Err(Error::NoCurrency));
    let shared = formatter("en").parse_any("kr 5");
    assert!(
        matches!(&shared, Err(Error::AmbiguousCurrency { candidates, .. }) if candidates.len() > 2),
        "{shared:?}"
    );
    let other = formatter("en").parse("€5", Currency::USD);
    assert_eq!(other, Err(Error::CurrencyMismatch { expected: Currency::USD, found: Currency::EUR }));
}
