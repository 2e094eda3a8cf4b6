//! Organizations.

use agenthub_core::api_key::ApiKey;
use agenthub_core::localization::Preference;
use agenthub_core::organization::{Invitation, Member, Organization, OrganizationId};
use agenthub_core::page::{Listing, Page};
use agenthub_core::store::{Organizations, ReadOrganizations, Revision};
use agenthub_core::user::UserId;
use agenthub_core::{Id, Result, async_trait};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::append::no_organization;
use crate::convert::{named, number, to_json};
use crate::paging;
use crate::scope::{Above, Scope};
use crate::statement::Statement;

const ORDER: &str = "created_at";

macro_rules! select {
    ($tail:literal) => {
        concat!(
            "SELECT id, name, language, time_zone, created_at, updated_at FROM agenthub_organizations ",
            $tail
        )
    };
}

const GET: Statement = Statement::new(select!("WHERE id = $1"));
const LIST: Statement =
    Statement::new(select!("WHERE (created_at, id) > ($1, $2) ORDER BY created_at, id LIMIT $3 OFFSET $4"));
const COUNT: Statement = Statement::new("SELECT COUNT(*) FROM agenthub_organizations");
const ADD: Statement = Statement::new(
    "INSERT INTO agenthub_organizations (id, name, language, time_zone, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6)",
);
const ADD_HEAD: Statement =
    Statement::new("INSERT INTO agenthub_audit_heads (organization_id, length) VALUES ($1, 0)");
const CHANGE: Statement = Statement::new(
    "UPDATE agenthub_organizations SET name = $2, language = $3, time_zone = $4, created_at = $5, updated_at = $6
     WHERE id = $1",
);
/// Of many at once, whose ids are a JSON array.
const REVISIONS: Statement = Statement::split(
    "SELECT id, revision FROM agenthub_organizations
     WHERE id IN (SELECT unhex(value, '-') FROM json_each($1)) ORDER BY id",
    "SELECT id, revision FROM agenthub_organizations
     WHERE id IN (SELECT CAST(value AS UUID) FROM json_array_elements_text(CAST($1 AS JSON)) AS wanted (value))
     ORDER BY id",
);
const OF_USER: Statement = Statement::new(
    "SELECT o.id, o.name, o.language, o.time_zone, o.created_at, o.updated_at, m.role,
         m.created_at AS member_since, m.updated_at AS member_changed
     FROM agenthub_members m JOIN agenthub_organizations o ON o.id = m.organization_id
     WHERE m.user_id = $1 ORDER BY m.created_at, o.id",
);
const TOUCH: Statement =
    Statement::new("UPDATE agenthub_organizations SET revision = revision + 1 WHERE id = $1");
/// Rows that refer to the organization can still be added.
const LOCK: Statement = Statement::split(
    "SELECT 1 FROM agenthub_organizations WHERE id = $1",
    "SELECT CAST(1 AS BIGINT) FROM agenthub_organizations WHERE id = $1 FOR NO KEY UPDATE",
);

pub(crate) const STATEMENTS: &[Statement] =
    &[GET, LIST, COUNT, ADD, ADD_HEAD, CHANGE, REVISIONS, OF_USER, TOUCH, LOCK];

/// Takes the lock of what may be removed of an organization, as whoever touches it does too. On SQLite, who writes is
/// alone anyway.
pub(crate) async fn lock(scope: &mut Scope) -> Result<()> {
    let found: Option<(i64,)> = scope.sql(LOCK).optional().await?;
    found.map(drop).ok_or_else(|| no_organization(scope.organization))
}

/// Raises the organization's revision.
pub(crate) async fn touch(scope: &mut Scope) -> Result<()> {
    match scope.sql(TOUCH).execute().await? {
        0 => Err(no_organization(scope.organization)),
        _ => Ok(()),
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    language: Option<String>,
    time_zone: Option<String>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

impl Row {
    fn organization(self) -> Organization {
        Organization {
            id: Id::from_uuid(self.id),
            name: self.name,
            preference: Preference { language: self.language, time_zone: self.time_zone },
            created_at: self.created_at,
            updated_at: self.updated_at,
        }
    }
}

/// An organization and a user's place in it.
#[derive(sqlx::FromRow)]
struct Membership {
    #[sqlx(flatten)]
    organization: Row,
    role: String,
    member_since: DateTime<Utc>,
    member_changed: DateTime<Utc>,
}

impl Membership {
    fn of(self, user_id: UserId) -> Result<(Organization, Member)> {
        let member = Member {
            user_id,
            role: named("members.role", self.role.parse().ok())?,
            created_at: self.member_since,
            updated_at: self.member_changed,
        };
        Ok((self.organization.organization(), member))
    }
}

impl Above {
    /// Runs a statement that takes an organization's columns.
    async fn put_organization(&mut self, statement: Statement, organization: &Organization) -> Result<u64> {
        self.sql(statement)
            .id(organization.id)
            .bind(organization.name.clone())
            .bind(organization.preference.language.clone())
            .bind(organization.preference.time_zone.clone())
            .time(organization.created_at)
            .time(organization.updated_at)
            .execute()
            .await
    }
}

#[async_trait]
impl ReadOrganizations for Above {
    async fn get(&mut self, id: OrganizationId) -> Result<Option<Organization>> {
        let row: Option<Row> = self.sql(GET).id(id).optional().await?;
        Ok(row.map(Row::organization))
    }

    async fn list(&mut self, page: &Page) -> Result<Listing<Organization>> {
        let (at, id) = paging::after_time(page, ORDER)?;
        let limit = paging::fetch(page);
        let rows: Vec<Row> =
            self.sql(LIST).time(at).bind(id).bind(limit).bind(i64::from(page.skip)).all().await?;
        let total = if page.count { Some(self.sql(COUNT).count().await?) } else { None };
        let items = rows.into_iter().map(Row::organization).collect();
        Ok(paging::listing(items, page, total, |last| paging::time_cursor(ORDER, last.created_at, last.id)))
    }

    async fn revisions(&mut self, of: &[OrganizationId]) -> Result<Vec<(OrganizationId, Revision)>> {
        let ids = to_json(of)?;
        let rows: Vec<(Uuid, i64)> = self.sql(REVISIONS).bind(ids).all().await?;
        rows.into_iter()
            .map(|(id, revision)| {
                Ok((Id::from_uuid(id), Revision(number("organizations.revision", revision)?)))
            })
            .collect()
    }

    async fn of_user(&mut self, user: UserId) -> Result<Vec<(Organization, Member)>> {
        let rows: Vec<Membership> = self.sql(OF_USER).id(user).all().await?;
        rows.into_iter().map(|row| row.of(user)).collect()
    }

    async fn api_key_by_hash(&mut self, token_hash: &[u8; 32]) -> Result<Option<(OrganizationId, ApiKey)>> {
        self.api_key_with(token_hash).await
    }
}

#[async_trait]
impl Organizations for Above {
    async fn add(&mut self, organization: &Organization) -> Result<()> {
        self.put_organization(ADD, organization).await?;
        self.sql(ADD_HEAD).id(organization.id).execute().await.map(drop)
    }

    async fn change(&mut self, organization: &Organization) -> Result<bool> {
        Ok(self.put_organization(CHANGE, organization).await? > 0)
    }

    async fn invitation_by_hash(&mut self, token_hash: &[u8; 32]) -> Result<Option<Invitation>> {
        self.invitation_with(token_hash).await
    }
}
