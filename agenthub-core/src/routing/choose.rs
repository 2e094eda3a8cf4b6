//! Choosing: scores for those who offer a capability, and the best of them first.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use chrono::{DateTime, Utc};

use super::field::{Field, Runner, SHORTLIST, Shortlist};
use super::{Candidate, Decision, Refusal, RoutingCriteria, ScoreParts};
use crate::access::Permissions;
use crate::agent::Health;
use crate::agent::live::LiveAgent;
use crate::agent::registry::Runtimes;

/// The answer time that halves an agent's quality, in milliseconds.
const SLOW_MS: f64 = 1000.0;

/// The calls in flight that halve an agent's score for load.
const LOADED: f64 = 8.0;

/// Who asks, and when.
pub(crate) struct Ask<'a> {
    pub(crate) criteria: &'a RoutingCriteria,
    pub(crate) permissions: Permissions,
    pub(crate) runtimes: &'a Runtimes,
    pub(crate) now: DateTime<Utc>,
    /// How many agents are wanted at most.
    pub(crate) attempts: usize,
}

/// Who should take the call, best first, and why.
pub(crate) struct Choice {
    pub(crate) agents: VecDeque<Arc<LiveAgent>>,
    pub(crate) decision: Decision,
}

/// One who was looked at.
struct Scored<'f> {
    runner: &'f Runner,
    parts: ScoreParts,
    score: f64,
    refusal: Option<Refusal>,
}

impl Field {
    /// Chooses. Nobody is chosen where everybody is refused; the decision says why.
    pub(crate) fn choose(&self, ask: &Ask<'_>) -> Choice {
        if self.runners.len() > SHORTLIST {
            let best = self.shortlist(ask.criteria, ask.now).unwrap_or_else(|| self.make_shortlist(ask));
            let choice = self.choose_among(best.runners.iter(), ask);
            if !choice.agents.is_empty() {
                return choice;
            }
        }
        self.choose_among(self.runners.values(), ask)
    }

    fn choose_among<'f>(&self, runners: impl Iterator<Item = &'f Runner>, ask: &Ask<'_>) -> Choice {
        let mut scored = self.score(runners, ask);
        // Equals take turns: the list is turned before a sort that keeps the order of equals.
        let turn = self.turn.fetch_add(1, Ordering::Relaxed) as usize % scored.len().max(1);
        scored.rotate_left(turn);
        scored
            .sort_by(|a, b| a.refusal.is_some().cmp(&b.refusal.is_some()).then(b.score.total_cmp(&a.score)));
        let good = scored.iter().filter(|it| it.refusal.is_none()).take(ask.attempts);
        let agents: VecDeque<_> = good.map(|it| Arc::clone(&it.runner.live)).collect();
        let decision = Decision {
            chosen: agents.front().map(|live| live.agent.id),
            considered: u32::try_from(self.runners.len()).unwrap_or(u32::MAX),
            candidates: scored.iter().take(Decision::SHOWN).map(Scored::candidate).collect(),
            refused: count_refusals(scored.iter().skip(Decision::SHOWN).filter_map(|it| it.refusal)),
            failed_over: Vec::new(),
        };
        Choice { agents, decision }
    }

    fn score<'f>(&self, runners: impl Iterator<Item = &'f Runner>, ask: &Ask<'_>) -> Vec<Scored<'f>> {
        let mut fits = Fits { runtimes: ask.runtimes, last: None };
        let score = |runner: &'f Runner| {
            let fit = fits.of(runner.live.agent.definition.runtime());
            let parts = self.parts(runner, fit);
            Scored { runner, parts, score: total(&parts, ask.criteria), refusal: runner.refusal(fit, ask) }
        };
        runners.map(score).collect()
    }

    fn parts(&self, runner: &Runner, fit: Fit) -> ScoreParts {
        let vitals = &runner.live.vitals;
        let definition = &runner.live.agent.definition;
        let highest = self.highest.get(&definition.currency).copied().unwrap_or_default();
        let fitness = if fit == Fit::Healthy { 1.0 } else { 0.5 };
        ScoreParts {
            cost: if highest > 0.0 { 1.0 - runner.price_number / highest } else { 1.0 },
            load: LOADED / (LOADED + f64::from(vitals.in_flight())),
            quality: fitness * vitals.success() * SLOW_MS / (SLOW_MS + vitals.latency_ms()),
            priority: f64::from(definition.priority.unwrap_or(50)) / 100.0,
        }
    }

    /// Finds the best for these criteria by what changes slowly, among all.
    fn make_shortlist(&self, ask: &Ask<'_>) -> Arc<Shortlist> {
        let mut ranked = self.score(self.runners.values(), ask);
        ranked.retain(|it| it.refusal.is_none());
        if ranked.len() > SHORTLIST {
            ranked.select_nth_unstable_by(SHORTLIST - 1, |a, b| b.score.total_cmp(&a.score));
            ranked.truncate(SHORTLIST);
        }
        let runners = ranked.into_iter().map(|it| it.runner.clone()).collect();
        self.keep_shortlist(ask.criteria, runners, ask.now)
    }
}

impl Runner {
    /// Why this one cannot take the call, if so. What the caller asked comes before how the agent is.
    fn refusal(&self, fit: Fit, ask: &Ask<'_>) -> Option<Refusal> {
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
        } else if fit == Fit::Missing {
            Some(Refusal::NoRuntime)
        } else if fit == Fit::Unhealthy {
            Some(Refusal::Unhealthy)
        } else if vitals.resting(ask.now).is_some() {
            Some(Refusal::BreakerOpen)
        } else {
            (vitals.in_flight() >= limit).then_some(Refusal::Busy)
        }
    }
}

/// How the runtime of an agent is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    Healthy,
    Degraded,
    Unhealthy,
    Missing,
}

/// Asks how runtimes are, and the same one in a row only once.
struct Fits<'a, 'f> {
    runtimes: &'a Runtimes,
    last: Option<(&'f str, Fit)>,
}

impl<'f> Fits<'_, 'f> {
    fn of(&mut self, name: &'f str) -> Fit {
        if let Some((last, fit)) = self.last
            && last == name
        {
            return fit;
        }
        let fit = self.runtimes.pick(name).map_or(Fit::Missing, |runtime| match **runtime.health() {
            Health::Healthy => Fit::Healthy,
            Health::Degraded(_) => Fit::Degraded,
            Health::Unhealthy(_) => Fit::Unhealthy,
        });
        self.last = Some((name, fit));
        fit
    }
}

impl Scored<'_> {
    fn candidate(&self) -> Candidate {
        let agent_id = self.runner.live.agent.id;
        Candidate { agent_id, score: self.score, parts: self.parts, refusal: self.refusal }
    }
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

fn count_refusals(refusals: impl Iterator<Item = Refusal>) -> BTreeMap<Refusal, u32> {
    let mut counts = BTreeMap::new();
    for refusal in refusals {
        *counts.entry(refusal).or_default() += 1;
    }
    counts
}
