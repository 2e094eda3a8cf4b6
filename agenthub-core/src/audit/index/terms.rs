//! The terms that a record is found by.

use sha2::{Digest, Sha256};

use crate::audit::query::Condition;
use crate::audit::{LeafHash, Record, Severity};

/// The longest term that is kept as it is, in bytes.
const MAX_LENGTH: usize = 128;

/// Kinds of things of which each is new when it is recorded: terms and counts of them would be as long as the log.
const ALWAYS_NEW: [&str; 2] = ["interaction", "login"];

pub(super) fn is_always_new(entity_kind: &str) -> bool {
    ALWAYS_NEW.contains(&entity_kind)
}

/// Every term of a record.
pub(in crate::audit) fn of_record(record: &Record) -> Vec<String> {
    let mut terms = vec![
        term("actor.type", record.actor.kind().as_str()),
        term("action", &record.action),
        term("entity.type", &record.entity.kind),
        term("severity", record.severity.as_str()),
        term("outcome", record.outcome.as_str()),
    ];
    terms.extend(record.actor.id().map(|id| term("actor", &id)));
    terms.extend(record.error_code.as_deref().map(|code| term("error", code)));
    terms.extend(record.triggered_by_automation.then(|| term("automated", "true")));
    terms.extend(record.compliance_tags.iter().map(|tag| term("tag", tag)));
    terms.extend(record.changes.0.keys().map(|field| term("field", field)));
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// The terms of which a record must have one for the condition to hold. `None` where no term tells.
pub(in crate::audit) fn of_condition(condition: &Condition) -> Option<Vec<String>> {
    Some(match condition {
        Condition::ActorType(kind) => vec![term("actor.type", kind.as_str())],
        Condition::ActorId(id) => vec![term("actor", id)],
        Condition::Action(action) => vec![term("action", action)],
        Condition::EntityType(kind) => vec![term("entity.type", kind)],
        Condition::MinSeverity(least) => {
            let severe = Severity::ALL.into_iter().filter(|severity| severity >= least);
            severe.map(|severity| term("severity", severity.as_str())).collect()
        }
        Condition::Tag(tag) => vec![term("tag", tag)],
        Condition::Outcome(outcome) => vec![term("outcome", outcome.as_str())],
        Condition::ErrorCode(code) => vec![term("error", code)],
        Condition::Automated(_) => vec![term("automated", "true")],
        Condition::ChangedField(field) | Condition::Changed { field, .. } => vec![term("field", field)],
        Condition::EntityId(_)
        | Condition::RequestId(_)
        | Condition::RequestPath(_)
        | Condition::Text(_)
        | Condition::From(_)
        | Condition::Until(_)
        | Condition::Sequence(_) => return None,
    })
}

/// A term of a field: short, and without U+0000, which no database keeps in its texts.
fn term(field: &str, value: &str) -> String {
    if value.len() <= MAX_LENGTH && !value.contains('\0') {
        return format!("{field}:{value}");
    }
    format!("{field}#{}", LeafHash(Sha256::digest(value).into()))
}
