//! Statistics, held to what is counted by hand.

mod by_hand;

use self::by_hand::holds;
use super::Subject;
use super::sample::{
    add_agents, add_organization, add_organization_with_agent, moment, money, new_agent, new_call,
    next_version,
};
use crate::agent::{Agent, AgentId, Tokens};
use crate::error::Result;
use crate::interaction::{Outcome, Statistics, StatisticsQuery};
use crate::organization::OrganizationId;
use crate::store::FinishedCall;

cases! { "statistics":
    nothing_is_counted_where_nothing_happened
    one_call_is_every_percentile
    percentiles_are_nearest_ranks
    counts_outcomes
    a_cancelled_call_does_not_touch_the_success_rate
    sums_tokens
    sums_costs_exactly_for_each_currency
    sums_costs_of_a_large_organization_exactly
    agents_come_by_calls_then_by_id
    shows_agents_as_they_are_called_now
    counts_calls_of_deleted_agents
    counts_calls_of_one_agent
    counts_calls_of_one_type
    counts_calls_from_and_until
    every_part_of_the_query_must_hold
    another_organizations_calls_do_not_count
}

async fn ask(store: &Subject, of: OrganizationId, query: &StatisticsQuery) -> Result<Statistics> {
    store.view(of).await?.interactions().statistics(query).await
}

/// So many calls of an agent that differ in all that is counted.
fn various(organization: OrganizationId, agent: AgentId, count: u64) -> Result<Vec<FinishedCall>> {
    let call = |n: u64| {
        let mut call = new_call(organization, agent);
        let interaction = &mut call.interaction;
        interaction.duration_us = n * 7_919 % 1_009 * 1_001;
        interaction.outcome = Outcome::ALL[(n * n % 3) as usize];
        interaction.started_at = moment(n as i64);
        interaction.usage.tokens = Tokens { input: n * 3, output: n % 5 };
        let currency = ["USD", "EUR", "JPY"][(n % 3) as usize];
        interaction.usage.cost = money(&format!("{}.{:09}", n % 4, n * 100_000_007 % 999_999_999), currency)?;
        Ok(call)
    };
    (0..count).map(call).collect()
}

/// An organization with these agents.
async fn with_agents(store: &Subject, agents: &[Agent]) -> Result<OrganizationId> {
    let organization = add_organization(&**store).await?;
    add_agents(&**store, organization, agents).await?;
    Ok(organization)
}

async fn nothing_is_counted_where_nothing_happened(store: Subject) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    for of in [organization, OrganizationId::new()] {
        assert_eq!(ask(&store, of, &StatisticsQuery::default()).await?, Statistics::default());
        let query = StatisticsQuery { agent_id: Some(agent), ..StatisticsQuery::default() };
        assert_eq!(ask(&store, of, &query).await?, Statistics::default());
    }
    Ok(())
}

async fn one_call_is_every_percentile(store: Subject) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    let mut call = new_call(organization, agent);
    call.interaction.duration_us = 1_234_567;
    store.append(&[call]).await?;
    let found = ask(&store, organization, &StatisticsQuery::default()).await?.total;
    let duration = Some(1_234.567);
    assert_eq!((found.p50_ms, found.p95_ms, found.p99_ms), (duration, duration, duration));
    assert_eq!((found.calls, found.success_rate), (1, Some(1.0)));
    Ok(())
}

async fn percentiles_are_nearest_ranks(store: Subject) -> Result<()> {
    let sizes = [1, 2, 3, 10, 19, 20, 21, 99, 100, 101, 200];
    let agents = sizes.map(|size| new_agent(&format!("agent of {size} calls")));
    let organization = with_agents(&store, &agents).await?;
    let mut calls = Vec::new();
    for (agent, size) in agents.iter().zip(sizes) {
        calls.extend(various(organization, agent.id, size)?);
    }
    store.append(&calls).await?;
    holds(&store, organization, &StatisticsQuery::default(), &agents, &calls).await
}

async fn counts_outcomes(store: Subject) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    for (outcome, times) in Outcome::ALL.into_iter().zip([3, 2, 4]) {
        for _ in 0..times {
            let mut call = new_call(organization, agent);
            call.interaction.outcome = outcome;
            store.append(&[call]).await?;
        }
    }
    let total = ask(&store, organization, &StatisticsQuery::default()).await?.total;
    assert_eq!((total.calls, total.succeeded, total.failed, total.cancelled), (9, 3, 2, 4));
    assert_eq!(total.success_rate, Some(0.6));
    Ok(())
}

