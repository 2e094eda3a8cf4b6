//! Who acts.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::agent::AgentId;
use crate::api_key::ApiKeyId;
use crate::user::UserId;

/// Who did something.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "type", content = "id", rename_all = "snake_case")]
pub enum Actor {
    /// A person.
    Human(UserId),
    /// An agent that acts by itself.
    AiAgent(AgentId),
    /// A service.
    ApiKey(ApiKeyId),
    /// A rule or a schedule, by name.
    Automation(String),
    /// A plugin, by name.
    Plugin(String),
    /// The hub, or the program that embeds it.
    System,
}

/// What kind of actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ActorKind {
    /// A person.
    Human,
    /// An agent.
    AiAgent,
    /// A service with a key.
    ApiKey,
    /// A rule or a schedule.
    Automation,
    /// A plugin.
    Plugin,
    /// The hub itself.
    System,
}

impl ActorKind {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::Human, Self::AiAgent, Self::ApiKey, Self::Automation, Self::Plugin, Self::System];

    /// The name, as JSON writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::AiAgent => "ai_agent",
            Self::ApiKey => "api_key",
            Self::Automation => "automation",
            Self::Plugin => "plugin",
            Self::System => "system",
        }
    }

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

impl Actor {
    /// What kind of actor it is.
    pub fn kind(&self) -> ActorKind {
        match self {
            Self::Human(_) => ActorKind::Human,
            Self::AiAgent(_) => ActorKind::AiAgent,
            Self::ApiKey(_) => ActorKind::ApiKey,
            Self::Automation(_) => ActorKind::Automation,
            Self::Plugin(_) => ActorKind::Plugin,
            Self::System => ActorKind::System,
        }
    }

    /// The id or name; `None` for the system.
    pub fn id(&self) -> Option<String> {
        match self {
            Self::Human(id) => Some(id.to_string()),
            Self::AiAgent(id) => Some(id.to_string()),
            Self::ApiKey(id) => Some(id.to_string()),
            Self::Automation(name) | Self::Plugin(name) => Some(name.clone()),
            Self::System => None,
        }
    }

    /// The user, where it is a person.
    pub fn user(&self) -> Option<UserId> {
        match self {
            Self::Human(user) => Some(*user),
            _ => None,
        }
    }

    /// Puts kind and id together again; `None` where the id does not fit the kind.
    pub fn from_parts(kind: ActorKind, id: Option<&str>) -> Option<Self> {
        Some(match kind {
            ActorKind::Human => Self::Human(id?.parse().ok()?),
            ActorKind::AiAgent => Self::AiAgent(id?.parse().ok()?),
            ActorKind::ApiKey => Self::ApiKey(id?.parse().ok()?),
            ActorKind::Automation => Self::Automation(id?.to_owned()),
            ActorKind::Plugin => Self::Plugin(id?.to_owned()),
            ActorKind::System => Self::System,
        })
    }
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind().as_str())?;
        self.id().map_or(Ok(()), |id| write!(f, ":{id}"))
    }
}
