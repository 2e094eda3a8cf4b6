//! The audit log: who did what, to what, with which outcome.
//!
//! Every change and every call leaves an [`Entry`] in its own transaction. Entries of an organization are numbered
//! without a gap, and each has a leaf hash over all its fields, so that a Merkle tree can be built on them.

mod actor;
mod canonical;
mod changes;
mod erase;
pub mod export;
mod filter;
pub(crate) mod follow;
pub mod forwarding;
mod head;
pub mod index;
mod key;
pub(crate) mod manage;
mod note;
pub mod personal;
mod prove;
pub mod query;
mod reading;
pub(crate) mod refusal;
pub mod retention;
pub(crate) mod search;
pub(crate) mod signing;
pub(crate) mod summary;
mod tail;
mod tiles;
pub mod tree;
pub mod verify;
pub mod view;
pub(crate) mod witness;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

pub use actor::{Actor, ActorKind};
pub use changes::{Change, Changes};
pub use erase::{Erasure, Person};
pub use filter::{AuditFilter, AuditOrder, AuditQuery};
pub use head::{Checkpoint, NoteFault, SignedHead};
pub use key::{HeadSigner, NotAKey, VerifierKey};
pub use manage::{AuditLog, NewRecord};
pub(crate) use note::Note;
pub use prove::{Consistency, Inclusion};
pub use summary::{ActorCount, AuditSummary, DayCount, EntityCount, SummaryWindow};
pub use tail::Tail;
pub use tree::TreeHash;
pub use witness::Witness;

use crate::id::Id;
use crate::interaction::Outcome;
use crate::organization::OrganizationId;

/// The id of an audit record.
pub type EntryId = Id<Entry>;

/// A record of the audit log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Entry {
    /// Whose log this is.
    pub organization_id: OrganizationId,
    /// Its place in the organization's log: 0, 1, 2, … without a gap.
    pub sequence: u64,
    /// What is recorded.
    #[serde(flatten)]
    pub record: Record,
    /// SHA-256 over all the fields above, as a leaf of a Merkle tree; see [`Entry::leaf_hash_of`].
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub leaf_hash: TreeHash,
}

/// What an audit record says; the store gives it its place.
///
/// What is [personal] in it is sealed while it is kept, and shown in clear only to those who may see it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Record {
    /// Its id.
    pub id: EntryId,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// Who did it.
    pub actor: Actor,
    /// Whether an automation set it off.
    pub triggered_by_automation: bool,
    /// What was done: `create`, `update`, `invoke`, …
    pub action: String,
    /// To what.
    pub entity: Entity,
    /// What is different now.
    pub changes: Changes,
    /// The request that asked for it.
    pub request: Request,
    /// How much it matters.
    pub severity: Severity,
    /// Names of the rules that it matters to, such as `gdpr`.
    pub compliance_tags: Vec<String>,
    /// How it ended.
    pub outcome: Outcome,
    /// The code of the error, where it failed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub error_code: Option<String>,
}

impl Entry {
    /// Puts a record at its place in the log.
    pub fn new(organization_id: OrganizationId, sequence: u64, record: Record) -> Self {
        let leaf_hash = canonical::leaf_hash(organization_id, sequence, &record);
        Self { organization_id, sequence, record, leaf_hash }
    }

    /// The leaf hash that the entry's fields call for; another one in [`Entry::leaf_hash`] means that the entry was
    /// changed, or that it is not as it is kept: what is [personal] was opened or withheld. [`Inclusion::entry`] is one as
    /// it is kept.
    ///
    /// SHA-256 over `0x00` (the leaf prefix of RFC 6962 §2.1) and the canonical encoding of the fields: each field
    /// in a fixed order, behind its length in eight bytes, most significant first; JSON with sorted keys.
    pub fn leaf_hash_of(&self) -> TreeHash {
        canonical::leaf_hash(self.organization_id, self.sequence, &self.record)
    }
}

/// What an action was done to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Entity {
    /// What kind of thing: `agent`, `member`, `invoice`, …
    #[serde(rename = "type")]
    pub kind: String,
    /// Which one.
    pub id: String,
}

impl Entity {
    /// The thing of this kind with this id.
    pub fn new(kind: impl Into<String>, id: impl ToString) -> Self {
        Self { kind: kind.into(), id: id.to_string() }
    }
}

/// Where a change came from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Request {
    /// The id of the request.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub id: Option<String>,
    /// The address that it came from.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub ip: Option<String>,
    /// The program that sent it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub user_agent: Option<String>,
    /// Method and path: `POST /api/v1/agents`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub path: Option<String>,
}

/// How much a record matters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Everyday.
    #[default]
    Info,
    /// Worth a look.
    Warning,
    /// Worth a call.
    Critical,
}

impl Severity {
    /// Every severity, least first.
    pub const ALL: [Self; 3] = [Self::Info, Self::Warning, Self::Critical];

    /// The name, as JSON writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Critical => "critical",
        }
    }

    /// The severity of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|severity| severity.as_str() == name)
    }
}

/// The fields of a thing by name, as [`Changes`] compares them.
pub type Fields = BTreeMap<String, serde_json::Value>;
