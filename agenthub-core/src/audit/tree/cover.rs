//! Perfect subtrees, and how a range of leaves is made of them.

use std::ops::Range;

use super::TreeHash;

/// A perfect subtree: 2^`level` leaves, the `index`-th such from the left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Node {
    /// How many levels it stands above its leaves, at most 63.
    pub level: u8,
    /// How many as large ones stand to its left.
    pub index: u64,
}

impl Node {
    /// How many leaves it has.
    pub fn width(self) -> u64 {
        1 << self.level
    }
}

/// The fewest nodes that together have just these leaves, from left to right.
///
/// Those of `0..size` are the peaks of a tree; those of a gap between two records are what stands in their place where a
/// part of a log is checked against the root of the whole. There are at most twice as many as the size has bits.
///
/// ```
/// use agenthub_core::audit::tree::{Node, cover};
///
/// let nodes: Vec<_> = cover(3..8).collect();
/// assert_eq!(nodes, [Node { level: 0, index: 3 }, Node { level: 2, index: 1 }]);
/// ```
pub fn cover(leaves: Range<u64>) -> impl Iterator<Item = Node> + Clone {
    let Range { mut start, end } = leaves;
    std::iter::from_fn(move || {
        let left = end.checked_sub(start).filter(|left| *left > 0)?;
        let level = start.trailing_zeros().min(left.ilog2());
        let node = Node { level: level as u8, index: start >> level };
        start += node.width();
        Some(node)
    })
}

/// The root over subtrees that stand side by side, each no larger than the one to its left; over none, that of the
/// empty tree.
pub fn root_over(subtrees: impl DoubleEndedIterator<Item = TreeHash>) -> TreeHash {
    let root = subtrees.rev().reduce(|right, left| TreeHash::of_children(left, right));
    root.unwrap_or_else(TreeHash::of_nothing)
}
