//! Tiles: 256 hashes side by side, which are read and written together.

use std::ops::Range;

use super::Node;
use super::compact::CompactRange;
use super::hash::TreeHash;

/// How many hashes a full tile has.
pub const TILE_WIDTH: usize = 256;

/// How many levels of the tree one level of tiles spans.
const LEVELS: u8 = 8;

/// Where a tile stands. On level 0 are the leaves; on the next one the roots of that level's full tiles; and so on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TilePlace {
    /// The level, from 0 for leaves to 7.
    pub level: u8,
    /// How many tiles stand to its left.
    pub index: u64,
}

impl TilePlace {
    /// The tile from which a node's hash follows, and the hashes in it that the node is the root over.
    pub fn of(node: Node) -> (Self, Range<usize>) {
        let within = node.level % LEVELS;
        let first = node.index << within;
        let place = Self { level: node.level / LEVELS, index: first / TILE_WIDTH as u64 };
        let start = (first % TILE_WIDTH as u64) as usize;
        (place, start..start + (1 << within))
    }

    /// The last tile of a level, which is not full, in a tree of this size.
    pub fn last(level: u8, size: u64) -> Self {
        Self { level, index: hashes_on(level, size) / TILE_WIDTH as u64 }
    }

    /// How many tiles there are in a tree of this size.
    pub fn count(size: u64) -> u64 {
        (0..8).map(|level| hashes_on(level, size).div_ceil(TILE_WIDTH as u64)).sum()
    }

    /// How many hashes the tile has in a tree of this size: none to [`TILE_WIDTH`].
    pub fn width(self, size: u64) -> usize {
        let before = self.index.saturating_mul(TILE_WIDTH as u64);
        hashes_on(self.level, size).saturating_sub(before).min(TILE_WIDTH as u64) as usize
    }
}

/// How many hashes the tiles of a level have together.
fn hashes_on(level: u8, size: u64) -> u64 {
    size.checked_shr(u32::from(level) * u32::from(LEVELS)).unwrap_or_default()
}

/// A tile: hashes that stand side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// Where it stands.
    pub place: TilePlace,
    /// Its hashes, from left to right: up to [`TILE_WIDTH`].
    pub hashes: Vec<TreeHash>,
}

impl Tile {
    /// The root over some of a tile's hashes.
    pub(crate) fn root(hashes: &[TreeHash]) -> TreeHash {
        let mut tree = CompactRange::default();
        hashes.iter().for_each(|hash| tree.append(*hash));
        tree.root()
    }
}
