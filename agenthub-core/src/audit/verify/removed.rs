//! Records that have left by a policy of retention: their leaves stand in the tree, and the log says that they were to
//! leave.

use super::Fault;
use super::records::{Found, Records, place_in_tile, tile_of};
use crate::audit::Entry;
use crate::audit::retention::Removal;
use crate::audit::tree::TILE_WIDTH;

/// What a log says of which of its records were to leave; the newest that it says counts.
#[derive(Default)]
pub(super) struct Told {
    /// In any record so far.
    so_far: u64,
    /// In a record that stands under a head that fits.
    proven: u64,
}

impl Told {
    /// Takes note of what a record says.
    pub(super) fn hear(&mut self, entry: &Entry) {
        if let Some(removal) = Removal::of(entry) {
            self.so_far = removal.before;
        }
    }

    /// Takes note that all records so far are proven.
    pub(super) fn prove(&mut self) {
        self.proven = self.so_far;
    }
}

impl Records<'_> {
    /// Takes the leaves of the records that have left from the tree, and holds them to the heads as others.
    pub(super) async fn removed(&mut self) -> Found {
        while self.hashed() < self.begins_at {
            let place = tile_of(self.hashed());
            let end = (place.index.saturating_add(1)).saturating_mul(TILE_WIDTH as u64).min(self.begins_at);
            let (tile, mut leaves) = (self.tile(place).await?, Vec::new());
            for sequence in self.hashed()..end {
                let Some(leaf) = tile.get(place_in_tile(sequence)).copied() else {
                    return self.first(self.no_leaf(sequence)).await;
                };
                if sequence < self.size {
                    leaves.push(leaf);
                }
                self.tree.append(leaf);
                if let Some(fault) = self.meet_head().await? {
                    return Ok(Some(fault));
                }
            }
            if let Some(fault) = self.tiles(&leaves).await? {
                return Ok(Some(fault));
            }
        }
        Ok(None)
    }

    /// What is wrong where neither the record is there nor its leaf.
    fn no_leaf(&self, sequence: u64) -> Fault {
        if sequence < self.size {
            let place = tile_of(sequence);
            return Fault::TileWrong { level: place.level, index: place.index };
        }
        Fault::RecordRemoved { sequence }
    }

    /// Was every record that is not there to leave? What is said of that must be signed, where anything is.
    pub(super) fn accounted_for(&self) -> Option<Fault> {
        let sequence = if self.known.largest() == 0 { self.told.so_far } else { self.told.proven };
        (self.begins_at > sequence).then_some(Fault::RecordRemoved { sequence })
    }
}
