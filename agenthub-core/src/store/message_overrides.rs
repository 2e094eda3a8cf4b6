//! What an organization says in words of its own.

use async_trait::async_trait;

use crate::error::Result;
use crate::message_override::MessageOverride;

/// Looking at overrides of messages.
#[async_trait]
pub trait ReadMessageOverrides: Send {
    /// The override of this message in this language.
    async fn get(&mut self, language: &str, key: &str) -> Result<Option<MessageOverride>>;

    /// Every one, sorted by language, then by key, both by their bytes. There are few: their number is
    /// [limited](MessageOverride::MOST).
    async fn list(&mut self) -> Result<Vec<MessageOverride>>;
}

/// Changing overrides of messages.
#[async_trait]
pub trait MessageOverrides: ReadMessageOverrides {
    /// Adds one. `store.conflict` where the message is overridden in this language already.
    async fn add(&mut self, one: &MessageOverride) -> Result<()>;

    /// Puts `one` in the place of the one with its language and key; tells whether there was one.
    async fn change(&mut self, one: &MessageOverride) -> Result<bool>;

    /// Removes one; tells whether it was there.
    async fn remove(&mut self, language: &str, key: &str) -> Result<bool>;
}
