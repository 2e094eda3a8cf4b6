//! One organization's rows in a copy of the tables.

use async_trait::async_trait;

use super::tables::{Tables, Tenant};
use crate::audit::{Entry, Record};
use crate::error::Result;
use crate::organization::OrganizationId;
use crate::store::{
    Agents, ApiKeys, Audit, AuditExports, AuditIndex, AuditRetention, AuditTree, AuditViews, ExchangeRates,
    Idempotency, Invitations, LegalHolds, Members, MessageOverrides, ReadAgents, ReadApiKeys, ReadAudit,
    ReadAuditExports, ReadAuditIndex, ReadAuditRetention, ReadAuditTree, ReadAuditViews, ReadExchangeRates,
    ReadInteractions, ReadInvitations, ReadLegalHolds, ReadMembers, ReadMessageOverrides, ReadSubjectKeys,
    Rows, SubjectKeys, View,
};

/// One organization's rows. It reads for a view as for a work; only a work can write, and commit.
pub(super) struct Scope {
    pub(super) tables: Tables,
    pub(super) organization: OrganizationId,
}

impl Scope {
    pub(super) fn tenant(&self) -> Option<&Tenant> {
        self.tables.tenant(self.organization)
    }

    pub(super) fn tenant_mut(&mut self) -> Result<&mut Tenant> {
        self.tables.tenant_mut(self.organization)
    }
}

impl View for Scope {
    fn agents(&mut self) -> &mut dyn ReadAgents {
        self
    }
    fn api_keys(&mut self) -> &mut dyn ReadApiKeys {
        self
    }
    fn audit(&mut self) -> &mut dyn ReadAudit {
        self
    }
    fn audit_exports(&mut self) -> &mut dyn ReadAuditExports {
        self
    }
    fn audit_index(&mut self) -> &mut dyn ReadAuditIndex {
        self
    }
    fn audit_retention(&mut self) -> &mut dyn ReadAuditRetention {
        self
    }
    fn audit_tree(&mut self) -> &mut dyn ReadAuditTree {
        self
    }
    fn audit_views(&mut self) -> &mut dyn ReadAuditViews {
        self
    }
    fn exchange_rates(&mut self) -> &mut dyn ReadExchangeRates {
        self
    }
    fn interactions(&mut self) -> &mut dyn ReadInteractions {
        self
    }
    fn invitations(&mut self) -> &mut dyn ReadInvitations {
        self
    }
    fn legal_holds(&mut self) -> &mut dyn ReadLegalHolds {
        self
    }
    fn members(&mut self) -> &mut dyn ReadMembers {
        self
    }
    fn message_overrides(&mut self) -> &mut dyn ReadMessageOverrides {
        self
    }
    fn subject_keys(&mut self) -> &mut dyn ReadSubjectKeys {
        self
    }
}

#[async_trait]
impl Rows for Scope {
    fn agents(&mut self) -> &mut dyn Agents {
        self
    }
    fn api_keys(&mut self) -> &mut dyn ApiKeys {
        self
    }
    fn audit(&mut self) -> &mut dyn Audit {
        self
    }
    fn audit_exports(&mut self) -> &mut dyn AuditExports {
        self
    }
    fn audit_index(&mut self) -> &mut dyn AuditIndex {
        self
    }
    fn audit_retention(&mut self) -> &mut dyn AuditRetention {
        self
    }
    fn audit_tree(&mut self) -> &mut dyn AuditTree {
        self
    }
    fn audit_views(&mut self) -> &mut dyn AuditViews {
        self
    }
    fn idempotency(&mut self) -> &mut dyn Idempotency {
        self
    }
    fn exchange_rates(&mut self) -> &mut dyn ExchangeRates {
        self
    }
    fn invitations(&mut self) -> &mut dyn Invitations {
        self
    }
    fn legal_holds(&mut self) -> &mut dyn LegalHolds {
        self
    }
    fn members(&mut self) -> &mut dyn Members {
        self
    }
    fn message_overrides(&mut self) -> &mut dyn MessageOverrides {
        self
    }
    fn subject_keys(&mut self) -> &mut dyn SubjectKeys {
        self
    }
    async fn record(&mut self, record: Record) -> Result<Entry> {
        self.tenant_mut()?.record(record)
    }
    async fn touch(&mut self) -> Result<()> {
        let tenant = self.tenant_mut()?;
        tenant.revision = tenant.revision.next();
        Ok(())
    }
}
