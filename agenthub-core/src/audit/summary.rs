//! How many records a window has of each kind: from the counts of the index, and from the records that it does not
//! have yet.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::Serialize;

use super::index::{Count, Dimension, QUARTER, Tally, quarter};
use super::{ActorKind, Entity};
use crate::error::{Code, Error, Result, Violation, Word};
use crate::store::View;

/// How many of the busiest actors and entities are named.
const TOP: usize = 10;
/// The longest window, in days.
const MAX_DAYS: i64 = 3660;
/// How many records are read at a time that the index does not have.
const CHUNK: u32 = 1024;

/// Which records are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryWindow {
    /// From this time on, cut to the quarter of an hour that it lies in.
    pub from: DateTime<Utc>,
    /// Before this time, up to the end of the quarter of an hour that it lies in.
    pub until: DateTime<Utc>,
    /// Where days begin at midnight.
    pub time_zone: Tz,
}

/// How many records there are of each kind.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditSummary {
    /// The first moment that is counted.
    pub from: DateTime<Utc>,
    /// The first moment that is not.
    pub until: DateTime<Utc>,
    /// Where days begin at midnight, by its IANA name.
    pub time_zone: String,
    /// How many records there are.
    pub total: u64,
    /// By kind of actor.
    pub by_actor_type: BTreeMap<String, u64>,
    /// By what was done.
    pub by_action: BTreeMap<String, u64>,
    /// By how much it matters.
    pub by_severity: BTreeMap<String, u64>,
    /// By how it ended.
    pub by_outcome: BTreeMap<String, u64>,
    /// By day; days without a record are left out.
    pub by_day: Vec<DayCount>,
    /// Who did most, at most ten.
    pub top_actors: Vec<ActorCount>,
    /// What most was done to, at most ten; things that are new with each record, such as interactions, are left out.
    pub top_entities: Vec<EntityCount>,
    /// The part of the records that agents made, from 0 to 1; nothing where there are none.
    pub ai_share: Option<f64>,
    /// The part of the records that automations set off, from 0 to 1; nothing where there are none.
    pub automation_share: Option<f64>,
}

/// The records of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DayCount {
    /// The day.
    pub day: NaiveDate,
    /// How many records.
    pub records: u64,
}

/// The records of an actor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ActorCount {
    /// The actor, as `kind:id`.
    pub actor: String,
    /// How many records.
    pub records: u64,
}

/// The records of a thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EntityCount {
    /// The thing.
    pub entity: Entity,
    /// How many records.
    pub records: u64,
}

impl SummaryWindow {
    /// The quarters of an hour that are counted.
    fn quarters(&self) -> Result<Range<DateTime<Utc>>> {
        let fault = if self.from >= self.until {
            Some(
                Violation::new("/until", Code::VALUE_BAD_FORMAT)
                    .saying("expected", Word::TIME_AFTER.with("field", "from")),
            )
        } else if self.until - self.from > TimeDelta::days(MAX_DAYS) {
            let fault = Violation::new("/from", Code::VALUE_BAD_FORMAT);
            Some(fault.saying("expected", Word::DAYS_BEFORE.with("days", MAX_DAYS).with("field", "until")))
        } else {
            None
        };
        if let Some(fault) = fault {
            return Err(Error::new(Code::INVALID).violating(vec![fault]));
        }
        let last = self.until - TimeDelta::microseconds(1);
        Ok(quarter(self.from)..quarter(last) + QUARTER)
    }

    /// The days of these quarters, each with the span that it has of them. A day may come twice, as clocks are put back.
    fn days(&self, quarters: &Range<DateTime<Utc>>) -> (Vec<NaiveDate>, Vec<Range<DateTime<Utc>>>) {
        let (mut days, mut spans) = (Vec::new(), Vec::<Range<_>>::new());
        let mut at = quarters.start;
        while at < quarters.end {
            let (day, next) = (day(self.time_zone, at), at + QUARTER);
            match spans.last_mut() {
                Some(span) if days.last() == Some(&day) => span.end = next,
                _ => {
                    days.push(day);
                    spans.push(at..next);
                }
            }
            at = next;
        }
        (days, spans)
    }
}

