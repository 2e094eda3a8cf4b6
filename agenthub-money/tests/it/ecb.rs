//! The European Central Bank's files.

use std::collections::HashMap;

use agenthub_money::exchange::ecb::{self, Ecb};
use agenthub_money::exchange::{Exchange, RateProvider, Transport};
use agenthub_money::{Currency, Error, Money};
use async_trait::async_trait;

/// A file in the bank's form; the numbers are made up.
const DAILY: &str = include_str!("../data/eurofxref-daily.xml");
const HISTORY: &str = include_str!("../data/eurofxref-hist-90d.xml");

struct Recorded(HashMap<&'static str, &'static str>);

#[async_trait]
impl Transport for Recorded {
    async fn get(&self, url: &str) -> Result<String, Error> {
        let missing = || Error::Fetch { url: url.to_owned(), reason: "404".to_owned() };
        self.0.get(url).map(|body| (*body).to_owned()).ok_or_else(missing)
    }
}

fn recorded() -> Recorded {
    Recorded(HashMap::from([(ecb::DAILY, DAILY), (ecb::NINETY_DAYS, HISTORY)]))
}

#[test]
fn the_daily_file_has_one_day_of_rates_to_the_euro() {
    let table = ecb::read(DAILY).unwrap();
    assert_eq!((table.len(), table.base()), (6, Some(Currency::EUR)));
    let at = "2026-11-20T15:00:00Z".parse().unwrap();
    let rate = table.rate(Currency::EUR, Currency::USD, at).unwrap();
    assert_eq!((rate.value().to_string().as_str(), rate.source()), ("1.1593", "ECB"));
    assert_eq!(rate.effective().to_rfc3339(), "2026-11-20T00:00:00+00:00");
    let price: Money = "115.93 USD".parse().unwrap();
    let receipt = Exchange::new(&table, at).convert(price, Currency::JPY).unwrap();
    assert_eq!(receipt.to.to_string(), "18154 JPY");
}

#[tokio::test]
async fn ninety_days_answer_for_the_past() {
    let at = "2026-11-19T12:00:00Z".parse().unwrap();
    let table = Ecb::ninety_days(recorded()).rates(at).await.unwrap();
    let value = |at: &str| {
        table.rate(Currency::EUR, Currency::USD, at.parse().unwrap()).map(|rate| rate.value().to_string())
    };
    assert_eq!(value("2026-11-20T00:00:00Z").as_deref(), Some("1.1593"));
    assert_eq!(value("2026-11-19T23:59:59Z").as_deref(), Some("1.1571"));
    assert_eq!(
        value("2026-11-16T00:00:00Z").as_deref(),
        Some("1.1602"),
        "no rates at the weekend: Friday's hold"
    );
    assert_eq!(value("2026-11-12T00:00:00Z"), None);
}

#[tokio::test]
async fn a_file_that_cannot_be_fetched_is_an_error_that_names_it() {
    let at = "2026-11-20T12:00:00Z".parse().unwrap();
    assert!(Ecb::daily(recorded()).rates(at).await.is_ok());
    let error = Ecb::at(recorded(), "https://mirror.example/rates.xml").rates(at).await.unwrap_err();
    assert_eq!(error.to_string(), "https://mirror.example/rates.xml could not be fetched: 404");
}

#[test]
fn a_file_cut_anywhere_is_refused_whole() {
    let body = DAILY.trim_end();
    for (end, _) in body.char_indices() {
        let cut = ecb::read(&body[..end]);
        assert!(matches!(cut, Err(Error::BadRatesFile { .. })), "cut at {end}: {cut:?}");
    }
}

#[test]
fn a_broken_file_is_refused_with_the_line() {
    let broken = [
        ("rate=\"1.1593\"", "rate=\"0\"", 10),
        ("rate=\"1.1593\"", "rate=\"-1.1\"", 10),
        ("rate=\"1.1593\"", "rate=\"1,1593\"", 10),
        ("rate=\"1.1593\"", "rate=\"1e5\"", 10),
        ("rate=\"1.1593\"", "", 10),
        ("currency=\"USD\"", "currency=\"USX\"", 10),
        ("currency=\"JPY\"", "currency=\"USD\"", 11),
        ("currency=\"JPY\"", "currency=\"EUR\"", 11),
        ("time=\"2026-11-20\"", "time=\"20.11.2026\"", 9),
        ("<Cube time=\"2026-11-20\">", "<Cube>", 10),
        ("</gesmes:Envelope>", "</Envelope>", 18),
        ("<?xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><?xml", 1),
        ("gesmes:Envelope", "html", 2),
    ];
    for (good, bad, line) in broken {
        assert!(DAILY.contains(good), "{good}");
        match ecb::read(&DAILY.replacen(good, bad, 1)) {
            Err(Error::BadRatesFile { line: at, reason }) => assert_eq!(at, line, "{bad}: {reason}"),
            other => panic!("{bad}: {other:?}"),
        }
    }
    for nothing in ["", "<html></html>", "{}", "<Envelope><Cube></Cube></Envelope>"] {
        assert!(matches!(ecb::read(nothing), Err(Error::BadRatesFile { .. })), "{nothing}");
    }
}
