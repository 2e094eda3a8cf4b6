//! Letting the index grow, step by step.

use std::collections::HashMap;
use std::ops::Range;

use super::terms::Terms;
use super::{BLOCK, Block, IndexStep, Part, Places, Posting, Tally, place};
use crate::audit::Entry;
use crate::error::Result;
use crate::organization::OrganizationId;
use crate::store::{Store, View};

/// How many records are taken into the index at a time: as many as a block has. Each step writes what grows in the last
/// block anew, so few steps are less work than many.
const STEP: u32 = BLOCK as u32;

/// After how many of them the thread is given to others, who may be in more of a hurry.
const AT_ONCE: usize = 64;

/// Takes the next records of an organization into its index, at most a few thousand; tells whether more are left.
///
/// # Errors
/// `store.unavailable`.
pub(crate) async fn advance(store: &dyn Store, organization: OrganizationId) -> Result<bool> {
    let mut view = store.view(organization).await?;
    let length = view.audit_index().length().await?;
    let entries = view.audit().range(length, STEP).await?;
    let Some(last) = entries.last() else { return Ok(false) };
    let end = last.sequence + 1;
    let mut growing = Growing::of(&entries).await;
    growing.join(view.as_mut()).await?;
    drop(view);
    let step = growing.step(end);
    let mut work = store.work(organization).await?;
    // Another node may have been faster; then there is nothing to do but to go on from there.
    if work.audit_index().advance(length, &step).await? {
        work.commit().await?;
    }
    Ok(entries.len() == STEP as usize)
}

/// A step in the making.
#[derive(Default)]
struct Growing {
    /// Those that grow, lowest number first.
    blocks: Vec<GrowingBlock>,
    tally: Tally,
    terms: Terms,
}

struct GrowingBlock {
    block: Block,
    places: HashMap<String, Places>,
}

impl Growing {
    async fn of(entries: &[Entry]) -> Self {
        let mut growing = Self::default();
        for some in entries.chunks(AT_ONCE) {
            some.iter().for_each(|entry| growing.add(entry));
            tokio::task::yield_now().await;
        }
        growing
    }

    fn add(&mut self, entry: &Entry) {
        self.tally.add(entry);
        let (number, place) = (entry.sequence / BLOCK, place(entry.sequence));
        if self.blocks.last().is_none_or(|last| last.block.number != number) {
            self.blocks.push(GrowingBlock { block: Block::new(number), places: HashMap::new() });
        }
        let Some(growing) = self.blocks.last_mut() else { return };
        growing.block.take(&Part::of(place, entry.record.at));
        self.terms.each(&entry.record, |term| growing.insert(term, place));
    }

    /// Joins what the index has of the blocks already.
    async fn join(&mut self, view: &mut dyn View) -> Result<()> {
        for growing in &mut self.blocks {
            let only: Range<u64> = growing.block.number..growing.block.number + 1;
            for block in view.audit_index().blocks(only.clone()).await? {
                block.parts.iter().for_each(|part| growing.block.take(part));
            }
            let terms: Vec<_> = growing.places.keys().cloned().collect();
            for posting in view.audit_index().postings(&terms, only).await? {
                *growing.places.entry(posting.term).or_default() |= posting.places;
            }
        }
        Ok(())
    }

    fn step(self, length: u64) -> IndexStep {
        let mut step = IndexStep { length, counts: self.tally.counts(), ..IndexStep::default() };
        for GrowingBlock { block, places } in self.blocks {
            step.postings.extend(places.into_iter().map(|(term, mut places)| {
                places.optimize();
                Posting { term, block: block.number, places }
            }));
            step.blocks.push(block);
        }
        // A store finds neighbours sooner.
        step.postings.sort_unstable_by(|a, b| (&a.term, a.block).cmp(&(&b.term, b.block)));
        step
    }
}

impl GrowingBlock {
    fn insert(&mut self, term: &str, place: u32) {
        // Nearly every term was seen before, and then none is kept anew.
        match self.places.get_mut(term) {
            Some(places) => {
                places.insert(place);
            }
            None => {
                self.places.insert(term.to_owned(), Places::from([place]));
            }
        }
    }
}
