//! The index of the audit log: which records have which term, in blocks, and how many records each quarter of an hour
//! has of each kind.
//!
//! It is built behind the log, so that writing a record costs no more for it; what it does not have yet, searches and
//! summaries read from the log itself. Nothing in it says anything that the log does not: it can be thrown away and
//! built again.

mod block;
mod grow;
mod tally;
mod terms;

use chrono::{DateTime, TimeDelta, Utc};
use roaring::RoaringBitmap;

pub(crate) use grow::advance;
pub(crate) use tally::Tally;
pub(super) use terms::{Told, of_condition};

use crate::error::{Code, Error, Result};

/// How many records a block covers.
pub const BLOCK: u64 = 8192;

/// How long a quarter of an hour is.
pub(super) const QUARTER: TimeDelta = TimeDelta::minutes(15);

/// The places of some records in their block, smallest first.
pub type Places = RoaringBitmap;

/// How many records a part of a block covers.
pub const PART: u32 = 256;

/// A block of records, and when they happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Its number: the sequence numbers of its records, divided by [`BLOCK`].
    pub number: u64,
    /// Its parts in order; those of which no record was there when the index was built are left out.
    pub parts: Vec<Part>,
}

/// When the records of a part of a block happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its number in the block: the places of its records, divided by [`PART`].
    pub number: u32,
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
    /// How much it matters; every record has one value of it.
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

/// A record's place in its block.
pub(super) fn place(sequence: u64) -> u32 {
    u32::try_from(sequence % BLOCK).unwrap_or_default()
}

/// The beginning of the quarter of an hour that a time lies in. Days begin at one in every time zone that is in use.
pub(super) fn quarter(at: DateTime<Utc>) -> DateTime<Utc> {
    at - TimeDelta::seconds(at.timestamp().rem_euclid(QUARTER.num_seconds()))
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
