//! From one currency to another, with the rates that the organization keeps.

use std::collections::BTreeSet;

use agenthub_money::exchange::{Conversion, Exchange, RateTable};
use agenthub_money::{Currency, Money, Rounding};
use chrono::{DateTime, TimeDelta, Utc};

use super::ExchangeRates;
use crate::error::Result;

/// What to convert, and how.
#[derive(Debug, Clone)]
pub struct ConversionOrder {
    /// The amount.
    pub money: Money,
    /// Into which currency.
    pub to: Currency,
    /// With the rates that held at this time; now, where nothing is said.
    pub at: Option<DateTime<Utc>>,
    /// With no rate that was older than this at that time; of any age, where nothing is said.
    pub max_age: Option<TimeDelta>,
    /// How the result is rounded, once, at the end.
    pub rounding: Rounding,
    /// To how many decimals; to those of the currency, where nothing is said.
    pub decimals: Option<u32>,
    /// The currency that a pair without a rate of its own goes through.
    pub via: Currency,
}

impl ConversionOrder {
    /// Converts `money` now, with rates of any age, rounded half to even; through the euro where need be.
    pub fn new(money: Money, to: Currency) -> Self {
        let (at, max_age, decimals) = (None, None, None);
        Self { money, to, at, max_age, rounding: Rounding::default(), decimals, via: Currency::EUR }
    }
}

impl ExchangeRates<'_> {
    /// Converts an amount, and says with which rates. Keep the receipt: it can be checked without any of them.
    ///
    /// The way is the pair's own rate or its inverse, whichever is newer, else the one through [`ConversionOrder::via`].
    ///
    /// # Errors
    /// `auth.denied`; `money.no_rate` where no way leads there; `money.stale_rate` where the ways there are too old;
    /// `money.overflow` where the result does not fit 28 digits.
    pub async fn convert(&self, order: &ConversionOrder) -> Result<Conversion> {
        let at = order.at.unwrap_or_else(|| self.0.now());
        let mut view = self.view().await?;
        let mut table = RateTable::with_base(order.via);
        for (base, quote) in pairs([order.money.currency(), order.to, order.via]) {
            if let Some(found) = view.exchange_rates().in_force(base, quote, at).await? {
                table.add(found.rate)?;
            }
        }
        let mut exchange = Exchange::new(&table, at).rounding(order.rounding);
        if let Some(age) = order.max_age {
            exchange = exchange.no_older_than(age);
        }
        if let Some(decimals) = order.decimals {
            exchange = exchange.decimals(decimals);
        }
        Ok(exchange.convert(order.money, order.to)?)
    }
}

/// Every pair of two of these currencies; a way needs no other.
fn pairs([from, to, via]: [Currency; 3]) -> BTreeSet<(Currency, Currency)> {
    let all = [(from, to), (to, from), (from, via), (via, from), (to, via), (via, to)];
    all.into_iter().filter(|(base, quote)| base != quote).collect()
}
