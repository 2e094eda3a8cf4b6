//! What does not fit, until it is known whose fault it is; and which record it is then.

use super::Fault;
use super::records::{Found, Records, place_in_tile, tile_of};
use crate::audit::Entry;
use crate::audit::tree::{TILE_WIDTH, TilePlace, TreeHash};
use crate::error::Result;

/// A tile and the records do not fit each other. The next head tells which of them is wrong.
pub(super) struct Suspect {
    /// The tile.
    pub(super) place: TilePlace,
    /// The record, where it is its leaf that does not fit.
    pub(super) entry: Option<Entry>,
}

impl Suspect {
    /// What it is where the records fit what was signed.
    pub(super) fn tile_wrong(self) -> Fault {
        Fault::TileWrong { level: self.place.level, index: self.place.index }
    }
}

impl Records<'_> {
    /// Remembers what does not fit; the first such thing counts.
    pub(super) fn suspect(&mut self, place: TilePlace, entry: Option<Entry>) {
        self.suspect.get_or_insert(Suspect { place, entry });
    }

    /// The fault, or what was suspected before it.
    pub(super) async fn first(&mut self, fault: Fault) -> Found {
        match self.suspect.take() {
            None => Ok(Some(fault)),
            // A head says that the records are wrong; which one, no tile tells.
            Some(Suspect { entry: None, .. }) if matches!(fault, Fault::RootDiffers { .. }) => {
                Ok(Some(fault))
            }
            Some(suspect) => self.wrong(suspect).await.map(Some),
        }
    }

    /// What a suspect is where no head tells.
    pub(super) async fn wrong(&mut self, suspect: Suspect) -> Result<Fault> {
        match &suspect.entry {
            Some(entry) => self.diagnose(entry).await,
            None => Ok(suspect.tile_wrong()),
        }
    }

    /// What happened to a record that is not the one that the tree has there.
    pub(super) async fn diagnose(&mut self, entry: &Entry) -> Result<Fault> {
        let (sequence, id) = (entry.sequence, entry.record.id);
        let tile = self.tile(tile_of(sequence)).await?;
        let Some(leaf) = tile.get(place_in_tile(sequence)).filter(|leaf| **leaf != entry.leaf_hash_of())
        else {
            return Ok(Fault::RecordChanged { sequence, id });
        };
        let written_here = self.is_elsewhere(sequence, *leaf).await?;
        Ok(match self.written_at(entry).await? {
            Some(from) if written_here => Fault::RecordMoved { sequence, from, id },
            Some(_) => Fault::RecordRemoved { sequence },
            None if written_here => Fault::RecordInserted { sequence, id },
            None => Fault::RecordChanged { sequence, id },
        })
    }

    /// Where the tree has this record.
    async fn written_at(&mut self, entry: &Entry) -> Result<Option<u64>> {
        let mut moved = entry.clone();
        for index in 0..self.size.div_ceil(TILE_WIDTH as u64) {
            let leaves = self.tile(TilePlace { level: 0, index }).await?;
            for (sequence, leaf) in (index * TILE_WIDTH as u64..).zip(leaves) {
                moved.sequence = sequence;
                if moved.leaf_hash_of() == leaf {
                    return Ok(Some(sequence));
                }
            }
        }
        Ok(None)
    }

    /// Does the record that the tree has at a place stand at another one in the log?
    async fn is_elsewhere(&mut self, sequence: u64, leaf: TreeHash) -> Result<bool> {
        let mut from = 0;
        while let Ok(entries) = self.read(from).await? {
            let Some(last) = entries.last() else { break };
            from = last.sequence + 1;
            for mut entry in entries {
                entry.sequence = sequence;
                if entry.leaf_hash_of() == leaf {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }
}
