//! Legal holds, in memory. Transactions take turns, so that each has the lock.

use std::sync::Arc;

use async_trait::async_trait;

use super::listing::{Order, sorted, time_key};
use super::require;
use super::scope::Scope;
use crate::error::Result;
use crate::legal_hold::{LegalHold, LegalHoldId};
use crate::page::{Listing, Page};
use crate::store::{LegalHolds, ReadLegalHolds};

const NEWEST_FIRST: Order<LegalHold> =
    Order { name: "-placed_at", place: |hold| (time_key(hold.placed_at), hold.id.uuid()) };

#[async_trait]
impl ReadLegalHolds for Scope {
    async fn get(&mut self, id: LegalHoldId) -> Result<Option<LegalHold>> {
        Ok(self.tenant().and_then(|it| it.legal_holds.get(&id)).map(|hold| hold.as_ref().clone()))
    }

    async fn list(&mut self, page: &Page) -> Result<Listing<LegalHold>> {
        let all = self.tenant().into_iter().flat_map(|it| it.legal_holds.values());
        sorted(all.map(Arc::as_ref), page, &NEWEST_FIRST)
    }

    async fn is_any(&mut self) -> Result<bool> {
        Ok(self.tenant().is_some_and(|it| it.legal_holds.values().any(|hold| hold.stands())))
    }
}

#[async_trait]
impl LegalHolds for Scope {
    async fn lock(&mut self) -> Result<()> {
        self.tenant_mut().map(drop)
    }

    async fn add(&mut self, hold: &LegalHold) -> Result<()> {
        require(self.tenant_mut()?.legal_holds.insert(hold.id, Arc::new(hold.clone())).is_none())
    }

    async fn change(&mut self, hold: &LegalHold) -> Result<bool> {
        let stands = self.tenant().and_then(|it| it.legal_holds.get(&hold.id)).is_some_and(|it| it.stands());
        if stands {
            self.tenant_mut()?.legal_holds.insert(hold.id, Arc::new(hold.clone()));
        }
        Ok(stands)
    }
}