async fn a_cancelled_call_does_not_touch_the_success_rate(store: Subject) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    let mut call = new_call(organization, agent);
    call.interaction.outcome = Outcome::Cancelled;
    store.append(&[call]).await?;
    let total = ask(&store, organization, &StatisticsQuery::default()).await?.total;
    assert_eq!((total.calls, total.cancelled, total.success_rate), (1, 1, None));
    Ok(())
}

async fn sums_tokens(store: Subject) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    for (input, output) in [(1 << 61, 1), (1 << 61, 0), (5, 1 << 40)] {
        let mut call = new_call(organization, agent);
        call.interaction.usage.tokens = Tokens { input, output };
        store.append(&[call]).await?;
    }
    let total = ask(&store, organization, &StatisticsQuery::default()).await?.total;
    assert_eq!(total.tokens, Tokens { input: (1 << 62) + 5, output: (1 << 40) + 1 });
    Ok(())
}

/// Writes calls with these costs, and holds their sums to `expected`.
async fn sums(store: Subject, costs: &[(&str, &str)], expected: &[(&str, &str)]) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    for (amount, currency) in costs {
        let mut call = new_call(organization, agent);
        call.interaction.usage.cost = money(amount, currency)?;
        store.append(&[call]).await?;
    }
    let statistics = ask(&store, organization, &StatisticsQuery::default()).await?;
    let expected: Vec<_> = expected.iter().map(|(sum, of)| money(sum, of)).collect::<Result<_>>()?;
    assert_eq!(statistics.total.cost, expected);
    assert_eq!(statistics.agents[0].cost, expected);
    Ok(())
}

async fn sums_costs_exactly_for_each_currency(store: Subject) -> Result<()> {
    let costs =
        [("0.1", "USD"), ("0.2", "USD"), ("0.000000001", "USD"), ("3", "EUR"), ("-1.5", "EUR"), ("0", "JPY")];
    sums(store, &costs, &[("1.5", "EUR"), ("0", "JPY"), ("0.300000001", "USD")]).await
}

async fn sums_costs_of_a_large_organization_exactly(store: Subject) -> Result<()> {
    sums(store, &[("8999999999.999999999", "USD"); 5], &[("44999999999.999999995", "USD")]).await
}

async fn agents_come_by_calls_then_by_id(store: Subject) -> Result<()> {
    let agents = ["a", "b", "c", "d", "silent"].map(new_agent);
    let organization = with_agents(&store, &agents).await?;
    for (agent, count) in agents.iter().zip([2, 3, 2, 1, 0]) {
        for _ in 0..count {
            store.append(&[new_call(organization, agent.id)]).await?;
        }
    }
    let found = ask(&store, organization, &StatisticsQuery::default()).await?.agents;
    let order: Vec<_> = found.iter().map(|group| (group.agent_id, group.calls)).collect();
    let (mut first, mut second) = (agents[0].id, agents[2].id);
    if second < first {
        std::mem::swap(&mut first, &mut second);
    }
    let expected = [(Some(agents[1].id), 3), (Some(first), 2), (Some(second), 2), (Some(agents[3].id), 1)];
    assert_eq!(order, expected);
    Ok(())
}

async fn shows_agents_as_they_are_called_now(store: Subject) -> Result<()> {
    let agent = new_agent("before");
    let organization = with_agents(&store, std::slice::from_ref(&agent)).await?;
    let calls = various(organization, agent.id, 5)?;
    store.append(&calls).await?;
    let mut renamed = next_version(&agent);
    renamed.definition.name = "after".to_owned();
    renamed.definition.agent_type = "chatbot".to_owned();
    let mut work = store.work(organization).await?;
    work.agents().change(&renamed).await?;
    work.commit().await?;
    let query = StatisticsQuery { agent_type: Some("chatbot".to_owned()), ..StatisticsQuery::default() };
    holds(&store, organization, &query, &[renamed], &calls).await
}

