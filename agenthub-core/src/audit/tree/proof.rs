//! Proofs: that a record stands in a log, and that a log only ever grew.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::TreeHash;

/// Proves that a leaf stands at a place of a tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InclusionProof {
    /// The leaf's place, which is the record's sequence number.
    pub index: u64,
    /// The size of the tree.
    pub size: u64,
    /// The roots of the subtrees beside the way from the leaf up to the root, the lowest first.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub hashes: Vec<TreeHash>,
}

impl InclusionProof {
    /// The leaves of each subtree whose root is one of the proof's hashes, in their order; none where the tree has no
    /// such leaf.
    pub fn parts(index: u64, size: u64) -> Vec<Range<u64>> {
        let mut parts = Vec::new();
        let mut tree = 0..size;
        while tree.end - tree.start > 1 && tree.contains(&index) {
            let (left, right) = halves(&tree);
            let (inside, beside) = if index < right.start { (left, right) } else { (right, left) };
            parts.push(beside);
            tree = inside;
        }
        parts.reverse();
        parts
    }

    /// Does the proof hold for this leaf and this root? As in RFC 9162 §2.1.3.2.
    pub fn holds(&self, leaf: TreeHash, root: TreeHash) -> bool {
        if self.index >= self.size {
            return false;
        }
        let (mut place, mut last, mut reached) = (self.index, self.size - 1, leaf);
        for beside in &self.hashes {
            if last == 0 {
                return false;
            }
            if place & 1 == 1 || place == last {
                reached = TreeHash::of_children(*beside, reached);
                climb_while(&mut place, &mut last, |place| place & 1 == 0 && place != 0);
            } else {
                reached = TreeHash::of_children(reached, *beside);
            }
            (place, last) = (place >> 1, last >> 1);
        }
        last == 0 && reached == root
    }
}

/// Proves that a tree is the beginning of a larger one, unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ConsistencyProof {
    /// The size of the older tree.
    pub from: u64,
    /// The size of the newer one.
    pub to: u64,
    /// The roots of subtrees from which both trees' roots follow, the lowest first.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub hashes: Vec<TreeHash>,
}

impl ConsistencyProof {
    /// The leaves of each subtree whose root is one of the proof's hashes, in their order. None are needed from the
    /// empty tree, and from a tree to itself.
    pub fn parts(from: u64, to: u64) -> Vec<Range<u64>> {
        let mut parts = Vec::new();
        if from == 0 || from >= to {
            return parts;
        }
        let mut tree = 0..to;
        while tree.end > from {
            let (left, right) = halves(&tree);
            let (inside, beside) = if from <= right.start { (left, right) } else { (right, left) };
            parts.push(beside);
            tree = inside;
        }
        // The older tree's last peak; where that is the whole of it, its root is known.
        if tree.start > 0 {
            parts.push(tree);
        }
        parts.reverse();
        parts
    }

    /// Does the proof hold for the roots of the two trees? As in RFC 9162 §2.1.4.2.
    pub fn holds(&self, from_root: TreeHash, to_root: TreeHash) -> bool {
        if self.from == 0 || self.from >= self.to {
            let same = self.from == self.to && from_root == to_root;
            let from_nothing = self.from == 0 && self.to > 0 && from_root == TreeHash::of_nothing();
            return self.hashes.is_empty() && (same || from_nothing);
        }
        let mut hashes = self.hashes.iter().copied();
        let first = if self.from.is_power_of_two() { Some(from_root) } else { hashes.next() };
        let Some(first) = first else { return false };
        let (mut place, mut last) = (self.from - 1, self.to - 1);
        climb_while(&mut place, &mut last, |place| place & 1 == 1);
        let (mut older, mut newer) = (first, first);
        for beside in hashes {
            if last == 0 {
                return false;
            }
            if place & 1 == 1 || place == last {
                older = TreeHash::of_children(beside, older);
                newer = TreeHash::of_children(beside, newer);
                climb_while(&mut place, &mut last, |place| place & 1 == 0 && place != 0);
            } else {
                newer = TreeHash::of_children(newer, beside);
            }
            (place, last) = (place >> 1, last >> 1);
        }
        last == 0 && older == from_root && newer == to_root
    }
}

/// The two subtrees of a tree: the left one is perfect, and the largest that is smaller than the tree.
fn halves(tree: &Range<u64>) -> (Range<u64>, Range<u64>) {
    let width = tree.end - tree.start;
    let middle = tree.start + (1 << (width - 1).ilog2());
    (tree.start..middle, middle..tree.end)
}

/// Goes up a level as long as the place is such a one.
fn climb_while(place: &mut u64, last: &mut u64, such: impl Fn(u64) -> bool) {
    while such(*place) {
        (*place, *last) = (*place >> 1, *last >> 1);
    }
}
