//! The index of the audit log: which records have which term, in blocks, and how many records each quarter of an hour
//! has of each kind.
//!
//! It is built behind the log, so that writing a record costs no more for it; what it does not have yet, searches and
//! summaries read from the log itself. Nothing in it says anything that the log does not: it can be thrown away and
//! built again.

mod terms;

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use roaring::RoaringBitmap;

pub(super) use terms::{of_condition, of_record};

use super::Entry;
use crate::error::{Code, Error, Result};
use crate::organization::OrganizationId;
use crate::store::Store;

/// How many records a block covers.
pub const BLOCK: u64 = 8192;

/// How many records are taken into the index at a time.
const STEP: u32 = 4096;

/// After how many of them the thread is given to others, who may be in more of a hurry.
const AT_ONCE: usize = 64;

/// The places of some records in their block, smallest first.
pub type Places = RoaringBitmap;

/// What a block of records has in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Its number: the sequence numbers of its records, divided by [`BLOCK`].
    pub number: u64,
    /// When the earliest of its records happened.
    pub earliest: DateTime<Utc>,
    /// When the latest did.
    pub latest: DateTime<Utc>,
}

/// Which records of a block have a term.
#[derive(Debug, Clone, PartialEq)]
pub struct Posting {
    /// The term, such as `action:create`; at most 200 bytes.
    pub term: String,
    /// The number of the block.
    pub block: u64,
    /// The places of the records in the block.
    pub places: Places,
}

/// How many records of a quarter of an hour have a value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count {
    /// When the quarter of an hour begins.
    pub quarter: DateTime<Utc>,
    /// What is counted.
    pub dimension: Dimension,
    /// The value, such as `create`.
    pub value: String,
    /// How many records have it.
    pub records: u64,
}

/// What records are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// What kind of actor.
    ActorType,
    /// Which actor, as `kind:id`.
    Actor,
    /// What was done.
    Action,
    /// To which thing, as a JSON array of kind and id; left out where every thing is new.
    Entity,
    /// How much it matters.
    Severity,
    /// How it ended.
    Outcome,
    /// Whether an automation set it off: `true` or `false`.
    Automated,
}

impl Dimension {
    /// Every dimension.
    pub const ALL: [Self; 7] = [
        Self::ActorType,
        Self::Actor,
        Self::Action,
        Self::Entity,
        Self::Severity,
        Self::Outcome,
        Self::Automated,
    ];

    /// The name, as stores keep it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ActorType => "actor_type",
            Self::Actor => "actor",
            Self::Action => "action",
            Self::Entity => "entity",
            Self::Severity => "severity",
            Self::Outcome => "outcome",
            Self::Automated => "automated",
        }
    }

    /// The dimension of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dimension| dimension.as_str() == name)
    }
}

/// One step of the index: what it has more, or in place of what was there.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct IndexStep {
    /// How many records the index has then.
    pub length: u64,
    /// Blocks that are new, or stand in the place of those with the same number.
    pub blocks: Vec<Block>,
    /// Postings that are new, or stand in the place of those with the same term and block.
    pub postings: Vec<Posting>,
    /// Numbers of records to add to those that are there.
    pub counts: Vec<Count>,
}

/// Takes the next records of an organization into its index, at most a few thousand; tells whether more are left.
///
/// # Errors
/// `store.unavailable`.
pub(crate) async fn advance(store: &dyn Store, organization: OrganizationId) -> Result<bool> {
    let mut view = store.view(organization).await?;
    let length = view.audit_index().length().await?;
    let entries = view.audit().range(length, STEP).await?;
    let (Some(first), Some(last)) = (entries.first(), entries.last()) else { return Ok(false) };
    let (end, blocks) = (last.sequence + 1, first.sequence / BLOCK..last.sequence / BLOCK + 1);
    let mut growing = Growing::of(&entries).await;
    growing.join_blocks(view.audit_index().blocks(blocks.clone()).await?);
    growing.join_postings(view.audit_index().postings(&growing.terms(), blocks).await?);
    drop(view);
    let mut work = store.work(organization).await?;
    // Another node may have been faster; then there is nothing to do but to go on from there.
    if work.audit_index().advance(length, &growing.step(end)).await? {
        work.commit().await?;
    }
    Ok(entries.len() == STEP as usize)
}

