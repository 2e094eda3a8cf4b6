//! The catalog that a node keeps in mind: the agents that can be invoked, and who offers what.
//!
//! It is made of persistent trees, so that one that differs in a few agents shares everything else with the one before,
//! and costs as much as these few.

use std::collections::BTreeMap;
use std::sync::Arc;

use imbl::OrdMap;

use super::live::LiveAgent;
use super::{Agent, AgentId};
use crate::routing::{Field, Moves};

/// The agents of an organization that can be invoked, at one moment.
#[derive(Debug, Default, Clone)]
pub(crate) struct Catalog {
    agents: OrdMap<AgentId, Arc<LiveAgent>>,
    /// Who offers what.
    fields: OrdMap<Arc<str>, Arc<Field>>,
}

impl Catalog {
    pub(crate) fn agent(&self, id: AgentId) -> Option<&Arc<LiveAgent>> {
        self.agents.get(&id)
    }

    /// How many there are.
    pub(crate) fn agent_count(&self) -> usize {
        self.agents.len()
    }

    /// Those who offer a capability.
    pub(crate) fn field(&self, capability: &str) -> Option<&Field> {
        self.fields.get(capability).map(AsRef::as_ref)
    }

    /// Those who offer something, by what they offer.
    pub(crate) fn fields(&self) -> &OrdMap<Arc<str>, Arc<Field>> {
        &self.fields
    }

    pub(crate) fn capabilities(&self) -> impl Iterator<Item = &Arc<str>> {
        self.fields.keys()
    }

    /// The catalog after these agents became what they are now. One that can be invoked goes on with how it did before;
    /// one that cannot leaves.
    pub(crate) fn after(&self, changed: Vec<Agent>) -> Self {
        let mut next = self.clone();
        let mut moves = BTreeMap::new();
        for agent in changed {
            next.change(agent, &mut moves);
        }
        for (capability, moves) in moves {
            let field = next.fields.get(&capability).cloned().unwrap_or_default().after(&capability, moves);
            if field.is_empty() {
                next.fields.remove(&capability);
            } else {
                next.fields.insert(capability, Arc::new(field));
            }
        }
        next
    }

    /// Changes one agent, and notes who enters and who leaves which field.
    fn change(&mut self, agent: Agent, moves: &mut BTreeMap<Arc<str>, Moves>) {
        let before = self.agents.get(&agent.id).cloned();
        if before.as_ref().is_some_and(|before| before.agent.version_number == agent.version_number) {
            return;
        }
        for capability in before.iter().flat_map(|before| before.capabilities()) {
            moves.entry(Arc::clone(capability)).or_default().leaving.push(agent.id);
        }
        if !agent.is_live() {
            self.agents.remove(&agent.id);
            return;
        }
        let live = Arc::new(LiveAgent::new(agent, before.as_deref()));
        for capability in live.capabilities() {
            moves.entry(Arc::clone(capability)).or_default().entering.push(Arc::clone(&live));
        }
        self.agents.insert(live.agent.id, live);
    }
}
