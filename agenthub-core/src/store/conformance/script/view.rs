//! Random looks at one organization's rows.

use super::Pair;
use super::dice::{self, Dice};
use crate::agent::{Agent, AgentFilter, AgentOrder, Status};
use crate::audit::personal::Lens;
use crate::audit::query::Query;
use crate::audit::search::search;
use crate::audit::{ActorKind, AuditFilter, AuditOrder, AuditQuery, Severity};
use crate::interaction::{InteractionFilter, Outcome, Statistics, StatisticsGroup, StatisticsQuery};
use crate::page::Page;
use crate::store::{Revision, View};

/// Looks at three things.
pub(super) async fn some(pair: &mut Pair<'_, dyn View + '_>, dice: &mut Dice) {
    for _ in 0..3 {
        match dice.below(5) {
            0 | 1 => {
                let (filter, page) = (agent_filter(dice), dice.page());
                both_pages!(pair, "agents.list", page.clone(), it, at => it.agents().list(&filter, at));
            }
            2 => {
                let (filter, page) = (audit_query(dice), dice.page());
                both_pages!(pair, "audit.list", page.clone(), it, at => search(it, &filter, AuditOrder::Newest, at, &mut Lens::none()));
            }
            3 => {
                let (filter, page) = (interaction_filter(dice), dice.page());
                let at = page.clone();
                both_pages!(pair, "interactions.list", at, it, at => it.interactions().list(&filter, at));
            }
            _ => {
                let query = query(dice);
                both!(pair, "statistics", it => it.interactions().statistics(&query), rounded);
            }
        }
    }
}

/// Looks at everything.
pub(super) async fn all(pair: &mut Pair<'_, dyn View + '_>) {
    let page = || Page { limit: 7, count: true, ..Page::default() };
    for (order, _) in AgentOrder::ALL {
        for deleted in [false, true] {
            let filter = AgentFilter { order, deleted, ..AgentFilter::default() };
            both_pages!(pair, "agents.list", page(), it, at => it.agents().list(&filter, at));
        }
    }
    both!(pair, "agents.live", it => it.agents().live());
    let sorted = |mut agents: Vec<Agent>| {
        agents.sort_by_key(|agent| agent.id);
        agents
    };
    both!(pair, "agents.changed_since", it => it.agents().changed_since(Revision(0)), sorted);
    both!(pair, "api_keys.live", it => it.api_keys().live());
    both_pages!(pair, "api_keys.list", page(), it, at => it.api_keys().list(at));
    both_pages!(pair, "invitations.list", page(), it, at => it.invitations().list(at));
    both_pages!(pair, "members.list", page(), it, at => it.members().list(at));
    both!(pair, "message_overrides.list", it => it.message_overrides().list());
    both!(pair, "audit.range", it => it.audit().range(0, u32::MAX));
    let (audit, interactions) = (Query::everything(), InteractionFilter::default());
    both_pages!(pair, "audit.list", page(), it, at => search(it, &audit, AuditOrder::Newest, at, &mut Lens::none()));
    both_pages!(pair, "interactions.list", page(), it, at => it.interactions().list(&interactions, at));
    let query = StatisticsQuery::default();
    both!(pair, "statistics", it => it.interactions().statistics(&query), rounded);
    for id in dice::ids() {
        both_pages!(pair, "agents.versions", page(), it, at => it.agents().versions(id, at));
        both!(pair, "agents.version", it => it.agents().version(id, 2));
    }
    for id in dice::ids() {
        both!(pair, "members.get", it => it.members().get(id));
    }
}

fn agent_filter(dice: &mut Dice) -> AgentFilter {
    AgentFilter {
        agent_type: dice.maybe(|dice| dice.pick(&["custom", "chatbot"]).to_owned()),
        status: dice.maybe(|dice| dice.pick(&Status::ALL[..3])),
        business_domain: if dice.chance(10) { Some(dice.text()) } else { None },
        capability: if dice.chance(20) { Some(dice.text()) } else { None },
        owner: if dice.chance(10) { Some(dice.text()) } else { None },
        text: dice.maybe(|dice| dice.pick(&["", "A", "ä", "%", "_", "SSE", "\"", "\\", "日"]).to_owned()),
        deleted: dice.chance(20),
        order: dice.pick(&AgentOrder::ALL).0,
    }
}

/// A filter, sometimes with groups of others.
pub(in crate::store::conformance) fn audit_query(dice: &mut Dice) -> Query {
    let group = |dice: &mut Dice| match dice.below(3) {
        0 => vec![audit_filter(dice).into(), audit_filter(dice).into()],
        _ => Vec::new(),
    };
    let query =
        AuditQuery { filter: audit_filter(dice), all: group(dice), any: group(dice), none: group(dice) };
    query.query().unwrap_or_else(|_| Query::everything())
}

fn audit_filter(dice: &mut Dice) -> AuditFilter {
    AuditFilter {
        actor_type: dice.maybe(|dice| dice.pick(&ActorKind::ALL)),
        actor_id: None,
        action: if dice.chance(20) { Some(dice.text()) } else { None },
        entity_type: dice.maybe(|_| "agent".to_owned()),
        entity_id: dice.maybe(|_| "7".to_owned()),
        min_severity: dice.maybe(|dice| dice.pick(&Severity::ALL)),
        compliance_tag: if dice.chance(20) { Some(dice.text()) } else { None },
        outcome: dice.maybe(|dice| dice.pick(&Outcome::ALL)),
        triggered_by_automation: dice.maybe(|dice| dice.chance(50)),
        request_id: None,
        changed_field: if dice.chance(20) { Some(dice.text()) } else { None },
        from: dice.maybe(Dice::moment),
        until: dice.maybe(Dice::moment),
        ..AuditFilter::default()
    }
}

fn interaction_filter(dice: &mut Dice) -> InteractionFilter {
    InteractionFilter {
        agent_id: dice.maybe(Dice::id),
        capability: if dice.chance(20) { Some(dice.text()) } else { None },
        session_id: if dice.chance(20) { Some(dice.text()) } else { None },
        outcome: dice.maybe(|dice| dice.pick(&Outcome::ALL)),
        from: dice.maybe(Dice::moment),
        until: dice.maybe(Dice::moment),
    }
}

fn query(dice: &mut Dice) -> StatisticsQuery {
    StatisticsQuery {
        agent_id: dice.maybe(Dice::id),
        agent_type: dice.maybe(|dice| dice.pick(&["custom", "chatbot"]).to_owned()),
        from: dice.maybe(Dice::moment),
        until: dice.maybe(Dice::moment),
    }
}

/// Means and rates to nine decimals, as stores may add in another order.
fn rounded(statistics: Statistics) -> Statistics {
    let round = |number: Option<f64>| number.map(|number| (number * 1e9).round() / 1e9);
    let rounded = |group: StatisticsGroup| StatisticsGroup {
        mean_ms: round(group.mean_ms),
        success_rate: round(group.success_rate),
        ..group
    };
    Statistics {
        total: rounded(statistics.total),
        agents: statistics.agents.into_iter().map(rounded).collect(),
    }
}
