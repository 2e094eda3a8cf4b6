//! Exact money: typed amounts, sharing, formatting and reading, and a conversion that can be checked again.

use std::error::Error;

use agenthub_money::exchange::{Exchange, ecb};
use agenthub_money::format::{MoneyFormatter, Style};
use agenthub_money::{Currency, Decimal, Eur, Money, Rounding};
use chrono::TimeDelta;

const RATES: &str = r#"<Envelope><Cube><Cube time="2026-11-20">
    <Cube currency="USD" rate="1.1593"/><Cube currency="JPY" rate="181.54"/>
</Cube></Cube></Envelope>"#;

fn main() -> Result<(), Box<dyn Error>> {
    // The compiler keeps euros with euros; adding dollars here would not compile.
    let bill = Money::new(Decimal::new(10_000, 2), Eur).checked_add(Money::new(Decimal::new(1, 2), Eur))?;
    for share in bill.split(3)? {
        println!("a third: {share}");
    }

    // The same amount for readers of four languages.
    for locale in ["de", "en-IN", "ar-EG", "ja"] {
        let formatter = MoneyFormatter::shared(locale)?;
        let text = formatter.format(&bill, Style::Name.into())?;
        println!("{locale}: {text}");
        assert_eq!(formatter.parse(&text, Currency::EUR)?, bill.dynamic());
    }

    // Dollars to yen go through the euro; the receipt says so and can be computed again.
    let rates = ecb::read(RATES)?;
    let exchange = Exchange::new(&rates, "2026-11-20T16:00:00Z".parse()?).no_older_than(TimeDelta::days(4));
    let price: Money = "19.99 USD".parse()?;
    let receipt = exchange.rounding(Rounding::HalfUp).convert(price, Currency::JPY)?;
    println!("{} is {} ({})", receipt.from, receipt.to, receipt.path);
    receipt.verify()?;
    Ok(())
}
