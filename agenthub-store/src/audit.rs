//! The audit log.

mod row;

use agenthub_core::audit::{AuditFilter, Entry, EntryId, Record};
use agenthub_core::page::{Listing, Page};
use agenthub_core::store::ReadAudit;
use agenthub_core::{Result, async_trait};

use crate::append::no_organization;
use crate::convert::{number, to_column};
use crate::paging;
use crate::scope::Scope;
use crate::sql::Query;
use crate::statement::Statement;
use crate::words;
pub(crate) use row::Columns;
use row::Row;

const ORDER: &str = "-sequence";

macro_rules! select {
    ($($tail:expr),+) => {
        concat!(
            "SELECT organization_id, sequence, id, at, actor_type, actor_id, automated, action, entity_type, ",
            "entity_id, changes, changed_fields, request_id, request_ip, request_agent, request_path, severity, compliance_tags, ",
            "outcome, error_code, leaf_hash FROM agenthub_audit_entries WHERE organization_id = $1 AND ",
            $($tail),+
        )
    };
}

/// What the filter asks for, but for the entity.
macro_rules! wanted {
    () => {
        "(CAST($4 AS TEXT) IS NULL OR actor_type = $4)
         AND (CAST($5 AS TEXT) IS NULL OR actor_id = $5)
         AND (CAST($6 AS TEXT) IS NULL OR action = $6)
         AND severity >= $7
         AND (CAST($8 AS TEXT) IS NULL OR REPLACE(compliance_tags, $8, '') <> compliance_tags)
         AND (CAST($9 AS TEXT) IS NULL OR outcome = $9)
         AND (CAST($10 AS BOOLEAN) IS NULL OR automated = $10)
         AND (CAST($11 AS TEXT) IS NULL OR request_id = $11)
         AND (CAST($12 AS TEXT) IS NULL OR REPLACE(changed_fields, $12, '') <> changed_fields)
         AND (CAST($13 AS TIMESTAMPTZ) IS NULL OR at >= $13)
         AND (CAST($14 AS TIMESTAMPTZ) IS NULL OR at < $14)"
    };
}

macro_rules! any_entity {
    () => {
        "(CAST($2 AS TEXT) IS NULL OR entity_type = $2) AND (CAST($3 AS TEXT) IS NULL OR entity_id = $3) AND "
    };
}

/// With both known, their index finds the entries of one thing.
macro_rules! one_entity {
    () => {
        "entity_type = $2 AND entity_id = $3 AND "
    };
}

macro_rules! counted {
    ($entity:expr) => {
        concat!(
            "SELECT COUNT(*) FROM agenthub_audit_entries WHERE organization_id = $1 AND ",
            $entity,
            wanted!()
        )
    };
}

macro_rules! page {
    () => {
        " AND sequence < $15 ORDER BY sequence DESC LIMIT $16 OFFSET $17"
    };
}

const LENGTH: Statement =
    Statement::new("SELECT length FROM agenthub_audit_heads WHERE organization_id = $1");
const GET: Statement = Statement::new(select!("id = $2"));
const LIST: Statement = Statement::new(select!(any_entity!(), wanted!(), page!()));
const LIST_OF_ENTITY: Statement = Statement::new(select!(one_entity!(), wanted!(), page!()));
const COUNT: Statement = Statement::new(counted!(any_entity!()));
const COUNT_OF_ENTITY: Statement = Statement::new(counted!(one_entity!()));
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

pub(crate) const STATEMENTS: &[Statement] =
    &[LENGTH, GET, LIST, LIST_OF_ENTITY, COUNT, COUNT_OF_ENTITY, RANGE, TAKE_PLACES, ADD];

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
    async fn length(&mut self) -> Result<u64> {
        let row: Option<(i64,)> = self.sql(LENGTH).optional().await?;
        row.map_or(Ok(0), |(length,)| number("audit_heads.length", length))
    }

    async fn get(&mut self, id: EntryId) -> Result<Option<Entry>> {
        let row: Option<Row> = self.sql(GET).id(id).optional().await?;
        row.map(Row::entry).transpose()
    }

    async fn list(&mut self, filter: &AuditFilter, page: &Page) -> Result<Listing<Entry>> {
        let before = paging::before_number(page, ORDER)?;
        let one_entity = filter.entity_type.is_some() && filter.entity_id.is_some();
        let (list, count) = if one_entity { (LIST_OF_ENTITY, COUNT_OF_ENTITY) } else { (LIST, COUNT) };
        let query = bind(self.sql(list), filter)?;
        let rows: Vec<Row> =
            query.bind(before).bind(paging::fetch(page)).bind(i64::from(page.skip)).all().await?;
        let total = if page.count { Some(bind(self.sql(count), filter)?.count().await?) } else { None };
        let items = rows.into_iter().map(Row::entry).collect::<Result<Vec<_>>>()?;
        Ok(paging::listing(items, page, total, |last| paging::cursor(ORDER, "", last.sequence)))
    }

    async fn range(&mut self, from: u64, limit: u32) -> Result<Vec<Entry>> {
        // Beyond what a column holds there is nothing.
        let Ok(from) = to_column(from, "/from") else { return Ok(Vec::new()) };
        let rows: Vec<Row> = self.sql(RANGE).bind(from).bind(i64::from(limit)).all().await?;
        rows.into_iter().map(Row::entry).collect()
    }
}

/// Binds the filter from `$2` on.
fn bind<'t>(query: Query<'t>, filter: &AuditFilter) -> Result<Query<'t>> {
    let word = |word: &Option<String>| word.as_deref().map(words::pattern).transpose();
    let least = filter.min_severity.map_or(0, row::rank);
    Ok(query
        .bind(filter.entity_type.clone())
        .bind(filter.entity_id.clone())
        .bind(filter.actor_type.map(|kind| kind.as_str()))
        .bind(filter.actor_id.clone())
        .bind(filter.action.clone())
        .bind(least)
        .bind(word(&filter.compliance_tag)?)
        .bind(filter.outcome.map(|outcome| outcome.as_str()))
        .bind(filter.triggered_by_automation)
        .bind(filter.request_id.clone())
        .bind(word(&filter.changed_field)?)
        .optional_time(filter.from)
        .optional_time(filter.until))
}
