//! Reservations of idempotency keys.

use async_trait::async_trait;

use crate::error::Result;
use crate::idempotency::{HolderId, Reservation};

/// One organization's reservations.
#[async_trait]
pub trait Idempotency: Send {
    /// The reservation of this name, locked until the transaction ends.
    async fn get(&mut self, name: &[u8; 32]) -> Result<Option<Reservation>>;

    /// Adds a reservation; tells whether it did, which it does not where the name is taken. Where another transaction
    /// is about to take it, waits for the end of that. `store.conflict` where the organization does not exist.
    async fn add(&mut self, reservation: &Reservation) -> Result<bool>;

    /// Puts `reservation` in the place of the one with its name and its holder that has no answer yet; tells whether
    /// there was one.
    async fn change(&mut self, reservation: &Reservation) -> Result<bool>;

    /// Removes the reservation of this name and this holder; tells whether there was one.
    async fn remove(&mut self, name: &[u8; 32], holder: HolderId) -> Result<bool>;
}
