//! How a tree grows: only its right edge changes.

use super::{TILE_WIDTH, Tile, TilePlace, TreeHash};

/// The right edge of a tree: the last tile of each level, which is not full.
#[derive(Debug, Clone, Default)]
pub struct Edge {
    size: u64,
    /// By level.
    tiles: Vec<Vec<TreeHash>>,
}

/// What a tree gains at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Growth {
    /// Its size before.
    pub from: u64,
    /// Its size afterwards.
    pub to: u64,
    /// The tiles that are new or have become wider, each whole.
    pub tiles: Vec<Tile>,
}

impl Edge {
    /// The tiles that the edge of a tree of this size is made of, the lowest first.
    pub fn places(size: u64) -> impl Iterator<Item = TilePlace> {
        (0..8).map(move |level| TilePlace::last(level, size)).filter(move |place| place.width(size) > 0)
    }

    /// The edge of a tree of this size, of the tiles at [`Edge::places`]; `None` where one of them is too short.
    pub fn new(size: u64, tiles: Vec<Tile>) -> Option<Self> {
        let mut edge = Self { size, tiles: Vec::new() };
        for Tile { place, mut hashes } in tiles {
            let width = place.width(size);
            if hashes.len() < width {
                return None;
            }
            // It may have grown since the size was read.
            hashes.truncate(width);
            *edge.level(place.level) = hashes;
        }
        Some(edge)
    }

    /// Adds leaves, and tells what comes of it.
    pub fn grow(&mut self, leaves: &[TreeHash]) -> Growth {
        let from = self.size;
        let mut tiles = Vec::new();
        for leaf in leaves {
            self.push(0, *leaf, &mut tiles);
            self.size += 1;
        }
        let to = self.size;
        for place in Self::places(to).filter(|place| place.width(to) != place.width(from)) {
            tiles.push(Tile { place, hashes: self.level(place.level).clone() });
        }
        Growth { from, to, tiles }
    }

    fn push(&mut self, level: u8, hash: TreeHash, full: &mut Vec<Tile>) {
        let place = TilePlace::last(level, self.size);
        let tile = self.level(level);
        tile.push(hash);
        if tile.len() == TILE_WIDTH {
            let hashes = std::mem::take(tile);
            let root = Tile::root(&hashes);
            full.push(Tile { place, hashes });
            self.push(level + 1, root, full);
        }
    }

    fn level(&mut self, level: u8) -> &mut Vec<TreeHash> {
        let level = usize::from(level);
        if self.tiles.len() <= level {
            self.tiles.resize_with(level + 1, Vec::new);
        }
        &mut self.tiles[level]
    }
}
