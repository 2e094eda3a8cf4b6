//! Statistics over interactions, in memory.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use agenthub_money::Money;

use crate::agent::{AgentId, Definition, Tokens};
use crate::interaction::{Interaction, Outcome, Statistics, StatisticsGroup};

/// Numbers over `calls`, in total and by agent.
pub(super) fn of<'a>(
    calls: impl Iterator<Item = &'a Interaction>,
    definition: impl Fn(AgentId) -> Option<&'a Definition>,
) -> Statistics {
    let mut total = Tally::default();
    let mut agents: BTreeMap<AgentId, Tally> = BTreeMap::new();
    for call in calls {
        total.add(call);
        agents.entry(call.agent_id).or_default().add(call);
    }
    let named = |(id, tally): (AgentId, Tally)| StatisticsGroup {
        agent_id: Some(id),
        agent_name: definition(id).map(|it| it.name.clone()),
        agent_type: definition(id).map(|it| it.agent_type.clone()),
        ..tally.finish()
    };
    let mut agents: Vec<_> = agents.into_iter().map(named).collect();
    // Stable, so that those with as many calls stay sorted by id.
    agents.sort_by_key(|group| Reverse(group.calls));
    Statistics { total: total.finish(), agents }
}

/// Counts while calls go by.
#[derive(Default)]
struct Tally {
    durations: Vec<u64>,
    succeeded: u64,
    failed: u64,
    cancelled: u64,
    tokens: Tokens,
    cost: Vec<Money>,
}

impl Tally {
    fn add(&mut self, call: &Interaction) {
        self.durations.push(call.duration_us);
        match call.outcome {
            Outcome::Success => self.succeeded += 1,
            Outcome::Failure => self.failed += 1,
            Outcome::Cancelled => self.cancelled += 1,
        }
        self.tokens.input = self.tokens.input.saturating_add(call.usage.tokens.input);
        self.tokens.output = self.tokens.output.saturating_add(call.usage.tokens.output);
        self.pay(call.usage.cost);
    }

    fn pay(&mut self, cost: Money) {
        match self.cost.iter_mut().find(|sum| sum.currency() == cost.currency()) {
            Some(sum) => *sum = Money::new(sum.amount().saturating_add(cost.amount()), cost.currency()),
            None => self.cost.push(cost),
        }
    }

    fn finish(mut self) -> StatisticsGroup {
        self.durations.sort_unstable();
        self.cost.sort_by(|left, right| left.currency().code().cmp(right.currency().code()));
        StatisticsGroup {
            calls: self.durations.len() as u64,
            succeeded: self.succeeded,
            failed: self.failed,
            cancelled: self.cancelled,
            success_rate: ratio(self.succeeded.into(), self.succeeded + self.failed),
            mean_ms: self.mean().map(|it| it / 1_000.0),
            p50_ms: self.percentile(50),
            p95_ms: self.percentile(95),
            p99_ms: self.percentile(99),
            tokens: self.tokens,
            cost: self.cost,
            ..StatisticsGroup::default()
        }
    }

    fn mean(&self) -> Option<f64> {
        ratio(self.durations.iter().copied().map(u128::from).sum(), self.durations.len() as u64)
    }

    /// The least duration that `percent` of 100 calls did not exceed, in milliseconds (nearest rank).
    fn percentile(&self, percent: usize) -> Option<f64> {
        let rank = (self.durations.len() * percent).div_ceil(100);
        let duration = self.durations.get(rank.checked_sub(1)?)?;
        Some(*duration as f64 / 1_000.0)
    }
}

fn ratio(part: u128, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}
