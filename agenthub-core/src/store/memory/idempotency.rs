//! Reservations of idempotency keys, in memory.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::scope::Scope;
use super::tables::Tables;
use crate::error::Result;
use crate::idempotency::{HolderId, Reservation};
use crate::organization::OrganizationId;
use crate::store::Idempotency;

#[async_trait]
impl Idempotency for Scope {
    // Transactions take turns, so nothing else needs to be locked.
    async fn get(&mut self, name: &[u8; 32]) -> Result<Option<Reservation>> {
        Ok(self.tenant().and_then(|it| it.reservations.get(name)).map(|it| it.as_ref().clone()))
    }

    async fn add(&mut self, reservation: &Reservation) -> Result<bool> {
        let reservations = &mut self.tenant_mut()?.reservations;
        let is_free = !reservations.contains_key(&reservation.name);
        if is_free {
            reservations.insert(reservation.name, Arc::new(reservation.clone()));
        }
        Ok(is_free)
    }

    async fn change(&mut self, reservation: &Reservation) -> Result<bool> {
        let found = self.held(&reservation.name, reservation.holder);
        let is_open = found.is_some_and(|found| found.answer.is_none());
        if is_open {
            let reservations = &mut self.tenant_mut()?.reservations;
            reservations.insert(reservation.name, Arc::new(reservation.clone()));
        }
        Ok(is_open)
    }

    async fn remove(&mut self, name: &[u8; 32], holder: HolderId) -> Result<bool> {
        let is_there = self.held(name, holder).is_some();
        if is_there {
            self.tenant_mut()?.reservations.remove(name);
        }
        Ok(is_there)
    }
}

impl Scope {
    fn held(&self, name: &[u8; 32], holder: HolderId) -> Option<&Reservation> {
        let found = self.tenant()?.reservations.get(name)?;
        Some(found.as_ref()).filter(|found| found.holder == holder)
    }
}

impl Tables {
    /// Forgets the reservations of all organizations that expired before this time; gives how many.
    pub(super) fn purge_reservations(&mut self, before: DateTime<Utc>) -> Result<u64> {
        let over = |(id, tenant): (&OrganizationId, &Arc<super::tables::Tenant>)| {
            let over = tenant.reservations.values().filter(|it| it.expires_at < before);
            over.map(|it| (*id, it.name)).collect::<Vec<_>>()
        };
        let over: Vec<_> = self.tenants.iter().flat_map(over).collect();
        for (organization, name) in &over {
            self.tenant_mut(*organization)?.reservations.remove(name);
        }
        Ok(over.len() as u64)
    }
}
