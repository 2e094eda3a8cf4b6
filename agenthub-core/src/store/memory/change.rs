//! A transaction: a copy of the tables that takes the place of the committed ones.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use tokio::sync::OwnedMutexGuard;
use uuid::Uuid;

use super::Memory;
use super::scope::Scope;
use crate::audit::{Entry, Record};
use crate::error::Result;
use crate::organization::OrganizationId;
use crate::store::{
    Agents, ApiKeys, Attempts, Audit, AuditExports, AuditForwarding, AuditIndex, AuditRetention, AuditTree,
    AuditViews, ExchangeRates, Idempotency, Invitations, LegalHolds, Logins, Members, MessageOverrides,
    Organizations, Platform, Rows, SubjectKeys, Users, Work,
};

/// The organization of a platform transaction that has not entered one yet; its rows cannot be reached.
pub(super) const NOWHERE: OrganizationId = OrganizationId::from_uuid(Uuid::nil());

/// The one transaction that is open; dropping it forgets its copy.
pub(super) struct Change {
    pub(super) scope: Scope,
    pub(super) home: Memory,
    pub(super) _turn: OwnedMutexGuard<()>,
}

#[async_trait]
impl Rows for Change {
    fn agents(&mut self) -> &mut dyn Agents {
        &mut self.scope
    }
    fn api_keys(&mut self) -> &mut dyn ApiKeys {
        &mut self.scope
    }
    fn audit(&mut self) -> &mut dyn Audit {
        &mut self.scope
    }
    fn audit_exports(&mut self) -> &mut dyn AuditExports {
        &mut self.scope
    }
    fn audit_index(&mut self) -> &mut dyn AuditIndex {
        &mut self.scope
    }
    fn audit_retention(&mut self) -> &mut dyn AuditRetention {
        &mut self.scope
    }
    fn audit_tree(&mut self) -> &mut dyn AuditTree {
        &mut self.scope
    }
    fn audit_views(&mut self) -> &mut dyn AuditViews {
        &mut self.scope
    }
    fn idempotency(&mut self) -> &mut dyn Idempotency {
        &mut self.scope
    }
    fn exchange_rates(&mut self) -> &mut dyn ExchangeRates {
        &mut self.scope
    }
    fn invitations(&mut self) -> &mut dyn Invitations {
        &mut self.scope
    }
    fn legal_holds(&mut self) -> &mut dyn LegalHolds {
        &mut self.scope
    }
    fn members(&mut self) -> &mut dyn Members {
        &mut self.scope
    }
    fn message_overrides(&mut self) -> &mut dyn MessageOverrides {
        &mut self.scope
    }
    fn subject_keys(&mut self) -> &mut dyn SubjectKeys {
        &mut self.scope
    }
    async fn record(&mut self, record: Record) -> Result<Entry> {
        self.scope.record(record).await
    }
    async fn touch(&mut self) -> Result<()> {
        self.scope.touch().await
    }
}

#[async_trait]
impl Work for Change {
    async fn commit(self: Box<Self>) -> Result<()> {
        self.home.commit(self.scope.tables);
        Ok(())
    }
}

#[async_trait]
impl Platform for Change {
    fn organizations(&mut self) -> &mut dyn Organizations {
        &mut self.scope.tables
    }
    fn users(&mut self) -> &mut dyn Users {
        &mut self.scope.tables
    }
    fn logins(&mut self) -> &mut dyn Logins {
        &mut self.scope.tables
    }
    fn attempts(&mut self) -> &mut dyn Attempts {
        &mut self.scope.tables
    }
    fn audit_forwarding(&mut self) -> &mut dyn AuditForwarding {
        &mut self.scope.tables
    }
    async fn purge_reservations(&mut self, before: DateTime<Utc>) -> Result<u64> {
        self.scope.tables.purge_reservations(before)
    }
    async fn within(&mut self, organization: OrganizationId) -> Result<&mut dyn Rows> {
        self.scope.organization = organization;
        Ok(&mut self.scope)
    }
    async fn commit(self: Box<Self>) -> Result<()> {
        self.home.commit(self.scope.tables);
        Ok(())
    }
}
