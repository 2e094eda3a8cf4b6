//! Logins, in memory.

use std::collections::BTreeSet;
use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::require;
use super::tables::Tables;
use crate::error::Result;
use crate::organization::OrganizationId;
use crate::store::{Logins, ReadLogins};
use crate::user::{Login, LoginId, UserId};

#[async_trait]
impl ReadLogins for Tables {
    async fn revoked_since(
        &mut self,
        organization: OrganizationId,
        since: DateTime<Utc>,
    ) -> Result<Vec<LoginId>> {
        let ended = self.logins.values().filter(|login| {
            login.organization_id == organization && login.revoked_at.is_some_and(|at| at >= since)
        });
        Ok(ended.map(|login| login.id).collect())
    }
}

#[async_trait]
impl Logins for Tables {
    // Transactions take turns, so nothing else needs to be locked.
    async fn get(&mut self, id: LoginId) -> Result<Option<Login>> {
        Ok(self.logins.get(&id).map(|login| login.as_ref().clone()))
    }

    async fn add(&mut self, login: &Login) -> Result<()> {
        require(!self.logins.contains_key(&login.id))?;
        self.put_login(login)
    }

    async fn change(&mut self, login: &Login) -> Result<bool> {
        let exists = self.logins.contains_key(&login.id);
        if exists {
            self.put_login(login)?;
        }
        Ok(exists)
    }

    async fn revoke_all(
        &mut self,
        user: UserId,
        except: Option<LoginId>,
        at: DateTime<Utc>,
    ) -> Result<Vec<OrganizationId>> {
        let open = |login: &&Arc<Login>| {
            login.user_id == user && Some(login.id) != except && login.revoked_at.is_none()
        };
        let ended: Vec<_> = self.logins.values().filter(open).cloned().collect();
        let mut organizations = BTreeSet::new();
        for mut login in ended {
            organizations.insert(login.organization_id);
            Arc::make_mut(&mut login).revoked_at = Some(at);
            self.logins.insert(login.id, login);
        }
        Ok(organizations.into_iter().collect())
    }

    async fn revoke_within(
        &mut self,
        organization: OrganizationId,
        user: UserId,
        at: DateTime<Utc>,
    ) -> Result<u64> {
        let open = |login: &&Arc<Login>| {
            login.organization_id == organization && login.user_id == user && login.revoked_at.is_none()
        };
        let ended: Vec<_> = self.logins.values().filter(open).cloned().collect();
        let count = ended.len() as u64;
        for mut login in ended {
            Arc::make_mut(&mut login).revoked_at = Some(at);
            self.logins.insert(login.id, login);
        }
        Ok(count)
    }

    async fn purge(&mut self, before: DateTime<Utc>) -> Result<u64> {
        let over =
            |login: &&Arc<Login>| login.expires_at < before || login.revoked_at.is_some_and(|at| at < before);
        let over: Vec<LoginId> = self.logins.values().filter(over).map(|login| login.id).collect();
        for id in &over {
            self.logins.remove(id);
        }
        Ok(over.len() as u64)
    }
}

impl Tables {
    fn put_login(&mut self, login: &Login) -> Result<()> {
        require(self.users.contains_key(&login.user_id))?;
        require(self.tenants.contains_key(&login.organization_id))?;
        self.logins.insert(login.id, Arc::new(login.clone()));
        Ok(())
    }
}
