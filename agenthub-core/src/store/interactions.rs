//! Interactions and what they used, for reading; they are written by `Store::append`.

use async_trait::async_trait;

use crate::error::Result;
use crate::interaction::{Interaction, InteractionFilter, InteractionId, Statistics, StatisticsQuery};
use crate::page::{Listing, Page};

/// Looking at interactions.
#[async_trait]
pub trait ReadInteractions: Send {
    /// The interaction with this id.
    async fn get(&mut self, id: InteractionId) -> Result<Option<Interaction>>;

    /// The interactions that the filter wants, newest first (by id, which is made when a call begins).
    async fn list(&mut self, filter: &InteractionFilter, page: &Page) -> Result<Listing<Interaction>>;

    /// Numbers over the interactions that the query wants: in total, and by agent, most calls first, then by id.
    ///
    /// Agents without such a call are left out. An agent's name and type are its present ones. Sums of costs are exact,
    /// one for each currency that a call was paid in, sorted by code.
    async fn statistics(&mut self, query: &StatisticsQuery) -> Result<Statistics>;
}