/// Counts the records of a window.
pub(crate) async fn summary(view: &mut dyn View, window: &SummaryWindow) -> Result<AuditSummary> {
    let within = window.quarters()?;
    let mut sums = Sums::default();
    for (dimension, value, records) in view.audit_index().sums(within.clone()).await? {
        sums.add(dimension, value, records);
    }
    let (days, spans) = window.days(&within);
    for (day, records) in days.into_iter().zip(view.audit_index().totals(&spans).await?) {
        sums.add_day(day, records);
    }
    for count in behind(view).await?.into_iter().filter(|count| within.contains(&count.quarter)) {
        // Every record has one severity.
        if count.dimension == Dimension::Severity {
            sums.add_day(day(window.time_zone, count.quarter), count.records);
        }
        sums.add(count.dimension, count.value, count.records);
    }
    Ok(sums.summary(window.time_zone, within))
}

/// The counts of the records that the index does not have yet.
async fn behind(view: &mut dyn View) -> Result<Vec<Count>> {
    let mut tally = Tally::default();
    let mut from = view.audit_index().length().await?;
    loop {
        let entries = view.audit().range(from, CHUNK).await?;
        entries.iter().for_each(|entry| tally.add(entry));
        match entries.last() {
            Some(last) if entries.len() == CHUNK as usize => from = last.sequence + 1,
            _ => return Ok(tally.counts()),
        }
    }
}

/// The day that a moment lies in there.
fn day(zone: Tz, at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&zone).date_naive()
}

#[derive(Default)]
struct Sums {
    values: BTreeMap<(Dimension, String), u64>,
    days: BTreeMap<NaiveDate, u64>,
}

impl Sums {
    fn add(&mut self, dimension: Dimension, value: String, records: u64) {
        *self.values.entry((dimension, value)).or_default() += records;
    }

    fn add_day(&mut self, day: NaiveDate, records: u64) {
        if records > 0 {
            *self.days.entry(day).or_default() += records;
        }
    }

    fn of(&self, wanted: Dimension) -> impl Iterator<Item = (&String, u64)> {
        let values = self.values.iter().filter(move |((dimension, _), _)| *dimension == wanted);
        values.map(|((_, value), records)| (value, *records))
    }

    fn by(&self, dimension: Dimension) -> BTreeMap<String, u64> {
        self.of(dimension).map(|(value, records)| (value.clone(), records)).collect()
    }

    /// The values with most records; of equal ones those that come first in the alphabet.
    fn top(&self, dimension: Dimension) -> Vec<(&String, u64)> {
        let mut all: Vec<_> = self.of(dimension).collect();
        all.sort_by_key(|(_, records)| std::cmp::Reverse(*records));
        all.truncate(TOP);
        all
    }

    fn share(&self, dimension: Dimension, value: &str, total: u64) -> Option<f64> {
        let records = self.values.get(&(dimension, value.to_owned())).copied().unwrap_or_default();
        (total > 0).then(|| records as f64 / total as f64)
    }

    fn summary(self, time_zone: Tz, within: Range<DateTime<Utc>>) -> AuditSummary {
        let total = self.of(Dimension::Severity).map(|(_, records)| records).sum();
        let actors = self.top(Dimension::Actor).into_iter();
        let entities = self.top(Dimension::Entity).into_iter();
        AuditSummary {
            from: within.start,
            until: within.end,
            time_zone: time_zone.name().to_owned(),
            total,
            by_actor_type: self.by(Dimension::ActorType),
            by_action: self.by(Dimension::Action),
            by_severity: self.by(Dimension::Severity),
            by_outcome: self.by(Dimension::Outcome),
            by_day: self
                .days
                .iter()
                .map(|(day, records)| DayCount { day: *day, records: *records })
                .collect(),
            top_actors: actors.map(|(actor, records)| ActorCount { actor: actor.clone(), records }).collect(),
            top_entities: entities
                .filter_map(|(entity, records)| {
                    let (kind, id) = serde_json::from_str::<(String, String)>(entity).ok()?;
                    Some(EntityCount { entity: Entity { kind, id }, records })
                })
                .collect(),
            ai_share: self.share(Dimension::ActorType, ActorKind::AiAgent.as_str(), total),
            automation_share: self.share(Dimension::Automated, "true", total),
        }
    }
}
