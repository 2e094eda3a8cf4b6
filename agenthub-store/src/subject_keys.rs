//! Keys of subjects.

use agenthub_core::store::{ReadSubjectKeys, SubjectKeys};
use agenthub_core::subject_key::{SubjectId, SubjectKey, SubjectKeyId};
use agenthub_core::{Id, Result, async_trait};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::convert::to_json;
use crate::scope::Scope;
use crate::statement::Statement;

macro_rules! select {
    ($tail:literal) => {
        concat!(
            "SELECT id, subject, wrapped, created_at, erased_at FROM agenthub_subject_keys ",
            "WHERE organization_id = $1 AND ",
            $tail
        )
    };
}

/// Of many at once, whose ids are a JSON array.
const GET: Statement = Statement::split(
    select!("id IN (SELECT unhex(value, '-') FROM json_each($2))"),
    select!("id = ANY (ARRAY(SELECT CAST(json_array_elements_text(CAST($2 AS JSON)) AS UUID)))"),
);
const LIST: Statement = Statement::new(select!("subject = $2 ORDER BY id"));
const ADD: Statement = Statement::new(
    "INSERT INTO agenthub_subject_keys (organization_id, id, subject, wrapped, created_at, erased_at)
     VALUES ($1, $2, $3, $4, $5, $6)",
);
const ERASE: Statement = Statement::new(
    "UPDATE agenthub_subject_keys SET wrapped = NULL, erased_at = $3
     WHERE organization_id = $1 AND subject = $2 AND wrapped IS NOT NULL",
);

pub(crate) const STATEMENTS: &[Statement] = &[GET, LIST, ADD, ERASE];

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    subject: Uuid,
    wrapped: Option<Vec<u8>>,
    created_at: DateTime<Utc>,
    erased_at: Option<DateTime<Utc>>,
}

impl From<Row> for SubjectKey {
    fn from(row: Row) -> Self {
        Self {
            id: Id::from_uuid(row.id),
            subject: Id::from_uuid(row.subject),
            wrapped: row.wrapped,
            created_at: row.created_at,
            erased_at: row.erased_at,
        }
    }
}

#[async_trait]
impl ReadSubjectKeys for Scope {
    async fn get(&mut self, ids: &[SubjectKeyId]) -> Result<Vec<SubjectKey>> {
        let rows: Vec<Row> = self.sql(GET).bind(to_json(ids)?).all().await?;
        Ok(rows.into_iter().map(SubjectKey::from).collect())
    }

    async fn list(&mut self, subject: SubjectId) -> Result<Vec<SubjectKey>> {
        let rows: Vec<Row> = self.sql(LIST).id(subject).all().await?;
        Ok(rows.into_iter().map(SubjectKey::from).collect())
    }
}

#[async_trait]
impl SubjectKeys for Scope {
    async fn add(&mut self, key: &SubjectKey) -> Result<()> {
        self.sql(ADD)
            .id(key.id)
            .id(key.subject)
            .bind(key.wrapped.clone())
            .time(key.created_at)
            .optional_time(key.erased_at)
            .execute()
            .await
            .map(drop)
    }

    async fn erase(&mut self, subject: SubjectId, at: DateTime<Utc>) -> Result<u64> {
        self.sql(ERASE).id(subject).time(at).execute().await
    }
}
