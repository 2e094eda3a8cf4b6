//! Amounts, one by one.

use agenthub_money::{Chf, Currency, Decimal, Error, Eur, Money, MoneyBag, Rounding, Usd};

fn money(text: &str) -> Money {
    text.parse().expect("an amount")
}

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

#[test]
fn an_amount_is_written_with_the_decimals_of_its_currency_and_every_digit_it_has() {
    for (amount, text) in
        [("5", "5.00 USD"), ("5.000", "5.00 USD"), ("0.000012", "0.000012 USD"), ("-0", "0.00 USD")]
    {
        assert_eq!(Money::new(decimal(amount), Currency::USD).to_string(), text);
    }
    assert_eq!(money("1.5 KWD").to_string(), "1.500 KWD");
    assert_eq!(money("15 JPY").to_string(), "15 JPY");
}

#[test]
fn an_amount_is_an_object_with_a_string_in_json() {
    let price = money("12.50 USD");
    let json = r#"{"amount":"12.50","currency":"USD"}"#;
    assert_eq!(serde_json::to_string(&price).unwrap(), json);
    assert_eq!(serde_json::from_str::<Money>(json).unwrap(), price);
    assert_eq!(serde_json::from_str::<Money<Usd>>(json).unwrap().dynamic(), price);
    assert!(serde_json::from_str::<Money<Eur>>(json).is_err(), "dollars are no euros");
}

