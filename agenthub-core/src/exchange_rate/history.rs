//! What was kept, read whole.

use std::collections::HashSet;

use agenthub_money::Currency;
use chrono::{DateTime, Utc};

use super::{ExchangeRate, ExchangeRateFilter};
use crate::error::Result;
use crate::page::Page;
use crate::store::ReadExchangeRates;

/// Of each pair that is wanted, sorted by it, the rate that held at a time.
pub(super) async fn in_force(
    rates: &mut dyn ReadExchangeRates,
    (base, quote): (Option<Currency>, Option<Currency>),
    at: DateTime<Utc>,
) -> Result<Vec<ExchangeRate>> {
    let mut found = Vec::new();
    for pair in rates.pairs().await? {
        if base.is_none_or(|base| base == pair.0) && quote.is_none_or(|quote| quote == pair.1) {
            found.extend(rates.in_force(pair.0, pair.1, at).await?);
        }
    }
    Ok(found)
}

/// All that the filter wants; of each pair and time only what was set last.
pub(super) async fn given(
    rates: &mut dyn ReadExchangeRates,
    filter: &ExchangeRateFilter,
) -> Result<Vec<ExchangeRate>> {
    let (mut found, mut seen) = (Vec::new(), HashSet::new());
    let mut page = Page::first(Page::MAX);
    loop {
        let part = rates.list(filter, &page).await?;
        // What was set last comes first.
        found.extend(
            part.items
                .into_iter()
                .filter(|it| seen.insert((it.rate.from(), it.rate.to(), it.rate.effective()))),
        );
        if part.next.is_none() {
            return Ok(found);
        }
        page.after = part.next;
    }
}
