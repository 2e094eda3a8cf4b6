//! Saved views of the audit log.

use agenthub_core::audit::Actor;
use agenthub_core::audit::view::{AuditView, AuditViewId};
use agenthub_core::page::{Listing, Page};
use agenthub_core::store::{AuditViews, ReadAuditViews};
use agenthub_core::{Id, Result, async_trait};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::convert::{actor, check_text, json, to_json};
use crate::paging;
use crate::scope::Scope;
use crate::statement::Statement;

const ORDER: &str = "-created_at";

macro_rules! select {
    ($($tail:expr),+) => {
        concat!(
            "SELECT id, name, query, columns_shown, shared, created_by_type, created_by_id, created_at, updated_at ",
            "FROM agenthub_audit_views WHERE organization_id = $1 AND ",
            $($tail),+
        )
    };
}

macro_rules! seen {
    () => {
        "(shared OR (created_by_type = $2 AND COALESCE(created_by_id, '') = $3))"
    };
}

const GET: Statement = Statement::new(select!("id = $2"));
const LIST: Statement = Statement::new(select!(
    seen!(),
    " AND (created_at, id) < ($4, $5) ORDER BY created_at DESC, id DESC LIMIT $6 OFFSET $7"
));
const COUNT: Statement = Statement::new(concat!(
    "SELECT COUNT(*) FROM agenthub_audit_views WHERE organization_id = $1 AND ",
    seen!()
));
const ADD: Statement = Statement::new(
    "INSERT INTO agenthub_audit_views (organization_id, id, name, query, columns_shown, shared, created_by_type,
         created_by_id, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
);
const CHANGE: Statement = Statement::new(
    "UPDATE agenthub_audit_views SET name = $3, query = $4, columns_shown = $5, shared = $6, created_by_type = $7,
         created_by_id = $8, created_at = $9, updated_at = $10
     WHERE organization_id = $1 AND id = $2",
);
const REMOVE: Statement =
    Statement::new("DELETE FROM agenthub_audit_views WHERE organization_id = $1 AND id = $2");

pub(crate) const STATEMENTS: &[Statement] = &[GET, LIST, COUNT, ADD, CHANGE, REMOVE];

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    query: String,
    columns_shown: String,
    shared: bool,
    created_by_type: String,
    created_by_id: Option<String>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

impl Row {
    fn view(self) -> Result<AuditView> {
        Ok(AuditView {
            id: Id::from_uuid(self.id),
            name: self.name,
            query: json("audit_views.query", &self.query)?,
            columns: json("audit_views.columns_shown", &self.columns_shown)?,
            shared: self.shared,
            created_by: actor(
                "audit_views.created_by",
                &self.created_by_type,
                self.created_by_id.as_deref(),
            )?,
            created_at: self.created_at,
            updated_at: self.updated_at,
        })
    }
}

impl Scope {
    /// Runs a statement that takes a view's columns.
    async fn put_audit_view(&mut self, statement: Statement, view: &AuditView) -> Result<u64> {
        check_text("/name", Some(&view.name))?;
        let (query, columns) = (to_json(&view.query)?, to_json(&view.columns)?);
        self.sql(statement)
            .id(view.id)
            .bind(view.name.clone())
            .bind(query)
            .bind(columns)
            .bind(view.shared)
            .bind(view.created_by.kind().as_str())
            .bind(view.created_by.id())
            .time(view.created_at)
            .time(view.updated_at)
            .execute()
            .await
    }
}

#[async_trait]
impl ReadAuditViews for Scope {
    async fn get(&mut self, id: AuditViewId) -> Result<Option<AuditView>> {
        let row: Option<Row> = self.sql(GET).id(id).optional().await?;
        row.map(Row::view).transpose()
    }

    async fn list(&mut self, actor: &Actor, page: &Page) -> Result<Listing<AuditView>> {
        let (at, id) = paging::before_time(page, ORDER)?;
        let (kind, actor) = (actor.kind().as_str(), actor.id().unwrap_or_default());
        let query = self.sql(LIST).bind(kind).bind(actor.clone()).time(at).bind(id);
        let rows: Vec<Row> = query.bind(paging::fetch(page)).bind(i64::from(page.skip)).all().await?;
        let total =
            if page.count { Some(self.sql(COUNT).bind(kind).bind(actor).count().await?) } else { None };
        let items = rows.into_iter().map(Row::view).collect::<Result<Vec<_>>>()?;
        Ok(paging::listing(items, page, total, |last| paging::time_cursor(ORDER, last.created_at, last.id)))
    }
}

#[async_trait]
impl AuditViews for Scope {
    async fn add(&mut self, view: &AuditView) -> Result<()> {
        self.put_audit_view(ADD, view).await.map(drop)
    }

    async fn change(&mut self, view: &AuditView) -> Result<bool> {
        Ok(self.put_audit_view(CHANGE, view).await? > 0)
    }

    async fn remove(&mut self, id: AuditViewId) -> Result<bool> {
        Ok(self.sql(REMOVE).id(id).execute().await? > 0)
    }
}
