//! How long audit logs are kept, in memory.

use std::ops::Bound::{Excluded, Unbounded};

use async_trait::async_trait;

use super::scope::Scope;
use super::tables::Tables;
use crate::audit::retention::RetentionPolicy;
use crate::error::Result;
use crate::organization::OrganizationId;
use crate::store::{AuditRetention, ReadAuditRetention, ReadAuditRetentions};

#[async_trait]
impl ReadAuditRetention for Scope {
    async fn get(&mut self) -> Result<Option<RetentionPolicy>> {
        Ok(self.tenant().and_then(|it| it.audit_retention.clone()))
    }
}

#[async_trait]
impl AuditRetention for Scope {
    async fn set(&mut self, policy: &RetentionPolicy) -> Result<()> {
        self.tenant_mut()?.audit_retention = Some(policy.clone());
        Ok(())
    }

    async fn remove(&mut self) -> Result<bool> {
        Ok(self.tenant_mut()?.audit_retention.take().is_some())
    }
}

#[async_trait]
impl ReadAuditRetentions for Tables {
    async fn list(&mut self, after: Option<OrganizationId>, limit: u32) -> Result<Vec<OrganizationId>> {
        let start = after.map_or(Unbounded, Excluded);
        let with_policy =
            self.tenants.range((start, Unbounded)).filter(|(_, it)| it.audit_retention.is_some());
        Ok(with_policy.map(|(id, _)| *id).take(limit as usize).collect())
    }
}
