//! A minute of refusals in one place: how many were let through to the log, and how many were only counted.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, TimeDelta, Utc};

use crate::audit::Changes;

/// How long refusals are counted together.
const MINUTE: TimeDelta = TimeDelta::minutes(1);

/// Is a minute over that began at this time? So it is also where the clock went back.
pub(super) fn is_over(since: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    !(since..since + MINUTE).contains(&now)
}

/// The refusals of one place. It knows no more sources than were let through.
#[derive(Debug, Default)]
pub(super) struct Window {
    since: DateTime<Utc>,
    told: u32,
    by_source: HashMap<String, u32>,
    suppressed: Option<Suppressed>,
}

/// Refusals that were only counted.
#[derive(Debug)]
pub(super) struct Suppressed {
    /// When the first of them was.
    since: DateTime<Utc>,
    /// When the last of them was.
    until: DateTime<Utc>,
    by_code: BTreeMap<String, u64>,
}

impl Window {
    /// Is there room in the log for one more of this source, which has `share` of the `most` that it takes?
    pub(super) fn admits(&mut self, source: String, share: u32, now: DateTime<Utc>, most: u32) -> bool {
        if is_over(self.since, now) {
            (self.since, self.told) = (now, 0);
            self.by_source.clear();
        }
        let of_source = self.by_source.get(&source).copied().unwrap_or_default();
        if self.told >= most || of_source >= share {
            return false;
        }
        self.told += 1;
        self.by_source.insert(source, of_source + 1);
        true
    }

    /// Counts what has no room.
    pub(super) fn suppress(&mut self, more: Suppressed) {
        match &mut self.suppressed {
            Some(suppressed) => suppressed.add(more),
            nothing => *nothing = Some(more),
        }
    }

    /// What was counted in a minute that is over.
    pub(super) fn take(&mut self, is_over: impl Fn(DateTime<Utc>) -> bool) -> Option<Suppressed> {
        self.suppressed.take_if(|suppressed| is_over(suppressed.since))
    }

    /// Is there nothing left to know of it?
    pub(super) fn is_idle(&self, is_over: impl Fn(DateTime<Utc>) -> bool) -> bool {
        self.suppressed.is_none() && is_over(self.since)
    }
}

impl Suppressed {
    pub(super) fn one(code: String, at: DateTime<Utc>) -> Self {
        Self { since: at, until: at, by_code: BTreeMap::from([(code, 1)]) }
    }

    pub(super) fn count(&self) -> u64 {
        self.by_code.values().sum()
    }

    /// What the log says of them.
    pub(super) fn changes(&self) -> Changes {
        Changes::none()
            .with("suppressed", self.count())
            .with("by_error", serde_json::json!(self.by_code))
            .with("since", self.since.to_rfc3339())
            .with("until", self.until.to_rfc3339())
    }

    fn add(&mut self, more: Self) {
        self.since = self.since.min(more.since);
        self.until = self.until.max(more.until);
        for (code, count) in more.by_code {
            *self.by_code.entry(code).or_default() += count;
        }
    }
}
