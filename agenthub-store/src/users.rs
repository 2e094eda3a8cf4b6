//! Users.

use agenthub_core::store::Users;
use agenthub_core::user::{User, UserId};
use agenthub_core::{Id, Result, async_trait};
use chrono::{DateTime, Utc};
use secrecy::{ExposeSecret, SecretString};
use uuid::Uuid;

use crate::scope::Above;
use crate::statement::Statement;

macro_rules! select {
    ($tail:literal) => {
        concat!(
            "SELECT id, email, full_name, password_hash, is_active, is_superuser, created_at, ",
            "updated_at FROM agenthub_users WHERE ",
            $tail
        )
    };
}

const GET: Statement = Statement::new(select!("id = $1"));
/// Work on SQLite locks out all other work.
const BY_EMAIL: Statement = Statement::split(select!("email = $1"), select!("email = $1 FOR UPDATE"));
const ADD: Statement = Statement::new(
    "INSERT INTO agenthub_users (id, email, full_name, password_hash, is_active, is_superuser, created_at,
         updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
);
const CHANGE: Statement = Statement::new(
    "UPDATE agenthub_users SET email = $2, full_name = $3, password_hash = $4, is_active = $5, is_superuser = $6,
         created_at = $7, updated_at = $8
     WHERE id = $1",
);

pub(crate) const STATEMENTS: &[Statement] = &[GET, BY_EMAIL, ADD, CHANGE];

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    email: String,
    full_name: Option<String>,
    password_hash: String,
    is_active: bool,
    is_superuser: bool,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

impl Row {
    fn user(self) -> User {
        User {
            id: Id::from_uuid(self.id),
            email: self.email,
            full_name: self.full_name,
            password_hash: SecretString::from(self.password_hash),
            is_active: self.is_active,
            is_superuser: self.is_superuser,
            created_at: self.created_at,
            updated_at: self.updated_at,
        }
    }
}

impl Above {
    /// Runs a statement that takes a user's columns, id first.
    async fn put_user(&mut self, statement: Statement, user: &User) -> Result<u64> {
        self.sql(statement)
            .id(user.id)
            .bind(user.email.clone())
            .bind(user.full_name.clone())
            .bind(user.password_hash.expose_secret().to_owned())
            .bind(user.is_active)
            .bind(user.is_superuser)
            .time(user.created_at)
            .time(user.updated_at)
            .execute()
            .await
    }
}

#[async_trait]
impl Users for Above {
    async fn get(&mut self, id: UserId) -> Result<Option<User>> {
        let row: Option<Row> = self.sql(GET).id(id).optional().await?;
        Ok(row.map(Row::user))
    }

    async fn by_email(&mut self, email: &str) -> Result<Option<User>> {
        let row: Option<Row> = self.sql(BY_EMAIL).bind(email.to_owned()).optional().await?;
        Ok(row.map(Row::user))
    }

    async fn add(&mut self, user: &User) -> Result<()> {
        self.put_user(ADD, user).await.map(drop)
    }

    async fn change(&mut self, user: &User) -> Result<bool> {
        Ok(self.put_user(CHANGE, user).await? > 0)
    }
}
