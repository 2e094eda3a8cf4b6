//! When the records of a block happened.

use chrono::{DateTime, Utc};

use super::{Block, PART, Part, Places};

impl Block {
    /// One that has no records yet.
    pub(super) fn new(number: u64) -> Self {
        Self { number, parts: Vec::new() }
    }

    /// Takes a part, or more of one that it has.
    pub(super) fn take(&mut self, more: &Part) {
        match self.parts.binary_search_by_key(&more.number, |part| part.number) {
            Ok(found) => {
                let part = &mut self.parts[found];
                part.earliest = part.earliest.min(more.earliest);
                part.latest = part.latest.max(more.latest);
            }
            Err(place) => self.parts.insert(place, more.clone()),
        }
    }

    /// When the latest of its records happened; `None` where it has none.
    pub(in crate::audit) fn latest(&self) -> Option<DateTime<Utc>> {
        self.parts.iter().map(|part| part.latest).max()
    }

    /// The places of those parts for which this holds.
    pub(in crate::audit) fn places(&self, holds: impl Fn(&Part) -> bool) -> Places {
        let mut places = Places::new();
        for part in self.parts.iter().filter(|part| holds(part)) {
            let first = part.number * PART;
            places.insert_range(first..first + PART);
        }
        places
    }
}

impl Part {
    /// The part of the record at this place, which happened then.
    pub(super) fn of(place: u32, at: DateTime<Utc>) -> Self {
        Self { number: place / PART, earliest: at, latest: at }
    }
}
