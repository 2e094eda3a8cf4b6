//! API keys.

use agenthub_core::api_key::{ApiKey, ApiKeyId};
use agenthub_core::organization::OrganizationId;
use agenthub_core::page::{Listing, Page};
use agenthub_core::store::{ApiKeys, ReadApiKeys};
use agenthub_core::{Id, Result, async_trait};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::convert::{hash, json, optional_id, to_json};
use crate::paging;
use crate::scope::{Above, Scope};
use crate::statement::Statement;

const ORDER: &str = "-created_at";

macro_rules! select {
    ($tail:literal) => {
        concat!(
            "SELECT organization_id, id, name, prefix, token_hash, scopes, created_by, created_at, expires_at, ",
            "last_used_at, revoked_at FROM agenthub_api_keys WHERE ",
            $tail
        )
    };
}

const GET: Statement = Statement::new(select!("organization_id = $1 AND id = $2"));
const LIST: Statement = Statement::new(select!(
    "organization_id = $1 AND (created_at, id) < ($2, $3) ORDER BY created_at DESC, id DESC LIMIT $4 OFFSET $5"
));
const COUNT: Statement = Statement::new("SELECT COUNT(*) FROM agenthub_api_keys WHERE organization_id = $1");
const LIVE: Statement = Statement::new(select!("organization_id = $1 AND revoked_at IS NULL ORDER BY id"));
const BY_HASH: Statement = Statement::new(select!("token_hash = $1"));
const ADD: Statement = Statement::new(
    "INSERT INTO agenthub_api_keys (organization_id, id, name, prefix, token_hash, scopes, created_by, created_at,
         expires_at, last_used_at, revoked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
);
const CHANGE: Statement = Statement::new(
    "UPDATE agenthub_api_keys SET name = $3, prefix = $4, token_hash = $5, scopes = $6, created_by = $7,
         created_at = $8, expires_at = $9, last_used_at = $10, revoked_at = $11
     WHERE organization_id = $1 AND id = $2",
);
const USED: Statement = Statement::new(
    "UPDATE agenthub_api_keys SET last_used_at = $3
     WHERE organization_id = $1 AND id = $2 AND (last_used_at IS NULL OR last_used_at < $3)",
);

pub(crate) const STATEMENTS: &[Statement] = &[GET, LIST, COUNT, LIVE, BY_HASH, ADD, CHANGE, USED];

#[derive(sqlx::FromRow)]
struct Row {
    organization_id: Uuid,
    id: Uuid,
    name: String,
    prefix: String,
    token_hash: Vec<u8>,
    scopes: String,
    created_by: Option<Uuid>,
    created_at: DateTime<Utc>,
    expires_at: Option<DateTime<Utc>>,
    last_used_at: Option<DateTime<Utc>>,
    revoked_at: Option<DateTime<Utc>>,
}

impl Row {
    fn key(self) -> Result<ApiKey> {
        Ok(ApiKey {
            id: Id::from_uuid(self.id),
            name: self.name,
            prefix: self.prefix,
            token_hash: hash("api_keys.token_hash", self.token_hash)?,
            scopes: json("api_keys.scopes", &self.scopes)?,
            created_by: optional_id(self.created_by),
            created_at: self.created_at,
            expires_at: self.expires_at,
            last_used_at: self.last_used_at,
            revoked_at: self.revoked_at,
        })
    }
}

impl Above {
    /// The API key that has this hash, with its organization.
    pub(crate) async fn api_key_with(
        &mut self,
        token_hash: &[u8; 32],
    ) -> Result<Option<(OrganizationId, ApiKey)>> {
        let row: Option<Row> = self.sql(BY_HASH).bind(token_hash.to_vec()).optional().await?;
        row.map(|row| Ok((Id::from_uuid(row.organization_id), row.key()?))).transpose()
    }
}

impl Scope {
    /// Runs a statement that takes a key's columns.
    async fn put_api_key(&mut self, statement: Statement, key: &ApiKey) -> Result<u64> {
        let scopes = to_json(&key.scopes)?;
        self.sql(statement)
            .id(key.id)
            .bind(key.name.clone())
            .bind(key.prefix.clone())
            .bind(key.token_hash.to_vec())
            .bind(scopes)
            .bind(key.created_by.map(Id::uuid))
            .time(key.created_at)
            .optional_time(key.expires_at)
            .optional_time(key.last_used_at)
            .optional_time(key.revoked_at)
            .execute()
            .await
    }
}

#[async_trait]
impl ReadApiKeys for Scope {
    async fn get(&mut self, id: ApiKeyId) -> Result<Option<ApiKey>> {
        let row: Option<Row> = self.sql(GET).id(id).optional().await?;
        row.map(Row::key).transpose()
    }

    async fn list(&mut self, page: &Page) -> Result<Listing<ApiKey>> {
        let (at, id) = paging::before_time(page, ORDER)?;
        let limit = paging::fetch(page);
        let rows: Vec<Row> =
            self.sql(LIST).time(at).bind(id).bind(limit).bind(i64::from(page.skip)).all().await?;
        let total = if page.count { Some(self.sql(COUNT).count().await?) } else { None };
        let items = rows.into_iter().map(Row::key).collect::<Result<Vec<_>>>()?;
        Ok(paging::listing(items, page, total, |last| paging::time_cursor(ORDER, last.created_at, last.id)))
    }

    async fn live(&mut self) -> Result<Vec<ApiKey>> {
        let rows: Vec<Row> = self.sql(LIVE).all().await?;
        rows.into_iter().map(Row::key).collect()
    }
}

#[async_trait]
impl ApiKeys for Scope {
    async fn add(&mut self, key: &ApiKey) -> Result<()> {
        self.put_api_key(ADD, key).await.map(drop)
    }

    async fn change(&mut self, key: &ApiKey) -> Result<bool> {
        Ok(self.put_api_key(CHANGE, key).await? > 0)
    }

    async fn used(&mut self, id: ApiKeyId, at: DateTime<Utc>) -> Result<()> {
        self.sql(USED).id(id).time(at).execute().await.map(drop)
    }
}
