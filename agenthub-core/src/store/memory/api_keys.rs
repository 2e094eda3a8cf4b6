//! API keys, in memory.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::listing::{Order, sorted, time_key};
use super::require;
use super::scope::Scope;
use crate::api_key::{ApiKey, ApiKeyId};
use crate::error::Result;
use crate::page::{Listing, Page};
use crate::store::{ApiKeys, ReadApiKeys};

const NEWEST_FIRST: Order<ApiKey> =
    Order { name: "-created_at", place: |key| (time_key(key.created_at), key.id.uuid()) };

#[async_trait]
impl ReadApiKeys for Scope {
    async fn get(&mut self, id: ApiKeyId) -> Result<Option<ApiKey>> {
        Ok(self.tenant().and_then(|it| it.api_keys.get(&id)).map(|key| key.as_ref().clone()))
    }

    async fn list(&mut self, page: &Page) -> Result<Listing<ApiKey>> {
        let all = self.tenant().into_iter().flat_map(|it| it.api_keys.values());
        sorted(all.map(Arc::as_ref), page, &NEWEST_FIRST)
    }

    async fn live(&mut self) -> Result<Vec<ApiKey>> {
        let all = self.tenant().into_iter().flat_map(|it| it.api_keys.values());
        Ok(all.filter(|key| key.revoked_at.is_none()).map(|key| key.as_ref().clone()).collect())
    }
}

#[async_trait]
impl ApiKeys for Scope {
    async fn add(&mut self, key: &ApiKey) -> Result<()> {
        require(!self.tenant_mut()?.api_keys.contains_key(&key.id))?;
        self.put_api_key(key)
    }

    async fn change(&mut self, key: &ApiKey) -> Result<bool> {
        let Some(old) = self.tenant().and_then(|it| it.api_keys.get(&key.id)).cloned() else {
            return Ok(false);
        };
        self.tables.key_hashes.remove(&old.token_hash);
        self.put_api_key(key)?;
        Ok(true)
    }

    async fn used(&mut self, id: ApiKeyId, at: DateTime<Utc>) -> Result<()> {
        if self.tenant().is_some_and(|it| it.api_keys.contains_key(&id))
            && let Some(key) = self.tenant_mut()?.api_keys.get_mut(&id)
        {
            let key = Arc::make_mut(key);
            key.last_used_at = key.last_used_at.max(Some(at));
        }
        Ok(())
    }
}

impl Scope {
    fn put_api_key(&mut self, key: &ApiKey) -> Result<()> {
        let place = (self.organization, key.id);
        require(self.tables.key_hashes.insert(key.token_hash, place).is_none())?;
        self.tenant_mut()?.api_keys.insert(key.id, Arc::new(key.clone()));
        Ok(())
    }
}
