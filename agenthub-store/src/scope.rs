//! The doors to the rows: one organization's, and the platform's.

use agenthub_core::audit::{Entry, Record};
use agenthub_core::organization::OrganizationId;
use agenthub_core::store::{
    Agents, ApiKeys, Attempts, Audit, AuditExports, AuditForwarding, AuditIndex, AuditRetention, AuditTree,
    AuditViews, ExchangeRates, Idempotency, Invitations, LegalHolds, Logins, Members, MessageOverrides,
    Organizations, Overview, Platform, ReadAgents, ReadApiKeys, ReadAttempts, ReadAudit, ReadAuditExports,
    ReadAuditForwarding, ReadAuditIndex, ReadAuditRetention, ReadAuditRetentions, ReadAuditTree,
    ReadAuditTrees, ReadAuditViews, ReadDueAuditExports, ReadExchangeRates, ReadInteractions,
    ReadInvitations, ReadLegalHolds, ReadLogins, ReadMembers, ReadMessageOverrides, ReadOrganizations,
    ReadSubjectKeys, ReadUsers, Rows, SubjectKeys, Users, View, Work,
};
use agenthub_core::{Result, async_trait};
use chrono::{DateTime, Utc};

use crate::sql::{Query, Tx};
use crate::statement::Statement;
use crate::{audit, idempotency, organizations};

/// One organization's rows in a transaction. The only way to them: [`Scope::sql`] binds the organization as `$1`.
#[derive(Debug)]
pub(crate) struct Scope {
    pub(crate) tx: Tx,
    pub(crate) organization: OrganizationId,
}

impl Scope {
    /// Starts a query whose `$1` is the organization.
    pub(crate) fn sql(&mut self, statement: Statement) -> Query<'_> {
        debug_assert!(statement.postgres.contains("$1"), "not scoped: {}", statement.postgres);
        self.tx.sql(statement).id(self.organization)
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
        audit::record(self, record).await
    }
    async fn touch(&mut self) -> Result<()> {
        organizations::touch(self).await
    }
}

#[async_trait]
impl Work for Scope {
    async fn commit(self: Box<Self>) -> Result<()> {
        self.tx.commit().await
    }
}

/// All organizations' rows in a transaction.
#[derive(Debug)]
pub(crate) struct Above {
    scope: Scope,
}

impl Above {
    pub(crate) fn new(tx: Tx) -> Self {
        // Nobody's: `within` sets it before anything asks.
        Self { scope: Scope { tx, organization: OrganizationId::from_uuid(uuid::Uuid::nil()) } }
    }

    /// Starts a query over all organizations.
    pub(crate) fn sql(&mut self, statement: Statement) -> Query<'_> {
        self.scope.tx.sql(statement)
    }
}

impl Overview for Above {
    fn organizations(&mut self) -> &mut dyn ReadOrganizations {
        self
    }
    fn users(&mut self) -> &mut dyn ReadUsers {
        self
    }
    fn logins(&mut self) -> &mut dyn ReadLogins {
        self
    }
    fn attempts(&mut self) -> &mut dyn ReadAttempts {
        self
    }
    fn audit_retentions(&mut self) -> &mut dyn ReadAuditRetentions {
        self
    }
    fn audit_exports(&mut self) -> &mut dyn ReadDueAuditExports {
        self
    }
    fn audit_forwarding(&mut self) -> &mut dyn ReadAuditForwarding {
        self
    }
    fn audit_trees(&mut self) -> &mut dyn ReadAuditTrees {
        self
    }
}

#[async_trait]
impl Platform for Above {
    fn organizations(&mut self) -> &mut dyn Organizations {
        self
    }
    fn users(&mut self) -> &mut dyn Users {
        self
    }
    fn logins(&mut self) -> &mut dyn Logins {
        self
    }
    fn attempts(&mut self) -> &mut dyn Attempts {
        self
    }
    fn audit_forwarding(&mut self) -> &mut dyn AuditForwarding {
        self
    }
    async fn purge_reservations(&mut self, before: DateTime<Utc>) -> Result<u64> {
        idempotency::purge(self, before).await
    }
    async fn within(&mut self, organization: OrganizationId) -> Result<&mut dyn Rows> {
        self.scope.organization = organization;
        Ok(&mut self.scope)
    }
    async fn commit(self: Box<Self>) -> Result<()> {
        self.scope.tx.commit().await
    }
}
