//! Exports of the audit log, in memory.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::listing::{Order, sorted, time_key};
use super::require;
use super::scope::Scope;
use super::tables::Tables;
use crate::audit::export::{AuditExport, AuditExportId};
use crate::error::Result;
use crate::organization::OrganizationId;
use crate::page::{Listing, Page};
use crate::store::{AuditExports, ReadAuditExports, ReadDueAuditExports};

const NEWEST_FIRST: Order<AuditExport> =
    Order { name: "-created_at", place: |export| (time_key(export.created_at), export.id.uuid()) };

#[async_trait]
impl ReadAuditExports for Scope {
    async fn get(&mut self, id: AuditExportId) -> Result<Option<AuditExport>> {
        Ok(self.tenant().and_then(|it| it.audit_exports.get(&id)).map(|export| export.as_ref().clone()))
    }

    async fn list(&mut self, page: &Page) -> Result<Listing<AuditExport>> {
        let all = self.tenant().into_iter().flat_map(|it| it.audit_exports.values());
        sorted(all.map(Arc::as_ref), page, &NEWEST_FIRST)
    }
}

#[async_trait]
impl AuditExports for Scope {
    async fn add(&mut self, export: &AuditExport) -> Result<()> {
        require(self.tenant_mut()?.audit_exports.insert(export.id, Arc::new(export.clone())).is_none())
    }

    async fn change(&mut self, export: &AuditExport) -> Result<bool> {
        let found = self.tenant().and_then(|it| it.audit_exports.get(&export.id));
        let is_next = found.is_some_and(|found| found.revision + 1 == export.revision);
        if is_next {
            self.tenant_mut()?.audit_exports.insert(export.id, Arc::new(export.clone()));
        }
        Ok(is_next)
    }

    async fn remove(&mut self, id: AuditExportId) -> Result<bool> {
        if self.tenant().is_none() {
            return Ok(false);
        }
        Ok(self.tenant_mut()?.audit_exports.remove(&id).is_some())
    }
}

#[async_trait]
impl ReadDueAuditExports for Tables {
    async fn due(&mut self, now: DateTime<Utc>, limit: u32) -> Result<Vec<(OrganizationId, AuditExportId)>> {
        let of_all = self.tenants.iter().flat_map(|(organization, tenant)| {
            tenant.audit_exports.values().map(move |export| (export.due_at, *organization, export.id))
        });
        let mut due: Vec<_> = of_all.filter(|(due, ..)| due.is_some_and(|due| due <= now)).collect();
        due.sort_unstable();
        due.truncate(limit as usize);
        Ok(due.into_iter().map(|(_, organization, id)| (organization, id)).collect())
    }
}
