//! Agents and their versions, in memory.

use std::collections::BTreeSet;
use std::ops::Bound::{Excluded, Included};
use std::sync::Arc;

use async_trait::async_trait;
use uuid::Uuid;

use super::listing::{Order, place_by_id, position_by_id, sorted, time_key};
use super::require;
use super::scope::Scope;
use super::tables::Tenant;
use crate::agent::{Agent, AgentFilter, AgentId, AgentOrder, AgentVersion};
use crate::error::Result;
use crate::page::{Listing, Page, cut};
use crate::store::{Agents, ReadAgents, Revision};

const NEWEST_VERSION_FIRST: &str = "-version_number";

#[async_trait]
impl ReadAgents for Scope {
    async fn get(&mut self, id: AgentId) -> Result<Option<Agent>> {
        Ok(self.tenant().and_then(|it| it.agents.get(&id)).map(|agent| agent.as_ref().clone()))
    }

    async fn list(&mut self, filter: &AgentFilter, page: &Page) -> Result<Listing<Agent>> {
        let text = filter.text.as_ref().map(|text| text.to_lowercase());
        let all = self.tenant().into_iter().flat_map(|it| it.agents.values()).map(Arc::as_ref);
        let wanted = all.filter(|agent| wants(filter, text.as_deref(), agent));
        sorted(wanted, page, &order(filter.order))
    }

    async fn live(&mut self) -> Result<Vec<Agent>> {
        let all = self.tenant().into_iter().flat_map(|it| it.agents.values());
        Ok(all.filter(|agent| agent.is_live()).map(|agent| agent.as_ref().clone()).collect())
    }

    async fn changed_since(&mut self, revision: Revision) -> Result<Vec<Agent>> {
        let Some(tenant) = self.tenant() else { return Ok(Vec::new()) };
        let after = (revision.next(), AgentId::from_uuid(Uuid::nil()));
        let ids: BTreeSet<_> = tenant.changed_agents.range(after..).map(|(_, id)| *id).collect();
        Ok(ids.iter().filter_map(|id| tenant.agents.get(id)).map(|agent| agent.as_ref().clone()).collect())
    }

    async fn version(&mut self, id: AgentId, number: u32) -> Result<Option<AgentVersion>> {
        let version = self.tenant().and_then(|it| it.versions.get(&(id, number)));
        Ok(version.map(|version| version.as_ref().clone()))
    }

    async fn versions(&mut self, id: AgentId, page: &Page) -> Result<Listing<AgentVersion>> {
        let end = position_by_id::<u32>(page, NEWEST_VERSION_FIRST)?;
        let last = end.map_or(Included((id, u32::MAX)), |number| Excluded((id, number)));
        let versions = |last| {
            let tenant = self.tenant().into_iter();
            tenant.flat_map(move |it| it.versions.range((Included((id, 0)), last)).rev())
        };
        let total = page.count.then(|| versions(Included((id, u32::MAX))).count() as u64);
        let listing =
            cut(versions(last), page, total, |((_, number), _)| place_by_id(NEWEST_VERSION_FIRST, number));
        Ok(listing.map(|(_, version)| version.as_ref().clone()))
    }
}

#[async_trait]
impl Agents for Scope {
    async fn add(&mut self, agent: &Agent) -> Result<()> {
        let tenant = self.tenant_mut()?;
        require(!tenant.agents.contains_key(&agent.id))?;
        tenant.put_agent(agent);
        Ok(())
    }

    async fn change(&mut self, agent: &Agent) -> Result<bool> {
        let present = self.tenant().and_then(|it| it.agents.get(&agent.id)).map(|it| it.version_number);
        let fits = present.is_some() && present == agent.version_number.checked_sub(1);
        if fits {
            self.tenant_mut()?.put_agent(agent);
        }
        Ok(fits)
    }
}

impl Tenant {
    fn put_agent(&mut self, agent: &Agent) {
        self.versions.insert((agent.id, agent.version_number), Arc::new(agent.as_version()));
        self.agents.insert(agent.id, Arc::new(agent.clone()));
        self.changed_agents.insert((self.revision.next(), agent.id));
    }
}

/// Does the filter want the agent? `text` is the filter's text in lower case.
fn wants(filter: &AgentFilter, text: Option<&str>, agent: &Agent) -> bool {
    let is = |wanted: &Option<String>, value: &str| wanted.as_deref().is_none_or(|wanted| wanted == value);
    let definition = &agent.definition;
    let texts = [&definition.name, &definition.description, &definition.short_description];
    filter.deleted == agent.deleted_at.is_some()
        && is(&filter.agent_type, &definition.agent_type)
        && filter.status.is_none_or(|status| status == agent.status)
        && is(&filter.business_domain, &definition.business_domain)
        && filter.capability.as_ref().is_none_or(|name| definition.offered().any(|offered| offered == name))
        && is(&filter.owner, &definition.owner)
        && text.is_none_or(|text| texts.iter().any(|it| it.to_lowercase().contains(text)))
}

fn order(order: AgentOrder) -> Order<Agent> {
    let place = match order {
        AgentOrder::Name | AgentOrder::NameDescending => {
            |agent: &Agent| (agent.definition.name.to_lowercase(), agent.id.uuid())
        }
        AgentOrder::Created | AgentOrder::CreatedDescending => {
            |agent: &Agent| (time_key(agent.created_at), agent.id.uuid())
        }
        AgentOrder::Updated | AgentOrder::UpdatedDescending => {
            |agent: &Agent| (time_key(agent.updated_at), agent.id.uuid())
        }
    };
    Order { name: order.as_str(), place }
}
