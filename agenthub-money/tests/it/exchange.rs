//! Conversion.

use agenthub_money::exchange::{Conversion, Exchange, Rate, RateTable};
use agenthub_money::{Currency, Decimal, Error, Money, Rounding};
use chrono::{DateTime, TimeDelta, Utc};

fn day(day: u32) -> DateTime<Utc> {
    format!("2026-11-{day:02}T00:00:00Z").parse().expect("a time")
}

fn rate(from: &str, to: &str, value: &str, effective: DateTime<Utc>) -> Rate {
    let value: Decimal = value.parse().expect("a decimal");
    Rate::new(from.parse().expect("a code"), to.parse().expect("a code"), value, effective, "bank")
        .expect("a rate")
}

fn table(rates: &[(&str, &str, &str, u32)]) -> RateTable {
    let mut table = RateTable::with_base(Currency::EUR);
    table.extend(rates.iter().map(|(from, to, value, on)| rate(from, to, value, day(*on)))).expect("no loop");
    table
}

fn money(text: &str) -> Money {
    text.parse().expect("an amount")
}

#[test]
fn the_way_is_direct_else_inverse_else_through_the_base() {
    let table = table(&[("EUR", "USD", "1.25", 1), ("EUR", "JPY", "160", 1), ("GBP", "USD", "1.30", 1)]);
    let exchange = Exchange::new(&table, day(2));
    for (amount, to, wanted, way) in [
        ("10 EUR", Currency::USD, "12.50 USD", "EUR → USD"),
        ("10 USD", Currency::EUR, "8.00 EUR", "USD → EUR"),
        ("10 USD", Currency::JPY, "1280 JPY", "USD → EUR → JPY"),
        ("10 USD", Currency::USD, "10.00 USD", "no exchange"),
        ("13 USD", Currency::GBP, "10.00 GBP", "USD → GBP"),
    ] {
        let receipt = exchange.convert(money(amount), to).expect("a way");
        assert_eq!((receipt.to.to_string().as_str(), receipt.path.to_string().as_str()), (wanted, way));
        assert_eq!(receipt.verify(), Ok(()));
    }
    let way = exchange.convert(money("10 USD"), Currency::JPY).expect("a way").path;
    assert_eq!(way.rate(), Ok(128.into()), "160 / 1.25");
    let error = exchange.convert(money("10 GBP"), Currency::JPY).unwrap_err();
    assert_eq!(error, Error::NoRate { from: Currency::GBP, to: Currency::JPY, at: day(2) });
}

#[test]
fn an_inverse_is_a_division_and_not_a_product_with_a_rounded_rate() {
    let table = table(&[("EUR", "USD", "3", 1)]);
    let back = Exchange::new(&table, day(1)).convert(money("300000000000000000000 USD"), Currency::EUR);
    assert_eq!(back.unwrap().to, money("100000000000000000000 EUR"));
}

#[test]
fn a_way_of_two_rates_is_rounded_once() {
    let table = table(&[("EUR", "USD", "1.0007", 1), ("EUR", "CHF", "0.9341", 1)]);
    let exchange = Exchange::new(&table, day(1));
    let receipt =
        exchange.rounding(Rounding::HalfUp).decimals(4).convert(money("100 USD"), Currency::CHF).unwrap();
    assert_eq!(receipt.to, money("93.3447 CHF"), "100 / 1.0007 * 0.9341 = 93.34465…");
    assert_eq!((receipt.rounding, receipt.decimals), (Rounding::HalfUp, 4));
}

#[test]
fn the_rate_is_the_one_that_held_at_the_time() {
    let table = table(&[("EUR", "USD", "1.10", 1), ("EUR", "USD", "1.20", 10), ("EUR", "USD", "1.30", 20)]);
    for (at, wanted) in [(1, "110.00 USD"), (9, "110.00 USD"), (10, "120.00 USD"), (25, "130.00 USD")] {
        let receipt = Exchange::new(&table, day(at)).convert(money("100 EUR"), Currency::USD).unwrap();
        assert_eq!(receipt.to, money(wanted));
    }
    let before = "2026-10-31T23:59:59Z".parse().unwrap();
    let early = Exchange::new(&table, before).convert(money("100 EUR"), Currency::USD);
    assert!(matches!(early, Err(Error::NoRate { .. })));
}

