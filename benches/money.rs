//! Money beside its floors, in one run: formatting against ICU4X called directly with a kept formatter, conversion
//! against a bare multiplication. A ratio of 1 is as fast as the floor; above 1 is faster.

use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use agenthub_money::exchange::{Exchange, Rate, RateTable};
use agenthub_money::format::{FormatOptions, MoneyFormatter, Style};
use agenthub_money::{Currency, Decimal, Money};
use icu::decimal::input::Decimal as Fixed;
use icu::experimental::dimension::currency::CurrencyType;
use icu::experimental::dimension::currency::formatter::CurrencyFormatter;
use icu::locale::Locale;

const ROUNDS: u32 = 15;
const CALLS: u32 = 20_000;

fn main() -> Result<(), Box<dyn Error>> {
    println!("{:<46} {:>10} {:>10} {:>7}", "", "ours", "floor", "ratio");
    for (locale, code, cents) in
        [("en", "USD", 123_456), ("de", "EUR", -123_456_789), ("hi", "INR", 98_765_432)]
    {
        formatting(locale, code, cents)?;
    }
    name("ru", "USD", 123_456)?;
    shared("ar-EG", "EGP", 123_456)?;
    conversion()?;
    loading()
}

fn formatting(locale: &str, code: &str, cents: i64) -> Result<(), Box<dyn Error>> {
    let money = Money::new(Decimal::new(cents, 2), Currency::from_code(code)?);
    let ours = MoneyFormatter::new(locale)?;
    let (floor, fixed) = icu4x(locale, code, cents)?;
    report(
        &format!("format {money} in {locale}"),
        || ours.format(&money, FormatOptions::default()).map_or(0, |text| text.len()),
        || floor.format_fixed_decimal(&fixed).to_string().len(),
    );
    Ok(())
}

fn name(locale: &str, code: &str, cents: i64) -> Result<(), Box<dyn Error>> {
    let money = Money::new(Decimal::new(cents, 2), Currency::from_code(code)?);
    let ours = MoneyFormatter::new(locale)?;
    let parsed: Locale = locale.parse()?;
    let currency = CurrencyType::try_from_str(&code.to_lowercase())?;
    let floor = CurrencyFormatter::try_new_name((&parsed).into(), currency)?;
    let (_, fixed) = icu4x(locale, code, cents)?;
    report(
        &format!("format {money} by name in {locale}"),
        || ours.format(&money, Style::Name.into()).map_or(0, |text| text.len()),
        || floor.format_fixed_decimal(&fixed).to_string().len(),
    );
    Ok(())
}

/// The way a server does it: the formatter looked up for each call.
fn shared(locale: &str, code: &str, cents: i64) -> Result<(), Box<dyn Error>> {
    let money = Money::new(Decimal::new(cents, 2), Currency::from_code(code)?);
    let (floor, fixed) = icu4x(locale, code, cents)?;
    let format =
        || MoneyFormatter::shared(locale).and_then(|ours| ours.format(&money, FormatOptions::default()));
    report(
        &format!("format {money} in {locale}, looked up"),
        || format().map_or(0, |text| text.len()),
        || floor.format_fixed_decimal(&fixed).to_string().len(),
    );
    Ok(())
}

type Floor = CurrencyFormatter<icu::decimal::DecimalFormatter>;

/// The floor has its number ready in ICU4X's own form.
fn icu4x(locale: &str, code: &str, cents: i64) -> Result<(Floor, Fixed), Box<dyn Error>> {
    let locale: Locale = locale.parse()?;
    let currency = CurrencyType::try_from_str(&code.to_lowercase())?;
    let mut fixed = Fixed::from(cents);
    fixed.multiply_pow10(-2);
    Ok((CurrencyFormatter::try_new_symbol((&locale).into(), currency, Default::default())?, fixed))
}

fn conversion() -> Result<(), Box<dyn Error>> {
    let at = "2026-11-20T12:00:00Z".parse()?;
    let mut table = RateTable::with_base(Currency::EUR);
    let (dollar, yen): (Decimal, Decimal) = ("1.1593".parse()?, "181.54".parse()?);
    table.add(Rate::new(Currency::EUR, Currency::USD, dollar, at, "ECB")?)?;
    table.add(Rate::new(Currency::EUR, Currency::JPY, yen, at, "ECB")?)?;
    let exchange = Exchange::new(&table, at);
    let amount = Decimal::new(123_456, 2);
    let multiply = || (black_box(amount) * black_box(dollar)).round_dp(2).scale() as usize;
    for (way, from, to) in [
        ("direct", Currency::EUR, Currency::USD),
        ("inverse", Currency::USD, Currency::EUR),
        ("through the base", Currency::USD, Currency::JPY),
    ] {
        let money = Money::new(amount, from);
        let convert =
            || exchange.convert(black_box(money), to).map_or(0, |receipt| receipt.path.steps().len());
        report(&format!("convert {way}, with receipt"), convert, multiply);
    }
    Ok(())
}

/// What the first calls cost: nothing is loaded before it is needed.
fn loading() -> Result<(), Box<dyn Error>> {
    let price = Money::new(Decimal::new(123_456, 2), Currency::EUR);
    let mut formatters = Vec::new();
    let start = Instant::now();
    for locale in ["en", "es", "fr", "de", "zh", "ja", "ar", "hi", "pt", "ru"] {
        let formatter = MoneyFormatter::new(locale)?;
        let text = formatter.format(&price, FormatOptions::default())?;
        formatters.push((formatter, text));
    }
    println!("ten languages loaded, an amount written in each: {} µs", start.elapsed().as_micros());
    let start = Instant::now();
    for (formatter, text) in &formatters {
        formatter.parse(text, Currency::EUR)?;
    }
    println!("all names and signs learnt, the amount read in each: {} µs", start.elapsed().as_micros());
    let start = Instant::now();
    for (formatter, text) in &formatters {
        formatter.parse(text, Currency::EUR)?;
    }
    println!("read again: {} µs", start.elapsed().as_micros());
    Ok(())
}

/// Prints the best of several rounds of each, taken in turns so that noise hits both.
fn report(what: &str, mut ours: impl FnMut() -> usize, mut floor: impl FnMut() -> usize) {
    let (mut best_ours, mut best_floor) = (Duration::MAX, Duration::MAX);
    for _ in 0..ROUNDS {
        best_ours = best_ours.min(time(&mut ours));
        best_floor = best_floor.min(time(&mut floor));
    }
    let hundredths = best_floor.as_nanos() * 100 / best_ours.as_nanos().max(1);
    println!(
        "{what:<46} {:>7} ns {:>7} ns {:>4}.{:02}",
        best_ours.as_nanos() / u128::from(CALLS),
        best_floor.as_nanos() / u128::from(CALLS),
        hundredths / 100,
        hundredths % 100,
    );
}

fn time(call: &mut impl FnMut() -> usize) -> Duration {
    let start = Instant::now();
    for _ in 0..CALLS {
        black_box(call());
    }
    start.elapsed()
}
