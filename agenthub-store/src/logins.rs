//! Logins.

use agenthub_core::organization::OrganizationId;
use agenthub_core::store::{Logins, ReadLogins};
use agenthub_core::user::{Login, LoginId, UserId};
use agenthub_core::{Id, Result, async_trait};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::convert::hash;
use crate::scope::Above;
use crate::statement::Statement;

macro_rules! select {
    ($tail:literal) => {
        concat!(
            "SELECT id, user_id, organization_id, token_hash, created_at, refreshed_at, expires_at, revoked_at ",
            "FROM agenthub_logins WHERE id = $1",
            $tail
        )
    };
}

/// Work on SQLite locks out all other work.
const GET: Statement = Statement::split(select!(""), select!(" FOR UPDATE"));
const ADD: Statement = Statement::new(
    "INSERT INTO agenthub_logins (id, user_id, organization_id, token_hash, created_at, refreshed_at, expires_at,
         revoked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
);
const CHANGE: Statement = Statement::new(
    "UPDATE agenthub_logins SET user_id = $2, organization_id = $3, token_hash = $4, created_at = $5,
         refreshed_at = $6, expires_at = $7, revoked_at = $8
     WHERE id = $1",
);
const REVOKE_ALL: Statement = Statement::new(
    "UPDATE agenthub_logins SET revoked_at = $3
     WHERE user_id = $1 AND revoked_at IS NULL AND (CAST($2 AS UUID) IS NULL OR id <> $2)
     RETURNING organization_id",
);
const REVOKE_WITHIN: Statement = Statement::new(
    "UPDATE agenthub_logins SET revoked_at = $3
     WHERE organization_id = $1 AND user_id = $2 AND revoked_at IS NULL",
);
const REVOKED_SINCE: Statement = Statement::new(
    "SELECT id FROM agenthub_logins WHERE organization_id = $1 AND revoked_at >= $2 ORDER BY id",
);
const PURGE: Statement =
    Statement::new("DELETE FROM agenthub_logins WHERE expires_at < $1 OR revoked_at < $1");

pub(crate) const STATEMENTS: &[Statement] =
    &[GET, ADD, CHANGE, REVOKE_ALL, REVOKE_WITHIN, REVOKED_SINCE, PURGE];

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    user_id: Uuid,
    organization_id: Uuid,
    token_hash: Vec<u8>,
    created_at: DateTime<Utc>,
    refreshed_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    revoked_at: Option<DateTime<Utc>>,
}

impl Row {
    fn login(self) -> Result<Login> {
        Ok(Login {
            id: Id::from_uuid(self.id),
            user_id: Id::from_uuid(self.user_id),
            organization_id: Id::from_uuid(self.organization_id),
            token_hash: hash("logins.token_hash", self.token_hash)?,
            created_at: self.created_at,
            refreshed_at: self.refreshed_at,
            expires_at: self.expires_at,
            revoked_at: self.revoked_at,
        })
    }
}

impl Above {
    /// Runs a statement that takes a login's columns, id first.
    async fn put_login(&mut self, statement: Statement, login: &Login) -> Result<u64> {
        self.sql(statement)
            .id(login.id)
            .id(login.user_id)
            .id(login.organization_id)
            .bind(login.token_hash.to_vec())
            .time(login.created_at)
            .time(login.refreshed_at)
            .time(login.expires_at)
            .optional_time(login.revoked_at)
            .execute()
            .await
    }
}

#[async_trait]
impl ReadLogins for Above {
    async fn revoked_since(
        &mut self,
        organization: OrganizationId,
        since: DateTime<Utc>,
    ) -> Result<Vec<LoginId>> {
        let rows: Vec<(Uuid,)> = self.sql(REVOKED_SINCE).id(organization).time(since).all().await?;
        Ok(rows.into_iter().map(|(id,)| Id::from_uuid(id)).collect())
    }
}

#[async_trait]
impl Logins for Above {
    async fn get(&mut self, id: LoginId) -> Result<Option<Login>> {
        let row: Option<Row> = self.sql(GET).id(id).optional().await?;
        row.map(Row::login).transpose()
    }

    async fn add(&mut self, login: &Login) -> Result<()> {
        self.put_login(ADD, login).await.map(drop)
    }

    async fn change(&mut self, login: &Login) -> Result<bool> {
        Ok(self.put_login(CHANGE, login).await? > 0)
    }

    async fn revoke_all(
        &mut self,
        user: UserId,
        except: Option<LoginId>,
        at: DateTime<Utc>,
    ) -> Result<Vec<OrganizationId>> {
        let except = except.map(Id::uuid);
        let mut rows: Vec<(Uuid,)> = self.sql(REVOKE_ALL).id(user).bind(except).time(at).all().await?;
        rows.sort_unstable();
        rows.dedup();
        Ok(rows.into_iter().map(|(id,)| Id::from_uuid(id)).collect())
    }

    async fn revoke_within(
        &mut self,
        organization: OrganizationId,
        user: UserId,
        at: DateTime<Utc>,
    ) -> Result<u64> {
        self.sql(REVOKE_WITHIN).id(organization).id(user).time(at).execute().await
    }

    async fn purge(&mut self, before: DateTime<Utc>) -> Result<u64> {
        self.sql(PURGE).time(before).execute().await
    }
}
