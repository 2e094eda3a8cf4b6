//! Rates that are kept elsewhere.

use agenthub_money::exchange::{
    Exchange, MemoryRates, Rate, RateFilter, RateProvider, RateStore, StoredRates,
};
use agenthub_money::{Currency, Money};
use chrono::{DateTime, Utc};

fn at(time: &str) -> DateTime<Utc> {
    time.parse().expect("a time")
}

fn rate(to: Currency, value: &str, effective: &str, source: &str) -> Rate {
    Rate::new(Currency::EUR, to, value.parse().expect("a decimal"), at(effective), source).expect("a rate")
}

async fn kept() -> MemoryRates {
    let store = MemoryRates::default();
    let rates = [
        rate(Currency::USD, "1.10", "2026-11-01T00:00:00Z", "ECB"),
        rate(Currency::USD, "1.20", "2026-11-10T00:00:00Z", "treasurer"),
        rate(Currency::JPY, "160", "2026-11-05T00:00:00Z", "ECB"),
    ];
    store.add(&rates).await.expect("they are kept");
    store
}

#[tokio::test]
async fn a_conversion_on_kept_rates_states_who_set_them_and_when() {
    let provider = StoredRates::new(kept().await, Some(Currency::EUR));
    let now = at("2026-11-12T00:00:00Z");
    let table = provider.rates(now).await.unwrap();
    let price: Money = "12.00 USD".parse().unwrap();
    let receipt = Exchange::new(&table, now).convert(price, Currency::JPY).unwrap();
    assert_eq!(receipt.to.to_string(), "1600 JPY");
    let sources: Vec<&str> = receipt.path.steps().iter().map(|step| step.rate.source()).collect();
    assert_eq!(sources, ["treasurer", "ECB"]);
}

#[tokio::test]
async fn what_held_then_is_the_newest_of_each_pair_by_then() {
    let store = kept().await;
    let values = |rates: Vec<Rate>| rates.iter().map(|rate| rate.value().to_string()).collect::<Vec<_>>();
    let then = RateFilter::in_force(at("2026-11-06T00:00:00Z"));
    assert_eq!(values(store.list(&then).await.unwrap()), ["160", "1.10"]);
    let dollars = RateFilter { to: Some(Currency::USD), ..RateFilter::default() };
    assert_eq!(values(store.list(&dollars).await.unwrap()), ["1.10", "1.20"]);
    assert!(
        store
            .list(&RateFilter { from: Some(Currency::USD), ..RateFilter::default() })
            .await
            .unwrap()
            .is_empty()
    );
}

#[tokio::test]
async fn a_rate_set_again_takes_the_place_of_the_old_one() {
    let store = kept().await;
    store.add(&[rate(Currency::JPY, "161", "2026-11-05T00:00:00Z", "treasurer")]).await.unwrap();
    let yen = RateFilter { to: Some(Currency::JPY), ..RateFilter::default() };
    let kept = store.list(&yen).await.unwrap();
    assert_eq!((kept.len(), kept[0].source()), (1, "treasurer"));
}
