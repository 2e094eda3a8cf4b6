//! Exports of the audit log.

use agenthub_core::audit::export::{AuditExport, AuditExportId};
use agenthub_core::organization::OrganizationId;
use agenthub_core::page::{Listing, Page};
use agenthub_core::store::{AuditExports, ReadAuditExports, ReadDueAuditExports};
use agenthub_core::{Id, Result, async_trait};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::convert::{actor, json, number, to_column, to_json};
use crate::paging;
use crate::scope::{Above, Scope};
use crate::statement::Statement;

const ORDER: &str = "-created_at";

macro_rules! select {
    ($tail:literal) => {
        concat!(
            "SELECT id, revision, request, state, created_by_type, created_by_id, created_at, due_at ",
            "FROM agenthub_audit_exports WHERE organization_id = $1 AND ",
            $tail
        )
    };
}

const GET: Statement = Statement::new(select!("id = $2"));
const LIST: Statement = Statement::new(select!(
    "(created_at, id) < ($2, $3) ORDER BY created_at DESC, id DESC LIMIT $4 OFFSET $5"
));
const COUNT: Statement =
    Statement::new("SELECT COUNT(*) FROM agenthub_audit_exports WHERE organization_id = $1");
const ADD: Statement = Statement::new(
    "INSERT INTO agenthub_audit_exports (organization_id, id, revision, state, due_at, request, created_by_type,
         created_by_id, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
);
/// Only from the revision before; others who want to wait until this transaction ends, and then see another one.
const CHANGE: Statement = Statement::new(
    "UPDATE agenthub_audit_exports SET revision = $3, state = $4, due_at = $5
     WHERE organization_id = $1 AND id = $2 AND revision = $3 - 1",
);
const REMOVE: Statement =
    Statement::new("DELETE FROM agenthub_audit_exports WHERE organization_id = $1 AND id = $2");
const DUE: Statement = Statement::new(
    "SELECT organization_id, id FROM agenthub_audit_exports WHERE due_at <= $1
     ORDER BY due_at, organization_id, id LIMIT $2",
);

pub(crate) const STATEMENTS: &[Statement] = &[GET, LIST, COUNT, ADD, CHANGE, REMOVE, DUE];

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    revision: i64,
    request: String,
    state: String,
    created_by_type: String,
    created_by_id: Option<String>,
    created_at: DateTime<Utc>,
    due_at: Option<DateTime<Utc>>,
}

impl Row {
    fn export(self) -> Result<AuditExport> {
        let (kind, by) = (self.created_by_type, self.created_by_id);
        Ok(AuditExport {
            id: Id::from_uuid(self.id),
            request: json("audit_exports.request", &self.request)?,
            state: json("audit_exports.state", &self.state)?,
            created_by: actor("audit_exports.created_by", &kind, by.as_deref())?,
            created_at: self.created_at,
            due_at: self.due_at,
            revision: number("audit_exports.revision", self.revision)?,
        })
    }
}

#[async_trait]
impl ReadAuditExports for Scope {
    async fn get(&mut self, id: AuditExportId) -> Result<Option<AuditExport>> {
        let row: Option<Row> = self.sql(GET).id(id).optional().await?;
        row.map(Row::export).transpose()
    }

    async fn list(&mut self, page: &Page) -> Result<Listing<AuditExport>> {
        let (at, id) = paging::before_time(page, ORDER)?;
        let query = self.sql(LIST).time(at).bind(id).bind(paging::fetch(page));
        let rows: Vec<Row> = query.bind(i64::from(page.skip)).all().await?;
        let total = if page.count { Some(self.sql(COUNT).count().await?) } else { None };
        let items = rows.into_iter().map(Row::export).collect::<Result<Vec<_>>>()?;
        Ok(paging::listing(items, page, total, |last| paging::time_cursor(ORDER, last.created_at, last.id)))
    }
}

#[async_trait]
impl AuditExports for Scope {
    async fn add(&mut self, export: &AuditExport) -> Result<()> {
        let (request, state) = (to_json(&export.request)?, to_json(&export.state)?);
        let revision = to_column(export.revision, "/revision")?;
        self.sql(ADD)
            .id(export.id)
            .bind(revision)
            .bind(state)
            .optional_time(export.due_at)
            .bind(request)
            .bind(export.created_by.kind().as_str())
            .bind(export.created_by.id())
            .time(export.created_at)
            .execute()
            .await
            .map(drop)
    }

    async fn change(&mut self, export: &AuditExport) -> Result<bool> {
        let (state, revision) = (to_json(&export.state)?, to_column(export.revision, "/revision")?);
        let query = self.sql(CHANGE).id(export.id).bind(revision).bind(state);
        Ok(query.optional_time(export.due_at).execute().await? > 0)
    }

    async fn remove(&mut self, id: AuditExportId) -> Result<bool> {
        Ok(self.sql(REMOVE).id(id).execute().await? > 0)
    }
}

#[async_trait]
impl ReadDueAuditExports for Above {
    async fn due(&mut self, now: DateTime<Utc>, limit: u32) -> Result<Vec<(OrganizationId, AuditExportId)>> {
        let rows: Vec<(Uuid, Uuid)> = self.sql(DUE).time(now).bind(i64::from(limit)).all().await?;
        let due = rows.into_iter();
        Ok(due.map(|(organization, id)| (Id::from_uuid(organization), Id::from_uuid(id))).collect())
    }
}
