//! Where audit records are forwarded to, in memory.

use std::ops::Bound::{Excluded, Unbounded};

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::tables::Tables;
use crate::audit::forwarding::{Backlog, Behind, HolderId, Lease};
use crate::error::Result;
use crate::organization::OrganizationId;
use crate::store::{AuditForwarding, ReadAuditForwarding};

impl Tables {
    /// The organizations after one of them of which a target does not have all.
    fn lagging<'t>(
        &'t self,
        target: &str,
        after: Option<OrganizationId>,
    ) -> impl Iterator<Item = Behind> + use<'t> {
        let target = target.to_owned();
        let tenants = self.tenants.range((after.map_or(Unbounded, Excluded), Unbounded));
        let all = tenants.map(move |(id, tenant)| Behind {
            organization_id: *id,
            position: self.forwarded.get(&(target.clone(), *id)).copied().unwrap_or_default(),
            length: tenant.audit.len() as u64,
        });
        all.filter(|it| it.position < it.length)
    }
}

#[async_trait]
impl ReadAuditForwarding for Tables {
    async fn behind(
        &mut self,
        target: &str,
        after: Option<OrganizationId>,
        limit: u32,
    ) -> Result<Vec<Behind>> {
        Ok(self.lagging(target, after).take(limit as usize).collect())
    }

    async fn backlog(&mut self, target: &str) -> Result<Backlog> {
        let mut backlog = Backlog::default();
        for it in self.lagging(target, None) {
            backlog.records += it.length - it.position;
            let place = usize::try_from(it.position).unwrap_or(usize::MAX);
            let first = self.tenant(it.organization_id).and_then(|tenant| tenant.audit.get(place));
            backlog.oldest = backlog.oldest.into_iter().chain(first.map(|entry| entry.record.at)).min();
        }
        Ok(backlog)
    }
}

#[async_trait]
impl AuditForwarding for Tables {
    async fn advance(
        &mut self,
        target: &str,
        organization: OrganizationId,
        from: u64,
        to: u64,
    ) -> Result<bool> {
        let place = (target.to_owned(), organization);
        if self.forwarded.get(&place).copied().unwrap_or_default() != from {
            return Ok(false);
        }
        if from == 0 {
            // It must be there.
            self.tenant_mut(organization)?;
        }
        self.forwarded.insert(place, to);
        Ok(true)
    }

    async fn take(&mut self, lease: &Lease, now: DateTime<Utc>) -> Result<bool> {
        let held = self.forwarders.get(&lease.target);
        let is_free = held.is_none_or(|held| held.holder == lease.holder || held.until <= now);
        if is_free {
            self.forwarders.insert(lease.target.clone(), lease.clone());
        }
        Ok(is_free)
    }

    async fn release(&mut self, target: &str, holder: HolderId) -> Result<bool> {
        let is_theirs = self.forwarders.get(target).is_some_and(|held| held.holder == holder);
        if is_theirs {
            self.forwarders.remove(target);
        }
        Ok(is_theirs)
    }
}
