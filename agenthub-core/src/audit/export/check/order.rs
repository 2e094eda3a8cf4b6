//! Which record must come next, and the tree that the records are put together to.

use std::collections::VecDeque;

use super::ExportFault;
use crate::audit::EntryId;
use crate::audit::export::{ExportManifest, Gap};
use crate::audit::tree::{CompactRange, TreeHash, cover};

/// Follows the records by their sequence numbers.
#[derive(Debug)]
pub(super) struct Order {
    /// What is left out, where that is told.
    gaps: Option<VecDeque<Gap>>,
    tree: CompactRange,
    /// Do the gaps fit their places so far?
    fits: bool,
    /// How many records the log has.
    size: u64,
    last: Option<u64>,
    waiting: Option<Waiting>,
}

/// A record should have come, and another one came in its place.
#[derive(Debug)]
struct Waiting {
    expected: u64,
    early: (u64, EntryId),
    /// How many records came since.
    since: u64,
}

impl Order {
    pub(super) fn new(manifest: &ExportManifest) -> Self {
        let mut order = Self {
            gaps: manifest.gaps.clone().map(Into::into),
            tree: CompactRange::default(),
            fits: true,
            size: manifest.head.size,
            last: None,
            waiting: None,
        };
        order.pass_gaps();
        order
    }

    /// A record that was expected has not come yet.
    pub(super) fn is_waiting(&self) -> bool {
        self.waiting.is_some()
    }

    /// The record that never came.
    pub(super) fn missing(&self) -> Option<ExportFault> {
        self.waiting.as_ref().map(|waiting| ExportFault::RecordRemoved { sequence: waiting.expected })
    }

    /// Takes the next record of the file.
    pub(super) fn meet(&mut self, sequence: u64, id: EntryId, leaf: TreeHash) -> Option<ExportFault> {
        if let Some(waiting) = &mut self.waiting {
            waiting.since += 1;
            // It is not gone. Either the one in its place came too early, or this one came late.
            let (sequence_moved, id) = if waiting.since == 1 { waiting.early } else { (sequence, id) };
            let moved = ExportFault::RecordMoved { sequence: sequence_moved, id };
            return (sequence == waiting.expected).then_some(moved);
        }
        let last = self.last.replace(sequence);
        if self.gaps.is_none() {
            let falls = last.is_some_and(|last| sequence <= last) || sequence >= self.size;
            return falls.then_some(ExportFault::RecordInserted { sequence, id });
        }
        let expected = self.tree.size();
        if sequence < expected || sequence >= self.size || self.is_left_out(sequence) {
            return Some(ExportFault::RecordInserted { sequence, id });
        }
        if sequence > expected {
            self.waiting = Some(Waiting { expected, early: (sequence, id), since: 0 });
            return None;
        }
        self.tree.append(leaf);
        self.pass_gaps();
        None
    }

    /// The record that must come next, where that is known.
    pub(super) fn next(&self) -> Option<u64> {
        (self.gaps.is_some() && self.tree.size() < self.size).then_some(self.tree.size())
    }

    /// The root over everything; `None` where it is not known what was left out.
    pub(super) fn root(&self) -> Option<TreeHash> {
        self.gaps.as_ref()?;
        let whole = self.fits && self.tree.size() == self.size;
        Some(if whole { self.tree.root() } else { TreeHash::of_nothing() })
    }

    fn is_left_out(&self, sequence: u64) -> bool {
        self.gaps.iter().flatten().any(|gap| (gap.from..gap.to).contains(&sequence))
    }

    /// Puts the hashes of what is left out into the tree, where that comes next.
    fn pass_gaps(&mut self) {
        let Some(gaps) = &mut self.gaps else { return };
        while let Some(gap) = gaps.front().filter(|gap| gap.from == self.tree.size() && self.fits) {
            let nodes = cover(gap.from..gap.to.max(gap.from));
            self.fits = gap.to > gap.from && gap.to <= self.size && nodes.clone().count() == gap.hashes.len();
            for (node, hash) in nodes.zip(&gap.hashes) {
                self.fits = self.fits && self.tree.append_node(node, *hash);
            }
            gaps.pop_front();
        }
    }
}
