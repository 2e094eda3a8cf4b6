//! A session: one caller in one organization, and the only door to its rows.

use std::ops::{Deref, DerefMut};

use chrono::{DateTime, Utc};

use crate::access::{Caller, Permission};
use crate::agent::manage::Agents;
use crate::api_key::manage::ApiKeys;
use crate::audit::export::AuditExports;
use crate::audit::manage::AuditLog;
use crate::audit::personal::Sealer;
use crate::audit::retention::RetentionDesk;
use crate::audit::view::AuditViews;
use crate::audit::{Changes, Entity, Entry, Note, Record};
use crate::error::{Error, Result};
use crate::exchange_rate::manage::ExchangeRates;
use crate::hub::Hub;
use crate::idempotency::Idempotency;
use crate::interaction::manage::Interactions;
use crate::legal_hold::LegalHolds;
use crate::message_override::manage::MessageOverrides;
use crate::organization::OrganizationId;
use crate::organization::manage::{Invitations, Members, OrganizationDesk};
use crate::page::Page;
use crate::store::{View, Work};

/// One caller in one organization. Every operation costs a permission of the caller's.
#[derive(Debug, Clone)]
pub struct Session {
    hub: Hub,
    caller: Caller,
}

impl Session {
    pub(crate) fn new(hub: Hub, caller: Caller) -> Self {
        Self { hub, caller }
    }

    /// Who acts.
    pub fn caller(&self) -> &Caller {
        &self.caller
    }

    /// The organization's agents.
    pub fn agents(&self) -> Agents<'_> {
        Agents::new(self)
    }

    /// The organization's interactions, and statistics over them.
    pub fn interactions(&self) -> Interactions<'_> {
        Interactions::new(self)
    }

    /// The organization's audit log.
    pub fn audit(&self) -> AuditLog<'_> {
        AuditLog::new(self)
    }

    /// The organization's exports of its audit log.
    pub fn audit_exports(&self) -> AuditExports<'_> {
        AuditExports::new(self)
    }

    /// The organization's saved views of its audit log.
    pub fn audit_views(&self) -> AuditViews<'_> {
        AuditViews::new(self)
    }

    /// How long the organization's audit log is kept.
    pub fn audit_retention(&self) -> RetentionDesk<'_> {
        RetentionDesk::new(self)
    }

    /// The organization's legal holds.
    pub fn legal_holds(&self) -> LegalHolds<'_> {
        LegalHolds::new(self)
    }

    /// The organization's members.
    pub fn members(&self) -> Members<'_> {
        Members::new(self)
    }

    /// The organization's open invitations.
    pub fn invitations(&self) -> Invitations<'_> {
        Invitations::new(self)
    }

    /// The organization's API keys.
    pub fn api_keys(&self) -> ApiKeys<'_> {
        ApiKeys::new(self)
    }

    /// The caller's requests that must be done once, also where they are sent twice.
    pub fn idempotency(&self) -> Idempotency<'_> {
        Idempotency::new(self)
    }

    /// The organization's exchange rates.
    pub fn exchange_rates(&self) -> ExchangeRates<'_> {
        ExchangeRates::new(self)
    }

    /// What the organization says in words of its own.
    pub fn message_overrides(&self) -> MessageOverrides<'_> {
        MessageOverrides::new(self)
    }

    /// The organization itself.
    pub fn organization(&self) -> OrganizationDesk<'_> {
        OrganizationDesk::new(self)
    }

    /// Is this allowed? As [`Caller::allow`], and what is refused goes on record in the organization's audit log.
    ///
    /// ```
    /// use agenthub_core::access::Permission;
    /// use agenthub_core::audit::{Actor, AuditFilter};
    /// use agenthub_core::page::Page;
    /// use agenthub_core::store::memory::Memory;
    /// use agenthub_core::user::UserId;
    /// use agenthub_core::{Caller, Hub, Role};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> agenthub_core::Result<()> {
    /// let hub = Hub::new(Memory::new());
    /// let acme = hub.create_organization("Acme").await?.id;
    /// let viewer = hub.enter(Caller::new(acme, Actor::Human(UserId::new()), Role::Viewer));
    /// assert!(viewer.allow(Permission::MembersManage).is_err());
    ///
    /// hub.close().await; // which waits until everything is written
    /// let log = hub.enter(Caller::system(acme));
    /// let newest = &log.audit().list(AuditFilter::default(), &Page::default()).await?.items[0];
    /// assert_eq!(newest.record.error_code.as_deref(), Some("auth.denied"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// `auth.denied` naming the permission that is missing.
    pub fn allow(&self, needs: Permission) -> Result<()> {
        let entity = || Entity::new("permission", needs);
        self.caller.allow(needs).map_err(|error| self.refuse_access(entity(), error))
    }

    /// Puts on record that the caller was refused something by the program itself, and gives back the error to answer
    /// with. Records of refusals are bounded; see [`HubOptions::refusals_per_minute`](crate::HubOptions).
    pub fn refuse(&self, error: Error) -> Error {
        self.refuse_access(Entity::new("organization", self.organization_id()), error)
    }

    /// The same of a thing that the caller reached for.
    pub(crate) fn refuse_access(&self, entity: Entity, error: Error) -> Error {
        self.refuse_as(Note::new("access", entity, Changes::none()), error)
    }

    /// The same of something that the caller wanted done.
    pub(crate) fn refuse_as(&self, note: Note, error: Error) -> Error {
        let Caller { organization, actor, request, .. } = &self.caller;
        self.hub.inner().refuse(Some(*organization), actor.clone(), request, note, error)
    }

    pub(crate) fn hub(&self) -> &Hub {
        &self.hub
    }

    pub(crate) fn organization_id(&self) -> OrganizationId {
        self.caller.organization
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.hub.inner().clock.now()
    }

    /// Opens the organization's rows for reading, for a permission.
    pub(crate) async fn view(&self, needs: Permission) -> Result<Box<dyn View>> {
        self.allow(needs)?;
        self.hub.inner().store.view(self.caller.organization).await
    }

    /// Opens the organization's rows for one read, for a permission.
    pub(crate) async fn glance(&self, needs: Permission) -> Result<Box<dyn View>> {
        self.allow(needs)?;
        self.hub.inner().store.glance(self.caller.organization).await
    }

    /// Opens the organization's rows for a part of a list, for a permission. To count the whole list is a second read.
    pub(crate) async fn glance_at(&self, page: &Page, needs: Permission) -> Result<Box<dyn View>> {
        if page.count { self.view(needs).await } else { self.glance(needs).await }
    }

    /// Opens the organization's rows for one change, for a permission.
    pub(crate) async fn change(&self, needs: Permission) -> Result<Change<'_>> {
        self.allow(needs)?;
        let work = self.hub.inner().store.work(self.caller.organization).await?;
        Ok(Change { session: self, work, is_touched: false })
    }

    /// What seals the records of this caller's calls, so that [`Session::sealed_record`] need not wait for anything.
    pub(crate) async fn sealer(&self) -> Result<Sealer> {
        let Caller { organization, actor, request, .. } = &self.caller;
        self.hub.inner().sealer(*organization, actor.user(), request).await
    }

    /// What the audit log says of a call that this caller made now.
    pub(crate) fn sealed_record(&self, note: Note, sealer: &Sealer) -> Record {
        sealer.seal(self.record(note))
    }

    fn record(&self, note: Note) -> Record {
        note.into_record(self.caller.actor.clone(), self.caller.request.clone(), self.now())
    }
}

