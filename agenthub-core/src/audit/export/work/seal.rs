//! Reading a file that was written, to say what it has: the same work as checking it, with the tree at hand.

use sha2::{Digest, Sha256};

use super::making::not_as_written;
use crate::audit::Entry;
use crate::audit::export::rows::{Row, Rows};
use crate::audit::export::{ExportFormat, Gap, Section};
use crate::audit::tiles::Tiles;
use crate::audit::tree::{CompactRange, TreeHash, cover};
use crate::error::{Code, Error, Result};
use crate::store::ReadAuditTree;

/// How many hashes of what is left out a manifest has at most; they are of a sparse choice out of a long log.
const MAX_HASHES: usize = 65_536;
/// How many sections there are at most.
const MAX_SECTIONS: u64 = 1024;

/// A file as far as it was read.
pub(super) struct Sealing {
    rows: Rows,
    hash: Sha256,
    size: u64,
    tree: CompactRange,
    gaps: Option<Vec<Gap>>,
    hashes: usize,
    sections: Vec<Section>,
    /// How many records a section has.
    width: u64,
    open: Option<(Section, Sha256)>,
    records: u64,
}

/// What a file has.
pub(super) struct Sealed {
    pub(super) records: u64,
    pub(super) root: TreeHash,
    pub(super) sha256: TreeHash,
    pub(super) gaps: Option<Vec<Gap>>,
    pub(super) sections: Vec<Section>,
}

impl Sealing {
    /// A file of so many records of a log of this size.
    pub(super) fn new(format: ExportFormat, size: u64, records: u64) -> Self {
        Self {
            rows: Rows::new(format),
            hash: Sha256::new(),
            size,
            tree: CompactRange::default(),
            gaps: Some(Vec::new()),
            hashes: 0,
            sections: Vec::new(),
            width: records.div_ceil(MAX_SECTIONS).max(1),
            open: None,
            records: 0,
        }
    }

    /// Takes the next bytes of the file.
    ///
    /// # Errors
    /// `audit.log_changed` where a record has not the leaf hash that it should; `audit_export.storage_failed` where the
    /// file is not what was written; `store.unavailable`.
    pub(super) async fn take(&mut self, bytes: &[u8], tree: &mut dyn ReadAuditTree) -> Result<()> {
        self.hash.update(bytes);
        self.rows.take(bytes);
        let mut tiles = Tiles::new(tree);
        while let Some(row) = self.rows.next() {
            let Row::Entry(entry) = row else { return Err(not_as_written()) };
            self.entry(&entry, &mut tiles).await?;
        }
        Ok(())
    }

    async fn entry(&mut self, entry: &Entry, tiles: &mut Tiles<'_>) -> Result<()> {
        if entry.sequence < self.tree.size() {
            return Err(not_as_written());
        }
        self.leave_out(entry.sequence, tiles).await?;
        let leaf = entry.leaf_hash_of();
        if leaf != entry.leaf_hash {
            return Err(Error::new(Code::AUDIT_LOG_CHANGED).with("size", self.size));
        }
        self.tree.append(leaf);
        self.records += 1;
        self.add_to_section(entry.sequence, leaf);
        Ok(())
    }

    /// Puts in the tree what stands in the log before `to` and not in the file.
    async fn leave_out(&mut self, to: u64, tiles: &mut Tiles<'_>) -> Result<()> {
        let from = self.tree.size();
        if from == to {
            return Ok(());
        }
        let mut gap = Gap { from, to, hashes: Vec::new() };
        for node in cover(from..to) {
            let hash = tiles.node(node).await?;
            // They are the next ones, so each fits.
            let _fits = self.tree.append_node(node, hash);
            gap.hashes.push(hash);
        }
        self.hashes += gap.hashes.len();
        match &mut self.gaps {
            Some(gaps) if self.hashes <= MAX_HASHES => gaps.push(gap),
            gaps => *gaps = None,
        }
        Ok(())
    }

    fn add_to_section(&mut self, sequence: u64, leaf: TreeHash) {
        let new = || Section { first: sequence, last: sequence, records: 0, sha256: TreeHash([0; 32]) };
        let (mut section, mut hash) = self.open.take().unwrap_or_else(|| (new(), Sha256::new()));
        hash.update(leaf.0);
        section.last = sequence;
        section.records += 1;
        self.open = Some((section, hash));
        if self.records.is_multiple_of(self.width) {
            self.close_section();
        }
    }

    fn close_section(&mut self) {
        if let Some((section, hash)) = self.open.take() {
            self.sections.push(Section { sha256: TreeHash(hash.finalize().into()), ..section });
        }
    }

    /// What the file has, when all of it was taken.
    ///
    /// # Errors
    /// Those of [`take`](Self::take).
    pub(super) async fn finish(mut self, tree: &mut dyn ReadAuditTree) -> Result<Sealed> {
        self.leave_out(self.size, &mut Tiles::new(tree)).await?;
        self.close_section();
        if self.rows.rest().is_some() {
            return Err(not_as_written());
        }
        Ok(Sealed {
            records: self.records,
            root: self.tree.root(),
            sha256: TreeHash(self.hash.finalize().into()),
            gaps: self.gaps,
            sections: self.sections,
        })
    }
}
