//! A record of something that happened elsewhere, as it is sent.

use std::collections::BTreeMap;

use agenthub_core::agent::AgentId;
use agenthub_core::audit::{Actor, ActorKind, Change, Changes, Entity, NewRecord, Severity};
use agenthub_core::error::{Code, Detail, Error, Result, Violation, Word};
use agenthub_core::interaction::Outcome;
use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;

/// A record of something that happened elsewhere. Its time, number and hash are the server's to give.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AuditBody {
    /// What kind of thing it was done to.
    #[schema(max_length = 255)]
    entity_type: String,
    /// To which one.
    entity_id: EntityId,
    /// What was done.
    #[schema(max_length = 255)]
    action: String,
    /// What kind of actor did it; you, where nothing is said.
    actor_type: Option<ActorKind>,
    /// Which actor: an id, or the name of an automation or a plugin.
    actor_id: Option<String>,
    /// Which agent did it, where the actor is an agent.
    ai_agent_id: Option<AgentId>,
    /// Whether an automation set it off.
    #[serde(default)]
    triggered_by_automation: bool,
    /// What is different now: for each field its new value, or an object of `old` and `new`.
    #[serde(default)]
    changes: BTreeMap<String, Value>,
    /// How much it matters.
    #[serde(default)]
    severity: Severity,
    /// Names of the rules that it matters to.
    #[serde(default)]
    compliance_tags: Vec<String>,
    /// How it ended; `success` where nothing is said.
    outcome: Option<Outcome>,
}

/// An id of somebody else's: text or a whole number.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(untagged)]
enum EntityId {
    /// A number.
    Number(i64),
    /// Text.
    Text(String),
}

impl AuditBody {
    pub(super) fn record(self) -> Result<NewRecord> {
        let actor = self.actor()?;
        let id = match self.entity_id {
            EntityId::Number(number) => number.to_string(),
            EntityId::Text(text) => text,
        };
        Ok(NewRecord {
            action: self.action,
            entity: Entity { kind: self.entity_type, id },
            actor,
            triggered_by_automation: self.triggered_by_automation,
            changes: Changes(self.changes.into_iter().map(|(field, value)| (field, change(value))).collect()),
            severity: self.severity,
            compliance_tags: self.compliance_tags,
            outcome: self.outcome.unwrap_or(Outcome::Success),
        })
    }

    /// Who is said to have done it; nobody, where nothing is said.
    fn actor(&self) -> Result<Option<Actor>> {
        if self.ai_agent_id.is_some() && self.actor_type.is_some_and(|kind| kind != ActorKind::AiAgent) {
            return Err(at("/ai_agent_id", Word::NOTHING_AS_NO_AGENT));
        }
        let agent = self.ai_agent_id.map(|id| id.to_string());
        let Some(kind) = self.actor_type.or(agent.as_ref().map(|_| ActorKind::AiAgent)) else {
            return if self.actor_id.is_none() { Ok(None) } else { Err(missing("/actor_type")) };
        };
        let Some(id) = self.actor_id.clone().or(agent) else {
            return if kind == ActorKind::System {
                Ok(Some(Actor::System))
            } else {
                Err(missing("/actor_id"))
            };
        };
        let actor = Actor::from_parts(kind, Some(&id));
        actor.map(Some).ok_or_else(|| at("/actor_id", Word::ACTOR_UUID.with("kind", kind.as_str())))
    }
}

fn missing(place: &str) -> Error {
    Error::new(Code::INVALID).violating(vec![Violation::new(place, Code::VALUE_REQUIRED)])
}

fn at(place: &str, expected: impl Into<Detail>) -> Error {
    let violation = Violation::new(place, Code::VALUE_BAD_FORMAT).saying("expected", expected);
    Error::new(Code::INVALID).violating(vec![violation])
}

/// A change as it is written: both values, or only the new one.
fn change(value: Value) -> Change {
    let is_both =
        |map: &serde_json::Map<_, _>| !map.is_empty() && map.keys().all(|key| key == "old" || key == "new");
    match value {
        Value::Object(mut map) if is_both(&map) => Change { old: map.remove("old"), new: map.remove("new") },
        new => Change { old: None, new: Some(new) },
    }
}
