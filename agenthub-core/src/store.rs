//! Storage: the traits that a database implements, with a store in memory beside them.
//!
//! A [`Store`] opens a [`View`] (reads) or a [`Work`] (one transaction), always for one organization; no method takes
//! an organization, as it was fixed when the view was opened. [`Overview`] (reads) and [`Platform`] (one transaction)
//! are the small doors across organizations: sign-in, and what a node keeps in mind of each organization. Finished
//! calls go through [`Store::append`], many at once.
//!
//! # How to add a noun
//! 1. `store/<noun>.rs`: a trait `Read<Noun>` and a trait `<Noun>: Read<Noun>`, methods named `get, list, add, change,
//!    remove`.
//! 2. An accessor for each in [`View`] and [`Rows`]; in [`Overview`] and [`Platform`] where it stands above
//!    organizations.
//! 3. `store/memory/<noun>.rs`, and the same file in `agenthub-store`.
//! 4. `store/conformance/<noun>.rs`: what every store must do with it.

mod agents;
mod api_keys;
mod attempts;
mod audit;
mod audit_exports;
mod audit_forwarding;
mod audit_index;
mod audit_retention;
mod audit_tree;
mod audit_views;
#[cfg(feature = "conformance")]
pub mod conformance;
mod exchange_rates;
mod idempotency;
mod interactions;
mod invitations;
mod legal_holds;
mod logins;
mod members;
pub mod memory;
mod message_overrides;
mod organizations;
mod subject_keys;
mod users;

use async_trait::async_trait;
use chrono::{DateTime, Utc};

pub use agents::{Agents, ReadAgents};
pub use api_keys::{ApiKeys, ReadApiKeys};
pub use attempts::{Attempts, ReadAttempts};
pub use audit::{Audit, ReadAudit};
pub use audit_exports::{AuditExports, ReadAuditExports, ReadDueAuditExports};
pub use audit_forwarding::{AuditForwarding, ReadAuditForwarding};
pub use audit_index::{AuditIndex, ReadAuditIndex};
pub use audit_retention::{AuditRetention, ReadAuditRetention, ReadAuditRetentions};
pub use audit_tree::{AuditTree, ReadAuditTree, ReadAuditTrees, TreeProgress};
pub use audit_views::{AuditViews, ReadAuditViews};
pub use exchange_rates::{ExchangeRates, ReadExchangeRates};
pub use idempotency::Idempotency;
pub use interactions::ReadInteractions;
pub use invitations::{Invitations, ReadInvitations};
pub use legal_holds::{LegalHolds, ReadLegalHolds};
pub use logins::{Logins, ReadLogins};
pub use members::{Members, ReadMembers};
pub use message_overrides::{MessageOverrides, ReadMessageOverrides};
pub use organizations::{Organizations, ReadOrganizations, Revision};
pub use subject_keys::{ReadSubjectKeys, SubjectKeys};
pub use users::{ReadUsers, Users};

use crate::audit::{Entry, Record};
use crate::error::Result;
use crate::interaction::Interaction;
use crate::organization::OrganizationId;

