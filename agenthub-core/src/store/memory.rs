//! Everything in memory: for tests, examples, and programs that keep nothing.
//!
//! The tables are persistent trees: a copy shares all its nodes with the original and costs a few counters. So a view
//! is a copy, a transaction is a copy that takes the original's place when it is committed, and finished calls are
//! added to the original itself.

mod agents;
mod api_keys;
mod append;
mod attempts;
mod audit;
mod audit_exports;
mod audit_forwarding;
mod audit_index;
mod audit_retention;
mod audit_tree;
mod audit_views;
mod change;
mod exchange_rates;
mod idempotency;
mod interactions;
mod invitations;
mod legal_holds;
mod listing;
mod logins;
mod members;
mod message_overrides;
mod organizations;
mod scope;
mod statistics;
mod subject_keys;
mod tables;
mod users;

use std::fmt;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use tokio::sync::OwnedMutexGuard;

use self::change::Change;
use self::scope::Scope;
use self::tables::Tables;
use super::{FinishedCall, Overview, Platform, Store, View, Work};
use crate::error::{Code, Error, Result};
use crate::organization::OrganizationId;
use crate::sync::lock;

/// A store that keeps everything in memory, for as long as it lives. It keeps the whole contract of [`Store`] but
/// durability; transactions take turns, views wait for nobody.
///
/// ```
/// use agenthub_core::organization::OrganizationId;
/// use agenthub_core::store::Store;
/// use agenthub_core::store::memory::Memory;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> agenthub_core::Result<()> {
/// let store = Memory::new();
/// let mut view = store.view(OrganizationId::new()).await?;
/// assert!(view.agents().live().await?.is_empty());
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default)]
pub struct Memory(Arc<Home>);

/// Where committed rows live.
#[derive(Default)]
struct Home {
    committed: Mutex<Tables>,
    /// Held by the one transaction that is open.
    turn: Arc<tokio::sync::Mutex<()>>,
}

impl Memory {
    /// An empty store. Its clones are the same store.
    pub fn new() -> Self {
        Self::default()
    }

    fn committed(&self) -> Tables {
        lock(&self.0.committed).clone()
    }

    async fn change(&self, organization: OrganizationId) -> Change {
        let turn = self.turn().await;
        Change { scope: Scope { tables: self.committed(), organization }, home: self.clone(), _turn: turn }
    }

    async fn turn(&self) -> OwnedMutexGuard<()> {
        Arc::clone(&self.0.turn).lock_owned().await
    }

    fn commit(&self, tables: Tables) {
        let replaced = std::mem::replace(&mut *lock(&self.0.committed), tables);
        // Freed here, where nobody waits for the lock.
        drop(replaced);
    }
}

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Memory").finish_non_exhaustive()
    }
}

#[async_trait]
impl Store for Memory {
    async fn view(&self, organization: OrganizationId) -> Result<Box<dyn View>> {
        Ok(Box::new(Scope { tables: self.committed(), organization }))
    }

    async fn work(&self, organization: OrganizationId) -> Result<Box<dyn Work>> {
        Ok(Box::new(self.change(organization).await))
    }

    async fn overview(&self) -> Result<Box<dyn Overview>> {
        Ok(Box::new(self.committed()))
    }

    async fn platform(&self) -> Result<Box<dyn Platform>> {
        Ok(Box::new(self.change(change::NOWHERE).await))
    }

    async fn append(&self, calls: &[FinishedCall]) -> Result<()> {
        let _turn = self.turn().await;
        lock(&self.0.committed).append(calls)
    }

    async fn ping(&self) -> Result<()> {
        Ok(())
    }
}

/// What a database answers where a unique value or a reference stands against a change.
fn conflict() -> Error {
    Error::new(Code::STORE_CONFLICT)
}

/// Goes on only where `holds`.
fn require(holds: bool) -> Result<()> {
    if holds { Ok(()) } else { Err(conflict()) }
}
