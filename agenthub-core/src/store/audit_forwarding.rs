//! Where audit records are forwarded to: how far each target has come in each log, and who forwards to it. Above
//! organizations.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::audit::forwarding::{Backlog, Behind, HolderId, Lease};
use crate::error::Result;
use crate::organization::OrganizationId;

/// Looking at what targets have.
#[async_trait]
pub trait ReadAuditForwarding: Send {
    /// The organizations that sort after `after` of which a target does not have all records, in the order of the ids, at
    /// most `limit`.
    async fn behind(
        &mut self,
        target: &str,
        after: Option<OrganizationId>,
        limit: u32,
    ) -> Result<Vec<Behind>>;

    /// What a target does not have yet, of all organizations.
    async fn backlog(&mut self, target: &str) -> Result<Backlog>;
}

/// Writing down what targets have, and who forwards.
#[async_trait]
pub trait AuditForwarding: ReadAuditForwarding {
    /// Moves a target on in an organization's log; tells whether it did. It does not where the target is not at `from`,
    /// at which it is at 0 to begin with. `store.conflict` where the organization does not exist and `from` is 0.
    async fn advance(
        &mut self,
        target: &str,
        organization: OrganizationId,
        from: u64,
        to: u64,
    ) -> Result<bool>;

    /// Takes or renews a lease; tells whether it did. It does not where another holder has it beyond `now`: of those that
    /// want it at once, one has it.
    async fn take(&mut self, lease: &Lease, now: DateTime<Utc>) -> Result<bool>;

    /// Gives a lease back; tells whether the holder had it.
    async fn release(&mut self, target: &str, holder: HolderId) -> Result<bool>;
}
