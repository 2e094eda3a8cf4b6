//! Overrides of messages, in memory.

use std::sync::Arc;

use async_trait::async_trait;

use super::require;
use super::scope::Scope;
use crate::error::Result;
use crate::message_override::MessageOverride;
use crate::store::{MessageOverrides, ReadMessageOverrides};

/// Language and key.
pub(super) type Place = (String, String);

fn place(language: &str, key: &str) -> Place {
    (language.to_owned(), key.to_owned())
}

#[async_trait]
impl ReadMessageOverrides for Scope {
    async fn get(&mut self, language: &str, key: &str) -> Result<Option<MessageOverride>> {
        let found = self.tenant().and_then(|it| it.message_overrides.get(&place(language, key)));
        Ok(found.map(|one| one.as_ref().clone()))
    }

    async fn list(&mut self) -> Result<Vec<MessageOverride>> {
        let all = self.tenant().into_iter().flat_map(|it| it.message_overrides.values());
        Ok(all.map(|one| one.as_ref().clone()).collect())
    }
}

#[async_trait]
impl MessageOverrides for Scope {
    async fn add(&mut self, one: &MessageOverride) -> Result<()> {
        let all = &mut self.tenant_mut()?.message_overrides;
        require(all.insert(place(&one.language, &one.key), Arc::new(one.clone())).is_none())
    }

    async fn change(&mut self, one: &MessageOverride) -> Result<bool> {
        let place = place(&one.language, &one.key);
        let exists = self.tenant().is_some_and(|it| it.message_overrides.contains_key(&place));
        if exists {
            self.tenant_mut()?.message_overrides.insert(place, Arc::new(one.clone()));
        }
        Ok(exists)
    }

    async fn remove(&mut self, language: &str, key: &str) -> Result<bool> {
        if self.tenant().is_none() {
            return Ok(false);
        }
        Ok(self.tenant_mut()?.message_overrides.remove(&place(language, key)).is_some())
    }
}