/// A database that keeps everything.
///
/// # Contract
/// - What is committed stays, also through a crash of the process (a store in memory aside).
/// - A transaction that is dropped leaves nothing.
/// - Rows of another organization do not exist: they are not found, not listed, not changed, not referred to.
/// - Ids are unique within their organization; those of organizations, users and logins, mail addresses, and the hashes
///   of API keys and invitations everywhere.
/// - Rows refer only to what exists: all to their organization, members and logins to their user, interactions to their
///   agent. Actors, `created_by` and `invited_by` are words of the program, not references.
/// - An organization that does not exist can be opened: it is empty, and every addition to it is refused.
/// - After an error, a [`Work`] or [`Platform`] is good for nothing but to be dropped.
/// - Reading waits for no writer, as far as the database can have it so (SQLite in memory has one connection for all).
/// - Who holds a view, a work, an overview or a platform opens no second one meanwhile: the two may wait for each
///   other.
/// - Values come back as they went in: times to the microsecond; whole numbers up to `i64::MAX`; amounts of up to
///   nine decimals and below nine billion; JSON documents number by number as they were written, also `-0.0`, `1.0`
///   and `1e300`, and with U+0000 in their strings and names. Other texts never hold U+0000.
/// - Errors: `store.unavailable` where the database is away or cannot write, `store.conflict` where a unique value or
///   a reference stands against it, `store.corrupt` where a row cannot be read.
#[async_trait]
pub trait Store: std::fmt::Debug + Send + Sync + 'static {
    /// Opens an organization's rows for reading, as they are at one moment.
    async fn view(&self, organization: OrganizationId) -> Result<Box<dyn View>>;

    /// Opens an organization's rows for one read and no second: it is of one moment by itself, which some databases have
    /// cheaper than a view.
    async fn glance(&self, organization: OrganizationId) -> Result<Box<dyn View>> {
        self.view(organization).await
    }

    /// Opens an organization's rows for one change.
    async fn work(&self, organization: OrganizationId) -> Result<Box<dyn Work>>;

    /// Opens what stands above organizations for reading, as it is at one moment.
    async fn overview(&self) -> Result<Box<dyn Overview>>;

    /// Opens what stands above organizations for one change.
    async fn platform(&self) -> Result<Box<dyn Platform>>;

    /// Writes finished calls, of any organizations, all or none. They are durable when this returns.
    ///
    /// Gives each call's audit entry its place; within an organization in the order of `calls`. `store.conflict`
    /// where an id is taken, or the organization or the agent does not exist in it.
    async fn append(&self, calls: &[FinishedCall]) -> Result<()>;

    /// Is the database there, and can it write?
    async fn ping(&self) -> Result<()>;
}

/// A finished call, as the journal writes it: the interaction with its usage, and the audit record.
#[derive(Debug, Clone, PartialEq)]
pub struct FinishedCall {
    /// Whose call it was.
    pub organization_id: OrganizationId,
    /// What happened and what it used.
    pub interaction: Interaction,
    /// What the audit log says of it.
    pub record: Record,
}

/// One organization's rows, for reading.
pub trait View: Send {
    /// Its agents.
    fn agents(&mut self) -> &mut dyn ReadAgents;
    /// Its API keys.
    fn api_keys(&mut self) -> &mut dyn ReadApiKeys;
    /// Its audit log.
    fn audit(&mut self) -> &mut dyn ReadAudit;
    /// Its exports of the audit log.
    fn audit_exports(&mut self) -> &mut dyn ReadAuditExports;
    /// The index of its audit log.
    fn audit_index(&mut self) -> &mut dyn ReadAuditIndex;
    /// How long its audit log is kept.
    fn audit_retention(&mut self) -> &mut dyn ReadAuditRetention;
    /// The tree over its audit log.
    fn audit_tree(&mut self) -> &mut dyn ReadAuditTree;
    /// Its saved views of the audit log.
    fn audit_views(&mut self) -> &mut dyn ReadAuditViews;
    /// Its exchange rates.
    fn exchange_rates(&mut self) -> &mut dyn ReadExchangeRates;
    /// Its interactions.
    fn interactions(&mut self) -> &mut dyn ReadInteractions;
    /// Its invitations.
    fn invitations(&mut self) -> &mut dyn ReadInvitations;
    /// Its legal holds.
    fn legal_holds(&mut self) -> &mut dyn ReadLegalHolds;
    /// Its members.
    fn members(&mut self) -> &mut dyn ReadMembers;
    /// What it says in words of its own.
    fn message_overrides(&mut self) -> &mut dyn ReadMessageOverrides;
    /// Keys of subjects, under which what is personal in its audit log is sealed.
    fn subject_keys(&mut self) -> &mut dyn ReadSubjectKeys;
}