#[test]
fn a_rate_older_than_allowed_is_refused_and_a_fresh_way_round_is_taken() {
    let mut rates = table(&[("EUR", "USD", "1.25", 9), ("EUR", "JPY", "160", 9), ("USD", "JPY", "120", 1)]);
    let fresh = Exchange::new(&rates, day(10)).no_older_than(TimeDelta::days(2));
    let round = fresh.convert(money("10 USD"), Currency::JPY).unwrap();
    assert_eq!(round.path.to_string(), "USD → EUR → JPY");
    let late = Exchange::new(&rates, day(20)).no_older_than(TimeDelta::days(2));
    let error = late.convert(money("10 EUR"), Currency::USD).unwrap_err();
    let stale = |from, to, days| Error::StaleRate {
        from,
        to,
        age: TimeDelta::days(days),
        allowed: TimeDelta::days(2),
    };
    assert_eq!(error, stale(Currency::EUR, Currency::USD, 11));
    assert_eq!(
        error.to_string(),
        "the rate from EUR to USD is 11 days old, allowed are 2 days; fetch new rates"
    );
    rates.add(rate("EUR", "USD", "1.25", day(19))).unwrap();
    assert!(
        Exchange::new(&rates, day(20))
            .no_older_than(TimeDelta::days(2))
            .convert(money("1 EUR"), Currency::USD)
            .is_ok()
    );
}

#[test]
fn a_rate_of_zero_below_zero_or_to_itself_is_refused() {
    for value in [Decimal::ZERO, Decimal::NEGATIVE_ONE] {
        let refused = Rate::new(Currency::EUR, Currency::USD, value, day(1), "bank");
        assert_eq!(refused, Err(Error::BadRate { from: Currency::EUR, to: Currency::USD, value }));
    }
    let itself = Rate::new(Currency::EUR, Currency::EUR, Decimal::TWO, day(1), "bank");
    assert!(matches!(itself, Err(Error::RateLoop { .. })));
    let json = r#"{"from":"EUR","to":"USD","value":"0","effective":"2026-11-01T00:00:00Z","source":"bank"}"#;
    assert!(serde_json::from_str::<Rate>(json).is_err());
    assert!(serde_json::from_str::<Rate>(&json.replace(r#""0""#, "1.1")).is_err(), "a float");
    assert!(serde_json::from_str::<Rate>(&json.replace(r#""0""#, r#""1.1""#)).is_ok());
}

#[test]
fn rates_that_make_money_in_a_loop_are_refused_whole() {
    let mut table = table(&[("EUR", "USD", "1.25", 1)]);
    let before = table.clone();
    let refused = table.extend([rate("EUR", "CHF", "0.93", day(1)), rate("USD", "EUR", "1.25", day(1))]);
    assert!(matches!(refused, Err(Error::RateLoop { .. })), "upside down: {refused:?}");
    assert_eq!(table, before);
    assert_eq!(table.extend([rate("USD", "EUR", "0.799", day(1))]), Ok(()), "a spread is no loop");
}

#[test]
fn a_receipt_that_was_changed_is_found_out() {
    let table = table(&[("EUR", "USD", "1.25", 1), ("EUR", "JPY", "160", 1)]);
    let receipt = Exchange::new(&table, day(1)).convert(money("10 USD"), Currency::JPY).unwrap();
    let json = serde_json::to_value(&receipt).unwrap();
    let changed = |pointer: &str, value: serde_json::Value| -> Conversion {
        let mut json = json.clone();
        *json.pointer_mut(pointer).expect("it is there") = value;
        serde_json::from_value(json).expect("still a receipt")
    };
    let more = changed("/to/amount", "1281".into());
    let found = Error::ReceiptMismatch { stated: money("1281 JPY"), recomputed: money("1280 JPY") };
    assert_eq!(more.verify(), Err(found));
    assert!(changed("/path/0/rate/value", "1.20".into()).verify().is_err());
    assert!(changed("/path/0/inverse", false.into()).verify().is_err());
    assert!(changed("/to/currency", "CHF".into()).verify().is_err());
    let mut round = receipt.clone();
    let steps = [receipt.path.steps(), receipt.path.steps()].concat();
    round.path = serde_json::from_value(serde_json::to_value(steps).unwrap()).unwrap();
    assert!(round.verify().is_err());
    assert_eq!(changed("/decimals", 40.into()).verify(), Err(Error::Overflow));
}

#[test]
fn an_amount_too_large_to_convert_is_an_overflow() {
    let table = table(&[("EUR", "JPY", "160", 1)]);
    let most = Money::new(Decimal::MAX, Currency::EUR);
    assert_eq!(Exchange::new(&table, day(1)).convert(most, Currency::JPY), Err(Error::Overflow));
}
