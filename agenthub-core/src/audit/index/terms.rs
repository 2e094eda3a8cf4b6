//! The terms that a record is found by.

use sha2::{Digest, Sha256};

use crate::audit::query::Condition;
use crate::audit::tree::TreeHash;
use crate::audit::{Record, Request, Severity};

/// The longest term that is kept as it is, in bytes.
const MAX_LENGTH: usize = 128;

/// What the terms of a sketch are told apart by.
const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

const ENTITY: &str = "entity";
const REQUEST: &str = "request";
const PATH: &str = "path";

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
        sketched(record).for_each(|(field, value)| {
            sketch(field, value).for_each(|(part, letter)| put(part, letter));
        });
    }
}

/// What terms tell of a condition.
pub(in crate::audit) enum Told {
    /// The records for which it holds are those that have one of these.
    AnyOf(Vec<String>),
    /// Each record for which it holds has all of these; others may have them too.
    AllOf(Vec<String>),
    /// Nothing.
    Nothing,
}

/// What terms tell of a condition.
pub(in crate::audit) fn of_condition(condition: &Condition) -> Told {
    let one = |field, value| Told::AnyOf(vec![term(field, value)]);
    match condition {
        Condition::ActorType(kind) => one("actor.type", kind.as_str()),
        Condition::ActorId(id) => one("actor", id),
        Condition::Action(action) => one("action", action),
        Condition::EntityType(kind) => one("entity.type", kind),
        Condition::MinSeverity(least) => {
            let severe = Severity::ALL.into_iter().filter(|severity| severity >= least);
            Told::AnyOf(severe.map(|severity| term("severity", severity.as_str())).collect())
        }
        Condition::Tag(tag) => one("tag", tag),
        Condition::Outcome(outcome) => one("outcome", outcome.as_str()),
        Condition::ErrorCode(code) => one("error", code),
        Condition::Automated(_) => one("automated", "true"),
        Condition::ChangedField(field) => one("field", field),
        Condition::Changed { field, .. } => Told::AllOf(vec![term("field", field)]),
        Condition::EntityId(id) => sketched_as(ENTITY, id),
        Condition::RequestId(id) => sketched_as(REQUEST, id),
        Condition::RequestPath(path) => sketched_as(PATH, path),
        Condition::Text(_) | Condition::From(_) | Condition::Until(_) | Condition::Sequence(_) => {
            Told::Nothing
        }
    }
}

/// The values of a record that may be new in each record. A term for each would make the index as long as the log.
fn sketched(record: &Record) -> impl Iterator<Item = (&'static str, &str)> {
    let Request { id, path, .. } = &record.request;
    let request = [(REQUEST, id), (PATH, path)].into_iter();
    let request = request.filter_map(|(field, value)| Some((field, value.as_deref()?)));
    request.chain([(ENTITY, record.entity.id.as_str())])
}

/// The terms that stand for such a value: few in all, so many records share each, but few have the same three.
fn sketch(field: &str, value: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let digest = Sha256::new().chain_update(field).chain_update([0]).chain_update(value).finalize();
    let letter = |byte: u8| {
        let place = usize::from(byte) % LETTERS.len();
        &LETTERS[place..=place]
    };
    // Of paths there may be one for all records, which would fill the terms of ids.
    let parts = if field == PATH { ["path.1", "path.2", "path.3"] } else { ["id.1", "id.2", "id.3"] };
    parts.into_iter().zip(digest.into_iter().map(letter))
}

fn sketched_as(field: &str, value: &str) -> Told {
    Told::AllOf(sketch(field, value).map(|(part, letter)| term(part, letter)).collect())
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
