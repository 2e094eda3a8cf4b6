//! The fields of the text language.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use super::Fault;
use crate::audit::query::{Comparison, Condition, Operand, Query};
use crate::audit::{ActorKind, Severity};
use crate::error::{Detail, Word};
use crate::interaction::Outcome;

/// The fields by name, for the error that lists them.
const NAMES: &str = "actor, actor.type, action, entity, entity.type, severity, tag, outcome, error, automated, \
    request, path, field, text, at, sequence, changes.NAME";

/// The condition that a field's value compares so; `name_at` and `value_at` are where they stand.
pub(super) fn condition(
    name: &str,
    name_at: usize,
    comparison: Comparison,
    value: String,
    value_at: usize,
) -> Result<Query, Fault> {
    if let Some(field) = name.strip_prefix("changes.") {
        let (field, operand) = (field.to_owned(), Operand::new(value));
        return Ok(Query::Is(Condition::Changed { field, comparison, operand }));
    }
    match name {
        "severity" => return severity(comparison, &value, value_at),
        "at" => return time(comparison, &value, value_at),
        "sequence" => return sequence(comparison, &value, value_at),
        _ => {}
    }
    let condition = match name {
        "actor" => Condition::ActorId(value),
        "actor.type" => Condition::ActorType(one_of(&value, value_at, ActorKind::named, || {
            ActorKind::ALL.map(ActorKind::as_str).join(", ")
        })?),
        "action" => Condition::Action(value),
        "entity" => Condition::EntityId(value),
        "entity.type" => Condition::EntityType(value),
        "tag" => Condition::Tag(value),
        "outcome" => Condition::Outcome(one_of(&value, value_at, outcome, || {
            Outcome::ALL.map(Outcome::as_str).join(", ")
        })?),
        "error" => Condition::ErrorCode(value),
        "automated" => Condition::Automated(one_of(
            &value,
            value_at,
            |text| text.parse().ok(),
            || "true, false".to_owned(),
        )?),
        "request" => Condition::RequestId(value),
        "path" | "request.path" => Condition::RequestPath(value),
        "field" => Condition::ChangedField(value),
        "text" => Condition::text(&value),
        _ => return Err(Fault::new(name_at, Word::QUERY_FIELD.with("names", NAMES))),
    };
    if comparison == Comparison::Equal {
        return Ok(Query::Is(condition));
    }
    Err(Fault::new(name_at, Word::ORDERED_FIELD.with("names", "severity, at, sequence, changes.NAME")))
}

fn one_of<T>(
    value: &str,
    at: usize,
    named: impl Fn(&str) -> Option<T>,
    names: impl Fn() -> String,
) -> Result<T, Fault> {
    named(value).ok_or_else(|| Fault::new(at, Detail::Text(names())))
}

/// `ok` is short for `success`.
fn outcome(name: &str) -> Option<Outcome> {
    if name == "ok" { Some(Outcome::Success) } else { Outcome::named(name) }
}

fn severity(comparison: Comparison, value: &str, at: usize) -> Result<Query, Fault> {
    let names = || Severity::ALL.map(Severity::as_str).join(", ");
    let wanted = one_of(value, at, Severity::named, names)?;
    let fitting = Severity::ALL.into_iter().filter(|severity| comparison.accepts(severity.cmp(&wanted)));
    // As many steps as there are: each is one where it is severe enough, and the next one is not.
    Ok(Query::Any(fitting.map(exactly).collect()))
}

fn exactly(severity: Severity) -> Query {
    let least = Query::Is(Condition::MinSeverity(severity));
    match Severity::ALL.into_iter().find(|other| *other > severity) {
        Some(above) => Query::All(vec![least, Query::not(Query::Is(Condition::MinSeverity(above)))]),
        None => least,
    }
}

/// A time, or a day, which is the time from its beginning to its end in UTC.
fn time(comparison: Comparison, value: &str, at: usize) -> Result<Query, Fault> {
    let (first, after) = span(value).ok_or_else(|| Fault::new(at, time_or_day()))?;
    let (from, until) = (|at| Query::Is(Condition::From(at)), |at| Query::Is(Condition::Until(at)));
    Ok(match comparison {
        Comparison::Equal => Query::All(vec![from(first), until(after)]),
        Comparison::Less => until(first),
        Comparison::AtMost => until(after),
        Comparison::Greater => from(after),
        Comparison::AtLeast => from(first),
    })
}

fn time_or_day() -> Detail {
    let time = Word::TIME.with("example", "2026-01-31T10:00:00Z");
    let day = Word::DATE.with("example", "2026-01-31");
    Detail::Either(vec![time.into(), day.into()])
}

/// The moments of a text: the first, and the first one after.
fn span(text: &str) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    if let Ok(day) = text.parse::<NaiveDate>() {
        let start = |day: NaiveDate| day.and_time(NaiveTime::MIN).and_utc();
        return Some((start(day), start(day.succ_opt()?)));
    }
    let at = DateTime::parse_from_rfc3339(text).ok()?.to_utc();
    Some((at, at + chrono::TimeDelta::microseconds(1)))
}

fn sequence(comparison: Comparison, value: &str, at: usize) -> Result<Query, Fault> {
    let number: u64 = value.parse().map_err(|_| Fault::new(at, Word::WHOLE_NUMBER))?;
    let next = number.saturating_add(1);
    let range = match comparison {
        Comparison::Equal => number..next,
        Comparison::Less => 0..number,
        Comparison::AtMost => 0..next,
        Comparison::Greater => next..u64::MAX,
        Comparison::AtLeast => number..u64::MAX,
    };
    Ok(Query::Is(Condition::Sequence(range)))
}
