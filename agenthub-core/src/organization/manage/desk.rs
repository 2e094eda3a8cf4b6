//! The organization itself.

use crate::access::Permission;
use crate::audit::{Changes, Entity, Note};
use crate::error::{Code, Error, Result, Violations};
use crate::identity::check_name;
use crate::identity::transaction::Transaction;
use crate::localization::PreferenceUpdate;
use crate::organization::{Organization, OrganizationId};
use crate::session::Session;
use crate::store::ReadOrganizations;

/// The organization itself; see [`Session::organization`].
#[derive(Debug)]
pub struct OrganizationDesk<'s>(&'s Session);

/// What is to be another of an organization; what is not given stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrganizationUpdate {
    /// What it is called; 1 to 255 characters.
    pub name: Option<String>,
    /// The language and time zone of those who prefer nothing themselves.
    pub preference: PreferenceUpdate,
}

impl OrganizationUpdate {
    fn apply(self, old: &Organization) -> Result<Organization> {
        let mut found = Violations::default();
        if let Some(name) = &self.name {
            check_name(&mut found, "/name", name);
        }
        let preference = self.preference.apply(&old.preference, &mut found);
        found.into_result()?;
        let name = self.name.map_or_else(|| old.name.clone(), |name| name.trim().to_owned());
        Ok(Organization { name, preference, ..old.clone() })
    }
}

impl<'s> OrganizationDesk<'s> {
    pub(crate) fn new(session: &'s Session) -> Self {
        Self(session)
    }

    /// The organization.
    ///
    /// # Errors
    /// `auth.denied`, `organization.not_found`.
    pub async fn get(&self) -> Result<Organization> {
        self.0.allow(Permission::OrganizationRead)?;
        existing(self.0.hub().inner().store.overview().await?.organizations(), self.0.organization_id()).await
    }

    /// Changes what is given, for everybody from the next call on. Where nothing is another, nothing is done.
    ///
    /// # Errors
    /// `auth.denied`, `invalid` with every fault, `organization.not_found`.
    pub async fn update(&self, update: OrganizationUpdate) -> Result<Organization> {
        self.0.allow(Permission::OrganizationManage)?;
        let caller = self.0.caller();
        let mut tx = Transaction::open(self.0.hub().inner()).await?;
        // Of two who change it at once, the second sees what the first did.
        let touched = tx.touch(self.0.organization_id()).await;
        touched.map_err(|error| match error.code() {
            Code::STORE_CONFLICT => not_found(self.0.organization_id()),
            _ => error,
        })?;
        let old = existing(tx.organizations(), self.0.organization_id()).await?;
        let new = update.apply(&old)?;
        if new == old {
            return Ok(old);
        }
        let new = Organization { updated_at: self.0.now(), ..new };
        tx.organizations().change(&new).await?;
        let note = Note::new("update", Entity::new("organization", new.id), Changes::between(&old, &new));
        tx.record(new.id, caller.actor.clone(), &caller.request, note).await?;
        tx.commit().await?;
        Ok(new)
    }
}

async fn existing(all: &mut dyn ReadOrganizations, id: OrganizationId) -> Result<Organization> {
    all.get(id).await?.ok_or_else(|| not_found(id))
}

fn not_found(id: OrganizationId) -> Error {
    Error::new(Code::ORGANIZATION_NOT_FOUND).with("id", id)
}
