//! Members.

use agenthub_core::localization::Preference;
use agenthub_core::organization::{Member, MemberProfile};
use agenthub_core::page::{Listing, Page};
use agenthub_core::store::{Members, ReadMembers};
use agenthub_core::user::UserId;
use agenthub_core::{Id, Result, async_trait};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::convert::named;
use crate::paging;
use crate::scope::Scope;
use crate::statement::Statement;

const ORDER: &str = "created_at";

macro_rules! select {
    ($tail:literal) => {
        concat!(
            "SELECT m.user_id, m.role, m.created_at, m.updated_at, u.email, u.full_name, u.language, ",
            "u.time_zone, u.is_active ",
            "FROM agenthub_members m JOIN agenthub_users u ON u.id = m.user_id WHERE m.organization_id = $1 AND ",
            $tail
        )
    };
}

const GET: Statement = Statement::new(select!("m.user_id = $2"));
const LIST: Statement = Statement::new(select!(
    "(m.created_at, m.user_id) > ($2, $3) ORDER BY m.created_at, m.user_id LIMIT $4 OFFSET $5"
));
const COUNT: Statement = Statement::new("SELECT COUNT(*) FROM agenthub_members WHERE organization_id = $1");
const ADD: Statement = Statement::new(
    "INSERT INTO agenthub_members (organization_id, user_id, role, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5)",
);
const CHANGE: Statement = Statement::new(
    "UPDATE agenthub_members SET role = $3, created_at = $4, updated_at = $5
     WHERE organization_id = $1 AND user_id = $2",
);
const REMOVE: Statement =
    Statement::new("DELETE FROM agenthub_members WHERE organization_id = $1 AND user_id = $2");

pub(crate) const STATEMENTS: &[Statement] = &[GET, LIST, COUNT, ADD, CHANGE, REMOVE];

#[derive(sqlx::FromRow)]
struct Row {
    user_id: Uuid,
    role: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    email: String,
    full_name: Option<String>,
    language: Option<String>,
    time_zone: Option<String>,
    is_active: bool,
}

impl Row {
    fn profile(self) -> Result<MemberProfile> {
        let member = Member {
            user_id: Id::from_uuid(self.user_id),
            role: named("members.role", self.role.parse().ok())?,
            created_at: self.created_at,
            updated_at: self.updated_at,
        };
        Ok(MemberProfile {
            member,
            email: self.email,
            full_name: self.full_name,
            preference: Preference { language: self.language, time_zone: self.time_zone },
            is_active: self.is_active,
        })
    }
}

impl Scope {
    /// Runs a statement that takes a member's columns.
    async fn put_member(&mut self, statement: Statement, member: &Member) -> Result<u64> {
        self.sql(statement)
            .id(member.user_id)
            .bind(member.role.as_str())
            .time(member.created_at)
            .time(member.updated_at)
            .execute()
            .await
    }
}

#[async_trait]
impl ReadMembers for Scope {
    async fn get(&mut self, user: UserId) -> Result<Option<MemberProfile>> {
        let row: Option<Row> = self.sql(GET).id(user).optional().await?;
        row.map(Row::profile).transpose()
    }

    async fn list(&mut self, page: &Page) -> Result<Listing<MemberProfile>> {
        let (at, id) = paging::after_time(page, ORDER)?;
        let limit = paging::fetch(page);
        let rows: Vec<Row> =
            self.sql(LIST).time(at).bind(id).bind(limit).bind(i64::from(page.skip)).all().await?;
        let total = if page.count { Some(self.sql(COUNT).count().await?) } else { None };
        let items = rows.into_iter().map(Row::profile).collect::<Result<Vec<_>>>()?;
        Ok(paging::listing(items, page, total, |last| {
            paging::time_cursor(ORDER, last.member.created_at, last.member.user_id)
        }))
    }
}

#[async_trait]
impl Members for Scope {
    async fn add(&mut self, member: &Member) -> Result<()> {
        self.put_member(ADD, member).await.map(drop)
    }

    async fn change(&mut self, member: &Member) -> Result<bool> {
        Ok(self.put_member(CHANGE, member).await? > 0)
    }

    async fn remove(&mut self, user: UserId) -> Result<bool> {
        Ok(self.sql(REMOVE).id(user).execute().await? > 0)
    }
}
