//! A tree of which only the peaks are kept.

use super::cover::{Node, root_over};
use super::hash::TreeHash;

/// The peaks of a tree: enough to add to it and to know its root, in memory that grows with the logarithm of its size.
///
/// It takes leaves one by one, and whole subtrees where only their hash is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CompactRange {
    size: u64,
    /// One for each bit of the size that is set, the largest first.
    peaks: Vec<TreeHash>,
}

impl CompactRange {
    /// How many leaves there are.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The root over them.
    pub fn root(&self) -> TreeHash {
        root_over(self.peaks.iter().copied())
    }

    /// Adds a leaf.
    pub fn append(&mut self, leaf: TreeHash) {
        self.push(0, leaf);
    }

    /// Adds a subtree; tells whether it is the one that stands next, and adds nothing where it is not.
    #[must_use = "a subtree that does not fit is not added"]
    pub fn append_node(&mut self, node: Node, hash: TreeHash) -> bool {
        let fits = node.level < 63 && node.index.checked_mul(node.width()) == Some(self.size);
        if fits {
            self.push(node.level, hash);
        }
        fits
    }

    fn push(&mut self, level: u8, mut hash: TreeHash) {
        let added = 1 << level;
        let mut width = added;
        while self.size & width != 0
            && let Some(left) = self.peaks.pop()
        {
            hash = TreeHash::of_children(left, hash);
            width <<= 1;
        }
        self.peaks.push(hash);
        self.size += added;
    }
}
