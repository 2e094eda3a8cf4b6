//! An organization's exchange rates: look, set, import, convert.

use agenthub_money::exchange::{Rate, RateTable};
use agenthub_money::{Currency, Decimal};
use chrono::{DateTime, Datelike as _, Utc};

use super::{ExchangeRate, ExchangeRateFilter, ExchangeRateId, history};
use crate::access::Permission;
use crate::audit::{Changes, Entity, Note};
use crate::error::{Code, Error, Result, Violation, Violations, Word};
use crate::page::{Listing, Page};
use crate::session::Session;
use crate::store::View;

/// An organization's exchange rates; see [`Session::exchange_rates`].
#[derive(Debug)]
pub struct ExchangeRates<'s>(pub(super) &'s Session);

/// A rate to be set.
#[derive(Debug, Clone)]
pub struct NewExchangeRate {
    /// What one unit is given of.
    pub base: Currency,
    /// What is paid for it.
    pub quote: Currency,
    /// How much is paid for one unit; above zero.
    pub rate: Decimal,
    /// Who says so; 1 to 255 characters.
    pub source: String,
    /// Since when it holds; now, where nothing is said.
    pub effective_at: Option<DateTime<Utc>>,
}

impl<'s> ExchangeRates<'s> {
    pub(crate) fn new(session: &'s Session) -> Self {
        Self(session)
    }

    /// The rates that were ever set and that the filter wants, those that hold since last first.
    ///
    /// # Errors
    /// `auth.denied`, `page.bad_cursor`.
    pub async fn list(&self, filter: &ExchangeRateFilter, page: &Page) -> Result<Listing<ExchangeRate>> {
        self.view().await?.exchange_rates().list(filter, page).await
    }

    /// The rates that held at a time, one of each pair that the filter wants, by pair.
    ///
    /// # Errors
    /// `auth.denied`, `page.bad_cursor`.
    pub async fn in_force(
        &self,
        base: Option<Currency>,
        quote: Option<Currency>,
        at: DateTime<Utc>,
        page: &Page,
    ) -> Result<Listing<ExchangeRate>> {
        let rates = history::in_force(self.view().await?.exchange_rates(), (base, quote), at).await?;
        Listing::of_sorted(rates, page, "pair", |it| format!("{}/{}", it.rate.from(), it.rate.to()))
    }

    /// Sets a rate. Those set before stay in the history.
    ///
    /// # Errors
    /// `auth.denied`; `invalid` with every fault: a rate that is not above zero, a currency against itself, a source
    /// that is empty or too long; `money.rate_loop` where the same source says the opposite at the same time.
    pub async fn set(&self, new: NewExchangeRate) -> Result<ExchangeRate> {
        self.0.allow(Permission::ExchangeRatesManage)?;
        let rate = self.check(new)?;
        let mut change = self.0.change(Permission::ExchangeRatesManage).await?;
        let kept = change.exchange_rates().in_force(rate.to(), rate.from(), rate.effective()).await?;
        refuse_contradiction(kept, std::slice::from_ref(&rate))?;
        let new = self.sign(rate);
        change.exchange_rates().add(std::slice::from_ref(&new)).await?;
        change.commit(Note::new("set", entity(new.id), Changes::created(&new))).await?;
        Ok(new)
    }

    pub(super) async fn view(&self) -> Result<Box<dyn View>> {
        self.0.view(Permission::ExchangeRatesRead).await
    }

    /// The rate as this caller sets it now.
    pub(super) fn sign(&self, rate: Rate) -> ExchangeRate {
        let created_by = self.0.caller().actor.clone();
        ExchangeRate { id: ExchangeRateId::new(), rate, created_at: self.0.now(), created_by }
    }

    fn check(&self, new: NewExchangeRate) -> Result<Rate> {
        let mut found = Violations::default();
        found.length("/source", &new.source, 1, 255);
        found.require(!new.source.contains(char::is_control), || {
            Violation::new("/source", Code::VALUE_BAD_FORMAT).saying("expected", Word::NO_CONTROL_CHARACTERS)
        });
        let effective = new.effective_at.unwrap_or_else(|| self.0.now());
        found.require((1..=9999).contains(&effective.year()), || {
            Violation::new("/effective_at", Code::VALUE_BAD_FORMAT)
                .saying("expected", Word::TIME_BEFORE_YEAR.with("year", 10_000))
        });
        let rate = Rate::new(new.base, new.quote, new.rate, effective, new.source.trim());
        if let Err(error) = &rate {
            let pointer = if new.base == new.quote { "/quote" } else { "/rate" };
            found.push(Violation::of_money(pointer, error));
        }
        found.into_result()?;
        Ok(rate?)
    }
}

/// Refuses rates where one of the same source and time says the opposite of another.
///
/// # Errors
/// `money.rate_loop`.
pub(super) fn refuse_contradiction(kept: impl IntoIterator<Item = ExchangeRate>, new: &[Rate]) -> Result<()> {
    let mut table = RateTable::new();
    table.extend(kept.into_iter().map(|it| it.rate))?;
    table.extend(new.iter().cloned()).map_err(Error::from)
}

fn entity(id: ExchangeRateId) -> Entity {
    Entity::new("exchange_rate", id)
}
