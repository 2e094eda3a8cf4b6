//! Agents and their versions.

use async_trait::async_trait;

use crate::agent::{Agent, AgentFilter, AgentId, AgentVersion};
use crate::error::Result;
use crate::page::{Listing, Page};
use crate::store::Revision;

/// Looking at agents.
#[async_trait]
pub trait ReadAgents: Send {
    /// The agent, also where it is deleted.
    async fn get(&mut self, id: AgentId) -> Result<Option<Agent>>;

    /// The agents that the filter wants, in its order; ties by id, in the same direction.
    ///
    /// Names are compared, and texts searched, in Unicode lower case (`str::to_lowercase`), character by character:
    /// `%` and `_` mean themselves.
    async fn list(&mut self, filter: &AgentFilter, page: &Page) -> Result<Listing<Agent>>;

    /// Every agent that can be invoked (active, not deleted), sorted by id.
    async fn live(&mut self) -> Result<Vec<Agent>>;

    /// Every agent that was added or changed after the organization was at this revision, whether or not it can be
    /// invoked, in any order. None is ever missing, whatever changes were made at the same time; one that changed
    /// before may be among them.
    async fn changed_since(&mut self, revision: Revision) -> Result<Vec<Agent>>;

    /// One version of an agent.
    async fn version(&mut self, id: AgentId, number: u32) -> Result<Option<AgentVersion>>;

    /// The versions of an agent, newest first.
    async fn versions(&mut self, id: AgentId, page: &Page) -> Result<Listing<AgentVersion>>;
}

/// Changing agents. Each change writes its version too, and belongs to the organization's next [`Revision`], to which
/// [`Rows::touch`](super::Rows::touch) raises it.
#[async_trait]
pub trait Agents: ReadAgents {
    /// Adds an agent, and its present state as a version. `store.conflict` where the id is taken.
    async fn add(&mut self, agent: &Agent) -> Result<()>;

    /// Puts `agent` in the place of its version `agent.version_number - 1`, and adds its present state as a version.
    /// Tells whether that version was the present one; where it was not, nothing is changed.
    async fn change(&mut self, agent: &Agent) -> Result<bool>;
}
