//! Legal holds.

use agenthub_core::legal_hold::{LegalHold, LegalHoldId};
use agenthub_core::page::{Listing, Page};
use agenthub_core::store::{LegalHolds, ReadLegalHolds};
use agenthub_core::{Id, Result, async_trait};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::convert::{actor, check_text};
use crate::scope::Scope;
use crate::statement::Statement;
use crate::{organizations, paging};

const ORDER: &str = "-placed_at";

macro_rules! select {
    ($tail:literal) => {
        concat!(
            "SELECT id, name, reason, placed_by_type, placed_by_id, placed_at, lifted_by_type, lifted_by_id, lifted_at ",
            "FROM agenthub_legal_holds WHERE organization_id = $1 AND ",
            $tail
        )
    };
}

const GET: Statement = Statement::new(select!("id = $2"));
const LIST: Statement =
    Statement::new(select!("(placed_at, id) < ($2, $3) ORDER BY placed_at DESC, id DESC LIMIT $4 OFFSET $5"));
const COUNT: Statement =
    Statement::new("SELECT COUNT(*) FROM agenthub_legal_holds WHERE organization_id = $1");
const STANDING: Statement = Statement::new(
    "SELECT COUNT(*) FROM agenthub_legal_holds WHERE organization_id = $1 AND lifted_at IS NULL",
);
const ADD: Statement = Statement::new(
    "INSERT INTO agenthub_legal_holds (organization_id, id, name, reason, placed_by_type, placed_by_id, placed_at,
         lifted_by_type, lifted_by_id, lifted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
);
const CHANGE: Statement = Statement::new(
    "UPDATE agenthub_legal_holds SET name = $3, reason = $4, placed_by_type = $5, placed_by_id = $6, placed_at = $7,
         lifted_by_type = $8, lifted_by_id = $9, lifted_at = $10
     WHERE organization_id = $1 AND id = $2 AND lifted_at IS NULL",
);

pub(crate) const STATEMENTS: &[Statement] = &[GET, LIST, COUNT, STANDING, ADD, CHANGE];

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    reason: String,
    placed_by_type: String,
    placed_by_id: Option<String>,
    placed_at: DateTime<Utc>,
    lifted_by_type: Option<String>,
    lifted_by_id: Option<String>,
    lifted_at: Option<DateTime<Utc>>,
}

impl Row {
    fn hold(self) -> Result<LegalHold> {
        let lifted_by = self.lifted_by_type.as_deref();
        let lifted_by =
            lifted_by.map(|kind| actor("legal_holds.lifted_by", kind, self.lifted_by_id.as_deref()));
        Ok(LegalHold {
            id: Id::from_uuid(self.id),
            name: self.name,
            reason: self.reason,
            placed_by: actor("legal_holds.placed_by", &self.placed_by_type, self.placed_by_id.as_deref())?,
            placed_at: self.placed_at,
            lifted_by: lifted_by.transpose()?,
            lifted_at: self.lifted_at,
        })
    }
}

impl Scope {
    /// Runs a statement that takes a hold's columns.
    async fn put_legal_hold(&mut self, statement: Statement, hold: &LegalHold) -> Result<u64> {
        check_text("/name", Some(&hold.name))?;
        check_text("/reason", Some(&hold.reason))?;
        self.sql(statement)
            .id(hold.id)
            .bind(hold.name.clone())
            .bind(hold.reason.clone())
            .bind(hold.placed_by.kind().as_str())
            .bind(hold.placed_by.id())
            .time(hold.placed_at)
            .bind(hold.lifted_by.as_ref().map(|actor| actor.kind().as_str()))
            .bind(hold.lifted_by.as_ref().and_then(|actor| actor.id()))
            .optional_time(hold.lifted_at)
            .execute()
            .await
    }
}

#[async_trait]
impl ReadLegalHolds for Scope {
    async fn get(&mut self, id: LegalHoldId) -> Result<Option<LegalHold>> {
        let row: Option<Row> = self.sql(GET).id(id).optional().await?;
        row.map(Row::hold).transpose()
    }

    async fn list(&mut self, page: &Page) -> Result<Listing<LegalHold>> {
        let (at, id) = paging::before_time(page, ORDER)?;
        let query = self.sql(LIST).time(at).bind(id).bind(paging::fetch(page)).bind(i64::from(page.skip));
        let rows: Vec<Row> = query.all().await?;
        let total = if page.count { Some(self.sql(COUNT).count().await?) } else { None };
        let items = rows.into_iter().map(Row::hold).collect::<Result<Vec<_>>>()?;
        Ok(paging::listing(items, page, total, |last| paging::time_cursor(ORDER, last.placed_at, last.id)))
    }

    async fn is_any(&mut self) -> Result<bool> {
        Ok(self.sql(STANDING).count().await? > 0)
    }
}

#[async_trait]
impl LegalHolds for Scope {
    async fn lock(&mut self) -> Result<()> {
        organizations::lock(self).await
    }

    async fn add(&mut self, hold: &LegalHold) -> Result<()> {
        organizations::lock(self).await?;
        self.put_legal_hold(ADD, hold).await.map(drop)
    }

    async fn change(&mut self, hold: &LegalHold) -> Result<bool> {
        Ok(self.put_legal_hold(CHANGE, hold).await? > 0)
    }
}
