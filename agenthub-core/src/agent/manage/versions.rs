//! An agent as it was after each change: look, compare, go back.

use super::{Agents, existing, not_found};
use crate::access::Permission;
use crate::agent::{Agent, AgentId, AgentVersion, VersionDiff};
use crate::error::{Code, Error, Result};
use crate::page::{Listing, Page};
use crate::store::ReadAgents;

impl Agents<'_> {
    /// The versions of an agent, newest first.
    ///
    /// # Errors
    /// `auth.denied`, `agent.not_found`, `page.bad_cursor`.
    pub async fn versions(&self, id: AgentId, page: &Page) -> Result<Listing<AgentVersion>> {
        let mut view = self.0.view(Permission::AgentsRead).await?;
        view.agents().get(id).await?.ok_or_else(|| not_found(id))?;
        view.agents().versions(id, page).await
    }

    /// One version of an agent.
    ///
    /// # Errors
    /// `auth.denied`, `agent.not_found`, `agent.version_not_found`.
    pub async fn version(&self, id: AgentId, number: u32) -> Result<AgentVersion> {
        let mut view = self.0.view(Permission::AgentsRead).await?;
        view.agents().get(id).await?.ok_or_else(|| not_found(id))?;
        existing_version(view.agents(), id, number).await
    }

    /// What is different in version `number` from version `against`, place by place; from the version just before it,
    /// where nothing is said. The first version is the beginning: before it there was nothing.
    ///
    /// # Errors
    /// `auth.denied`, `agent.not_found`, `agent.version_not_found`.
    pub async fn diff(&self, id: AgentId, number: u32, against: Option<u32>) -> Result<VersionDiff> {
        let mut view = self.0.view(Permission::AgentsRead).await?;
        view.agents().get(id).await?.ok_or_else(|| not_found(id))?;
        let new = existing_version(view.agents(), id, number).await?;
        let old = match against.or_else(|| number.checked_sub(1).filter(|before| *before > 0)) {
            Some(against) => Some(existing_version(view.agents(), id, against).await?),
            None => None,
        };
        Ok(VersionDiff::between(old.as_ref(), &new))
    }

    /// Makes the definition of an earlier version the agent's present one again, as a new version. The status stays.
    /// Where it is the present one anyway, nothing is done.
    ///
    /// With `expected` the change is made only if that is the present version.
    ///
    /// # Errors
    /// `auth.denied`, `agent.not_found`, `agent.deleted`, `agent.version_not_found`,
    /// `request.precondition_failed`; `invalid` where the definition breaks a rule that it did not break then: its
    /// runtime can do something no more.
    pub async fn restore_version(&self, id: AgentId, number: u32, expected: Option<u32>) -> Result<Agent> {
        let mut change = self.0.change(Permission::AgentsWrite).await?;
        let old = existing(&mut change, id, expected).await?;
        let version = existing_version(change.agents(), id, number).await?;
        let definition = self.complete(version.definition)?;
        if definition == old.definition {
            return Ok(old);
        }
        self.replace(change, &old, "restore_version", |agent| agent.definition = definition).await
    }
}

async fn existing_version<R>(agents: &mut R, id: AgentId, number: u32) -> Result<AgentVersion>
where
    R: ReadAgents + ?Sized,
{
    let version = agents.version(id, number).await?;
    version.ok_or_else(|| Error::new(Code::AGENT_VERSION_NOT_FOUND).with("id", id).with("version", number))
}
