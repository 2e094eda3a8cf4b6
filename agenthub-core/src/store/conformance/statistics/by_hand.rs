//! The numbers that a store must give, counted by hand.

use std::collections::BTreeMap;

use agenthub_money::{Decimal, Money};

use super::super::Subject;
use super::ask;
use crate::agent::{Agent, AgentId, Tokens};
use crate::error::Result;
use crate::interaction::{Interaction, Outcome, StatisticsGroup, StatisticsQuery};
use crate::organization::OrganizationId;
use crate::store::FinishedCall;

/// Holds the store's numbers over `query` to those over `calls`, which are the calls that it wants.
pub(super) async fn holds(
    store: &Subject,
    of: OrganizationId,
    query: &StatisticsQuery,
    agents: &[Agent],
    calls: &[FinishedCall],
) -> Result<()> {
    let found = ask(store, of, query).await?;
    let calls: Vec<_> = calls.iter().map(|call| &call.interaction).collect();
    same(&found.total, &by_hand(None, &calls));
    let mut by_agent: BTreeMap<AgentId, Vec<&Interaction>> = BTreeMap::new();
    for call in calls {
        by_agent.entry(call.agent_id).or_default().push(call);
    }
    let named = |id: &AgentId| agents.iter().find(|agent| agent.id == *id);
    let mut expected: Vec<_> = by_agent.iter().map(|(id, calls)| by_hand(named(id), calls)).collect();
    expected.sort_by_key(|group| (std::cmp::Reverse(group.calls), group.agent_id));
    assert_eq!(found.agents.len(), expected.len(), "agents with calls");
    for (found, expected) in found.agents.iter().zip(&expected) {
        same(found, expected);
    }
    Ok(())
}

/// Means and rates to twelve digits, all else exactly.
fn same(found: &StatisticsGroup, expected: &StatisticsGroup) {
    let close = |left: Option<f64>, right: Option<f64>| match (left, right) {
        (Some(left), Some(right)) => (left - right).abs() <= right.abs() * 1e-12,
        (left, right) => left == right,
    };
    assert!(close(found.mean_ms, expected.mean_ms), "mean: {:?}, not {:?}", found.mean_ms, expected.mean_ms);
    assert!(close(found.success_rate, expected.success_rate), "success rate: {:?}", found.success_rate);
    let exact =
        StatisticsGroup { mean_ms: expected.mean_ms, success_rate: expected.success_rate, ..found.clone() };
    assert_eq!(&exact, expected);
}

fn by_hand(agent: Option<&Agent>, calls: &[&Interaction]) -> StatisticsGroup {
    let with = |outcome| calls.iter().filter(|call| call.outcome == outcome).count() as u64;
    let (succeeded, failed) = (with(Outcome::Success), with(Outcome::Failure));
    let micros: Vec<u64> = calls.iter().map(|call| call.duration_us).collect();
    let mean = micros.iter().map(|us| *us as f64 / 1_000.0).sum::<f64>() / calls.len() as f64;
    let mut cost: BTreeMap<&str, Money> = BTreeMap::new();
    for call in calls {
        let paid = &call.usage.cost;
        let before = cost.get(paid.currency().code()).map_or(Decimal::ZERO, |sum| sum.amount());
        cost.insert(paid.currency().code(), Money::new(before + paid.amount(), paid.currency()));
    }
    StatisticsGroup {
        agent_id: agent.map(|it| it.id),
        agent_name: agent.map(|it| it.definition.name.clone()),
        agent_type: agent.map(|it| it.definition.agent_type.clone()),
        calls: calls.len() as u64,
        succeeded,
        failed,
        cancelled: with(Outcome::Cancelled),
        success_rate: (succeeded + failed > 0).then(|| succeeded as f64 / (succeeded + failed) as f64),
        mean_ms: (!calls.is_empty()).then_some(mean),
        p50_ms: nearest_rank(50, &micros),
        p95_ms: nearest_rank(95, &micros),
        p99_ms: nearest_rank(99, &micros),
        tokens: Tokens {
            input: calls.iter().map(|call| call.usage.tokens.input).sum(),
            output: calls.iter().map(|call| call.usage.tokens.output).sum(),
        },
        cost: cost.into_values().collect(),
    }
}

/// The least duration that at least `percent` of 100 did not exceed.
fn nearest_rank(percent: usize, micros: &[u64]) -> Option<f64> {
    let reached = |us: &&u64| {
        let not_above = micros.iter().filter(|other| other <= us).count();
        not_above * 100 >= micros.len() * percent
    };
    micros.iter().filter(reached).min().map(|us| *us as f64 / 1_000.0)
}
