//! A record as a row of a table, so that it comes back as it was, and no spreadsheet takes a cell for a formula.
//!
//! A cell that a spreadsheet could take for a formula has an apostrophe in front, and so has one that begins with an
//! apostrophe or is an empty text; where nothing is said, the cell is empty. So whoever reads takes one apostrophe away.

use csv::{QuoteStyle, WriterBuilder};
use serde::de::DeserializeOwned;

use crate::audit::personal::Opened;
use crate::audit::{Actor, ActorKind, Entity, Entry, Record, Request, Severity, TreeHash};
use crate::error::{Error, Result};
use crate::interaction::Outcome;

/// The columns, in order.
const COLUMNS: [&str; 20] = [
    "sequence",
    "at",
    "id",
    "organization_id",
    "actor_type",
    "actor_id",
    "triggered_by_automation",
    "action",
    "entity_type",
    "entity_id",
    "changes",
    "severity",
    "compliance_tags",
    "outcome",
    "error_code",
    "request_id",
    "request_ip",
    "request_user_agent",
    "request_path",
    "leaf_hash",
];

/// What makes a formula of a cell, also in its wide form; and what would hide such a beginning.
const DANGEROUS: [char; 13] = ['=', '+', '-', '@', '\t', '\r', '\n', '\'', '＝', '＋', '－', '＠', '|'];

/// The column behind the others, where what is personal is wanted: outside of what is hashed.
const PERSONAL: &str = "personal";

/// The names of the columns.
pub(super) fn head(personal: bool) -> Vec<u8> {
    let names = COLUMNS.into_iter().chain(personal.then_some(PERSONAL));
    row(&names.map(str::to_owned).collect::<Vec<_>>())
}

/// The row of a record.
pub(super) fn record(entry: &Entry, personal: Option<&Opened>) -> Result<Vec<u8>> {
    let mut cells = cells(entry)?.to_vec();
    if let Some(personal) = personal {
        cells.push(serde_json::to_string(personal).map_err(unwritable)?);
    }
    Ok(row(&cells))
}

/// A row, with its end.
fn row(cells: &[String]) -> Vec<u8> {
    let mut writer =
        WriterBuilder::new().quote_style(QuoteStyle::Always).has_headers(false).from_writer(Vec::new());
    // Writing to memory cannot fail.
    drop(writer.write_record(cells));
    writer.into_inner().unwrap_or_default()
}

/// The cells of a record.
fn cells(entry: &Entry) -> Result<[String; COLUMNS.len()]> {
    let record = &entry.record;
    let optional = |value: &Option<String>| value.as_deref().map(guarded).unwrap_or_default();
    let at = serde_json::to_value(record.at).map_err(unwritable)?;
    Ok([
        entry.sequence.to_string(),
        at.as_str().unwrap_or_default().to_owned(),
        record.id.to_string(),
        entry.organization_id.to_string(),
        record.actor.kind().as_str().to_owned(),
        optional(&record.actor.id()),
        record.triggered_by_automation.to_string(),
        guarded(&record.action),
        guarded(&record.entity.kind),
        guarded(&record.entity.id),
        serde_json::to_string(&record.changes).map_err(unwritable)?,
        record.severity.as_str().to_owned(),
        serde_json::to_string(&record.compliance_tags).map_err(unwritable)?,
        record.outcome.as_str().to_owned(),
        optional(&record.error_code),
        optional(&record.request.id),
        optional(&record.request.ip),
        optional(&record.request.user_agent),
        optional(&record.request.path),
        entry.leaf_hash.to_string(),
    ])
}

/// The record of a row; `None` where it is none.
pub(in crate::audit::export) fn entry(row: &[u8]) -> Option<Entry> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(row);
    let cells = reader.records().next()?.ok()?;
    let cell = |name: &str| cells.get(COLUMNS.iter().position(|column| *column == name)?);
    let optional = |name: &str| cell(name).filter(|text| !text.is_empty()).map(bare);
    let kind = ActorKind::named(cell("actor_type")?)?;
    let record = Record {
        id: cell("id")?.parse().ok()?,
        at: cell("at")?.parse().ok()?,
        actor: Actor::from_parts(kind, optional("actor_id").as_deref())?,
        triggered_by_automation: cell("triggered_by_automation")?.parse().ok()?,
        action: optional("action")?,
        entity: Entity { kind: optional("entity_type")?, id: optional("entity_id")? },
        changes: json(cell("changes")?)?,
        request: Request {
            id: optional("request_id"),
            ip: optional("request_ip"),
            user_agent: optional("request_user_agent"),
            path: optional("request_path"),
        },
        severity: Severity::named(cell("severity")?)?,
        compliance_tags: json(cell("compliance_tags")?)?,
        outcome: Outcome::named(cell("outcome")?)?,
        error_code: optional("error_code"),
    };
    Some(Entry {
        organization_id: cell("organization_id")?.parse().ok()?,
        sequence: cell("sequence")?.parse().ok()?,
        record,
        leaf_hash: named::<TreeHash>(cell("leaf_hash")?)?,
    })
}

/// The text, with an apostrophe in front where it must have one.
fn guarded(text: &str) -> String {
    let first = text.trim_start_matches(' ').chars().next();
    let is_safe = first.is_some_and(|first| !DANGEROUS.contains(&first));
    if is_safe { text.to_owned() } else { format!("'{text}") }
}

/// The text that [`guarded`] was given.
fn bare(cell: &str) -> String {
    cell.strip_prefix('\'').unwrap_or(cell).to_owned()
}

fn json<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}

fn named<T: DeserializeOwned>(name: &str) -> Option<T> {
    serde_json::from_value(name.into()).ok()
}

fn unwritable(error: serde_json::Error) -> Error {
    Error::internal("a record").source(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_could_be_a_formula_has_an_apostrophe_and_comes_back() {
        for text in ["=1+1", "+1", "-1", "@x", "\t=1", "\r", "  =1", "'quoted", "", " ", "＝1", "|cmd"] {
            assert_eq!(guarded(text), format!("'{text}"));
            assert_eq!(bare(&guarded(text)), text);
        }
        for text in ["create", "a=1", "日本", "7", "(x)"] {
            assert_eq!(guarded(text), text);
            assert_eq!(bare(text), text);
        }
    }
}
