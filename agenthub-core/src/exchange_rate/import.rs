//! Many rates at once.

use std::collections::HashMap;

use agenthub_money::Currency;
use agenthub_money::exchange::{Rate, ecb};
use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;

use super::manage::refuse_contradiction;
use super::{ExchangeRate, ExchangeRateFilter, ExchangeRates, history};
use crate::access::Permission;
use crate::audit::{Changes, Entity, Note};
use crate::error::{Code, Error, Result, Violation};
use crate::store::ReadExchangeRates;

/// How many rates one import may have; ninety days of the European Central Bank's are some 2 000.
pub const MAX_IMPORT: usize = 5_000;

/// What came of an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = ExchangeRateImport))]
pub struct Import {
    /// Who says so.
    pub source: String,
    /// How many rates there were.
    pub rates: usize,
    /// How many of them were not kept already.
    pub added: usize,
    /// Since when the first of them holds.
    pub first: DateTime<Utc>,
    /// Since when the last of them holds.
    pub last: DateTime<Utc>,
}

impl ExchangeRates<'_> {
    /// Keeps the rates of a file of the European Central Bank's, of a day or of ninety; all or none.
    ///
    /// A rate that the bank is already known to have given is not kept twice, so that files that overlap can be
    /// imported, and so that what was set by hand in the place of the bank's rate stays.
    ///
    /// # Errors
    /// `auth.denied`; `money.bad_rates_file` with the line; `invalid` with more than [`MAX_IMPORT`] rates;
    /// `money.rate_loop` where kept rates of the same source say the opposite.
    pub async fn import_ecb(&self, xml: &str) -> Result<Import> {
        self.0.allow(Permission::ExchangeRatesManage)?;
        let table = ecb::read(xml)?;
        self.import(table.iter().cloned().collect()).await
    }

    /// Keeps rates of one source that are not kept already.
    pub(super) async fn import(&self, rates: Vec<Rate>) -> Result<Import> {
        let mut import = summary(&rates)?;
        let mut change = self.0.change(Permission::ExchangeRatesManage).await?;
        let kept = kept(change.exchange_rates(), &import).await?;
        let known: HashMap<_, _> = kept.iter().map(|it| (place(&it.rate), it.rate.value())).collect();
        let is_new = |rate: &Rate| known.get(&place(rate)) != Some(&rate.value());
        let new: Vec<Rate> = rates.into_iter().filter(is_new).collect();
        refuse_contradiction(kept, &new)?;
        import.added = new.len();
        let new: Vec<ExchangeRate> = new.into_iter().map(|rate| self.sign(rate)).collect();
        change.exchange_rates().add(&new).await?;
        let entity = Entity::new("exchange_rate", &import.source);
        change.commit(Note::new("import", entity, Changes::created(&import))).await?;
        Ok(import)
    }
}

type Place = (Currency, Currency, DateTime<Utc>);

fn place(rate: &Rate) -> Place {
    (rate.from(), rate.to(), rate.effective())
}

/// What there is to say of the rates before any is kept.
fn summary(rates: &[Rate]) -> Result<Import> {
    let refused = |fault| Err(Error::new(Code::INVALID).violating(vec![fault]));
    let Some(one) = rates.first() else {
        return refused(Violation::new("", Code::VALUE_REQUIRED));
    };
    if rates.len() > MAX_IMPORT {
        return refused(Violation::new("", Code::VALUE_TOO_MANY).with("max", MAX_IMPORT));
    }
    if let Some(other) = rates.iter().find(|rate| rate.source() != one.source()) {
        return refused(Violation::new("/source", Code::VALUE_EXCLUDES).with("other", other.source()));
    }
    let times = rates.iter().map(Rate::effective);
    let (first, last) = times
        .fold((one.effective(), one.effective()), |(first, last), time| (first.min(time), last.max(time)));
    Ok(Import { source: one.source().to_owned(), rates: rates.len(), added: 0, first, last })
}

/// What the same source gave before for the same time; of each pair and time what it gave last.
async fn kept(rates: &mut dyn ReadExchangeRates, import: &Import) -> Result<Vec<ExchangeRate>> {
    let filter = ExchangeRateFilter {
        source: Some(import.source.clone()),
        from: Some(import.first),
        until: Some(import.last + TimeDelta::microseconds(1)),
        ..ExchangeRateFilter::default()
    };
    history::given(rates, &filter).await
}