/// An open change. It cannot be committed without a note for the audit log.
pub(crate) struct Change<'s> {
    session: &'s Session,
    work: Box<dyn Work>,
    is_touched: bool,
}

impl Change<'_> {
    /// Has every node read the organization again. Until the end of the change no other one touches it.
    pub(crate) async fn touch(&mut self) -> Result<()> {
        if !self.is_touched {
            self.work.touch().await?;
            self.is_touched = true;
        }
        Ok(())
    }

    /// Adds a record to the change, beside the one that it is committed with.
    pub(crate) async fn record(&mut self, note: Note) -> Result<()> {
        let record = self.session.record(note);
        self.add(record).await.map(drop)
    }

    async fn add(&mut self, record: Record) -> Result<Entry> {
        let Caller { organization, actor, .. } = &self.session.caller;
        let inner = self.session.hub.inner();
        let sealed = inner.seal_within(self.work.as_mut(), *organization, actor.user(), record).await?;
        self.work.record(sealed).await
    }

    /// Commits the change with its record.
    pub(crate) async fn commit(self, note: Note) -> Result<()> {
        let record = self.session.record(note);
        self.commit_record(record).await.map(drop)
    }

    /// Commits the change with a record that was made by hand.
    pub(crate) async fn commit_record(mut self, record: Record) -> Result<Entry> {
        let entry = self.add(record).await?;
        self.work.commit().await?;
        self.session.hub.inner().grown_logs.add([entry.organization_id]);
        Ok(entry)
    }

    /// The same, for a change that every node must know of before it takes the next call.
    pub(crate) async fn publish(mut self, note: Note) -> Result<()> {
        self.touch().await?;
        let session = self.session;
        let committed = self.commit(note).await;
        // Also after an error: nobody knows whether a commit that failed on the way back was done.
        session.hub.inner().changed(session.organization_id());
        committed
    }
}

impl Deref for Change<'_> {
    type Target = dyn Work;
    fn deref(&self) -> &Self::Target {
        self.work.as_ref()
    }
}

impl DerefMut for Change<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        self.work.as_mut()
    }
}
