//! The Merkle tree over an organization's audit log, and the heads of it that were signed.
//!
//! The tree follows the log: it is built behind the commits, so for a moment the log may be longer.

use async_trait::async_trait;

use crate::audit::SignedHead;
use crate::audit::tree::{Growth, TilePlace, TreeHash};
use crate::error::Result;
use crate::organization::OrganizationId;
use crate::page::{Listing, Page};

/// Looking at the tree.
#[async_trait]
pub trait ReadAuditTree: Send {
    /// How many leaves it has; 0 where it was never built.
    async fn size(&mut self) -> Result<u64>;

    /// The hashes of the tile at this place, as many as there are by now; none where there is no such tile.
    async fn tile(&mut self, place: TilePlace) -> Result<Vec<TreeHash>>;

    /// How many tiles there are.
    async fn tile_count(&mut self) -> Result<u64>;

    /// The leaf hashes of the log's entries from sequence number `from` on, in order, at most `limit`.
    /// `store.corrupt` where an entry is missing among them.
    async fn leaves(&mut self, from: u64, limit: u32) -> Result<Vec<TreeHash>>;

    /// The head that was signed of this size.
    async fn head(&mut self, size: u64) -> Result<Option<SignedHead>>;

    /// Every head that was signed, the largest first.
    async fn heads(&mut self, page: &Page) -> Result<Listing<SignedHead>>;
}

/// Letting the tree grow. What stands in it is never changed.
#[async_trait]
pub trait AuditTree: ReadAuditTree {
    /// Lets the tree grow; tells whether it did. It does not where its size is not [`Growth::from`] any more, because
    /// another node was faster: of those that grow the same tree at once, one does. `store.conflict` where the
    /// organization does not exist.
    async fn grow(&mut self, growth: &Growth) -> Result<bool>;

    /// Keeps a head; tells whether it did. It does not where one of this size is kept already. `store.conflict` where
    /// the organization does not exist.
    async fn add_head(&mut self, head: &SignedHead) -> Result<bool>;
}

/// The trees of all organizations.
#[async_trait]
pub trait ReadAuditTrees: Send {
    /// How far the trees of the organizations that sort after `after` have come, in the order of the ids, at most
    /// `limit`.
    async fn progress(&mut self, after: Option<OrganizationId>, limit: u32) -> Result<Vec<TreeProgress>>;
}

/// How far an organization's tree and index have come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TreeProgress {
    /// Whose tree.
    pub organization_id: OrganizationId,
    /// How many entries its audit log has.
    pub log: u64,
    /// How many of them are in the tree.
    pub tree: u64,
    /// How many of them are in the index.
    pub index: u64,
    /// How many are under the last head that was signed; 0 where none was.
    pub head: u64,
}
