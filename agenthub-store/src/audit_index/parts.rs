//! The parts of a block, as bytes.

use agenthub_core::Result;
use agenthub_core::audit::index::Part;
use chrono::DateTime;

use crate::error::corrupt;

/// A number of 4 bytes, and two times of 8.
const LENGTH: usize = 20;

pub(super) fn to_bytes(parts: &[Part]) -> Vec<u8> {
    let part = |part: &Part| {
        let times = [part.earliest, part.latest].map(|at| at.timestamp_micros().to_be_bytes());
        [&part.number.to_be_bytes()[..], &times.concat()].concat()
    };
    parts.iter().flat_map(part).collect()
}

pub(super) fn from_bytes(bytes: &[u8]) -> Result<Vec<Part>> {
    let (parts, rest) = bytes.as_chunks::<LENGTH>();
    let parts = parts.iter().map(part).collect::<Option<_>>().filter(|_| rest.is_empty());
    parts.ok_or_else(|| corrupt("audit_blocks.parts"))
}

fn part(bytes: &[u8; LENGTH]) -> Option<Part> {
    let (number, times) = bytes.split_first_chunk()?;
    let (earliest, latest) = times.split_first_chunk()?;
    let time = |bytes: [u8; 8]| DateTime::from_timestamp_micros(i64::from_be_bytes(bytes));
    Some(Part {
        number: u32::from_be_bytes(*number),
        earliest: time(*earliest)?,
        latest: time(latest.try_into().ok()?)?,
    })
}
