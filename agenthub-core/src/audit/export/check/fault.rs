//! What can be wrong with an export.

use std::fmt;

use serde::Serialize;

use crate::audit::{EntryId, NoteFault};

/// Something in an export that is not as it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum ExportFault {
    /// The manifest is not what was signed, or signed by no key that is believed.
    ManifestWrong {
        /// Why.
        reason: String,
    },
    /// The head in the manifest is not what was signed, or signed by no key that is believed.
    HeadWrong {
        /// Why.
        reason: String,
    },
    /// A record does not say what it said.
    RecordChanged {
        /// Its sequence number.
        sequence: u64,
        /// Its id.
        id: EntryId,
    },
    /// One of these records does not say what it said, and was hashed anew; or one is gone, or one more is there.
    RecordsChanged {
        /// The sequence number of the first one.
        first: u64,
        /// The sequence number of the last one.
        last: u64,
    },
    /// Something that should be a record cannot be read.
    RecordUnreadable {
        /// How many records stand before it.
        after: u64,
    },
    /// A record is gone.
    RecordRemoved {
        /// Its sequence number.
        sequence: u64,
    },
    /// A record is there that was not exported.
    RecordInserted {
        /// The sequence number that it says.
        sequence: u64,
        /// Its id.
        id: EntryId,
    },
    /// A record does not stand where it stood.
    RecordMoved {
        /// Its sequence number.
        sequence: u64,
        /// Its id.
        id: EntryId,
    },
    /// There are fewer records than were exported.
    Truncated {
        /// How many there are.
        records: u64,
        /// How many there were.
        expected: u64,
    },
    /// The records do not give the root that was signed.
    RootDiffers,
    /// No record is wrong, but the file is not the one that was made.
    FileChanged,
}

impl ExportFault {
    pub(super) fn of_manifest(fault: NoteFault) -> Self {
        Self::ManifestWrong { reason: reason(fault) }
    }

    pub(super) fn of_head(fault: NoteFault) -> Self {
        Self::HeadWrong { reason: reason(fault) }
    }
}

fn reason(fault: NoteFault) -> String {
    match fault {
        NoteFault::Malformed => "it is not what was signed".to_owned(),
        fault => fault.to_string(),
    }
}

impl fmt::Display for ExportFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ManifestWrong { reason } => write!(f, "the manifest is not believed: {reason}"),
            Self::HeadWrong { reason } => write!(f, "the head in the manifest is not believed: {reason}"),
            Self::RecordChanged { sequence, id } => write!(f, "record {sequence} ({id}) was changed"),
            Self::RecordsChanged { first, last } => {
                write!(f, "something in records {first} to {last} was changed, and hashed anew")
            }
            Self::RecordUnreadable { after } => {
                write!(f, "what stands behind the first {after} records cannot be read")
            }
            Self::RecordRemoved { sequence } => write!(f, "record {sequence} was removed"),
            Self::RecordInserted { sequence, id } => write!(f, "record {sequence} ({id}) was inserted"),
            Self::RecordMoved { sequence, id } => write!(f, "record {sequence} ({id}) was moved"),
            Self::Truncated { records, expected } => {
                write!(f, "the file was cut off: it has {records} records of {expected}")
            }
            Self::RootDiffers => f.write_str("the records do not give the root that was signed"),
            Self::FileChanged => f.write_str("the records fit, but the file is not the one that was made"),
        }
    }
}
