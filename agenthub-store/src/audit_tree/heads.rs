//! Signed heads as rows.

use agenthub_core::Result;
use agenthub_core::audit::SignedHead;
use agenthub_core::audit::tree::TreeHash;
use agenthub_core::page::{Listing, Page};
use chrono::{DateTime, Utc};

use crate::convert::{hash, number, to_column};
use crate::paging;
use crate::scope::Scope;
use crate::statement::Statement;

const ORDER: &str = "-size";

macro_rules! select {
    ($tail:literal) => {
        concat!(
            "SELECT size, root, made_at, vkey, note FROM agenthub_audit_tree_heads WHERE organization_id = $1 AND ",
            $tail
        )
    };
}

pub(super) const GET: Statement = Statement::new(select!("size = $2"));
pub(super) const LIST: Statement = Statement::new(select!("size < $2 ORDER BY size DESC LIMIT $3 OFFSET $4"));
pub(super) const COUNT: Statement =
    Statement::new("SELECT COUNT(*) FROM agenthub_audit_tree_heads WHERE organization_id = $1");
pub(super) const ADD: Statement = Statement::new(
    "INSERT INTO agenthub_audit_tree_heads (organization_id, size, root, made_at, vkey, note)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (organization_id, size) DO NOTHING",
);

#[derive(sqlx::FromRow)]
struct Row {
    size: i64,
    root: Vec<u8>,
    made_at: DateTime<Utc>,
    vkey: String,
    note: String,
}

impl Row {
    fn head(self) -> Result<SignedHead> {
        Ok(SignedHead {
            size: number("audit_tree_heads.size", self.size)?,
            root: TreeHash(hash("audit_tree_heads.root", self.root)?),
            made_at: self.made_at,
            vkey: self.vkey,
            note: self.note,
        })
    }
}

pub(super) async fn get(scope: &mut Scope, size: u64) -> Result<Option<SignedHead>> {
    // Beyond what a column holds there is nothing.
    let Ok(size) = to_column(size, "/size") else { return Ok(None) };
    let row: Option<Row> = scope.sql(GET).bind(size).optional().await?;
    row.map(Row::head).transpose()
}

pub(super) async fn list(scope: &mut Scope, page: &Page) -> Result<Listing<SignedHead>> {
    let before = paging::before_number(page, ORDER)?;
    let query = scope.sql(LIST).bind(before).bind(paging::fetch(page)).bind(i64::from(page.skip));
    let rows: Vec<Row> = query.all().await?;
    let total = if page.count { Some(scope.sql(COUNT).count().await?) } else { None };
    let items = rows.into_iter().map(Row::head).collect::<Result<Vec<_>>>()?;
    Ok(paging::listing(items, page, total, |last| paging::cursor(ORDER, "", last.size)))
}

pub(super) async fn add(scope: &mut Scope, head: &SignedHead) -> Result<bool> {
    let added = scope
        .sql(ADD)
        .bind(to_column(head.size, "/size")?)
        .bind(head.root.0.to_vec())
        .time(head.made_at)
        .bind(head.vkey.clone())
        .bind(head.note.clone())
        .execute()
        .await?;
    Ok(added > 0)
}
