//! Managing an organization's agents: create, look, change, delete, restore.

mod versions;

use crate::access::Permission;
use crate::agent::{Agent, AgentFilter, AgentId, Capability, Definition, Status};
use crate::audit::{Changes, Entity, Note, Severity};
use crate::error::{Code, Error, Result, Violation, Violations};
use crate::page::{Listing, Page};
use crate::session::{Change, Session};

/// An organization's agents; see [`Session::agents`].
#[derive(Debug)]
pub struct Agents<'s>(&'s Session);

impl<'s> Agents<'s> {
    pub(crate) fn new(session: &'s Session) -> Self {
        Self(session)
    }

    /// Creates an agent. It is active at once, unless its definition says otherwise.
    ///
    /// Capabilities that are only switched on, or not named at all, are filled in from what the agent's runtime says
    /// of itself.
    ///
    /// # Errors
    /// `auth.denied`; `invalid` with every fault of the definition.
    pub async fn create(&self, definition: Definition) -> Result<Agent> {
        let mut change = self.0.change(Permission::AgentsWrite).await?;
        let mut definition = self.complete(definition)?;
        let (now, actor) = (self.0.now(), &self.0.caller().actor);
        let agent = Agent {
            id: AgentId::new(),
            version_number: 1,
            status: definition.status.take().unwrap_or_default(),
            definition,
            created_at: now,
            created_by: actor.clone(),
            updated_at: now,
            updated_by: actor.clone(),
            deleted_at: None,
        };
        change.agents().add(&agent).await?;
        change.publish(Note::new("create", entity(agent.id), Changes::created(&agent))).await?;
        Ok(agent)
    }

    /// The agent with this id, also where it is deleted.
    ///
    /// # Errors
    /// `auth.denied`, `agent.not_found`.
    pub async fn get(&self, id: AgentId) -> Result<Agent> {
        let agent = self.0.view(Permission::AgentsRead).await?.agents().get(id).await?;
        agent.ok_or_else(|| not_found(id))
    }

    /// The agents that the filter wants.
    ///
    /// # Errors
    /// `auth.denied`, `page.bad_cursor`.
    pub async fn list(&self, filter: &AgentFilter, page: &Page) -> Result<Listing<Agent>> {
        self.0.view(Permission::AgentsRead).await?.agents().list(filter, page).await
    }

    /// Puts another definition in the place of the present one, as a new version.
    ///
    /// With `expected` the change is made only if that is the present version.
    ///
    /// # Errors
    /// `auth.denied`, `agent.not_found`, `agent.deleted`, `invalid`, `agent.bad_move` where the definition asks for a
    /// status that cannot be reached from the present one, `request.precondition_failed` where the agent is at another
    /// version than expected.
    pub async fn update(&self, id: AgentId, definition: Definition, expected: Option<u32>) -> Result<Agent> {
        let mut change = self.0.change(Permission::AgentsWrite).await?;
        let mut definition = self.complete(definition)?;
        let old = existing(&mut change, id, expected).await?;
        let status = definition.status.take().unwrap_or(old.status);
        check_move(old.status, status)?;
        self.replace(change, &old, "update", |agent| {
            agent.definition = definition;
            agent.status = status;
        })
        .await
    }

    /// Moves an agent to another status, as a new version. To the status that it has, nothing is done.
    ///
    /// # Errors
    /// `auth.denied`, `agent.not_found`, `agent.deleted`, `agent.bad_move`, `request.precondition_failed`.
    pub async fn set_status(&self, id: AgentId, status: Status, expected: Option<u32>) -> Result<Agent> {
        let mut change = self.0.change(Permission::AgentsWrite).await?;
        let old = existing(&mut change, id, expected).await?;
        if old.status == status {
            return Ok(old);
        }
        check_move(old.status, status)?;
        self.replace(change, &old, "set_status", |agent| agent.status = status).await
    }

    /// Deletes an agent; its history stays, and it can be restored.
    ///
    /// # Errors
    /// `auth.denied`, `agent.not_found` (also where it is deleted already), `request.precondition_failed`.
    pub async fn delete(&self, id: AgentId, expected: Option<u32>) -> Result<()> {
        let mut change = self.0.change(Permission::AgentsDelete).await?;
        let old = existing(&mut change, id, expected).await.map_err(|error| match error.code() {
            Code::AGENT_DELETED => not_found(id),
            _ => error,
        })?;
        let now = self.0.now();
        self.replace(change, &old, "delete", |agent| agent.deleted_at = Some(now)).await?;
        Ok(())
    }

