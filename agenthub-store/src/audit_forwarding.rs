//! Where audit records are forwarded to.

use agenthub_core::audit::forwarding::{Backlog, Behind, HolderId, Lease};
use agenthub_core::organization::OrganizationId;
use agenthub_core::store::{AuditForwarding, ReadAuditForwarding};
use agenthub_core::{Id, Result, async_trait};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::convert::{number, to_column};
use crate::scope::Above;
use crate::statement::Statement;

/// The logs, each with how far the target has come in it, where it does not have all.
macro_rules! behind {
    () => {
        "FROM agenthub_audit_heads log
         LEFT JOIN agenthub_audit_forwarding done
             ON done.target = $1 AND done.organization_id = log.organization_id "
    };
}

const BEHIND: Statement = Statement::new(concat!(
    "SELECT log.organization_id, COALESCE(done.position, 0), log.length ",
    behind!(),
    "WHERE log.organization_id > $2 AND log.length > COALESCE(done.position, 0)
     ORDER BY log.organization_id LIMIT $3",
));
const BACKLOG: Statement = Statement::new(concat!(
    "SELECT CAST(COALESCE(SUM(log.length - COALESCE(done.position, 0)), 0) AS BIGINT), MIN(entry.at) ",
    behind!(),
    "LEFT JOIN agenthub_audit_entries entry
         ON entry.organization_id = log.organization_id AND entry.sequence = COALESCE(done.position, 0)
     WHERE log.length > COALESCE(done.position, 0)",
));
const BEGIN: Statement = Statement::new(
    "INSERT INTO agenthub_audit_forwarding (target, organization_id, position) VALUES ($1, $2, 0)
     ON CONFLICT (target, organization_id) DO NOTHING",
);
/// Only from the position that is expected; others who want to wait until this transaction ends, and then see another
/// one.
const ADVANCE: Statement = Statement::new(
    "UPDATE agenthub_audit_forwarding SET position = $4
     WHERE target = $1 AND organization_id = $2 AND position = $3",
);
/// One statement, so that of two who find it free one has it.
const TAKE: Statement = Statement::new(
    "INSERT INTO agenthub_audit_forwarders (target, holder, held_until) VALUES ($1, $2, $3)
     ON CONFLICT (target) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until
     WHERE agenthub_audit_forwarders.holder = excluded.holder OR agenthub_audit_forwarders.held_until <= $4",
);
const RELEASE: Statement =
    Statement::new("DELETE FROM agenthub_audit_forwarders WHERE target = $1 AND holder = $2");

pub(crate) const STATEMENTS: &[Statement] = &[BEHIND, BACKLOG, BEGIN, ADVANCE, TAKE, RELEASE];

#[async_trait]
impl ReadAuditForwarding for Above {
    async fn behind(
        &mut self,
        target: &str,
        after: Option<OrganizationId>,
        limit: u32,
    ) -> Result<Vec<Behind>> {
        let after = after.map_or(Uuid::nil(), Id::uuid);
        let query = self.sql(BEHIND).bind(target.to_owned()).bind(after).bind(i64::from(limit));
        let rows: Vec<(Uuid, i64, i64)> = query.all().await?;
        rows.into_iter()
            .map(|(id, position, length)| {
                Ok(Behind {
                    organization_id: Id::from_uuid(id),
                    position: number("audit_forwarding.position", position)?,
                    length: number("audit_heads.length", length)?,
                })
            })
            .collect()
    }

    async fn backlog(&mut self, target: &str) -> Result<Backlog> {
        let row: Option<(i64, Option<DateTime<Utc>>)> =
            self.sql(BACKLOG).bind(target.to_owned()).optional().await?;
        let (records, oldest) = row.unwrap_or_default();
        Ok(Backlog { records: number("audit_forwarding.position", records)?, oldest })
    }
}

#[async_trait]
impl AuditForwarding for Above {
    async fn advance(
        &mut self,
        target: &str,
        organization: OrganizationId,
        from: u64,
        to: u64,
    ) -> Result<bool> {
        if from == 0 {
            self.sql(BEGIN).bind(target.to_owned()).id(organization).execute().await?;
        }
        let (from, to) = (to_column(from, "/from")?, to_column(to, "/to")?);
        let query = self.sql(ADVANCE).bind(target.to_owned()).id(organization).bind(from).bind(to);
        Ok(query.execute().await? > 0)
    }

    async fn take(&mut self, lease: &Lease, now: DateTime<Utc>) -> Result<bool> {
        let query = self.sql(TAKE).bind(lease.target.clone()).id(lease.holder);
        Ok(query.time(lease.until).time(now).execute().await? > 0)
    }

    async fn release(&mut self, target: &str, holder: HolderId) -> Result<bool> {
        Ok(self.sql(RELEASE).bind(target.to_owned()).id(holder).execute().await? > 0)
    }
}
