//! Views of the audit log that somebody saved: a query under a name, with the columns to show.

pub(crate) mod manage;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

pub use manage::{AuditViews, NewAuditView};

use super::{Actor, AuditQuery};
use crate::id::Id;

/// The id of a saved view.
pub type AuditViewId = Id<AuditView>;

/// A query that was saved under a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditView {
    /// Its id.
    pub id: AuditViewId,
    /// What it is called; 1 to 255 characters.
    pub name: String,
    /// Which records it shows.
    pub query: AuditQuery,
    /// What it shows of each, in order; see [`COLUMNS`].
    pub columns: Vec<String>,
    /// Whether everybody who may read the log sees and may change it; only its maker otherwise.
    pub shared: bool,
    /// Who made it.
    pub created_by: Actor,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
}

/// The columns that a view may have, besides `changes.NAME` for what became of one field.
pub const COLUMNS: [&str; 13] = [
    "sequence",
    "at",
    "actor",
    "action",
    "entity",
    "changes",
    "severity",
    "compliance_tags",
    "outcome",
    "error_code",
    "triggered_by_automation",
    "request_id",
    "request_path",
];

impl AuditView {
    /// Does this actor see it?
    pub fn is_seen_by(&self, actor: &Actor) -> bool {
        self.shared || self.created_by == *actor
    }
}
