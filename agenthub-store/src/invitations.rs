//! Invitations.

use agenthub_core::error::{Code, Error};
use agenthub_core::organization::{Invitation, InvitationId};
use agenthub_core::page::{Listing, Page};
use agenthub_core::store::{Invitations, ReadInvitations};
use agenthub_core::{Id, Result, async_trait};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::convert::{hash, named, optional_id};
use crate::paging;
use crate::scope::{Above, Scope};
use crate::statement::Statement;

const ORDER: &str = "-created_at";

macro_rules! select {
    ($tail:literal) => {
        concat!(
            "SELECT organization_id, id, email, role, token_hash, invited_by, created_at, expires_at, accepted_at ",
            "FROM agenthub_invitations WHERE ",
            $tail
        )
    };
}

const GET: Statement = Statement::new(select!("organization_id = $1 AND id = $2"));
const LIST: Statement = Statement::new(select!(
    "organization_id = $1 AND (created_at, id) < ($2, $3) ORDER BY created_at DESC, id DESC LIMIT $4 OFFSET $5"
));
const COUNT: Statement =
    Statement::new("SELECT COUNT(*) FROM agenthub_invitations WHERE organization_id = $1");
/// Work on SQLite locks out all other work.
const BY_HASH: Statement =
    Statement::split(select!("token_hash = $1"), select!("token_hash = $1 FOR UPDATE"));
const ADD: Statement = Statement::new(
    "INSERT INTO agenthub_invitations (organization_id, id, email, role, token_hash, invited_by, created_at,
         expires_at, accepted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
);
const CHANGE: Statement = Statement::new(
    "UPDATE agenthub_invitations SET email = $3, role = $4, token_hash = $5, invited_by = $6, created_at = $7,
         expires_at = $8, accepted_at = $9
     WHERE organization_id = $1 AND id = $2",
);
const REMOVE: Statement =
    Statement::new("DELETE FROM agenthub_invitations WHERE organization_id = $1 AND id = $2");

pub(crate) const STATEMENTS: &[Statement] = &[GET, LIST, COUNT, BY_HASH, ADD, CHANGE, REMOVE];

#[derive(sqlx::FromRow)]
struct Row {
    organization_id: Uuid,
    id: Uuid,
    email: String,
    role: String,
    token_hash: Vec<u8>,
    invited_by: Option<Uuid>,
    created_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    accepted_at: Option<DateTime<Utc>>,
}

impl Row {
    fn invitation(self) -> Result<Invitation> {
        Ok(Invitation {
            id: Id::from_uuid(self.id),
            organization_id: Id::from_uuid(self.organization_id),
            email: self.email,
            role: named("invitations.role", self.role.parse().ok())?,
            token_hash: hash("invitations.token_hash", self.token_hash)?,
            invited_by: optional_id(self.invited_by),
            created_at: self.created_at,
            expires_at: self.expires_at,
            accepted_at: self.accepted_at,
        })
    }
}

impl Above {
    /// The invitation whose token has this hash, locked until the transaction ends.
    pub(crate) async fn invitation_with(&mut self, token_hash: &[u8; 32]) -> Result<Option<Invitation>> {
        let row: Option<Row> = self.sql(BY_HASH).bind(token_hash.to_vec()).optional().await?;
        row.map(Row::invitation).transpose()
    }
}

impl Scope {
    /// Runs a statement that takes an invitation's columns.
    async fn put_invitation(&mut self, statement: Statement, invitation: &Invitation) -> Result<u64> {
        if invitation.organization_id != self.organization {
            return Err(Error::new(Code::STORE_CONFLICT).source("the invitation is another organization's"));
        }
        self.sql(statement)
            .id(invitation.id)
            .bind(invitation.email.clone())
            .bind(invitation.role.as_str())
            .bind(invitation.token_hash.to_vec())
            .bind(invitation.invited_by.map(Id::uuid))
            .time(invitation.created_at)
            .time(invitation.expires_at)
            .optional_time(invitation.accepted_at)
            .execute()
            .await
    }
}

#[async_trait]
impl ReadInvitations for Scope {
    async fn get(&mut self, id: InvitationId) -> Result<Option<Invitation>> {
        let row: Option<Row> = self.sql(GET).id(id).optional().await?;
        row.map(Row::invitation).transpose()
    }

    async fn list(&mut self, page: &Page) -> Result<Listing<Invitation>> {
        let (at, id) = paging::before_time(page, ORDER)?;
        let limit = paging::fetch(page);
        let rows: Vec<Row> =
            self.sql(LIST).time(at).bind(id).bind(limit).bind(i64::from(page.skip)).all().await?;
        let total = if page.count { Some(self.sql(COUNT).count().await?) } else { None };
        let items = rows.into_iter().map(Row::invitation).collect::<Result<Vec<_>>>()?;
        Ok(paging::listing(items, page, total, |last| paging::time_cursor(ORDER, last.created_at, last.id)))
    }
}

#[async_trait]
impl Invitations for Scope {
    async fn add(&mut self, invitation: &Invitation) -> Result<()> {
        self.put_invitation(ADD, invitation).await.map(drop)
    }

    async fn change(&mut self, invitation: &Invitation) -> Result<bool> {
        Ok(self.put_invitation(CHANGE, invitation).await? > 0)
    }

    async fn remove(&mut self, id: InvitationId) -> Result<bool> {
        Ok(self.sql(REMOVE).id(id).execute().await? > 0)
    }
}
