//! Letting a call in: who asks, which agents are to be asked, is there room.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use super::{Invocation, line};
use crate::access::Permission;
use crate::agent::live::{LiveAgent, not_offered};
use crate::agent::{AgentId, Status};
use crate::audit::personal::Sealer;
use crate::audit::{Changes, Entity, Note};
use crate::error::{Code, Detail, Error, Result};
use crate::journal::Place;
use crate::routing::{Ask, Choice, Decision};
use crate::session::Session;

impl Session {
    /// Who is to be asked, what seals the call's record, and its place in the journal. From there on the record is kept
    /// for it.
    pub(super) async fn admit(&self, invocation: &Invocation) -> Result<(Route, Sealer, Place)> {
        self.caller().allow(Permission::AgentsInvoke)?;
        let route = self.resolve(invocation).await?;
        let sealer = self.sealer().await?;
        Ok((route, sealer, self.hub().inner().journal.take_place()?))
    }

    pub(super) fn refuse_call(&self, invocation: &Invocation, error: Error) -> Error {
        // What is asked for may be anything, as long as nothing has looked at it.
        let capability = line(&invocation.capability);
        let entity = match invocation.agent {
            Some(agent) => Entity::new("agent", agent),
            None => Entity::new("capability", &capability),
        };
        self.refuse_as(Note::new("invoke", entity, Changes::none().with("capability", capability)), error)
    }

    /// Finds who is to be asked: the agent that was named, or the best ones for the capability.
    async fn resolve(&self, invocation: &Invocation) -> Result<Route> {
        let inner = self.hub().inner();
        let snapshot = inner.snapshot(self.organization_id()).await?;
        let catalog = &snapshot.catalog;
        if let Some(id) = invocation.agent {
            let Some(live) = catalog.agent(id) else { return Err(self.why_not_live(id).await) };
            live.offer(&invocation.capability)?;
            self.check_required(live)?;
            return Ok(Route { agents: VecDeque::from([Arc::clone(live)]), decision: None });
        }
        let Some(field) = catalog.field(&invocation.capability) else {
            return Err(not_offered(&invocation.capability, catalog.capabilities()));
        };
        let choice = field.choose(&Ask {
            criteria: &invocation.criteria,
            permissions: self.caller().permissions,
            runtimes: &inner.runtimes.now(),
            now: inner.clock.now(),
            attempts: inner.options.max_attempts.max(1),
        });
        Route::of(choice, &invocation.capability)
    }

    /// Why an agent that was named is not among those that can be invoked.
    async fn why_not_live(&self, id: AgentId) -> Error {
        match self.find_agent(id).await {
            Err(error) => error,
            Ok(agent) if agent.deleted_at.is_some() => {
                Error::new(Code::AGENT_DELETED).with("name", agent.definition.name)
            }
            Ok(agent) if agent.status != Status::Active => {
                let error = Error::new(Code::AGENT_NOT_ACTIVE).with("name", agent.definition.name);
                error.with("status", agent.status)
            }
            // It was made active a moment ago, on another node.
            Ok(agent) => {
                self.hub().inner().directory.forget(self.organization_id());
                Error::new(Code::AGENT_UNHEALTHY).with("name", agent.definition.name).with("seconds", 1)
            }
        }
    }

    fn check_required(&self, live: &LiveAgent) -> Result<()> {
        live.required.iter().try_for_each(|permission| self.caller().allow(permission))
    }
}

/// Who is to be asked, best first, and why.
pub(super) struct Route {
    pub(super) agents: VecDeque<Arc<LiveAgent>>,
    pub(super) decision: Option<Decision>,
}

impl Route {
    fn of(choice: Choice, capability: &str) -> Result<Self> {
        if choice.agents.is_empty() {
            return Err(no_route(capability, &choice.decision));
        }
        Ok(Self { agents: choice.agents, decision: Some(choice.decision) })
    }
}

/// Nobody can take the call: says how many were refused for which reason.
fn no_route(capability: &str, decision: &Decision) -> Error {
    let mut counts = decision.refused.clone();
    for refusal in decision.candidates.iter().filter_map(|candidate| candidate.refusal) {
        *counts.entry(refusal).or_default() += 1;
    }
    let reasons = counts.iter().map(|(refusal, count)| refusal.word().with("count", count).into()).collect();
    let error =
        Error::new(Code::NO_ROUTE).with("capability", capability).saying("reasons", Detail::All(reasons));
    error.retry_in(Duration::from_secs(1))
}