    /// Restores a deleted agent, in the status that it had.
    ///
    /// # Errors
    /// `auth.denied`, `agent.not_found`, `agent.not_deleted`.
    pub async fn restore(&self, id: AgentId) -> Result<Agent> {
        let mut change = self.0.change(Permission::AgentsDelete).await?;
        let old = change.agents().get(id).await?.ok_or_else(|| not_found(id))?;
        if old.deleted_at.is_none() {
            return Err(Error::new(Code::AGENT_NOT_DELETED).with("name", &old.definition.name));
        }
        self.replace(change, &old, "restore", |agent| agent.deleted_at = None).await
    }

    /// Writes the next version of an agent.
    async fn replace(
        &self,
        mut change: Change<'_>,
        old: &Agent,
        action: &'static str,
        edit: impl FnOnce(&mut Agent),
    ) -> Result<Agent> {
        let mut agent = old.clone();
        edit(&mut agent);
        agent.version_number += 1;
        agent.updated_at = self.0.now();
        agent.updated_by = self.0.caller().actor.clone();
        if !change.agents().change(&agent).await? {
            return Err(precondition_failed(old.version_number, "another"));
        }
        let note = Note::new(action, entity(agent.id), Changes::between(old, &agent));
        let severity = if action == "delete" { Severity::Warning } else { Severity::Info };
        change.publish(note.severity(severity)).await?;
        Ok(agent)
    }

    /// Fills in what the runtime says of the capabilities, and checks every rule.
    fn complete(&self, mut definition: Definition) -> Result<Definition> {
        let description = self.0.hub().runtimes().description(definition.runtime());
        let described = description.map(|it| it.capabilities).unwrap_or_default();
        if definition.capabilities.is_empty() {
            let all = described.iter().map(|info| (info.name.clone(), Capability::switched(true)));
            definition.capabilities = all.collect();
        }
        let mut found = Violations::default();
        for (name, capability) in &mut definition.capabilities {
            match described.iter().find(|info| info.name == *name) {
                Some(info) => {
                    capability.description.get_or_insert_with(|| info.description.clone());
                    capability.input_schema.get_or_insert_with(|| info.input_schema.clone());
                    capability.output_schema.get_or_insert_with(|| info.output_schema.clone());
                }
                // A runtime that names its capabilities can do no others.
                None if !described.is_empty() && capability.enabled => {
                    let known: Vec<_> = described.iter().map(|info| info.name.as_str()).collect();
                    let violation = Violation::new(format!("/capabilities/{name}"), Code::VALUE_NOT_ONE_OF);
                    found.push(violation.with("allowed", known.join(", ")));
                }
                None => {}
            }
        }
        definition.check(found)?;
        Ok(definition)
    }
}

impl Session {
    /// The agent with this id, for a caller who may see agents or invoke them.
    pub(crate) async fn find_agent(&self, id: AgentId) -> Result<Agent> {
        let agent = self.view(Permission::AgentsInvoke).await?.agents().get(id).await?;
        agent.ok_or_else(|| not_found(id))
    }
}

/// The agent as it is, unless it is deleted or not at the version that was expected.
async fn existing(change: &mut Change<'_>, id: AgentId, expected: Option<u32>) -> Result<Agent> {
    let agent = change.agents().get(id).await?.ok_or_else(|| not_found(id))?;
    if agent.deleted_at.is_some() {
        return Err(Error::new(Code::AGENT_DELETED).with("name", &agent.definition.name));
    }
    match expected {
        Some(expected) if expected != agent.version_number => {
            Err(precondition_failed(expected, agent.version_number))
        }
        _ => Ok(agent),
    }
}

fn check_move(from: Status, to: Status) -> Result<()> {
    if from == to || from.moves().contains(&to) {
        return Ok(());
    }
    let allowed: Vec<_> = from.moves().iter().map(|status| status.as_str()).collect();
    let allowed = if allowed.is_empty() { "nothing else".to_owned() } else { allowed.join(", ") };
    Err(Error::new(Code::AGENT_BAD_MOVE).with("from", from).with("to", to).with("allowed", allowed))
}

fn precondition_failed(expected: u32, actual: impl std::fmt::Display) -> Error {
    Error::new(Code::PRECONDITION_FAILED).with("expected", expected).with("actual", actual)
}

fn not_found(id: AgentId) -> Error {
    Error::new(Code::AGENT_NOT_FOUND).with("id", id)
}

fn entity(id: AgentId) -> Entity {
    Entity::new("agent", id)
}
