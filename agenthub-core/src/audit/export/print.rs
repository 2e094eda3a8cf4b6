//! Exports for people, which are set on pages.

use std::fmt;

use async_trait::async_trait;

use super::AuditExport;
use crate::audit::Entry;
use crate::error::Result;
use crate::organization::Organization;

/// What is to be set on pages.
#[derive(Debug)]
pub struct Printed {
    /// The export, which says the language and the time zone.
    pub export: AuditExport,
    /// Whose log it is.
    pub organization: Organization,
    /// The records, the lowest sequence number first.
    pub entries: Vec<Entry>,
}

/// Sets records on pages.
///
/// # Contract
/// - It is called with at most [`most`](Self::most) records.
/// - The same records may be asked for again, after a crash.
#[async_trait]
pub trait ExportPrinter: fmt::Debug + Send + Sync + 'static {
    /// How many records it takes at once.
    fn most(&self) -> u64;

    /// Can it say something in this language?
    ///
    /// # Errors
    /// `audit_export.no_font` where it lacks the letters; `language.not_found`.
    fn check(&self, language: Option<&str>) -> Result<()>;

    /// The file.
    ///
    /// # Errors
    /// `audit_export.no_font` where it lacks letters that the records need; any other.
    async fn print(&self, printed: Printed) -> Result<Vec<u8>>;
}
