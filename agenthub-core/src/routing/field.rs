//! The field: those who offer one capability, kept so that a change of few costs little.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use agenthub_money::{Currency, Decimal};
use arc_swap::ArcSwap;
use chrono::{DateTime, TimeDelta, Utc};
use imbl::{OrdMap, OrdSet};
use uuid::Uuid;

use super::RoutingCriteria;
use crate::agent::AgentId;
use crate::agent::live::LiveAgent;

/// Up to so many agents are all looked at for each call. Of more, the best by what changes slowly (price, success,
/// answer time, priority) are kept in mind for a moment, and only those are looked at.
pub(super) const SHORTLIST: usize = 32;

/// For how long a short list is kept in mind.
const SHORTLIST_AGE: TimeDelta = TimeDelta::seconds(1);

/// How many short lists, one a criteria, are kept in mind for a capability.
const SHORTLISTS: usize = 8;

/// Those who offer one capability.
#[derive(Debug, Default)]
pub(crate) struct Field {
    pub(super) runners: OrdMap<AgentId, Runner>,
    /// Sorted by price, to find the highest.
    prices: OrdSet<(Currency, Decimal, AgentId)>,
    /// The highest price in each currency, against which the others are cheap.
    pub(super) highest: BTreeMap<Currency, f64>,
    shortlists: ArcSwap<Vec<Arc<Shortlist>>>,
    /// Where equals begin next, so that they take turns.
    pub(super) turn: AtomicU32,
}

/// One who offers the capability.
#[derive(Debug, Clone)]
pub(super) struct Runner {
    pub(super) live: Arc<LiveAgent>,
    pub(super) price: Decimal,
    pub(super) price_number: f64,
}

/// The best for one criteria, by what changes slowly.
#[derive(Debug)]
pub(super) struct Shortlist {
    criteria: RoutingCriteria,
    made_at: DateTime<Utc>,
    pub(super) runners: Vec<Runner>,
}

/// Who leaves a field and who enters it. One who changed does both.
#[derive(Debug, Default)]
pub(crate) struct Moves {
    pub(crate) leaving: Vec<AgentId>,
    pub(crate) entering: Vec<Arc<LiveAgent>>,
}

impl Field {
    pub(crate) fn is_empty(&self) -> bool {
        self.runners.is_empty()
    }

    /// Those who offer the capability, oldest first.
    pub(crate) fn agents(&self) -> impl Iterator<Item = &LiveAgent> {
        self.runners.values().map(|runner| runner.live.as_ref())
    }

    /// The field of this capability after some left and some entered.
    pub(crate) fn after(&self, capability: &str, moves: Moves) -> Self {
        let (mut runners, mut prices) = (self.runners.clone(), self.prices.clone());
        for id in &moves.leaving {
            if let Some(runner) = runners.remove(id) {
                prices.remove(&runner.in_prices());
            }
        }
        let entering = moves.entering.into_iter().map(|live| Runner::new(live, capability));
        let entering: Vec<Runner> = entering.collect();
        for runner in &entering {
            prices.insert(runner.in_prices());
            runners.insert(runner.live.agent.id, runner.clone());
        }
        Self {
            highest: highest(&prices),
            shortlists: ArcSwap::from_pointee(self.shortlists_after(&moves.leaving, &entering)),
            turn: AtomicU32::new(self.turn.load(Ordering::Relaxed)),
            runners,
            prices,
        }
    }

    /// The short lists without those who left, and with those who entered, who may be better than any. After many moves
    /// they are made anew.
    fn shortlists_after(&self, leaving: &[AgentId], entering: &[Runner]) -> Vec<Arc<Shortlist>> {
        if leaving.len() + entering.len() > SHORTLIST {
            return Vec::new();
        }
        let after = |list: &Arc<Shortlist>| {
            let staying = list.runners.iter().filter(|runner| !leaving.contains(&runner.live.agent.id));
            Arc::new(list.with(staying.chain(entering).cloned().collect()))
        };
        self.shortlists.load().iter().map(after).collect()
    }

    /// The short list for these criteria, where it is not too old.
    pub(super) fn shortlist(&self, criteria: &RoutingCriteria, now: DateTime<Utc>) -> Option<Arc<Shortlist>> {
        let known = self.shortlists.load();
        known.iter().find(|it| it.criteria == *criteria && now - it.made_at < SHORTLIST_AGE).cloned()
    }

    /// Keeps a short list in mind, in the place of the one for the same criteria.
    pub(super) fn keep_shortlist(
        &self,
        criteria: &RoutingCriteria,
        runners: Vec<Runner>,
        now: DateTime<Utc>,
    ) -> Arc<Shortlist> {
        let list = Arc::new(Shortlist { criteria: criteria.clone(), made_at: now, runners });
        let known = self.shortlists.load();
        let others = known.iter().filter(|it| it.criteria != *criteria).take(SHORTLISTS - 1);
        self.shortlists.store(Arc::new([&list].into_iter().chain(others).cloned().collect()));
        list
    }
}

impl Runner {
    fn new(live: Arc<LiveAgent>, capability: &str) -> Self {
        let price = live.agent.definition.call_price(capability);
        Self { live, price, price_number: number(price) }
    }

    fn in_prices(&self) -> (Currency, Decimal, AgentId) {
        (self.live.agent.definition.currency, self.price, self.live.agent.id)
    }
}

impl Shortlist {
    fn with(&self, runners: Vec<Runner>) -> Self {
        Self { criteria: self.criteria.clone(), made_at: self.made_at, runners }
    }
}

/// The highest price in each currency, found from the last currency to the first.
fn highest(prices: &OrdSet<(Currency, Decimal, AgentId)>) -> BTreeMap<Currency, f64> {
    let mut highest = BTreeMap::new();
    let mut last = prices.get_max().copied();
    while let Some((currency, price, _)) = last {
        highest.insert(currency, number(price));
        let first = (currency, Decimal::MIN, AgentId::from_uuid(Uuid::nil()));
        last = prices.range(..first).next_back().copied();
    }
    highest
}

fn number(price: Decimal) -> f64 {
    f64::try_from(price).unwrap_or(f64::MAX)
}
