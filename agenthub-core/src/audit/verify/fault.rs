//! What can be wrong with a log.

use std::fmt;

use serde::Serialize;

use crate::audit::{EntryId, NoteFault};

/// Something in a log that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum Fault {
    /// A record does not say what it said.
    RecordChanged {
        /// Its place.
        sequence: u64,
        /// Its id.
        id: EntryId,
    },
    /// A record cannot be read.
    RecordUnreadable {
        /// Its place.
        sequence: u64,
    },
    /// Something else of the log cannot be read.
    Unreadable {
        /// What.
        what: String,
    },
    /// A record is gone.
    RecordRemoved {
        /// Its place.
        sequence: u64,
    },
    /// A record stands here that was not written here; those that follow are moved.
    RecordInserted {
        /// Its place.
        sequence: u64,
        /// Its id.
        id: EntryId,
    },
    /// A record stands where another one stood.
    RecordMoved {
        /// Where it is.
        sequence: u64,
        /// Where it was written.
        from: u64,
        /// Its id.
        id: EntryId,
    },
    /// There are fewer records than were written.
    Truncated {
        /// How many there are.
        records: u64,
        /// How many there were.
        expected: u64,
    },
    /// The tree has fewer leaves than were signed.
    TreeCut {
        /// How many it has.
        size: u64,
        /// How many it had.
        expected: u64,
    },
    /// The log counts its records wrong.
    LengthWrong {
        /// How many there are.
        records: u64,
        /// What it counts.
        length: u64,
    },
    /// A tile of the tree does not fit the records, which fit what was signed.
    TileWrong {
        /// Its level.
        level: u8,
        /// Its place on that level.
        index: u64,
    },
    /// There are more tiles than the tree has, or fewer.
    TilesWrong {
        /// How many there are.
        tiles: u64,
        /// How many the tree has.
        expected: u64,
    },
    /// The records do not give the root that was signed: between the last head that fits and this one something was
    /// changed, and everything hashed anew.
    RootDiffers {
        /// The size of the last head that fits; 0 where there is none.
        after: u64,
        /// The size of the head.
        size: u64,
    },
    /// A head of the log is no checkpoint, or not the one that stands beside it.
    HeadMalformed {
        /// Its size.
        size: u64,
    },
    /// A head of the log is signed by no key that is believed.
    HeadOfUnknownKey {
        /// Its size.
        size: u64,
    },
    /// The signature of a head of the log is wrong.
    HeadForged {
        /// Its size.
        size: u64,
    },
    /// A head that somebody else has kept is not in the log.
    HeadRemoved {
        /// Its size.
        size: u64,
    },
    /// What somebody else has kept is no head of this log.
    WitnessUnusable {
        /// Which one, from 0.
        number: u64,
        /// Why.
        reason: String,
    },
}

impl Fault {
    /// What is wrong with a head of this size.
    pub(super) fn of_head(size: u64, fault: NoteFault) -> Self {
        match fault {
            NoteFault::Malformed => Self::HeadMalformed { size },
            NoteFault::UnknownKey => Self::HeadOfUnknownKey { size },
            NoteFault::BadSignature => Self::HeadForged { size },
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RecordChanged { sequence, id } => write!(f, "record {sequence} ({id}) was changed"),
            Self::RecordUnreadable { sequence } => write!(f, "record {sequence} cannot be read"),
            Self::Unreadable { what } => f.write_str(what),
            Self::RecordRemoved { sequence } => write!(f, "record {sequence} was removed"),
            Self::RecordInserted { sequence, id } => write!(f, "record {sequence} ({id}) was inserted"),
            Self::RecordMoved { sequence, from, id } => {
                write!(f, "record {sequence} ({id}) was moved there from {from}")
            }
            Self::Truncated { records, expected } => {
                write!(f, "the log was cut off: it has {records} records of {expected}")
            }
            Self::TreeCut { size, expected } => {
                write!(f, "the tree was cut off: it has {size} leaves of {expected}")
            }
            Self::LengthWrong { records, length } => {
                write!(f, "the log counts {length} records and has {records}")
            }
            Self::TileWrong { level, index } => write!(f, "tile {index} of level {level} was changed"),
            Self::TilesWrong { tiles, expected } => {
                write!(f, "there are {tiles} tiles of the tree instead of {expected}")
            }
            Self::RootDiffers { after, size } => {
                write!(f, "something in records {after} to {} was changed, and hashed anew", size - 1)
            }
            Self::HeadMalformed { size } => write!(f, "the head of size {size} is not what was signed"),
            Self::HeadOfUnknownKey { size } => {
                write!(f, "the head of size {size} is signed by no key that is known")
            }
            Self::HeadForged { size } => write!(f, "the signature of the head of size {size} is wrong"),
            Self::HeadRemoved { size } => write!(f, "the head of size {size} was removed"),
            Self::WitnessUnusable { number, reason } => {
                write!(f, "head {number} of the witness is not taken: {reason}")
            }
        }
    }
}
