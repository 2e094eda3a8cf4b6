//! The tree over the audit log, in memory.

use std::ops::Bound::{Excluded, Unbounded};

use async_trait::async_trait;

use super::listing::{place_by_id, position_by_id};
use super::scope::Scope;
use super::tables::Tables;
use crate::audit::SignedHead;
use crate::audit::tree::{Growth, TilePlace, TreeHash};
use crate::error::{Code, Error, Result};
use crate::organization::OrganizationId;
use crate::page::{Listing, Page, cut};
use crate::store::{AuditTree, ReadAudit as _, ReadAuditTree, ReadAuditTrees, TreeProgress};

const LARGEST_FIRST: &str = "-size";

#[async_trait]
impl ReadAuditTree for Scope {
    async fn size(&mut self) -> Result<u64> {
        Ok(self.tenant().map_or(0, |it| it.tree_size))
    }

    async fn tile(&mut self, place: TilePlace) -> Result<Vec<TreeHash>> {
        let tile = self.tenant().and_then(|it| it.tiles.get(&place));
        Ok(tile.map(|hashes| hashes.to_vec()).unwrap_or_default())
    }

    async fn tile_count(&mut self) -> Result<u64> {
        Ok(self.tenant().map_or(0, |it| it.tiles.len() as u64))
    }

    async fn leaves(&mut self, from: u64, limit: u32) -> Result<Vec<TreeHash>> {
        let entries = self.range(from, limit).await?;
        if entries.first().is_some_and(|first| first.sequence != from) {
            return Err(Error::new(Code::STORE_CORRUPT).with("what", format_args!("audit_logs.{from}")));
        }
        Ok(entries.into_iter().map(|entry| entry.leaf_hash).collect())
    }

    async fn head(&mut self, size: u64) -> Result<Option<SignedHead>> {
        Ok(self.tenant().and_then(|it| it.heads.get(&size)).map(|head| head.as_ref().clone()))
    }

    async fn heads(&mut self, page: &Page) -> Result<Listing<SignedHead>> {
        let before = position_by_id::<u64>(page, LARGEST_FIRST)?;
        let all = || self.tenant().into_iter().flat_map(|it| it.heads.values().rev());
        let rest = all().filter(|head| before.is_none_or(|before| head.size < before));
        let total = page.count.then(|| all().count() as u64);
        let listing = cut(rest, page, total, |head| place_by_id(LARGEST_FIRST, head.size));
        Ok(listing.map(|head| head.as_ref().clone()))
    }
}

#[async_trait]
impl AuditTree for Scope {
    async fn grow(&mut self, growth: &Growth) -> Result<bool> {
        let tenant = self.tenant_mut()?;
        if tenant.tree_size != growth.from {
            return Ok(false);
        }
        tenant.tree_size = growth.to;
        for tile in &growth.tiles {
            tenant.tiles.insert(tile.place, tile.hashes.as_slice().into());
        }
        Ok(true)
    }

    async fn add_head(&mut self, head: &SignedHead) -> Result<bool> {
        let tenant = self.tenant_mut()?;
        let is_new = !tenant.heads.contains_key(&head.size);
        if is_new {
            tenant.heads.insert(head.size, head.clone().into());
        }
        Ok(is_new)
    }
}

#[async_trait]
impl ReadAuditTrees for Tables {
    async fn progress(&mut self, after: Option<OrganizationId>, limit: u32) -> Result<Vec<TreeProgress>> {
        let start = after.map_or(Unbounded, Excluded);
        let tenants = self.tenants.range((start, Unbounded)).take(limit as usize);
        Ok(tenants
            .map(|(id, tenant)| TreeProgress {
                organization_id: *id,
                log: tenant.audit_extent().end,
                tree: tenant.tree_size,
                index: tenant.audit_index.length(),
                head: tenant.heads.get_max().map_or(0, |(size, _)| *size),
            })
            .collect())
    }
}
