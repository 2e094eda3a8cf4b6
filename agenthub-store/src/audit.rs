//! The audit log.

mod row;

use std::ops::Range;

use agenthub_core::audit::{AuditOrder, Entry, EntryId, Record};
use agenthub_core::store::{Audit, ReadAudit};
use agenthub_core::{Result, async_trait};

use crate::append::no_organization;
use crate::convert::{number, to_column, to_json};
use crate::scope::Scope;
use crate::statement::Statement;
pub(crate) use row::Columns;
use row::Row;

macro_rules! select {
    ($($tail:expr),+) => {
        concat!(
            "SELECT organization_id, sequence, id, at, actor_type, actor_id, automated, action, entity_type, ",
            "entity_id, changes, changed_fields, request_id, request_ip, request_agent, request_path, severity, ",
            "compliance_tags, outcome, error_code, leaf_hash FROM agenthub_audit_entries WHERE organization_id = $1 AND ",
            $($tail),+
        )
    };
}

/// What its index finds.
macro_rules! of_entity {
    () => {
        "entity_type = $2 AND entity_id = $3 AND sequence >= $4 AND sequence < $5 "
    };
}

const GET: Statement = Statement::new(select!("id = $2"));
/// Where the log begins, and where its next entry comes.
const EXTENT: Statement = Statement::new(
    "SELECT COALESCE((SELECT MIN(sequence) FROM agenthub_audit_entries WHERE organization_id = $1), length), length
     FROM agenthub_audit_heads WHERE organization_id = $1",
);
/// Of many at once, whose sequence numbers are a JSON array.
const AT: Statement = Statement::split(
    select!("sequence IN (SELECT value FROM json_each($2)) ORDER BY sequence"),
    select!(
        "sequence = ANY (ARRAY(SELECT CAST(json_array_elements_text(CAST($2 AS JSON)) AS BIGINT))) ORDER BY sequence"
    ),
);
const OF_ENTITY: Statement = Statement::new(select!(of_entity!(), "ORDER BY sequence LIMIT $6"));
const OF_ENTITY_NEWEST: Statement = Statement::new(select!(of_entity!(), "ORDER BY sequence DESC LIMIT $6"));
const RANGE: Statement = Statement::new(select!("sequence >= $2 ORDER BY sequence LIMIT $3"));
/// Takes the next places in the log; others who want some wait until this transaction ends.
pub(crate) const TAKE_PLACES: Statement = Statement::new(
    "UPDATE agenthub_audit_heads SET length = length + $2 WHERE organization_id = $1 RETURNING length - $2",
);
pub(crate) const ADD: Statement = Statement::new(
    "INSERT INTO agenthub_audit_entries (organization_id, sequence, id, at, actor_type, actor_id, automated, action,
         entity_type, entity_id, changes, changed_fields, request_id, request_ip, request_agent, request_path,
         severity, compliance_tags, outcome, error_code, leaf_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)",
);

const REMOVE_BEFORE: Statement =
    Statement::new("DELETE FROM agenthub_audit_entries WHERE organization_id = $1 AND sequence < $2");

pub(crate) const STATEMENTS: &[Statement] =
    &[GET, EXTENT, AT, OF_ENTITY, OF_ENTITY_NEWEST, RANGE, TAKE_PLACES, ADD, REMOVE_BEFORE];

/// Adds a record at the end of the log.
pub(crate) async fn record(scope: &mut Scope, record: Record) -> Result<Entry> {
    let organization = scope.organization;
    let first: Option<(i64,)> = scope.sql(TAKE_PLACES).bind(1_i64).optional().await?;
    let Some((first,)) = first else {
        return Err(no_organization(organization));
    };
    let entry = Entry::new(organization, number("audit_heads.length", first)?, record);
    Columns::of(&entry)?.bind(scope.sql(ADD)).execute().await?;
    Ok(entry)
}

#[async_trait]
impl ReadAudit for Scope {
    async fn get(&mut self, id: EntryId) -> Result<Option<Entry>> {
        let row: Option<Row> = self.sql(GET).id(id).optional().await?;
        row.map(Row::entry).transpose()
    }

    async fn extent(&mut self) -> Result<Range<u64>> {
        let found: Option<(i64, i64)> = self.sql(EXTENT).optional().await?;
        let Some((first, length)) = found else { return Ok(0..0) };
        Ok(number("audit_entries.sequence", first)?..number("audit_heads.length", length)?)
    }

    async fn range(&mut self, from: u64, limit: u32) -> Result<Vec<Entry>> {
        // Beyond what a column holds there is nothing.
        let Ok(from) = to_column(from, "/from") else { return Ok(Vec::new()) };
        let rows: Vec<Row> = self.sql(RANGE).bind(from).bind(i64::from(limit)).all().await?;
        rows.into_iter().map(Row::entry).collect()
    }

    async fn at(&mut self, sequences: &[u64]) -> Result<Vec<Entry>> {
        let rows: Vec<Row> = self.sql(AT).bind(to_json(sequences)?).all().await?;
        rows.into_iter().map(Row::entry).collect()
    }

    async fn of_entity(
        &mut self,
        kind: &str,
        id: &str,
        within: Range<u64>,
        order: AuditOrder,
        limit: u32,
    ) -> Result<Vec<Entry>> {
        let statement = match order {
            AuditOrder::Oldest => OF_ENTITY,
            AuditOrder::Newest => OF_ENTITY_NEWEST,
        };
        let column = |sequence: u64| i64::try_from(sequence).unwrap_or(i64::MAX);
        let query = self.sql(statement).bind(kind.to_owned()).bind(id.to_owned());
        let query = query.bind(column(within.start)).bind(column(within.end)).bind(i64::from(limit));
        let rows: Vec<Row> = query.all().await?;
        rows.into_iter().map(Row::entry).collect()
    }
}

#[async_trait]
impl Audit for Scope {
    async fn remove_before(&mut self, sequence: u64) -> Result<u64> {
        let sequence = to_column(sequence, "/sequence")?;
        self.sql(REMOVE_BEFORE).bind(sequence).execute().await
    }
}
