use agenthub_core::audit::Actor;
use agenthub_core::error::Code;
use agenthub_core::exchange_rate::{ConversionOrder, ExchangeRateFilter, NewExchangeRate};
use agenthub_core::page::Page;
use agenthub_core::{Caller, Role};
use agenthub_money::exchange::{Exchange, Rate, RateFilter, RateProvider, RateStore, StoredRates};
use agenthub_money::{Currency, Error, Money};
use chrono::{DateTime, Utc};

use crate::support::World;

fn at(time: &str) -> DateTime<Utc> {
    time.parse().unwrap()
}

fn rate(base: Currency, quote: Currency, value: &str, since: &str) -> Rate {
    Rate::new(base, quote, value.parse().unwrap(), at(since), "bank").unwrap()
}

fn new(value: &str, since: &str) -> NewExchangeRate {
    let (rate, effective_at) = (value.parse().unwrap(), Some(at(since)));
    NewExchangeRate {
        base: Currency::EUR,
        quote: Currency::USD,
        rate,
        source: "desk".to_owned(),
        effective_at,
    }
}

#[tokio::test]
async fn the_kept_rates_are_a_store_of_agenthub_money() {
    let world = World::new().await;
    let session = world.session();
    let rates = session.exchange_rates();
    let given = [
        rate(Currency::EUR, Currency::JPY, "160", "2026-11-05T00:00:00Z"),
        rate(Currency::EUR, Currency::USD, "1.10", "2026-11-01T00:00:00Z"),
        rate(Currency::EUR, Currency::USD, "1.20", "2026-11-10T00:00:00Z"),
    ];
    rates.add(&given).await.unwrap();
    rates.add(&[]).await.unwrap();
    rates.set(new("1.25", "2026-11-10T00:00:00Z")).await.unwrap();

    let values = async |filter: &RateFilter| {
        let found = RateStore::list(&rates, filter).await.unwrap();
        found.iter().map(|it| it.value().to_string()).collect::<Vec<_>>()
    };
    assert_eq!(values(&RateFilter::default()).await, ["160", "1.10", "1.25"]);
    assert_eq!(values(&RateFilter::in_force(at("2026-11-06T00:00:00Z"))).await, ["160", "1.10"]);
    let newest = RateFilter { to: Some(Currency::USD), newest_only: true, ..RateFilter::default() };
    assert_eq!(values(&newest).await, ["1.25"]);

    let now = at("2026-11-12T00:00:00Z");
    let price: Money = "12.50 USD".parse().unwrap();
    let table = StoredRates::new(session.exchange_rates(), Some(Currency::EUR)).rates(now).await.unwrap();
    let receipt = Exchange::new(&table, now).convert(price, Currency::JPY).unwrap();
    let order = ConversionOrder { at: Some(now), ..ConversionOrder::new(price, Currency::JPY) };
    assert_eq!(session.exchange_rates().convert(&order).await.unwrap(), receipt);
    assert_eq!(receipt.to.to_string(), "1600 JPY");
}

#[tokio::test]
async fn rates_of_two_sources_are_not_added_in_one() {
    let world = World::new().await;
    let session = world.session();
    let other =
        Rate::new(Currency::EUR, Currency::CHF, 1.into(), at("2026-11-01T00:00:00Z"), "other").unwrap();
    let both = [rate(Currency::EUR, Currency::USD, "1.1", "2026-11-01T00:00:00Z"), other];
    let refused = session.exchange_rates().add(&both).await;
    assert!(matches!(refused, Err(Error::RateStore { .. })), "{refused:?}");
    let all = session.exchange_rates().list(&ExchangeRateFilter::default(), &Page::default()).await.unwrap();
    assert!(all.items.is_empty());
}

#[tokio::test]
async fn whoever_may_only_look_sets_nothing() {
    let world = World::new().await;
    let viewer = world.hub.enter(Caller::new(world.organization, Actor::System, Role::Viewer));
    let refused = viewer.exchange_rates().set(new("1.1", "2026-11-01T00:00:00Z")).await;
    assert_eq!(refused.unwrap_err().code(), Code::DENIED);
    assert_eq!(viewer.exchange_rates().import_ecb("").await.unwrap_err().code(), Code::DENIED);
    let order = ConversionOrder::new("1 EUR".parse().unwrap(), Currency::USD);
    assert_eq!(viewer.exchange_rates().convert(&order).await.unwrap_err().code(), Code::MONEY_NO_RATE);
}
