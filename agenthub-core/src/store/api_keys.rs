//! API keys of an organization.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::api_key::{ApiKey, ApiKeyId};
use crate::error::Result;
use crate::page::{Listing, Page};

/// Looking at API keys.
#[async_trait]
pub trait ReadApiKeys: Send {
    /// The key with this id.
    async fn get(&mut self, id: ApiKeyId) -> Result<Option<ApiKey>>;

    /// All keys, newest first; ties by id, highest first.
    async fn list(&mut self, page: &Page) -> Result<Listing<ApiKey>>;

    /// Every key that is not revoked, sorted by id.
    async fn live(&mut self) -> Result<Vec<ApiKey>>;
}

/// Changing API keys.
#[async_trait]
pub trait ApiKeys: ReadApiKeys {
    /// Adds a key. `store.conflict` where the id or the hash is taken.
    async fn add(&mut self, key: &ApiKey) -> Result<()>;

    /// Puts `key` in the place of the one with its id; tells whether there was one. `store.conflict` where another
    /// has its hash.
    async fn change(&mut self, key: &ApiKey) -> Result<bool>;

    /// Notes that the key was used at `at`, unless a later use is noted or there is no such key.
    async fn used(&mut self, id: ApiKeyId, at: DateTime<Utc>) -> Result<()>;
}
