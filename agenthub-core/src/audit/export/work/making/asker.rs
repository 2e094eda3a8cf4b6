//! Whether who asked for an export may still have what it tells.

use super::Making;
use crate::access::{Permission, Permissions};
use crate::audit::Actor;
use crate::error::{Code, Error, Result};
use crate::user::UserId;

/// What takes personal data out of the log.
const NEEDED: [Permission; 2] = [Permission::AuditExport, Permission::AuditReadPersonal];

impl Making {
    /// Some time may lie between asking and making. Where the export tells personal data, who asked for it must still be
    /// allowed that: the member by the role, the service by its key. Whom the hub does not know was vouched for by the
    /// program that embeds it.
    ///
    /// # Errors
    /// `auth.denied`, `store.unavailable`.
    pub(super) async fn check_asker(&self) -> Result<()> {
        if !self.export.request.personal {
            return Ok(());
        }
        let Some(may) = self.asker_may().await? else { return Ok(()) };
        match NEEDED.into_iter().find(|needed| !may.contains(*needed)) {
            None => Ok(()),
            Some(missing) => Err(Error::new(Code::DENIED).with("permission", missing)),
        }
    }

    /// What is allowed to who asked; `None` where the hub cannot know.
    async fn asker_may(&self) -> Result<Option<Permissions>> {
        match &self.export.created_by {
            Actor::Human(user) => self.person_may(*user).await,
            Actor::ApiKey(key) => {
                let mut view = self.inner.store.glance(self.organization).await?;
                let key = view.api_keys().get(*key).await?;
                let now = self.inner.clock.now();
                Ok(key.map(|key| key.scopes.iter().copied().filter(|_| key.is_good(now)).collect()))
            }
            Actor::AiAgent(_) | Actor::Automation(_) | Actor::Plugin(_) | Actor::System => Ok(None),
        }
    }

    async fn person_may(&self, user: UserId) -> Result<Option<Permissions>> {
        let known = self.inner.store.overview().await?.users().get(user).await?;
        let Some(known) = known else { return Ok(None) };
        if !known.is_active {
            return Ok(Some(Permissions::default()));
        }
        if known.is_superuser {
            return Ok(Some(Permissions::all()));
        }
        let member = self.inner.store.glance(self.organization).await?.members().get(user).await?;
        Ok(Some(member.map(|member| member.member.role.permissions()).unwrap_or_default()))
    }
}