/// One organization's rows, for one change.
#[async_trait]
pub trait Rows: Send {
    /// Its agents.
    fn agents(&mut self) -> &mut dyn Agents;
    /// Its API keys.
    fn api_keys(&mut self) -> &mut dyn ApiKeys;
    /// Its audit log, for reading and for what leaves it; [`Rows::record`] adds to it.
    fn audit(&mut self) -> &mut dyn Audit;
    /// Its exports of the audit log.
    fn audit_exports(&mut self) -> &mut dyn AuditExports;
    /// The index of its audit log.
    fn audit_index(&mut self) -> &mut dyn AuditIndex;
    /// How long its audit log is kept.
    fn audit_retention(&mut self) -> &mut dyn AuditRetention;
    /// The tree over its audit log.
    fn audit_tree(&mut self) -> &mut dyn AuditTree;
    /// Its saved views of the audit log.
    fn audit_views(&mut self) -> &mut dyn AuditViews;
    /// Its reservations of idempotency keys.
    fn idempotency(&mut self) -> &mut dyn Idempotency;
    /// Its exchange rates.
    fn exchange_rates(&mut self) -> &mut dyn ExchangeRates;
    /// Its invitations.
    fn invitations(&mut self) -> &mut dyn Invitations;
    /// Its legal holds.
    fn legal_holds(&mut self) -> &mut dyn LegalHolds;
    /// Its members.
    fn members(&mut self) -> &mut dyn Members;
    /// What it says in words of its own.
    fn message_overrides(&mut self) -> &mut dyn MessageOverrides;
    /// Keys of subjects.
    fn subject_keys(&mut self) -> &mut dyn SubjectKeys;
    /// Adds a record at the end of its audit log, and gives it as it stands there.
    async fn record(&mut self, record: Record) -> Result<Entry>;
    /// Raises its [`Revision`], so that every node reads it again. `store.conflict` where the organization does not
    /// exist, as with [`Rows::record`].
    async fn touch(&mut self) -> Result<()>;
}

/// One organization's rows, changed together or not at all.
#[async_trait]
pub trait Work: Rows {
    /// Makes the change durable and visible.
    async fn commit(self: Box<Self>) -> Result<()>;
}

/// What stands above organizations, for reading.
pub trait Overview: Send {
    /// The organizations.
    fn organizations(&mut self) -> &mut dyn ReadOrganizations;
    /// The users.
    fn users(&mut self) -> &mut dyn ReadUsers;
    /// The logins.
    fn logins(&mut self) -> &mut dyn ReadLogins;
    /// Failed attempts to sign in.
    fn attempts(&mut self) -> &mut dyn ReadAttempts;
    /// Whose audit logs are not kept for ever.
    fn audit_retentions(&mut self) -> &mut dyn ReadAuditRetentions;
    /// The exports of the audit logs.
    fn audit_exports(&mut self) -> &mut dyn ReadDueAuditExports;
    /// Where audit records are forwarded to.
    fn audit_forwarding(&mut self) -> &mut dyn ReadAuditForwarding;
    /// The trees over the audit logs.
    fn audit_trees(&mut self) -> &mut dyn ReadAuditTrees;
}

/// What stands above organizations, changed together or not at all.
#[async_trait]
pub trait Platform: Send {
    /// The organizations.
    fn organizations(&mut self) -> &mut dyn Organizations;
    /// The users.
    fn users(&mut self) -> &mut dyn Users;
    /// The logins.
    fn logins(&mut self) -> &mut dyn Logins;
    /// Failed attempts to sign in.
    fn attempts(&mut self) -> &mut dyn Attempts;
    /// Where audit records are forwarded to.
    fn audit_forwarding(&mut self) -> &mut dyn AuditForwarding;
    /// Forgets the reservations of all organizations that expired before this time; gives how many.
    async fn purge_reservations(&mut self, before: DateTime<Utc>) -> Result<u64>;
    /// The rows of one organization, in this same transaction. Asking for another organization's ends the first
    /// one's.
    async fn within(&mut self, organization: OrganizationId) -> Result<&mut dyn Rows>;
    /// Makes the change durable and visible.
    async fn commit(self: Box<Self>) -> Result<()>;
}
