//! Hashing every record anew, from the first to the last.

use super::Fault;
use super::heads::Known;
use super::removed::Told;
use super::suspect::Suspect;
use crate::audit::Entry;
use crate::audit::tree::{CompactRange, Edge, TILE_WIDTH, Tile, TilePlace, TreeHash};
use crate::error::{ErrorKind, Result};
use crate::store::View;

/// How many records are read at once: those of a tile.
const BATCH: u32 = TILE_WIDTH as u32;

/// How many records there are from this one to the last of its tile.
fn until_tile_ends(sequence: u64) -> u32 {
    BATCH - place_in_tile(sequence) as u32
}

/// The tile that has the leaf of this record.
pub(super) fn tile_of(sequence: u64) -> TilePlace {
    TilePlace { level: 0, index: sequence / u64::from(BATCH) }
}

/// Where it has it.
pub(super) fn place_in_tile(sequence: u64) -> usize {
    (sequence % u64::from(BATCH)) as usize
}

/// The records of a log, as far as they were hashed.
pub(super) struct Records<'v> {
    pub(super) view: &'v mut dyn View,
    pub(super) known: &'v Known,
    /// The size of the tree that is kept.
    pub(super) size: u64,
    /// Of the records.
    pub(super) tree: CompactRange,
    edge: Edge,
    proven: u64,
    /// The first sequence number that is there.
    pub(super) begins_at: u64,
    /// What the log says of records that have left.
    pub(super) told: Told,
    /// The first thing that does not fit, while it is not known yet whether a record or a tile is wrong.
    pub(super) suspect: Option<Suspect>,
}

/// The end of a check: the fault, or nothing yet.
pub(super) type Found = Result<Option<Fault>>;

impl<'v> Records<'v> {
    pub(super) async fn new(view: &'v mut dyn View, known: &'v Known) -> Result<Self> {
        let size = view.audit_tree().size().await?;
        let begins_at = view.audit().extent().await?.start;
        let (tree, edge, told) = (CompactRange::default(), Edge::default(), Told::default());
        Ok(Self { view, known, size, tree, edge, proven: 0, begins_at, told, suspect: None })
    }

    /// How many records were hashed.
    pub(super) fn hashed(&self) -> u64 {
        self.tree.size()
    }

    /// How many records stand under the last head that fits.
    pub(super) fn proven(&self) -> u64 {
        self.proven
    }

    /// Hashes every record; gives the first fault.
    pub(super) async fn check(&mut self) -> Found {
        if let Some(fault) = self.removed().await? {
            return Ok(Some(fault));
        }
        loop {
            let wanted = until_tile_ends(self.hashed());
            let entries = match self.read(self.hashed()).await? {
                Ok(entries) => entries,
                Err(fault) => return Ok(Some(fault)),
            };
            let end = entries.len() < wanted as usize;
            if let Some(fault) = self.batch(entries).await? {
                return Ok(Some(fault));
            }
            if end {
                return self.end().await;
            }
        }
    }

    /// The next records up to the end of their tile, or the first of them that cannot be read.
    pub(super) async fn read(&mut self, from: u64) -> Result<std::result::Result<Vec<Entry>, Fault>> {
        match self.view.audit().range(from, until_tile_ends(from)).await {
            Err(error) if error.kind() == ErrorKind::Corrupt => {}
            read => return read.map(Ok),
        }
        let mut sequence = from;
        loop {
            match self.view.audit().range(sequence, 1).await {
                Err(error) if error.kind() == ErrorKind::Corrupt => {
                    return Ok(Err(Fault::RecordUnreadable { sequence }));
                }
                read => sequence = read?.first().map_or(sequence, |entry| entry.sequence) + 1,
            }
        }
    }

