//! Overrides of messages.

use agenthub_core::message_override::MessageOverride;
use agenthub_core::store::{MessageOverrides, ReadMessageOverrides};
use agenthub_core::{Result, async_trait};
use chrono::{DateTime, Utc};

use crate::scope::Scope;
use crate::statement::Statement;

macro_rules! select {
    ($tail:literal) => {
        concat!(
            "SELECT language, message_key, text, created_at, updated_at FROM agenthub_message_overrides ",
            "WHERE organization_id = $1 ",
            $tail
        )
    };
}

const GET: Statement = Statement::new(select!("AND language = $2 AND message_key = $3"));
const LIST: Statement = Statement::new(select!("ORDER BY language, message_key"));
const ADD: Statement = Statement::new(
    "INSERT INTO agenthub_message_overrides (organization_id, language, message_key, text, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6)",
);
const CHANGE: Statement = Statement::new(
    "UPDATE agenthub_message_overrides SET text = $4, created_at = $5, updated_at = $6
     WHERE organization_id = $1 AND language = $2 AND message_key = $3",
);
const REMOVE: Statement = Statement::new(
    "DELETE FROM agenthub_message_overrides WHERE organization_id = $1 AND language = $2 AND message_key = $3",
);

pub(crate) const STATEMENTS: &[Statement] = &[GET, LIST, ADD, CHANGE, REMOVE];

#[derive(sqlx::FromRow)]
struct Row {
    language: String,
    message_key: String,
    text: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

impl From<Row> for MessageOverride {
    fn from(row: Row) -> Self {
        Self {
            language: row.language,
            key: row.message_key,
            text: row.text,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

impl Scope {
    /// Runs a statement that takes an override's columns.
    async fn put_message_override(&mut self, statement: Statement, one: &MessageOverride) -> Result<u64> {
        self.sql(statement)
            .bind(one.language.clone())
            .bind(one.key.clone())
            .bind(one.text.clone())
            .time(one.created_at)
            .time(one.updated_at)
            .execute()
            .await
    }
}

#[async_trait]
impl ReadMessageOverrides for Scope {
    async fn get(&mut self, language: &str, key: &str) -> Result<Option<MessageOverride>> {
        let row: Option<Row> =
            self.sql(GET).bind(language.to_owned()).bind(key.to_owned()).optional().await?;
        Ok(row.map(MessageOverride::from))
    }

    async fn list(&mut self) -> Result<Vec<MessageOverride>> {
        let rows: Vec<Row> = self.sql(LIST).all().await?;
        Ok(rows.into_iter().map(MessageOverride::from).collect())
    }
}

#[async_trait]
impl MessageOverrides for Scope {
    async fn add(&mut self, one: &MessageOverride) -> Result<()> {
        self.put_message_override(ADD, one).await.map(drop)
    }

    async fn change(&mut self, one: &MessageOverride) -> Result<bool> {
        Ok(self.put_message_override(CHANGE, one).await? > 0)
    }

    async fn remove(&mut self, language: &str, key: &str) -> Result<bool> {
        let query = self.sql(REMOVE).bind(language.to_owned()).bind(key.to_owned());
        Ok(query.execute().await? > 0)
    }
}
