//! Checking an export by its file, its manifest and a public key: no log and no server is asked.

mod fault;
mod order;

use std::fmt;

use serde::Serialize;
use sha2::{Digest, Sha256};

pub use fault::ExportFault;

use self::order::Order;
use super::rows::{Row, Rows};
use super::{AuditExportId, ExportFormat, ExportManifest};
use crate::audit::tree::TreeHash;
use crate::audit::{Entry, VerifierKey};
use crate::organization::OrganizationId;

/// A check that takes the file piece by piece, in little memory.
///
/// What is wrong is told by [`ExportCheck::finish`]; the first such thing counts.
#[derive(Debug)]
pub struct ExportCheck {
    manifest: ExportManifest,
    rows: Rows,
    hash: Sha256,
    bytes: u64,
    records: u64,
    order: Order,
    /// The hashes of the section that is being read, and how many records of it were read.
    section: (Sha256, u64),
    section_number: usize,
    fault: Option<ExportFault>,
}

/// What came of a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExportReport {
    /// Whose log it is of.
    pub organization_id: OrganizationId,
    /// The export.
    pub export_id: AuditExportId,
    /// The form of the file.
    pub format: ExportFormat,
    /// How many records were hashed.
    pub records: u64,
    /// How many records the log had that it covers.
    pub size: u64,
    /// Does the root that was signed of the log follow from the records? Where not, the signature on the manifest says
    /// alone what the file was.
    pub proven_by_tree: bool,
    /// The first thing that is wrong; `None` where everything fits.
    #[serde(flatten)]
    pub fault: Option<ExportFault>,
}

impl ExportCheck {
    /// Begins a check.
    ///
    /// # Errors
    /// The manifest or the head in it is signed by none of these keys, or is not what was signed.
    pub fn new(manifest: ExportManifest, keys: &[VerifierKey]) -> Result<Self, ExportFault> {
        manifest.check(keys).map_err(ExportFault::of_manifest)?;
        let ours = format!("/{}", manifest.organization_id);
        let keys: Vec<_> = keys.iter().filter(|key| key.name().ends_with(&ours)).cloned().collect();
        manifest.head.open(&keys).map_err(ExportFault::of_head)?;
        Ok(Self {
            rows: Rows::new(manifest.request.format),
            hash: Sha256::new(),
            bytes: 0,
            records: 0,
            order: Order::new(&manifest),
            section: (Sha256::new(), 0),
            section_number: 0,
            fault: None,
            manifest,
        })
    }

    /// Takes the next bytes of the file.
    pub fn take(&mut self, bytes: &[u8]) {
        self.hash.update(bytes);
        self.bytes += bytes.len() as u64;
        if self.manifest.request.format == ExportFormat::Pdf {
            return;
        }
        self.rows.take(bytes);
        while let Some(row) = self.rows.next() {
            self.row(row);
        }
    }

    /// Ends the check, when the whole file was taken.
    pub fn finish(mut self) -> ExportReport {
        let rows = std::mem::replace(&mut self.rows, Rows::new(self.manifest.request.format));
        if let Some(row) = rows.rest() {
            self.row(row);
        }
        let fault = self.fault.take().or_else(|| self.order.missing()).or_else(|| self.end());
        let is_for_people = self.manifest.request.format == ExportFormat::Pdf;
        ExportReport {
            organization_id: self.manifest.organization_id,
            export_id: self.manifest.export_id,
            format: self.manifest.request.format,
            records: self.records,
            size: self.manifest.head.size,
            proven_by_tree: fault.is_none() && !is_for_people && self.manifest.gaps.is_some(),
            fault,
        }
    }

    fn row(&mut self, row: Row) {
        // Something is missing already; whether it only stands elsewhere is all that is still asked.
        if self.fault.is_some() {
            return;
        }
        let found = match row {
            Row::Unreadable => {
                let unreadable = ExportFault::RecordUnreadable { after: self.records };
                self.order.missing().or(Some(unreadable))
            }
            Row::Entry(entry) => self.entry(&entry),
        };
        self.fault = found;
        self.records += 1;
    }

    fn entry(&mut self, entry: &Entry) -> Option<ExportFault> {
        let (sequence, id) = (entry.sequence, entry.record.id);
        let leaf = entry.leaf_hash_of();
        if leaf != entry.leaf_hash {
            return self.order.missing().or(Some(ExportFault::RecordChanged { sequence, id }));
        }
        if let Some(fault) = self.order.meet(sequence, id, leaf) {
            return Some(fault);
        }
        if self.order.is_waiting() { None } else { self.add_to_section(leaf) }
    }

    fn add_to_section(&mut self, leaf: TreeHash) -> Option<ExportFault> {
        let section = self.manifest.sections.get(self.section_number)?;
        self.section.0.update(leaf.0);
        self.section.1 += 1;
        if self.section.1 < section.records {
            return None;
        }
        let (hash, _) = std::mem::take(&mut self.section);
        self.section_number += 1;
        let (first, last) = (section.first, section.last);
        (TreeHash(hash.finalize().into()) != section.sha256)
            .then_some(ExportFault::RecordsChanged { first, last })
    }

    /// What is wrong with the file as a whole.
    fn end(&mut self) -> Option<ExportFault> {
        let is_for_people = self.manifest.request.format == ExportFormat::Pdf;
        let expected = self.manifest.records;
        if !is_for_people && self.records < expected {
            let last = self.order.next().filter(|_| self.records + 1 == expected);
            let removed = last.map(|sequence| ExportFault::RecordRemoved { sequence });
            return removed.or(Some(ExportFault::Truncated { records: self.records, expected }));
        }
        let root = if is_for_people { None } else { self.order.root() };
        if root.is_some_and(|root| root != self.manifest.head.root) {
            return Some(ExportFault::RootDiffers);
        }
        let hash = TreeHash(std::mem::take(&mut self.hash).finalize().into());
        let same = hash == self.manifest.file.sha256 && self.bytes == self.manifest.file.bytes;
        (!same).then_some(ExportFault::FileChanged)
    }
}

impl fmt::Display for ExportReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { export_id, records, size, .. } = self;
        match &self.fault {
            Some(fault) => write!(f, "{export_id}: WRONG: {fault}"),
            None if self.format == ExportFormat::Pdf => {
                write!(f, "{export_id}: the file is the one that was made of a log of {size} records")
            }
            None if self.proven_by_tree => {
                write!(
                    f,
                    "{export_id}: {records} records fit; the root over {size} records follows from them"
                )
            }
            None => write!(f, "{export_id}: {records} records fit what was signed of the file"),
        }
    }
}
