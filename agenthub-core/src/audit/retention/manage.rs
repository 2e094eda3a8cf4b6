//! How long an organization's audit log is kept: look, set, take back.

use super::{Retention, RetentionPolicy, take_back};
use crate::access::Permission;
use crate::audit::{Changes, Entity, Note, Severity};
use crate::error::{Code, Error, Result, Violation};
use crate::session::{Change, Session};

/// How long an organization's audit log is kept; see [`Session::audit_retention`].
#[derive(Debug)]
pub struct RetentionDesk<'s>(&'s Session);

impl<'s> RetentionDesk<'s> {
    pub(crate) fn new(session: &'s Session) -> Self {
        Self(session)
    }

    /// What is in force.
    ///
    /// # Errors
    /// `auth.denied`.
    pub async fn get(&self) -> Result<Retention> {
        let mut view = self.0.view(Permission::AuditRead).await?;
        Ok(Retention {
            policy: view.audit_retention().get().await?,
            begins_at: view.audit().extent().await?.start,
            is_held: view.legal_holds().is_any().await?,
        })
    }

    /// Has records kept for so many whole days (UTC), and no longer. They leave only from the beginning of the log: none
    /// leaves while an older one stays.
    ///
    /// # Errors
    /// `auth.denied`; `invalid` where it is less than a day or more than a hundred years.
    pub async fn set(&self, days: u32) -> Result<Retention> {
        self.0.allow(Permission::AuditManage)?;
        check(days)?;
        let mut change = self.open().await?;
        let old = change.audit_retention().get().await?;
        let policy = RetentionPolicy { days, set_by: self.0.caller().actor.clone(), set_at: self.0.now() };
        change.audit_retention().set(&policy).await?;
        let is_held = change.legal_holds().is_any().await?;
        let begins_at = change.audit().extent().await?.start;
        let changes = old.map_or_else(|| Changes::created(&policy), |old| Changes::between(&old, &policy));
        self.commit(change, "set", changes).await?;
        Ok(Retention { policy: Some(policy), begins_at, is_held })
    }

    /// Has records kept for ever from now on. What has left does not come back.
    ///
    /// # Errors
    /// `auth.denied`, `audit_retention.not_found`.
    pub async fn remove(&self) -> Result<()> {
        let mut change = self.open().await?;
        let old = change.audit_retention().get().await?;
        let old = old.ok_or_else(|| Error::new(Code::AUDIT_RETENTION_NOT_FOUND))?;
        change.audit_retention().remove().await?;
        self.commit(change, "remove", Changes::removed(&old)).await
    }

    /// Takes the lock first, so that of two who set a policy the second sees what the first did.
    async fn open(&self) -> Result<Change<'s>> {
        let mut change = self.0.change(Permission::AuditManage).await?;
        change.legal_holds().lock().await?;
        Ok(change)
    }

    /// What was decided by the policy before and is not done yet, is decided anew.
    async fn commit(&self, mut change: Change<'s>, action: &'static str, changes: Changes) -> Result<()> {
        let organization = self.0.organization_id();
        if let Some(note) = take_back(change.audit(), organization).await? {
            change.record(note).await?;
        }
        let entity = Entity::new("audit_retention", organization);
        change.commit(Note::new(action, entity, changes).severity(Severity::Warning)).await
    }
}

fn check(days: u32) -> Result<()> {
    let (min, max) = (RetentionPolicy::MIN_DAYS, RetentionPolicy::MAX_DAYS);
    if (min..=max).contains(&days) {
        return Ok(());
    }
    let fault = Violation::new("/days", Code::VALUE_OUT_OF_RANGE).with("min", min).with("max", max);
    Err(Error::new(Code::INVALID).violating(vec![fault]))
}
