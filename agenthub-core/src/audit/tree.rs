//! The Merkle tree over an audit log, as in RFC 9162 §2.1 (and RFC 6962 before it): hashes and arithmetic, no I/O.
//!
//! Leaf `n` is the hash of the record with sequence number `n`. A perfect subtree is a [`Node`]; every other subtree that
//! the RFC speaks of is the root over the nodes that [`cover`] it, so that proofs, roots and exports all come of the
//! same two functions. Hashes are kept in [`Tile`]s of 256, as C2SP's tlog-tiles has them.
//!
//! ```
//! use agenthub_core::audit::tree::{CompactRange, InclusionProof, TreeHash};
//!
//! let leaves = [b"a", b"b", b"c"].map(|data| TreeHash::of_leaf(data));
//! let mut tree = CompactRange::default();
//! leaves.iter().for_each(|leaf| tree.append(*leaf));
//!
//! let right = TreeHash::of_children(leaves[0], leaves[1]);
//! let proof = InclusionProof { index: 2, size: 3, hashes: vec![right] };
//! assert!(proof.holds(leaves[2], tree.root()));
//! assert!(!proof.holds(leaves[1], tree.root()));
//! ```

mod compact;
mod cover;
mod grow;
mod hash;
mod proof;
mod tile;

pub use compact::CompactRange;
pub use cover::{Node, cover, root_over};
pub use grow::{Edge, Growth};
pub use hash::TreeHash;
pub(super) use hash::leaf_hasher;
pub use proof::{ConsistencyProof, InclusionProof};
pub use tile::{TILE_WIDTH, Tile, TilePlace};

#[cfg(test)]
mod tests;
