//! Users, in memory.

use std::sync::Arc;

use async_trait::async_trait;

use super::require;
use super::tables::Tables;
use crate::error::Result;
use crate::store::{ReadUsers, Users};
use crate::user::{User, UserId};

#[async_trait]
impl ReadUsers for Tables {
    async fn get(&mut self, id: UserId) -> Result<Option<User>> {
        Ok(self.users.get(&id).map(|user| user.as_ref().clone()))
    }

    async fn by_email(&mut self, email: &str) -> Result<Option<User>> {
        let user = self.emails.get(email).and_then(|id| self.users.get(id));
        Ok(user.map(|user| user.as_ref().clone()))
    }
}

#[async_trait]
impl Users for Tables {
    // Transactions take turns, so nothing else needs to be locked.
    async fn lock_by_email(&mut self, email: &str) -> Result<Option<User>> {
        self.by_email(email).await
    }

    async fn add(&mut self, user: &User) -> Result<()> {
        require(!self.users.contains_key(&user.id))?;
        self.put_user(user)
    }

    async fn change(&mut self, user: &User) -> Result<bool> {
        let Some(old) = self.users.get(&user.id).cloned() else {
            return Ok(false);
        };
        self.emails.remove(&old.email);
        self.put_user(user)?;
        Ok(true)
    }
}

impl Tables {
    fn put_user(&mut self, user: &User) -> Result<()> {
        require(self.emails.insert(user.email.clone(), user.id).is_none())?;
        self.users.insert(user.id, Arc::new(user.clone()));
        Ok(())
    }
}
