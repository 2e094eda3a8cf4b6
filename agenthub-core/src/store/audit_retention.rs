//! How long an organization's audit log is kept.

use async_trait::async_trait;

use crate::audit::retention::RetentionPolicy;
use crate::error::Result;
use crate::organization::OrganizationId;

/// Looking at the policy.
#[async_trait]
pub trait ReadAuditRetention: Send {
    /// The policy; `None` where the log is kept for ever.
    async fn get(&mut self) -> Result<Option<RetentionPolicy>>;
}

/// Changing the policy. Who changes it holds the lock of [`LegalHolds`](crate::store::LegalHolds) until the
/// transaction ends, so that no record leaves meanwhile.
#[async_trait]
pub trait AuditRetention: ReadAuditRetention {
    /// Puts a policy in the place of the one that is there, if any. `store.conflict` where the organization does not
    /// exist.
    async fn set(&mut self, policy: &RetentionPolicy) -> Result<()>;

    /// Removes the policy; tells whether there was one. `store.conflict` where the organization does not exist.
    async fn remove(&mut self) -> Result<bool>;
}

/// The policies of all organizations.
#[async_trait]
pub trait ReadAuditRetentions: Send {
    /// The organizations that have a policy and sort after `after`, in the order of their ids, at most `limit`.
    async fn list(&mut self, after: Option<OrganizationId>, limit: u32) -> Result<Vec<OrganizationId>>;
}
