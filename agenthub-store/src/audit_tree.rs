//! The tree over the audit log.

mod heads;

use agenthub_core::audit::SignedHead;
use agenthub_core::audit::tree::{Growth, Tile, TilePlace, TreeHash};
use agenthub_core::organization::OrganizationId;
use agenthub_core::page::{Listing, Page};
use agenthub_core::store::{AuditTree, ReadAuditTree, ReadAuditTrees, TreeProgress};
use agenthub_core::{Id, Result, async_trait};
use uuid::Uuid;

use crate::convert::{hash, number, to_column};
use crate::error::corrupt;
use crate::scope::{Above, Scope};
use crate::statement::Statement;

const SIZE: Statement = Statement::new("SELECT size FROM agenthub_audit_trees WHERE organization_id = $1");
const TILE: Statement = Statement::new(
    "SELECT hashes FROM agenthub_audit_tiles WHERE organization_id = $1 AND level = $2 AND place = $3",
);
const TILE_COUNT: Statement =
    Statement::new("SELECT COUNT(*) FROM agenthub_audit_tiles WHERE organization_id = $1");
const LEAVES: Statement = Statement::new(
    "SELECT sequence, leaf_hash FROM agenthub_audit_entries
     WHERE organization_id = $1 AND sequence >= $2 ORDER BY sequence LIMIT $3",
);
const PLANT: Statement = Statement::new(
    "INSERT INTO agenthub_audit_trees (organization_id, size) VALUES ($1, 0) ON CONFLICT (organization_id) DO NOTHING",
);
/// Only from the size that is expected; others who want to wait until this transaction ends, and then see another one.
const GROW: Statement =
    Statement::new("UPDATE agenthub_audit_trees SET size = $3 WHERE organization_id = $1 AND size = $2");
const PUT_TILE: Statement = Statement::new(
    "INSERT INTO agenthub_audit_tiles (organization_id, level, place, hashes) VALUES ($1, $2, $3, $4)
     ON CONFLICT (organization_id, level, place) DO UPDATE SET hashes = excluded.hashes",
);
const PROGRESS: Statement = Statement::new(
    "SELECT log.organization_id, log.length, COALESCE(tree.size, 0), COALESCE(search.length, 0),
         COALESCE((SELECT MAX(size) FROM agenthub_audit_tree_heads head
                   WHERE head.organization_id = log.organization_id), 0)
     FROM agenthub_audit_heads log
     LEFT JOIN agenthub_audit_trees tree ON tree.organization_id = log.organization_id
     LEFT JOIN agenthub_audit_indexes search ON search.organization_id = log.organization_id
     WHERE log.organization_id > $1 ORDER BY log.organization_id LIMIT $2",
);

pub(crate) const STATEMENTS: &[Statement] = &[
    SIZE,
    TILE,
    TILE_COUNT,
    LEAVES,
    PLANT,
    GROW,
    PUT_TILE,
    PROGRESS,
    heads::GET,
    heads::LIST,
    heads::COUNT,
    heads::ADD,
];

#[async_trait]
impl ReadAuditTree for Scope {
    async fn size(&mut self) -> Result<u64> {
        let row: Option<(i64,)> = self.sql(SIZE).optional().await?;
        row.map_or(Ok(0), |(size,)| number("audit_trees.size", size))
    }

    async fn tile(&mut self, place: TilePlace) -> Result<Vec<TreeHash>> {
        let index = to_column(place.index, "/index")?;
        let row: Option<(Vec<u8>,)> =
            self.sql(TILE).bind(i64::from(place.level)).bind(index).optional().await?;
        let bytes = row.unwrap_or_default().0;
        let (hashes, []) = bytes.as_chunks() else { return Err(corrupt("audit_tiles.hashes")) };
        Ok(hashes.iter().copied().map(TreeHash).collect())
    }

    async fn tile_count(&mut self) -> Result<u64> {
        self.sql(TILE_COUNT).count().await
    }

    async fn leaves(&mut self, from: u64, limit: u32) -> Result<Vec<TreeHash>> {
        // Beyond what a column holds there is nothing.
        let Ok(first) = to_column(from, "/from") else { return Ok(Vec::new()) };
        let rows: Vec<(i64, Vec<u8>)> = self.sql(LEAVES).bind(first).bind(i64::from(limit)).all().await?;
        let leaves = rows.into_iter().zip(first..).map(|((sequence, leaf), expected)| {
            if sequence != expected {
                return Err(corrupt(format!("audit_entries: no sequence {expected}")));
            }
            Ok(TreeHash(hash("audit_entries.leaf_hash", leaf)?))
        });
        leaves.collect()
    }

    async fn head(&mut self, size: u64) -> Result<Option<SignedHead>> {
        heads::get(self, size).await
    }

    async fn heads(&mut self, page: &Page) -> Result<Listing<SignedHead>> {
        heads::list(self, page).await
    }
}

#[async_trait]
impl AuditTree for Scope {
    async fn grow(&mut self, growth: &Growth) -> Result<bool> {
        if growth.from == 0 {
            self.sql(PLANT).execute().await?;
        }
        let (from, to) = (to_column(growth.from, "/from")?, to_column(growth.to, "/to")?);
        if self.sql(GROW).bind(from).bind(to).execute().await? == 0 {
            return Ok(false);
        }
        for Tile { place, hashes } in &growth.tiles {
            let bytes: Vec<u8> = hashes.iter().flat_map(|hash| hash.0).collect();
            let index = to_column(place.index, "/tiles")?;
            self.sql(PUT_TILE).bind(i64::from(place.level)).bind(index).bind(bytes).execute().await?;
        }
        Ok(true)
    }

    async fn add_head(&mut self, head: &SignedHead) -> Result<bool> {
        heads::add(self, head).await
    }
}

#[async_trait]
impl ReadAuditTrees for Above {
    async fn progress(&mut self, after: Option<OrganizationId>, limit: u32) -> Result<Vec<TreeProgress>> {
        let after = after.map_or(Uuid::nil(), Id::uuid);
        let rows: Vec<(Uuid, i64, i64, i64, i64)> =
            self.sql(PROGRESS).bind(after).bind(i64::from(limit)).all().await?;
        rows.into_iter()
            .map(|(id, log, tree, index, head)| {
                Ok(TreeProgress {
                    organization_id: Id::from_uuid(id),
                    log: number("audit_heads.length", log)?,
                    tree: number("audit_trees.size", tree)?,
                    index: number("audit_indexes.length", index)?,
                    head: number("audit_tree_heads.size", head)?,
                })
            })
            .collect()
    }
}
