//! Choosing: scores for those who offer a capability, and the best of them first.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use agenthub_money::{Currency, Decimal};
use arc_swap::ArcSwap;
use chrono::{DateTime, TimeDelta, Utc};

use super::{Candidate, Decision, Refusal, RoutingCriteria, ScoreParts};
use crate::access::Permissions;
use crate::agent::Health;
use crate::agent::live::LiveAgent;
use crate::agent::registry::Runtimes;

/// Up to so many agents are all looked at for each call. Of more, the best by what changes slowly (price, success,
/// answer time, priority) are kept in mind for a moment, and only those are looked at.
const SHORTLIST: usize = 32;

/// For how long a short list is kept in mind.
const SHORTLIST_AGE: TimeDelta = TimeDelta::seconds(1);

/// How many short lists, one a criteria, are kept in mind for a capability.
const SHORTLISTS: usize = 8;

/// The answer time that halves an agent's quality, in milliseconds.
const SLOW_MS: f64 = 1000.0;

/// The calls in flight that halve an agent's score for load.
const LOADED: f64 = 8.0;

/// Those who offer one capability.
#[derive(Debug)]
pub(crate) struct Field {
    runners: Vec<Runner>,
    /// The highest price in each currency, against which the others are cheap.
    highest: BTreeMap<Currency, f64>,
    shortlists: ArcSwap<Vec<Shortlist>>,
    /// Where equals begin next, so that they take turns.
    turn: AtomicU32,
}

/// One who offers the capability.
#[derive(Debug)]
struct Runner {
    live: Arc<LiveAgent>,
    price: Decimal,
    price_number: f64,
}

/// The best for one criteria, by what changes slowly.
#[derive(Debug)]
struct Shortlist {
    criteria: RoutingCriteria,
    made_at: DateTime<Utc>,
    runners: Vec<u32>,
}

/// Who asks, and when.
pub(crate) struct Ask<'a> {
    pub(crate) criteria: &'a RoutingCriteria,
    pub(crate) permissions: Permissions,
    pub(crate) runtimes: &'a Runtimes,
    pub(crate) now: DateTime<Utc>,
}

/// Who should take the call, best first, and why.
pub(crate) struct Choice<'f> {
    pub(crate) agents: Vec<&'f Arc<LiveAgent>>,
    pub(crate) decision: Decision,
}

impl Field {
    pub(crate) fn new(capability: &str, mut agents: Vec<Arc<LiveAgent>>) -> Self {
        agents.sort_unstable_by_key(|live| live.agent.id);
        let mut highest = BTreeMap::new();
        let runner = |live: Arc<LiveAgent>| {
            let price = live.agent.definition.call_price(capability);
            let price_number = f64::try_from(price).unwrap_or(f64::MAX);
            let high = highest.entry(live.agent.definition.currency).or_insert(0.0_f64);
            *high = high.max(price_number);
            Runner { live, price, price_number }
        };
        let runners = agents.into_iter().map(runner).collect();
        Self { runners, highest, shortlists: ArcSwap::default(), turn: AtomicU32::new(0) }
    }

    /// Those who offer the capability, oldest first.
    pub(crate) fn agents(&self) -> impl Iterator<Item = &LiveAgent> {
        self.runners.iter().map(|runner| runner.live.as_ref())
    }

