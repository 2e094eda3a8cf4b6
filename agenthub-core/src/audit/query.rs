//! What must hold of an audit record: conditions, joined by and, or and not. One evaluator for every store.

mod change;
pub(super) mod text;

use std::ops::Range;

use chrono::{DateTime, Utc};

pub use change::{Comparison, Operand};

use super::{ActorKind, Entry, Severity};
use crate::interaction::Outcome;

/// What must hold of a record.
#[derive(Debug, Clone, PartialEq)]
pub enum Query {
    /// All of these; of none of them, everything holds.
    All(Vec<Query>),
    /// At least one of these.
    Any(Vec<Query>),
    /// This does not hold.
    Not(Box<Query>),
    /// One condition.
    Is(Condition),
}

/// One condition.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// By an actor of this kind.
    ActorType(ActorKind),
    /// By this actor.
    ActorId(String),
    /// With this action.
    Action(String),
    /// To a thing of this kind.
    EntityType(String),
    /// To this thing.
    EntityId(String),
    /// At least this severe.
    MinSeverity(Severity),
    /// With this compliance tag.
    Tag(String),
    /// With this outcome.
    Outcome(Outcome),
    /// With this error.
    ErrorCode(String),
    /// Set off by an automation, or not.
    Automated(bool),
    /// Of this request.
    RequestId(String),
    /// Of requests with this method and path.
    RequestPath(String),
    /// That changed this field.
    ChangedField(String),
    /// That changed this field to a value that compares so.
    Changed {
        /// The field.
        field: String,
        /// How its value compares.
        comparison: Comparison,
        /// With what.
        operand: Operand,
    },
    /// With this text, in lower case, in what was done, to what, or in what changed.
    Text(String),
    /// At this time or later.
    From(DateTime<Utc>),
    /// Before this time.
    Until(DateTime<Utc>),
    /// With a sequence number in this range.
    Sequence(Range<u64>),
}

impl Query {
    /// What every record is.
    pub fn everything() -> Self {
        Self::All(Vec::new())
    }

    /// The opposite of `query`.
    #[expect(clippy::should_implement_trait, reason = "a name for use as a function")]
    pub fn not(query: Self) -> Self {
        Self::Not(Box::new(query))
    }

    /// Does it hold of the record?
    pub fn wants(&self, entry: &Entry) -> bool {
        match self {
            Self::All(queries) => queries.iter().all(|query| query.wants(entry)),
            Self::Any(queries) => queries.iter().any(|query| query.wants(entry)),
            Self::Not(query) => !query.wants(entry),
            Self::Is(condition) => condition.holds(entry),
        }
    }

    /// The one thing that all wanted records are about, where there is one.
    pub(super) fn entity(&self) -> Option<(&str, &str)> {
        let Self::All(queries) = self else { return None };
        let kind = queries.iter().find_map(|query| match query {
            Self::Is(Condition::EntityType(kind)) => Some(kind.as_str()),
            _ => None,
        });
        let id = queries.iter().find_map(|query| match query {
            Self::Is(Condition::EntityId(id)) => Some(id.as_str()),
            _ => None,
        });
        kind.zip(id).or_else(|| queries.iter().find_map(Self::entity))
    }
}

impl Condition {
    /// With this text somewhere, in whatever case.
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_lowercase())
    }

    fn holds(&self, entry: &Entry) -> bool {
        let record = &entry.record;
        let is = |value: &Option<String>, wanted: &String| value.as_ref() == Some(wanted);
        match self {
            Self::ActorType(kind) => record.actor.kind() == *kind,
            Self::ActorId(id) => record.actor.id().as_ref() == Some(id),
            Self::Action(action) => record.action == *action,
            Self::EntityType(kind) => record.entity.kind == *kind,
            Self::EntityId(id) => record.entity.id == *id,
            Self::MinSeverity(least) => record.severity >= *least,
            Self::Tag(tag) => record.compliance_tags.contains(tag),
            Self::Outcome(outcome) => record.outcome == *outcome,
            Self::ErrorCode(code) => is(&record.error_code, code),
            Self::Automated(automated) => record.triggered_by_automation == *automated,
            Self::RequestId(id) => is(&record.request.id, id),
            Self::RequestPath(path) => is(&record.request.path, path),
            Self::ChangedField(field) => record.changes.0.contains_key(field),
            Self::Changed { field, comparison, operand } => {
                record.changes.0.get(field).is_some_and(|change| operand.compares(change, *comparison))
            }
            Self::Text(text) => contains(entry, text),
            Self::From(from) => record.at >= *from,
            Self::Until(until) => record.at < *until,
            Self::Sequence(range) => range.contains(&entry.sequence),
        }
    }
}

/// Does the text, in lower case, stand in what was done, to what, or in what changed?
fn contains(entry: &Entry, text: &str) -> bool {
    let record = &entry.record;
    let has = |words: &str| words.to_lowercase().contains(text);
    has(&record.action)
        || has(&record.entity.kind)
        || has(&record.entity.id)
        || record.error_code.as_deref().is_some_and(has)
        || record.changes.0.iter().any(|(field, change)| {
            let values = [&change.old, &change.new];
            has(field) || values.into_iter().flatten().any(|value| has(&change::words(value)))
        })
}
