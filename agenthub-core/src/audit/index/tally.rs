//! Counting records.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};

use super::{Count, Dimension, quarter, terms};
use crate::audit::Entry;

/// Counts records by quarter of an hour, dimension and value.
#[derive(Debug, Default)]
pub(crate) struct Tally(BTreeMap<(DateTime<Utc>, Dimension), HashMap<String, u64>>);

impl Tally {
    pub(crate) fn add(&mut self, entry: &Entry) {
        let record = &entry.record;
        let mut count = |dimension, value: &str| {
            let values = self.0.entry((quarter(record.at), dimension)).or_default();
            // Nearly every value was seen before, and then none is kept anew.
            match values.get_mut(value) {
                Some(records) => *records += 1,
                None => {
                    values.insert(value.to_owned(), 1);
                }
            }
        };
        count(Dimension::ActorType, record.actor.kind().as_str());
        count(Dimension::Actor, &record.actor.to_string());
        count(Dimension::Action, &record.action);
        count(Dimension::Severity, record.severity.as_str());
        count(Dimension::Outcome, record.outcome.as_str());
        count(Dimension::Automated, if record.triggered_by_automation { "true" } else { "false" });
        if !terms::is_always_new(&record.entity.kind) {
            let entity = serde_json::json!([record.entity.kind, record.entity.id]);
            count(Dimension::Entity, &entity.to_string());
        }
    }

    /// What was counted, in the order of the quarters.
    pub(crate) fn counts(self) -> Vec<Count> {
        let quarters = self.0.into_iter();
        let mut counts: Vec<_> = quarters
            .flat_map(|((quarter, dimension), values)| {
                values.into_iter().map(move |(value, records)| Count { quarter, dimension, value, records })
            })
            .collect();
        counts.sort_unstable();
        counts
    }
}
