//! Exports of the audit log; their files are kept elsewhere.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::audit::export::{AuditExport, AuditExportId};
use crate::error::Result;
use crate::organization::OrganizationId;
use crate::page::{Listing, Page};

/// Looking at exports.
#[async_trait]
pub trait ReadAuditExports: Send {
    /// The export with this id.
    async fn get(&mut self, id: AuditExportId) -> Result<Option<AuditExport>>;

    /// Every export, newest first; ties by id, highest first.
    async fn list(&mut self, page: &Page) -> Result<Listing<AuditExport>>;
}

/// Changing exports.
#[async_trait]
pub trait AuditExports: ReadAuditExports {
    /// Adds an export. `store.conflict` where the id is taken, or the organization does not exist.
    async fn add(&mut self, export: &AuditExport) -> Result<()>;

    /// Puts `export` in the place of the one with its id and the revision before; tells whether there was one. Of those
    /// that put the same revision there at once, one does.
    async fn change(&mut self, export: &AuditExport) -> Result<bool>;

    /// Removes an export; tells whether there was one.
    async fn remove(&mut self, id: AuditExportId) -> Result<bool>;
}

/// The exports of all organizations.
#[async_trait]
pub trait ReadDueAuditExports: Send {
    /// Those that somebody has to look after by `now`, the longest due first, at most `limit`.
    async fn due(&mut self, now: DateTime<Utc>, limit: u32) -> Result<Vec<(OrganizationId, AuditExportId)>>;
}
