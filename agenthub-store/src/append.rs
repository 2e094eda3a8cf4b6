//! The journal's write: many finished calls of any organizations, all or none. The hot path of the whole hub.
//!
//! Three statements a batch, however large: the audit logs' next places, the interactions, the entries. How the rows
//! travel was measured: `docs/src/decisions/0002-journal-write-form.md`.

mod postgres;
mod sqlite;

use std::collections::BTreeMap;

use agenthub_core::Result;
use agenthub_core::audit::Entry;
use agenthub_core::error::{Code, Error};
use agenthub_core::organization::OrganizationId;
use agenthub_core::store::FinishedCall;
use uuid::Uuid;

use crate::convert::{number, to_json};
use crate::error::is_collision;
use crate::sql::{Pool, Reach, Tx};
use crate::statement::Statement;
use crate::{audit, interactions};

/// How often a batch is tried that collides with others. Locks are taken in one order, so once more is mostly enough.
const TRIES: u32 = 5;

/// Takes places in many logs at once: a JSON object of how many for each organization. On PostgreSQL in the order of
/// the ids, so that two batches never wait for each other.
const TAKE_PLACES: Statement = Statement::split(
    "UPDATE agenthub_audit_heads SET length = length + wanted.places
     FROM (SELECT unhex(key, '-') AS id, value AS places FROM json_each($1)) AS wanted
     WHERE organization_id = wanted.id
     RETURNING organization_id, length",
    "WITH wanted AS (
         SELECT CAST(key AS UUID) AS id, CAST(value AS BIGINT) AS places FROM json_each_text(CAST($1 AS JSON))
     ), locked AS (
         SELECT h.organization_id, w.places FROM agenthub_audit_heads h JOIN wanted w ON w.id = h.organization_id
         ORDER BY h.organization_id FOR UPDATE OF h
     )
     UPDATE agenthub_audit_heads h SET length = h.length + locked.places
     FROM locked WHERE h.organization_id = locked.organization_id
     RETURNING h.organization_id, h.length",
);

pub(crate) const STATEMENTS: &[Statement] = &[TAKE_PLACES, ADD_INTERACTIONS, ADD_ENTRIES];

const ADD_INTERACTIONS: Statement = Statement::split(sqlite::ADD_INTERACTIONS, postgres::ADD_INTERACTIONS);
const ADD_ENTRIES: Statement = Statement::split(sqlite::ADD_ENTRIES, postgres::ADD_ENTRIES);

/// Writes the calls; durable when this returns.
pub(crate) async fn append(pool: &Pool, calls: &[FinishedCall]) -> Result<()> {
    if calls.is_empty() {
        return Ok(());
    }
    let interactions: Vec<_> =
        calls.iter().map(|call| interactions::Columns::of(&call.interaction)).collect::<Result<_>>()?;
    let mut tries = 1;
    loop {
        match write(pool, calls, &interactions).await {
            Err(error) if is_collision(&error) && tries < TRIES => tries += 1,
            done => return done,
        }
    }
}

async fn write(
    pool: &Pool,
    calls: &[FinishedCall],
    interactions: &[interactions::Columns<'_>],
) -> Result<()> {
    let mut tx = pool.write(Reach::Platform).await?;
    let places = take_places(&mut tx, calls).await?;
    let entries = entries(calls, places);
    let entries: Vec<_> = entries
        .iter()
        .map(|entry| Ok((entry.organization_id, audit::Columns::of(entry)?)))
        .collect::<Result<_>>()?;
    match tx {
        Tx::Sqlite(_) => sqlite::add(&mut tx, calls, interactions, &entries).await?,
        Tx::Postgres(_) => postgres::add(&mut tx, calls, interactions, &entries).await?,
    }
    tx.commit().await
}

/// The first free place in each organization's log, taken for this batch.
async fn take_places(tx: &mut Tx, calls: &[FinishedCall]) -> Result<BTreeMap<OrganizationId, u64>> {
    let mut wanted = BTreeMap::<OrganizationId, u64>::new();
    for call in calls {
        *wanted.entry(call.organization_id).or_default() += 1;
    }
    let document = to_json(&wanted)?;
    let taken: Vec<(Uuid, i64)> = tx.sql(TAKE_PLACES).bind(document).all().await?;
    let mut first = BTreeMap::new();
    for (id, length) in taken {
        let id = OrganizationId::from_uuid(id);
        let length: u64 = number("audit_heads.length", length)?;
        first.insert(id, length - wanted.get(&id).copied().unwrap_or_default());
    }
    match wanted.keys().find(|id| !first.contains_key(id)) {
        Some(unknown) => Err(no_organization(*unknown)),
        None => Ok(first),
    }
}

/// The audit entries, each at its place.
fn entries(calls: &[FinishedCall], mut next: BTreeMap<OrganizationId, u64>) -> Vec<Entry> {
    calls
        .iter()
        .map(|call| {
            let place = next.entry(call.organization_id).or_default();
            let entry = Entry::new(call.organization_id, *place, call.record.clone());
            *place += 1;
            entry
        })
        .collect()
}

/// The error of a write to the log of an organization that does not exist.
pub(crate) fn no_organization(id: OrganizationId) -> Error {
    Error::new(Code::STORE_CONFLICT).source(format!("there is no organization {id}"))
}
