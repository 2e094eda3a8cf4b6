//! Legal holds: while one stands, nothing is removed that somebody may have to show.

use async_trait::async_trait;

use crate::error::Result;
use crate::legal_hold::{LegalHold, LegalHoldId};
use crate::page::{Listing, Page};

/// Looking at legal holds.
#[async_trait]
pub trait ReadLegalHolds: Send {
    /// The hold with this id, also where it was lifted.
    async fn get(&mut self, id: LegalHoldId) -> Result<Option<LegalHold>>;

    /// Every hold, also those that were lifted, newest first; ties by id, highest first.
    async fn list(&mut self, page: &Page) -> Result<Listing<LegalHold>>;

    /// Does one stand now?
    async fn is_any(&mut self) -> Result<bool>;
}

/// Changing legal holds.
///
/// An organization has one lock for what may be removed: [`lock`](LegalHolds::lock) takes it, and so do
/// [`add`](LegalHolds::add) and the methods of [`AuditRetention`](crate::store::AuditRetention). It is held until
/// the transaction ends. Who removes something takes it, and looks then whether a hold stands.
#[async_trait]
pub trait LegalHolds: ReadLegalHolds {
    /// Waits until nobody else has the lock, and takes it. `store.conflict` where the organization does not exist.
    async fn lock(&mut self) -> Result<()>;

    /// Adds a hold. `store.conflict` where the id is taken.
    async fn add(&mut self, hold: &LegalHold) -> Result<()>;

    /// Puts `hold` in the place of the one with its id, where that one stands; tells whether it did.
    async fn change(&mut self, hold: &LegalHold) -> Result<bool>;
}