    /// Chooses. Nobody is chosen where everybody is refused; the decision says why.
    pub(crate) fn choose(&self, ask: &Ask<'_>) -> Choice<'_> {
        if self.runners.len() <= SHORTLIST {
            return self.choose_among(0..self.runners.len(), ask);
        }
        let choice = self.choose_among(self.shortlist(ask).into_iter().map(|i| i as usize), ask);
        if choice.agents.is_empty() { self.choose_among(0..self.runners.len(), ask) } else { choice }
    }

    fn choose_among(&self, places: impl Iterator<Item = usize>, ask: &Ask<'_>) -> Choice<'_> {
        let mut scored: Vec<(f64, ScoreParts, Option<Refusal>, &Runner)> = places
            .map(|place| {
                let runner = &self.runners[place];
                let parts = self.parts(runner, ask);
                (total(&parts, ask.criteria), parts, runner.refusal(ask), runner)
            })
            .collect();
        // Equals take turns: the list is turned before a sort that keeps the order of equals.
        let turn = self.turn.fetch_add(1, Ordering::Relaxed) as usize % scored.len().max(1);
        scored.rotate_left(turn);
        scored.sort_by(|a, b| a.2.is_some().cmp(&b.2.is_some()).then(b.0.total_cmp(&a.0)));
        let agents: Vec<_> = scored.iter().filter(|it| it.2.is_none()).map(|it| &it.3.live).collect();
        let decision = Decision {
            chosen: agents.first().map(|live| live.agent.id),
            considered: u32::try_from(self.runners.len()).unwrap_or(u32::MAX),
            candidates: scored.iter().take(Decision::SHOWN).map(candidate).collect(),
            refused: count_refusals(scored.iter().skip(Decision::SHOWN).filter_map(|it| it.2)),
            failed_over: Vec::new(),
        };
        Choice { agents, decision }
    }

    fn parts(&self, runner: &Runner, ask: &Ask<'_>) -> ScoreParts {
        let vitals = &runner.live.vitals;
        let definition = &runner.live.agent.definition;
        let highest = self.highest.get(&definition.currency).copied().unwrap_or_default();
        let degraded =
            ask.runtimes.pick(definition.runtime()).is_some_and(|it| **it.health() != Health::Healthy);
        let fitness = if degraded { 0.5 } else { 1.0 };
        ScoreParts {
            cost: if highest > 0.0 { 1.0 - runner.price_number / highest } else { 1.0 },
            load: LOADED / (LOADED + f64::from(vitals.in_flight())),
            quality: fitness * vitals.success() * SLOW_MS / (SLOW_MS + vitals.latency_ms()),
            priority: f64::from(definition.priority.unwrap_or(50)) / 100.0,
        }
    }

    /// The best for these criteria by what changes slowly, made anew when it is old.
    fn shortlist(&self, ask: &Ask<'_>) -> Vec<u32> {
        let known = self.shortlists.load();
        let fresh =
            known.iter().find(|it| it.criteria == *ask.criteria && ask.now - it.made_at < SHORTLIST_AGE);
        if let Some(fresh) = fresh {
            return fresh.runners.clone();
        }
        let runners = self.rank(ask);
        let mut lists =
            vec![Shortlist { criteria: ask.criteria.clone(), made_at: ask.now, runners: runners.clone() }];
        let others = known.iter().filter(|it| it.criteria != *ask.criteria).take(SHORTLISTS - 1);
        lists.extend(others.map(|it| Shortlist {
            criteria: it.criteria.clone(),
            made_at: it.made_at,
            runners: it.runners.clone(),
        }));
        self.shortlists.store(Arc::new(lists));
        runners
    }

    fn rank(&self, ask: &Ask<'_>) -> Vec<u32> {
        let mut ranked: Vec<(f64, u32)> = (0u32..)
            .zip(&self.runners)
            .filter(|(_, runner)| runner.refusal(ask).is_none())
            .map(|(place, runner)| (total(&self.parts(runner, ask), ask.criteria), place))
            .collect();
        if ranked.len() > SHORTLIST {
            ranked.select_nth_unstable_by(SHORTLIST - 1, |a, b| b.0.total_cmp(&a.0));
            ranked.truncate(SHORTLIST);
        }
        ranked.into_iter().map(|(_, place)| place).collect()
    }
}

impl Runner {
    /// Why this one cannot take the call, if so. What the caller asked comes before how the agent is.
    fn refusal(&self, ask: &Ask<'_>) -> Option<Refusal> {
        let Self { live, price, .. } = self;
        let (criteria, definition, vitals) = (ask.criteria, &live.agent.definition, &live.vitals);
        let limit = definition.max_concurrency.unwrap_or(u32::MAX);
        let slow = |max| vitals.latency_ms() > f64::from(max);
        let unreliable = |min| vitals.success() * 100.0 < f64::from(min);
        if live.required.intersection(ask.permissions) != live.required {
            Some(Refusal::NotPermitted)
        } else if criteria.exclude.contains(&live.agent.id) {
            Some(Refusal::Excluded)
        } else if criteria.agent_type.as_ref().is_some_and(|it| *it != definition.agent_type) {
            Some(Refusal::WrongType)
        } else if criteria.max_price.is_some_and(|max| *price > max) {
            Some(Refusal::TooExpensive)
        } else if criteria.max_latency_ms.is_some_and(slow) {
            Some(Refusal::TooSlow)
        } else if criteria.min_success_percent.is_some_and(unreliable) {
            Some(Refusal::TooUnreliable)
        } else if let Some(refusal) = runtime_refusal(ask.runtimes, definition.runtime()) {
            Some(refusal)
        } else if vitals.resting(ask.now).is_some() {
            Some(Refusal::BreakerOpen)
        } else {
            (vitals.in_flight() >= limit).then_some(Refusal::Busy)
        }
    }
}

fn runtime_refusal(runtimes: &Runtimes, name: &str) -> Option<Refusal> {
    let Some(runtime) = runtimes.pick(name) else { return Some(Refusal::NoRuntime) };
    matches!(**runtime.health(), Health::Unhealthy(_)).then_some(Refusal::Unhealthy)
}

/// The weighted mean of the parts.
fn total(parts: &ScoreParts, criteria: &RoutingCriteria) -> f64 {
    let weighted = [
        (parts.cost, criteria.cost_weight),
        (parts.load, criteria.load_weight),
        (parts.quality, criteria.quality_weight),
        (parts.priority, criteria.priority_weight),
    ];
    let weights: f64 = weighted.iter().map(|(_, weight)| f64::from(*weight)).sum();
    let sum: f64 = weighted.iter().map(|(part, weight)| part * f64::from(*weight)).sum();
    if weights > 0.0 { sum / weights } else { 0.0 }
}

fn candidate((score, parts, refusal, runner): &(f64, ScoreParts, Option<Refusal>, &Runner)) -> Candidate {
    Candidate { agent_id: runner.live.agent.id, score: *score, parts: *parts, refusal: *refusal }
}

fn count_refusals(refusals: impl Iterator<Item = Refusal>) -> BTreeMap<Refusal, u32> {
    let mut counts = BTreeMap::new();
    for refusal in refusals {
        *counts.entry(refusal).or_default() += 1;
    }
    counts
}