    async fn batch(&mut self, entries: Vec<Entry>) -> Found {
        let place = tile_of(self.hashed());
        let tile = self.tile(place).await?;
        let mut leaves = Vec::with_capacity(entries.len());
        for entry in entries {
            let sequence = self.hashed();
            if entry.sequence != sequence {
                return self.first(Fault::RecordRemoved { sequence }).await;
            }
            let leaf = entry.leaf_hash_of();
            if leaf != entry.leaf_hash {
                let fault = self.diagnose(&entry).await?;
                return self.first(fault).await;
            }
            if sequence < self.size {
                leaves.push(leaf);
                if tile.get(place_in_tile(sequence)) != Some(&leaf) {
                    self.suspect(place, Some(entry.clone()));
                }
            }
            self.told.hear(&entry);
            self.tree.append(leaf);
            if let Some(fault) = self.meet_head().await? {
                return Ok(Some(fault));
            }
        }
        self.tiles(&leaves).await
    }

    /// Holds the records so far to the head of this size, where there is one.
    pub(super) async fn meet_head(&mut self) -> Found {
        let size = self.hashed();
        match self.known.fits(size, || self.tree.root()) {
            None => Ok(None),
            Some(true) => {
                self.proven = size;
                self.told.prove();
                Ok(self.suspect.take().map(Suspect::tile_wrong))
            }
            Some(false) => {
                let differs = Fault::RootDiffers { after: self.proven, size };
                self.first(differs).await
            }
        }
    }

    /// Holds the tiles that end here to the records.
    pub(super) async fn tiles(&mut self, leaves: &[TreeHash]) -> Found {
        for Tile { place, hashes } in self.edge.grow(leaves).tiles {
            if hashes.len() != place.width(self.size) {
                continue;
            }
            let tile = self.tile(place).await?;
            // What stands behind the hashes of a tile that still grows is looked at in the end.
            let fits =
                if hashes.len() == BATCH as usize { tile == hashes } else { tile.starts_with(&hashes) };
            if !fits {
                self.suspect(place, None);
            }
        }
        // Where the records are proven, or no head will tell, it is settled here.
        let size = self.hashed();
        match self.suspect.take() {
            Some(suspect) if self.proven == size => Ok(Some(suspect.tile_wrong())),
            Some(suspect) if self.known.largest() <= size => self.wrong(suspect).await.map(Some),
            suspect => {
                self.suspect = suspect;
                Ok(None)
            }
        }
    }

    async fn end(&mut self) -> Found {
        let (records, expected) = (self.hashed(), self.size.max(self.known.largest()));
        if records < expected {
            return self.first(Fault::Truncated { records, expected }).await;
        }
        if self.size < self.known.largest() {
            return Ok(Some(Fault::TreeCut { size: self.size, expected: self.known.largest() }));
        }
        if let Some(fault) = self.accounted_for() {
            return Ok(Some(fault));
        }
        // Behind the last hashes of each level there is nothing.
        let size = self.size;
        for place in (0..8).map(|level| TilePlace::last(level, size)) {
            if self.tile(place).await?.len() != place.width(size) {
                self.suspect(place, None);
            }
        }
        if let Some(suspect) = self.suspect.take() {
            return self.wrong(suspect).await.map(Some);
        }
        let (length, tiles) =
            (self.view.audit().extent().await?.end, self.view.audit_tree().tile_count().await?);
        if length != records {
            return Ok(Some(Fault::LengthWrong { records, length }));
        }
        let expected = TilePlace::count(self.size);
        if tiles != expected {
            return Ok(Some(Fault::TilesWrong { tiles, expected }));
        }
        Ok(self.known.missing().map(|size| Fault::HeadRemoved { size }))
    }

    pub(super) async fn tile(&mut self, place: TilePlace) -> Result<Vec<TreeHash>> {
        match self.view.audit_tree().tile(place).await {
            // One that cannot be read fits nothing.
            Err(error) if error.kind() == ErrorKind::Corrupt => Ok(Vec::new()),
            read => read,
        }
    }
}
