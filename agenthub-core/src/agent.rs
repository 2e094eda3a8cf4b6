//! Agents: the versioned definitions in an organization's catalog, and the trait of what runs them.

pub(crate) mod capability;
mod definition;
mod difference;
pub(crate) mod directory;
pub(crate) mod live;
pub(crate) mod manage;
mod offered;
pub(crate) mod registry;
mod runtime;
mod status;
pub(crate) mod vitals;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

pub use capability::{Capabilities, Capability};
pub use definition::{Definition, Kpi, Tool};
pub use difference::{Difference, VersionDiff};
pub use manage::Agents;
pub use offered::{OfferedCapability, OfferingAgent, PriceRange};
pub use registry::{DEFAULT_PRIORITY, Registry, RuntimeId};
pub use runtime::{AiAgent, Call, CapabilityInfo, Chunk, ChunkStream, Description, Health, Output, Tokens};
pub use status::Status;

use crate::audit::Actor;
use crate::id::Id;

/// The id of an agent.
pub type AgentId = Id<Agent>;

/// An agent in the catalog: what it is called, what it can do, what it costs, and whether it runs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Agent {
    /// Its id.
    pub id: AgentId,
    /// The number of its present version: 1, and one more for each change.
    pub version_number: u32,
    /// Where it stands in its life.
    pub status: Status,
    /// What it is.
    #[serde(flatten)]
    pub definition: Definition,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Who made it.
    pub created_by: Actor,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// Who changed it last.
    pub updated_by: Actor,
    /// When it was deleted; it can be restored.
    pub deleted_at: Option<DateTime<Utc>>,
}

/// An agent as it was after one change; never changed itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AgentVersion {
    /// Which agent.
    pub agent_id: AgentId,
    /// Which version: 1, 2, …
    pub version_number: u32,
    /// The status that it had.
    pub status: Status,
    /// What it was.
    #[serde(flatten)]
    pub definition: Definition,
    /// Whether this version is a deleted agent's.
    pub deleted: bool,
    /// When the change was made.
    pub created_at: DateTime<Utc>,
    /// Who made it.
    pub created_by: Actor,
}

impl Agent {
    /// The present state as a version.
    pub fn as_version(&self) -> AgentVersion {
        AgentVersion {
            agent_id: self.id,
            version_number: self.version_number,
            status: self.status,
            definition: self.definition.clone(),
            deleted: self.deleted_at.is_some(),
            created_at: self.updated_at,
            created_by: self.updated_by.clone(),
        }
    }

    /// Can it be invoked?
    pub fn is_live(&self) -> bool {
        self.status == Status::Active && self.deleted_at.is_none()
    }
}

/// Which agents are wanted; an empty filter wants all that are not deleted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AgentFilter {
    /// Of this type.
    pub agent_type: Option<String>,
    /// In this status.
    pub status: Option<Status>,
    /// Of this business domain.
    pub business_domain: Option<String>,
    /// Offering this capability, enabled.
    pub capability: Option<String>,
    /// Owned by this owner.
    pub owner: Option<String>,
    /// With this text in the name or a description, in any case.
    pub text: Option<String>,
    /// The deleted ones instead of the others.
    pub deleted: bool,
    /// In which order.
    pub order: AgentOrder,
}

/// How a list of agents is sorted; ties by id.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum AgentOrder {
    /// By name, A first (by code point of the lower-case name).
    Name,
    /// By name, Z first.
    NameDescending,
    /// Oldest first.
    Created,
    /// Newest first.
    #[default]
    CreatedDescending,
    /// Longest unchanged first.
    Updated,
    /// Last changed first.
    UpdatedDescending,
}

impl AgentOrder {
    /// Every order with the name that clients write.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Name, "name"),
        (Self::NameDescending, "-name"),
        (Self::Created, "created_at"),
        (Self::CreatedDescending, "-created_at"),
        (Self::Updated, "updated_at"),
        (Self::UpdatedDescending, "-updated_at"),
    ];

    /// The name that clients write: the field, with `-` in front for descending.
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(order, _)| *order == self).map_or("", |(_, name)| name)
    }

    /// The order of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(order, _)| *order)
    }
}
