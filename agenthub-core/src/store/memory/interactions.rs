//! Interactions, in memory.

use std::ops::Bound::{Excluded, Unbounded};

use async_trait::async_trait;

use super::listing::{place_by_id, position_by_id};
use super::scope::Scope;
use super::statistics;
use super::tables::Tenant;
use crate::error::Result;
use crate::interaction::{Interaction, InteractionFilter, InteractionId, Statistics, StatisticsQuery};
use crate::page::{Listing, Page, cut};
use crate::store::ReadInteractions;

const NEWEST_FIRST: &str = "-id";

#[async_trait]
impl ReadInteractions for Scope {
    async fn get(&mut self, id: InteractionId) -> Result<Option<Interaction>> {
        Ok(self.tenant().and_then(|it| it.interactions.get(&id)).map(|it| it.as_ref().clone()))
    }

    async fn list(&mut self, filter: &InteractionFilter, page: &Page) -> Result<Listing<Interaction>> {
        let end = position_by_id::<InteractionId>(page, NEWEST_FIRST)?.map_or(Unbounded, Excluded);
        let wanted = |end| {
            let tenant = self.tenant().into_iter();
            let newest_first = tenant.flat_map(move |it| it.interactions.range((Unbounded, end)).rev());
            newest_first.map(|(_, interaction)| interaction).filter(|it| wants(filter, it))
        };
        let total = page.count.then(|| wanted(Unbounded).count() as u64);
        let listing = cut(wanted(end), page, total, |it| place_by_id(NEWEST_FIRST, it.id));
        Ok(listing.map(|interaction| interaction.as_ref().clone()))
    }

    async fn statistics(&mut self, query: &StatisticsQuery) -> Result<Statistics> {
        let Some(tenant) = self.tenant() else {
            return Ok(Statistics::default());
        };
        let calls = tenant.interactions.values().map(|it| it.as_ref());
        let wanted = calls.filter(|call| counts(query, tenant, call));
        Ok(statistics::of(wanted, |agent| tenant.agents.get(&agent).map(|it| &it.definition)))
    }
}

/// Does the filter want the interaction?
fn wants(filter: &InteractionFilter, it: &Interaction) -> bool {
    filter.agent_id.is_none_or(|id| id == it.agent_id)
        && filter.capability.as_ref().is_none_or(|capability| *capability == it.capability)
        && (filter.session_id.is_none() || filter.session_id == it.session_id)
        && filter.outcome.is_none_or(|outcome| outcome == it.outcome)
        && filter.from.is_none_or(|from| it.started_at >= from)
        && filter.until.is_none_or(|until| it.started_at < until)
}

/// Does the query count the call?
fn counts(query: &StatisticsQuery, tenant: &Tenant, it: &Interaction) -> bool {
    let agent_type = || tenant.agents.get(&it.agent_id).map(|agent| &agent.definition.agent_type);
    query.agent_id.is_none_or(|id| id == it.agent_id)
        && query.agent_type.as_ref().is_none_or(|wanted| agent_type() == Some(wanted))
        && query.from.is_none_or(|from| it.started_at >= from)
        && query.until.is_none_or(|until| it.started_at < until)
}
