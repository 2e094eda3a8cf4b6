//! How long audit logs are kept.

use agenthub_core::audit::retention::RetentionPolicy;
use agenthub_core::organization::OrganizationId;
use agenthub_core::store::{AuditRetention, ReadAuditRetention, ReadAuditRetentions};
use agenthub_core::{Id, Result, async_trait};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::convert::{actor, check_text, number};
use crate::organizations;
use crate::scope::{Above, Scope};
use crate::statement::Statement;

const GET: Statement = Statement::new(
    "SELECT days, set_by_type, set_by_id, set_at FROM agenthub_audit_retentions WHERE organization_id = $1",
);
const SET: Statement = Statement::new(
    "INSERT INTO agenthub_audit_retentions (organization_id, days, set_by_type, set_by_id, set_at)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (organization_id) DO UPDATE SET days = excluded.days, set_by_type = excluded.set_by_type,
         set_by_id = excluded.set_by_id, set_at = excluded.set_at",
);
const REMOVE: Statement = Statement::new("DELETE FROM agenthub_audit_retentions WHERE organization_id = $1");
const LIST: Statement = Statement::new(
    "SELECT organization_id FROM agenthub_audit_retentions WHERE organization_id > $1
     ORDER BY organization_id LIMIT $2",
);

pub(crate) const STATEMENTS: &[Statement] = &[GET, SET, REMOVE, LIST];

#[derive(sqlx::FromRow)]
struct Row {
    days: i64,
    set_by_type: String,
    set_by_id: Option<String>,
    set_at: DateTime<Utc>,
}

impl Row {
    fn policy(self) -> Result<RetentionPolicy> {
        let set_by = actor("audit_retentions.set_by", &self.set_by_type, self.set_by_id.as_deref())?;
        Ok(RetentionPolicy { days: number("audit_retentions.days", self.days)?, set_by, set_at: self.set_at })
    }
}

#[async_trait]
impl ReadAuditRetention for Scope {
    async fn get(&mut self) -> Result<Option<RetentionPolicy>> {
        let row: Option<Row> = self.sql(GET).optional().await?;
        row.map(Row::policy).transpose()
    }
}

#[async_trait]
impl AuditRetention for Scope {
    async fn set(&mut self, policy: &RetentionPolicy) -> Result<()> {
        organizations::lock(self).await?;
        let id = policy.set_by.id();
        check_text("/set_by", id.as_deref())?;
        let query = self.sql(SET).bind(i64::from(policy.days)).bind(policy.set_by.kind().as_str()).bind(id);
        query.time(policy.set_at).execute().await.map(drop)
    }

    async fn remove(&mut self) -> Result<bool> {
        organizations::lock(self).await?;
        Ok(self.sql(REMOVE).execute().await? > 0)
    }
}

#[async_trait]
impl ReadAuditRetentions for Above {
    async fn list(&mut self, after: Option<OrganizationId>, limit: u32) -> Result<Vec<OrganizationId>> {
        let after = after.map_or(Uuid::nil(), Id::uuid);
        let rows: Vec<(Uuid,)> = self.sql(LIST).bind(after).bind(i64::from(limit)).all().await?;
        Ok(rows.into_iter().map(|(id,)| Id::from_uuid(id)).collect())
    }
}