/// A step in the making.
#[derive(Default)]
struct Growing {
    blocks: BTreeMap<u64, Block>,
    postings: BTreeMap<(String, u64), Places>,
    tally: Tally,
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
        let (number, at) = (entry.sequence / BLOCK, entry.record.at);
        let place = place(entry.sequence);
        self.join_blocks(vec![Block { number, earliest: at, latest: at }]);
        for term in of_record(&entry.record) {
            self.postings.entry((term, number)).or_default().insert(place);
        }
        self.tally.add(entry);
    }

    fn join_blocks(&mut self, blocks: Vec<Block>) {
        for block in blocks {
            let joined = self.blocks.entry(block.number).or_insert_with(|| block.clone());
            joined.earliest = joined.earliest.min(block.earliest);
            joined.latest = joined.latest.max(block.latest);
        }
    }

    fn terms(&self) -> Vec<String> {
        let mut terms: Vec<_> = self.postings.keys().map(|(term, _)| term.clone()).collect();
        terms.dedup();
        terms
    }

    /// Adds the places that are known already of the terms that grow.
    fn join_postings(&mut self, postings: Vec<Posting>) {
        for posting in postings {
            if let Some(places) = self.postings.get_mut(&(posting.term, posting.block)) {
                *places |= posting.places;
            }
        }
    }

    fn step(self, length: u64) -> IndexStep {
        let postings =
            self.postings.into_iter().map(|((term, block), places)| Posting { term, block, places });
        IndexStep {
            length,
            blocks: self.blocks.into_values().collect(),
            postings: postings.collect(),
            counts: self.tally.counts(),
        }
    }
}

/// A record's place in its block.
pub(super) fn place(sequence: u64) -> u32 {
    u32::try_from(sequence % BLOCK).unwrap_or_default()
}

/// Counts records by quarter of an hour and dimension.
#[derive(Debug, Default)]
pub(crate) struct Tally(BTreeMap<(DateTime<Utc>, Dimension, String), u64>);

impl Tally {
    pub(crate) fn add(&mut self, entry: &Entry) {
        let record = &entry.record;
        let mut count = |dimension, value: String| {
            *self.0.entry((quarter(record.at), dimension, value)).or_default() += 1;
        };
        count(Dimension::ActorType, record.actor.kind().as_str().to_owned());
        count(Dimension::Actor, record.actor.to_string());
        count(Dimension::Action, record.action.clone());
        count(Dimension::Severity, record.severity.as_str().to_owned());
        count(Dimension::Outcome, record.outcome.as_str().to_owned());
        count(Dimension::Automated, record.triggered_by_automation.to_string());
        if !terms::is_always_new(&record.entity.kind) {
            count(Dimension::Entity, serde_json::json!([record.entity.kind, record.entity.id]).to_string());
        }
    }

    pub(crate) fn counts(self) -> Vec<Count> {
        let counts = self.0.into_iter();
        counts
            .map(|((quarter, dimension, value), records)| Count { quarter, dimension, value, records })
            .collect()
    }
}

/// The beginning of the quarter of an hour that a time lies in. Days begin at one in every time zone that is in use.
pub(super) fn quarter(at: DateTime<Utc>) -> DateTime<Utc> {
    const LENGTH: i64 = 15 * 60;
    at - TimeDelta::seconds(at.timestamp().rem_euclid(LENGTH))
        - TimeDelta::nanoseconds(i64::from(at.timestamp_subsec_nanos()))
}

/// The bytes of places, as stores keep them.
///
/// # Errors
/// `internal` where there is no memory for them.
pub fn to_bytes(places: &Places) -> Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(places.serialized_size());
    places.serialize_into(&mut bytes).map_err(|error| Error::new(Code::INTERNAL).source(error))?;
    Ok(bytes)
}

/// Reads what [`to_bytes`] made.
///
/// # Errors
/// `store.corrupt` where it is anything else.
pub fn from_bytes(bytes: &[u8]) -> Result<Places> {
    Places::deserialize_from(bytes)
        .map_err(|error| Error::new(Code::STORE_CORRUPT).with("what", "audit_postings.places").source(error))
}
