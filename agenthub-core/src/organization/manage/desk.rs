//! The organization itself.

use crate::access::Permission;
use crate::audit::{Changes, Entity, Note};
use crate::error::{Code, Error, Result, Violations};
use crate::identity::check_name;
use crate::identity::transaction::Transaction;
use crate::organization::{Organization, OrganizationId};
use crate::session::Session;
use crate::store::ReadOrganizations;

/// The organization itself; see [`Session::organization`].
#[derive(Debug)]
pub struct OrganizationDesk<'s>(&'s Session);

impl<'s> OrganizationDesk<'s> {
    pub(crate) fn new(session: &'s Session) -> Self {
        Self(session)
    }

    /// The organization.
    ///
    /// # Errors
    /// `auth.denied`, `organization.not_found`.
    pub async fn get(&self) -> Result<Organization> {
        self.0.caller().allow(Permission::OrganizationRead)?;
        existing(self.0.hub().inner().store.overview().await?.organizations(), self.0.organization_id()).await
    }

    /// Gives it another name.
    ///
    /// # Errors
    /// `auth.denied`, `invalid` with the fault of the name, `organization.not_found`.
    pub async fn rename(&self, name: &str) -> Result<Organization> {
        let caller = self.0.caller();
        caller.allow(Permission::OrganizationManage)?;
        let mut found = Violations::default();
        check_name(&mut found, "/name", name);
        found.into_result()?;
        let mut tx = Transaction::open(self.0.hub().inner()).await?;
        let old = existing(tx.organizations(), self.0.organization_id()).await?;
        let new = Organization { name: name.trim().to_owned(), updated_at: self.0.now(), ..old.clone() };
        tx.organizations().change(&new).await?;
        let note = Note::new("update", Entity::new("organization", new.id), Changes::between(&old, &new));
        tx.record(new.id, caller.actor.clone(), &caller.request, note).await?;
        tx.commit().await?;
        Ok(new)
    }
}

async fn existing(all: &mut dyn ReadOrganizations, id: OrganizationId) -> Result<Organization> {
    all.get(id).await?.ok_or_else(|| Error::new(Code::ORGANIZATION_NOT_FOUND).with("id", id))
}
