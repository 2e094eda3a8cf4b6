//! Reading the tree out of its tiles: roots, and the hashes of proofs.

use std::collections::BTreeMap;
use std::ops::Range;

use super::tree::{Edge, Growth, Node, Tile, TilePlace, TreeHash, cover, root_over};
use crate::error::{Code, Error, Result};
use crate::store::ReadAuditTree;

/// The tree of a view or a work. Each tile is read once.
pub(crate) struct Tiles<'t> {
    tree: &'t mut dyn ReadAuditTree,
    read: BTreeMap<TilePlace, Vec<TreeHash>>,
}

impl<'t> Tiles<'t> {
    pub(crate) fn new(tree: &'t mut dyn ReadAuditTree) -> Self {
        Self { tree, read: BTreeMap::new() }
    }

    /// The root over these leaves, which are a whole tree or one of its subtrees; all of them must be in the tree.
    ///
    /// # Errors
    /// `store.corrupt` where a tile lacks hashes; `store.unavailable`.
    pub(crate) async fn root(&mut self, leaves: Range<u64>) -> Result<TreeHash> {
        let mut hashes = Vec::new();
        for node in cover(leaves) {
            hashes.push(self.node(node).await?);
        }
        Ok(root_over(hashes.into_iter()))
    }

    /// The roots over each of these.
    pub(crate) async fn roots(&mut self, parts: Vec<Range<u64>>) -> Result<Vec<TreeHash>> {
        let mut roots = Vec::with_capacity(parts.len());
        for part in parts {
            roots.push(self.root(part).await?);
        }
        Ok(roots)
    }

    pub(crate) async fn node(&mut self, node: Node) -> Result<TreeHash> {
        let (place, hashes) = TilePlace::of(node);
        if !self.read.contains_key(&place) {
            self.read.insert(place, self.tree.tile(place).await?);
        }
        let hashes = self.read.get(&place).and_then(|tile| tile.get(hashes));
        hashes.map(Tile::root).ok_or_else(|| too_short(place))
    }
}

/// What the tree lacks of the log, at most `limit` leaves; `None` where it has everything.
///
/// # Errors
/// `store.corrupt` where a tile lacks hashes or the log a record; `store.unavailable`.
pub(crate) async fn next_growth(tree: &mut dyn ReadAuditTree, limit: u32) -> Result<Option<Growth>> {
    let size = tree.size().await?;
    let leaves = tree.leaves(size, limit).await?;
    if leaves.is_empty() {
        return Ok(None);
    }
    let mut tiles = Vec::new();
    for place in Edge::places(size) {
        tiles.push(Tile { place, hashes: tree.tile(place).await? });
    }
    let edge = Edge::new(size, tiles);
    let mut edge = edge.ok_or_else(|| too_short(TilePlace::last(0, size)))?;
    Ok(Some(edge.grow(&leaves)))
}

fn too_short(place: TilePlace) -> Error {
    let what = format!("audit_tiles.{}.{}", place.level, place.index);
    Error::new(Code::STORE_CORRUPT).with("what", what)
}
