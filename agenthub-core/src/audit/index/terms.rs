//! The terms that a record is found by.

use sha2::{Digest, Sha256};

use crate::audit::query::Condition;
use crate::audit::tree::TreeHash;
use crate::audit::{Record, Severity};

/// The longest term that is kept as it is, in bytes.
const MAX_LENGTH: usize = 128;

/// Kinds of things of which each is new when it is recorded: terms and counts of them would be as long as the log.
const ALWAYS_NEW: [&str; 2] = ["interaction", "login"];

pub(super) fn is_always_new(entity_kind: &str) -> bool {
    ALWAYS_NEW.contains(&entity_kind)
}

/// Writes the terms of records, one after the other into the same memory.
#[derive(Default)]
pub(super) struct Terms(String);

impl Terms {
    /// Gives every term of a record; one may come more than once.
    pub(super) fn each(&mut self, record: &Record, mut give: impl FnMut(&str)) {
        let mut put = |field: &str, value: &str| {
            self.0.clear();
            write(&mut self.0, field, value);
            give(&self.0);
        };
        put("actor.type", record.actor.kind().as_str());
        put("action", &record.action);
        put("entity.type", &record.entity.kind);
        put("severity", record.severity.as_str());
        put("outcome", record.outcome.as_str());
        if let Some(id) = record.actor.id() {
            put("actor", &id);
        }
        if let Some(code) = &record.error_code {
            put("error", code);
        }
        if record.triggered_by_automation {
            put("automated", "true");
        }
        record.compliance_tags.iter().for_each(|tag| put("tag", tag));
        record.changes.0.keys().for_each(|field| put("field", field));
    }
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

fn term(field: &str, value: &str) -> String {
    let mut term = String::new();
    write(&mut term, field, value);
    term
}

/// Writes a term of a field: short, and without U+0000, which no database keeps in its texts.
fn write(term: &mut String, field: &str, value: &str) {
    term.push_str(field);
    if value.len() <= MAX_LENGTH && !value.contains('\0') {
        term.push(':');
        term.push_str(value);
    } else {
        term.push('#');
        term.push_str(&TreeHash(Sha256::digest(value).into()).to_string());
    }
}