async fn counts_calls_of_deleted_agents(store: Subject) -> Result<()> {
    let mut agent = new_agent("gone");
    agent.deleted_at = Some(moment(1));
    let organization = with_agents(&store, std::slice::from_ref(&agent)).await?;
    let calls = various(organization, agent.id, 5)?;
    store.append(&calls).await?;
    holds(&store, organization, &StatisticsQuery::default(), &[agent], &calls).await
}

/// Three agents, two of type `chatbot`, with calls that began at moments 0, 1, 2, …
async fn three_agents(store: &Subject) -> Result<(OrganizationId, [Agent; 3], Vec<FinishedCall>)> {
    let mut agents = ["one", "two", "three"].map(new_agent);
    agents[1].definition.agent_type = "chatbot".to_owned();
    agents[2].definition.agent_type = "chatbot".to_owned();
    let organization = with_agents(store, &agents).await?;
    let mut calls = Vec::new();
    for (agent, count) in agents.iter().zip([8, 16, 11]) {
        calls.extend(various(organization, agent.id, count)?);
    }
    store.append(&calls).await?;
    Ok((organization, agents, calls))
}

async fn counts_calls_of_one_agent(store: Subject) -> Result<()> {
    let (organization, agents, calls) = three_agents(&store).await?;
    for agent in &agents {
        let query = StatisticsQuery { agent_id: Some(agent.id), ..StatisticsQuery::default() };
        let mut wanted = calls.clone();
        wanted.retain(|call| call.interaction.agent_id == agent.id);
        holds(&store, organization, &query, &agents, &wanted).await?;
    }
    let query = StatisticsQuery { agent_id: Some(AgentId::new()), ..StatisticsQuery::default() };
    holds(&store, organization, &query, &agents, &[]).await
}

async fn counts_calls_of_one_type(store: Subject) -> Result<()> {
    let (organization, agents, calls) = three_agents(&store).await?;
    for (name, of_type) in
        [("custom", vec![agents[0].id]), ("chatbot", vec![agents[1].id, agents[2].id]), ("%", vec![])]
    {
        let query = StatisticsQuery { agent_type: Some(name.to_owned()), ..StatisticsQuery::default() };
        let mut wanted = calls.clone();
        wanted.retain(|call| of_type.contains(&call.interaction.agent_id));
        holds(&store, organization, &query, &agents, &wanted).await?;
    }
    Ok(())
}

async fn counts_calls_from_and_until(store: Subject) -> Result<()> {
    let (organization, agents, calls) = three_agents(&store).await?;
    for (from, until) in [(Some(2), Some(9)), (Some(10), None), (None, Some(10)), (Some(4), Some(4))] {
        let (from, until) = (from.map(moment), until.map(moment));
        let query = StatisticsQuery { from, until, ..StatisticsQuery::default() };
        let mut wanted = calls.clone();
        wanted.retain(|call| {
            let at = call.interaction.started_at;
            from.is_none_or(|from| at >= from) && until.is_none_or(|until| at < until)
        });
        holds(&store, organization, &query, &agents, &wanted).await?;
    }
    Ok(())
}

async fn every_part_of_the_query_must_hold(store: Subject) -> Result<()> {
    let (organization, agents, calls) = three_agents(&store).await?;
    let query = StatisticsQuery {
        agent_id: Some(agents[1].id),
        agent_type: Some("chatbot".to_owned()),
        from: Some(moment(3)),
        until: Some(moment(12)),
    };
    let mut wanted = calls;
    wanted.retain(|call| {
        let it = &call.interaction;
        it.agent_id == agents[1].id && (moment(3)..moment(12)).contains(&it.started_at)
    });
    assert_eq!(wanted.len(), 9);
    holds(&store, organization, &query, &agents, &wanted).await?;
    let query = StatisticsQuery { agent_type: Some("custom".to_owned()), ..query };
    holds(&store, organization, &query, &agents, &[]).await
}

async fn another_organizations_calls_do_not_count(store: Subject) -> Result<()> {
    let (ours, _) = add_organization_with_agent(&*store).await?;
    let (_, agents, _) = three_agents(&store).await?;
    for agent_id in [None, Some(agents[0].id)] {
        let query = StatisticsQuery { agent_id, ..StatisticsQuery::default() };
        assert_eq!(ask(&store, ours, &query).await?, Statistics::default());
    }
    Ok(())
}
