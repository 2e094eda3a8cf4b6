//! Checking a log without trusting who keeps it: everything is hashed anew, and held to heads that were signed.
//!
//! What is needed besides the log are the public keys, known from elsewhere; and, against a log that was set back to an
//! earlier state whole, a head that somebody else has kept.

mod fault;
mod heads;
mod records;
mod removed;
mod suspect;

use std::fmt;

use serde::Serialize;

pub use fault::Fault;

use self::heads::Known;
use self::records::Records;
use super::VerifierKey;
use crate::error::{ErrorKind, Result};
use crate::organization::OrganizationId;
use crate::store::View;

/// What a log is checked with.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    /// The keys that are believed.
    pub keys: Vec<VerifierKey>,
    /// Notes of heads that were kept elsewhere.
    pub witnessed: Vec<String>,
}

/// What came of a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Whose log it is.
    pub organization_id: OrganizationId,
    /// How many records have left the log by its policy of retention; of these, only the hashes of their leaves are there.
    pub removed: u64,
    /// How many records were hashed.
    pub records: u64,
    /// How many of them stand under a head that was signed; nothing vouches for those behind.
    pub proven: u64,
    /// How many heads were held to the log.
    pub heads: u64,
    /// The first thing that is wrong; `None` where everything fits.
    #[serde(flatten)]
    pub fault: Option<Fault>,
}

/// Checks an organization's whole log.
///
/// Records are read once, from the first to the last, and forgotten. In the place of those that have left by a policy of
/// retention stand the hashes that the tree keeps; a record that is signed must say that they were to leave.
///
/// # Errors
/// `store.unavailable`. What is wrong with the log is no error, but [`Report::fault`].
pub async fn verify(
    view: &mut dyn View,
    organization_id: OrganizationId,
    evidence: &Evidence,
) -> Result<Report> {
    let mut report = Report { organization_id, removed: 0, records: 0, proven: 0, heads: 0, fault: None };
    match report.fill(view, evidence).await {
        Err(error) if error.kind() == ErrorKind::Corrupt => {
            report.fault = Some(Fault::Unreadable { what: error.to_string() });
        }
        filled => filled?,
    }
    Ok(report)
}

impl Report {
    async fn fill(&mut self, view: &mut dyn View, evidence: &Evidence) -> Result<()> {
        let known = match Known::read(view, self.organization_id, evidence).await? {
            Ok(known) => known,
            Err(fault) => {
                self.fault = Some(fault);
                return Ok(());
            }
        };
        self.heads = known.count();
        let mut records = Records::new(view, &known).await?;
        self.fault = records.check().await?;
        let behind = |size: u64| size.saturating_sub(records.begins_at);
        (self.records, self.proven) = (behind(records.hashed()), behind(records.proven()));
        self.removed = records.begins_at;
        Ok(())
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.fault {
            Some(fault) => write!(f, "{}: WRONG: {fault}", self.organization_id),
            None => write!(
                f,
                "{}: {} records fit; {} of them are proven by {} signed heads",
                self.organization_id, self.records, self.proven, self.heads
            )
            .and_then(|()| match self.removed {
                0 => Ok(()),
                removed => write!(f, "; {removed} before them have left by policy"),
            }),
        }
    }
}
