//! Saved views of the audit log, in memory.

use std::sync::Arc;

use async_trait::async_trait;

use super::listing::{Order, sorted, time_key};
use super::require;
use super::scope::Scope;
use crate::audit::Actor;
use crate::audit::view::{AuditView, AuditViewId};
use crate::error::Result;
use crate::page::{Listing, Page};
use crate::store::{AuditViews, ReadAuditViews};

const NEWEST_FIRST: Order<AuditView> =
    Order { name: "-created_at", place: |view| (time_key(view.created_at), view.id.uuid()) };

#[async_trait]
impl ReadAuditViews for Scope {
    async fn get(&mut self, id: AuditViewId) -> Result<Option<AuditView>> {
        Ok(self.tenant().and_then(|it| it.audit_views.get(&id)).map(|view| view.as_ref().clone()))
    }

    async fn list(&mut self, actor: &Actor, page: &Page) -> Result<Listing<AuditView>> {
        let all = self.tenant().into_iter().flat_map(|it| it.audit_views.values());
        sorted(all.map(Arc::as_ref).filter(|view| view.is_seen_by(actor)), page, &NEWEST_FIRST)
    }
}

#[async_trait]
impl AuditViews for Scope {
    async fn add(&mut self, view: &AuditView) -> Result<()> {
        require(self.tenant_mut()?.audit_views.insert(view.id, Arc::new(view.clone())).is_none())
    }

    async fn change(&mut self, view: &AuditView) -> Result<bool> {
        let is_there = self.tenant().is_some_and(|it| it.audit_views.contains_key(&view.id));
        if is_there {
            self.tenant_mut()?.audit_views.insert(view.id, Arc::new(view.clone()));
        }
        Ok(is_there)
    }

    async fn remove(&mut self, id: AuditViewId) -> Result<bool> {
        if self.tenant().is_none() {
            return Ok(false);
        }
        Ok(self.tenant_mut()?.audit_views.remove(&id).is_some())
    }
}
