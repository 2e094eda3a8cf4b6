//! Saved views of the audit log.

use async_trait::async_trait;

use crate::audit::Actor;
use crate::audit::view::{AuditView, AuditViewId};
use crate::error::Result;
use crate::page::{Listing, Page};

/// Looking at saved views.
#[async_trait]
pub trait ReadAuditViews: Send {
    /// The view with this id, whoever made it.
    async fn get(&mut self, id: AuditViewId) -> Result<Option<AuditView>>;

    /// The views that `actor` made and those that are shared, newest first; ties by id, highest first.
    async fn list(&mut self, actor: &Actor, page: &Page) -> Result<Listing<AuditView>>;
}

/// Changing saved views.
#[async_trait]
pub trait AuditViews: ReadAuditViews {
    /// Adds a view. `store.conflict` where the id is taken.
    async fn add(&mut self, view: &AuditView) -> Result<()>;

    /// Puts `view` in the place of the one with its id; tells whether there was one.
    async fn change(&mut self, view: &AuditView) -> Result<bool>;

    /// Removes a view; tells whether there was one.
    async fn remove(&mut self, id: AuditViewId) -> Result<bool>;
}
