//! Forwarding: the records of all organizations are handed on to where somebody else collects them, as OCSF events.
//!
//! How far each target has come is kept in the database, for each organization, and moves on only after the target has
//! taken the records: nothing is lost by a crash on either side, and what a crash lets go out twice can be told by its
//! `metadata.uid`. Of several nodes on one database one forwards to a target at a time; when it dies, another one goes on.

mod batch;
pub mod ocsf;
mod pace;
mod target;
mod worker;

use std::fmt;

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::id::Id;
use crate::organization::OrganizationId;

pub(crate) use target::Target;
pub(crate) use worker::forward_records;

/// Takes records to a target: a collector on the web, a file, whatever keeps them.
///
/// # Contract
/// - `send` returns when the target has all of the lines, for good as far as the target can say so. Where it fails, or is
///   dropped in the middle, all of them are sent again, and none behind them before: the target sees each organization's
///   records in order, and some twice.
/// - It ends by itself, also where the target says nothing for long.
/// - It is asked for one batch at a time.
///
/// ```
/// use agenthub_core::async_trait;
/// use agenthub_core::audit::forwarding::{Forwarder, SendError};
///
/// /// Writes down how many lines there were.
/// #[derive(Debug)]
/// struct Tally(std::path::PathBuf);
///
/// #[async_trait]
/// impl Forwarder for Tally {
///     async fn send(&self, lines: &[String]) -> Result<(), SendError> {
///         std::fs::write(&self.0, format!("{}\n", lines.len())).map_err(|error| SendError::Away(error.to_string()))
///     }
/// }
/// ```
#[async_trait]
pub trait Forwarder: fmt::Debug + Send + Sync + 'static {
    /// Hands lines over, each one event as JSON, without line breaks.
    ///
    /// # Errors
    /// Why the target did not take them. They are kept, and sent again, in either case.
    async fn send(&self, lines: &[String]) -> Result<(), SendError>;
}

/// Why a target did not take what was sent. What it says is shown to whoever operates the hub: it must hold no secrets.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// It is not there, or cannot take anything now: that passes.
    #[error("it is away: {0}")]
    Away(String),
    /// It will not take this, as it stands: somebody has to change something.
    #[error("it refuses: {0}")]
    Refused(String),
}

impl SendError {
    /// The name, as metrics have it.
    fn kind(&self) -> &'static str {
        match self {
            Self::Away(_) => "away",
            Self::Refused(_) => "refused",
        }
    }
}

/// How a target is, as this node knows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ForwardingStatus {
    /// Its name.
    pub target: String,
    /// Whether it is this node that forwards to it now.
    pub is_here: bool,
    /// What it does not have yet, as of a few seconds ago.
    pub backlog: Backlog,
    /// What went wrong the last time; `None` where that went well.
    pub fault: Option<String>,
}

/// What a target does not have yet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Backlog {
    /// How many records.
    pub records: u64,
    /// When the oldest of them happened.
    pub oldest: Option<DateTime<Utc>>,
}

/// An organization of which a target does not have all records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Behind {
    /// Which one.
    pub organization_id: OrganizationId,
    /// The sequence number of the first record that the target does not have.
    pub position: u64,
    /// How many records its log has.
    pub length: u64,
}

/// The right to forward to a target, for a while. One node has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lease {
    /// The target.
    pub target: String,
    /// Who has it.
    pub holder: HolderId,
    /// Until when, unless it is renewed.
    pub until: DateTime<Utc>,
}

/// The id of a node that forwards.
pub type HolderId = Id<Lease>;