#[test]
fn a_number_in_json_is_refused_because_it_may_be_a_float() {
    for amount in
        ["12.5", "12", r#""1e3""#, r#""1,000.00""#, r#"" 1""#, r#""+1""#, r#"".5""#, r#""NaN""#, r#""""#]
    {
        let json = format!(r#"{{"amount":{amount},"currency":"USD"}}"#);
        assert!(serde_json::from_str::<Money>(&json).is_err(), "{json}");
    }
}

#[test]
fn two_currencies_do_not_mix() {
    let error = Err(Error::CurrencyMismatch { expected: Currency::USD, found: Currency::EUR });
    assert_eq!(money("1.00 USD").checked_add(money("1.00 EUR")), error);
    assert_eq!(money("1.00 USD").checked_sub(money("1.00 EUR")), error);
    assert_eq!(money("1.00 USD").compare(&money("1.00 EUR")).map(|_| money("0.00 USD")), error);
    assert_eq!(money("1.00 USD").partial_cmp(&money("1.00 EUR")), None);
    assert_ne!(money("1.00 USD"), money("1.00 EUR"));
}

#[test]
fn a_result_beyond_28_digits_is_an_error_and_never_a_rounded_number() {
    let most = Money::new(Decimal::MAX, Currency::USD);
    assert_eq!(most.checked_add(money("1.00 USD")), Err(Error::Overflow));
    assert_eq!(most.checked_sub(money("0.01 USD")), Err(Error::Overflow), "the cents would be lost");
    assert_eq!(most.checked_mul(2), Err(Error::Overflow));
    let fine = Money::new(decimal("0.00000000000001"), Currency::USD);
    assert_eq!(fine.checked_mul(decimal("0.000000000000001")), Err(Error::Overflow), "29 decimals");
    assert_eq!("79228162514264337593543950336 USD".parse::<Money>(), Err(Error::Overflow));
}

#[test]
fn rounding_follows_the_table() {
    let table = [
        (Rounding::HalfEven, [2, -2, 2, -2, 4]),
        (Rounding::HalfUp, [3, -3, 2, -2, 4]),
        (Rounding::HalfDown, [2, -2, 2, -2, 3]),
        (Rounding::Up, [3, -3, 3, -3, 4]),
        (Rounding::Down, [2, -2, 2, -2, 3]),
        (Rounding::Ceiling, [3, -2, 3, -2, 4]),
        (Rounding::Floor, [2, -3, 2, -3, 3]),
    ];
    for (rounding, wanted) in table {
        for (amount, wanted) in ["2.5", "-2.5", "2.1", "-2.1", "3.5"].into_iter().zip(wanted) {
            let yen = Money::new(decimal(amount), Currency::JPY);
            let wanted = Money::new(wanted.into(), Currency::JPY);
            assert_eq!(yen.round(rounding), wanted, "{amount} {rounding:?}");
            assert_eq!(yen.round_to_increment(Decimal::ONE, rounding), Ok(wanted), "{amount} {rounding:?}");
            assert_eq!(yen.checked_div(1, rounding), Ok(wanted), "{amount} {rounding:?}");
        }
    }
}

#[test]
fn cash_is_rounded_to_the_smallest_coin() {
    let cash = [
        ("7.97 CHF", "7.95 CHF"),
        ("7.98 CHF", "8.00 CHF"),
        ("-7.98 CHF", "-8.00 CHF"),
        ("10.49 SEK", "10.00 SEK"),
        ("10.25 DKK", "10.00 DKK"),
        ("10.26 DKK", "10.50 DKK"),
        ("1.04 NZD", "1.00 NZD"),
        ("12.345 USD", "12.34 USD"),
    ];
    for (amount, wanted) in cash {
        assert_eq!(money(amount).round_cash(Rounding::HalfEven), Ok(money(wanted)), "{amount}");
    }
    let typed = Money::new(decimal("0.03"), Chf).round_cash(Rounding::Up);
    assert_eq!(typed.map(|francs| francs.to_string()), Ok("0.05 CHF".to_owned()));
    let nothing = money("1.00 CHF").round_to_increment(Decimal::ZERO, Rounding::Up);
    assert_eq!(nothing, Err(Error::BadIncrement { increment: Decimal::ZERO }));
}

#[test]
fn shares_go_to_the_largest_remainder_and_among_equals_to_the_first() {
    let shares = |amount: &str, ratios: &[i32]| -> Vec<String> {
        money(amount).allocate(ratios).unwrap().iter().map(Money::plain_amount).collect()
    };
    assert_eq!(shares("100.00 USD", &[1, 1, 1]), ["33.34", "33.33", "33.33"]);
    assert_eq!(shares("0.05 USD", &[1, 2, 3]), ["0.01", "0.02", "0.02"], "0.83, 1.67 and 2.5 cents");
    assert_eq!(shares("-0.05 USD", &[1, 1]), ["-0.03", "-0.02"]);
    assert_eq!(shares("10 JPY", &[0, 7, 3]), ["0", "7", "3"]);
    assert_eq!(shares("0.001 USD", &[1, 1]), ["0.001", "0.00"], "finer than a cent: in its own last digit");
    let halves = money("1.00 USD").split(3).unwrap();
    assert_eq!(halves.iter().map(Money::plain_amount).collect::<Vec<_>>(), ["0.34", "0.33", "0.33"]);
}

#[test]
fn ratios_that_share_nothing_out_are_refused() {
    let bill = money("1.00 USD");
    assert_eq!(bill.allocate::<i32>(&[]), Err(Error::ZeroRatios));
    assert_eq!(bill.allocate(&[0, 0]), Err(Error::ZeroRatios));
    assert_eq!(bill.split(0), Err(Error::ZeroRatios));
    let negative = Error::NegativeRatio { index: 1, ratio: Decimal::NEGATIVE_ONE };
    assert_eq!(bill.allocate(&[1, -1, 2]), Err(negative));
    assert_eq!(bill.checked_div(0, Rounding::Up), Err(Error::DivisionByZero));
}

#[test]
fn minor_units_are_whole() {
    assert_eq!(Money::from_minor(1250, Currency::USD), Ok(money("12.50 USD")));
    assert_eq!(Money::from_minor(1250, Currency::JPY), Ok(money("1250 JPY")));
    assert_eq!(money("1.250 BHD").to_minor(), Ok(1250));
    assert!(matches!(money("0.125 USD").to_minor(), Err(Error::TooManyDecimals { allowed: 2, .. })));
}

#[test]
fn columns_hold_what_was_put_in() {
    let price = money("-0.000012 USD");
    let (amount, currency) = price.to_columns();
    assert_eq!(Money::from_columns(&amount, currency), Ok(price));
    assert!(Money::from_columns("1.5e3", "USD").is_err());
    assert!(Money::from_columns("1.50", "usd").is_err());
}

#[test]
fn a_bag_keeps_currencies_apart_and_forgets_nothing_owed() {
    let mut bag = MoneyBag::default();
    for amount in ["5.00 USD", "-2.00 EUR", "1.50 USD"] {
        bag.add(money(amount)).unwrap();
    }
    assert_eq!(
        serde_json::to_string(&bag).unwrap(),
        r#"[{"amount":"-2.00","currency":"EUR"},{"amount":"6.50","currency":"USD"}]"#
    );
    let copy: MoneyBag = serde_json::from_str(&serde_json::to_string(&bag).unwrap()).unwrap();
    assert_eq!(copy, bag);
    bag.subtract(money("6.50 USD")).unwrap();
    assert_eq!(bag.to_string(), "-2.00 EUR");
    let mut twice = bag.clone();
    twice.merge(&bag).unwrap();
    assert_eq!(twice.amount(Currency::EUR), money("-4.00 EUR"));
    let mut full = MoneyBag::try_from(vec![Money::new(Decimal::MAX, Currency::USD)]).unwrap();
    assert_eq!(full.add(Money::new(Decimal::MAX, Currency::USD)), Err(Error::Overflow));
    assert_eq!(full.amount(Currency::USD).amount(), Decimal::MAX, "the bag is as it was");
}
