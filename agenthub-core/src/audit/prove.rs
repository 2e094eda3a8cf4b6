//! What can be proven of an audit log: that a record stands in it, that it only ever grew, and what was signed of it.
//!
//! Whoever asks has the tree built first as far as the question goes.

use serde::{Deserialize, Serialize};

use super::manage::AuditLog;
use super::tiles::Tiles;
use super::tree::{ConsistencyProof, InclusionProof, TreeHash};
use super::{Changes, Entity, Entry, EntryId, Note, SignedHead, VerifierKey};
use crate::access::Permission;
use crate::error::{Code, Error, Result};
use crate::page::{Listing, Page};
use crate::store::View;

/// A proof that a record stands in the log, and what it is to be held to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Inclusion {
    /// The record as it is kept: what is [personal](super::personal) in it is sealed, for whoever asks. Nothing where
    /// a leaf was asked for, whose record may have left.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub entry: Option<Entry>,
    /// The record's leaf hash; hash the record yourself to see that it is its own.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub leaf_hash: TreeHash,
    /// The proof.
    #[serde(flatten)]
    pub proof: InclusionProof,
    /// The root that it leads to.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub root: TreeHash,
    /// The head that says so of this size, where one was signed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub head: Option<SignedHead>,
}

/// A proof that the log of one size is the beginning of the log of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Consistency {
    /// The proof.
    #[serde(flatten)]
    pub proof: ConsistencyProof,
    /// The root of the older tree.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub from_root: TreeHash,
    /// The root of the newer tree.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub to_root: TreeHash,
}

impl AuditLog<'_> {
    /// The head that was signed last, or the one of this size.
    ///
    /// # Errors
    /// `auth.denied`, `audit.head_not_found`.
    pub async fn head(&self, size: Option<u64>) -> Result<SignedHead> {
        let mut view = self.session().view(Permission::AuditRead).await?;
        let head = match size {
            Some(size) => view.audit_tree().head(size).await?,
            None => newest_head(view.as_mut()).await?,
        };
        head.ok_or_else(|| head_not_found(size.unwrap_or_default()))
    }

    /// The heads that were signed, the largest first.
    ///
    /// # Errors
    /// `auth.denied`, `page.bad_cursor`.
    pub async fn heads(&self, page: &Page) -> Result<Listing<SignedHead>> {
        self.session().view(Permission::AuditRead).await?.audit_tree().heads(page).await
    }

    /// Signs a head of the whole log now. Where nothing was recorded since the last one, that one is given again.
    ///
    /// The record of this stands behind the head.
    ///
    /// # Errors
    /// `auth.denied`; `audit.no_key` where the hub has no key to sign with; `audit.log_changed` where the log is not the
    /// one that was signed before.
    pub async fn sign_head(&self) -> Result<SignedHead> {
        let (session, inner) = (self.session(), self.session().hub().inner());
        session.allow(Permission::AuditRead)?;
        inner.heads.signer()?;
        let organization = session.organization_id();
        inner.build_to(organization, u64::MAX).await?;
        let said = inner.heads.said(organization);
        let mut change = session.change(Permission::AuditRead).await?;
        let next = inner.heads.next(organization, said, change.audit_tree(), session.now()).await?;
        let Some(head) = next else {
            drop(change);
            return self.head(None).await;
        };
        change.audit_tree().add_head(&head).await?;
        let changes = Changes::none().with("size", head.size).with("root", head.root.to_string());
        change.commit(Note::new("sign", Entity::new("audit_head", head.size), changes)).await?;
        inner.heads.kept(organization, &head);
        Ok(head)
    }

    /// The public keys of the log's heads: the one that signs now first, then those that signed before. Whoever has
    /// them from here alone trusts this hub.
    ///
    /// # Errors
    /// `auth.denied`, `audit.no_key`.
    pub fn keys(&self) -> Result<Vec<VerifierKey>> {
        self.session().allow(Permission::AuditRead)?;
        Ok(self.session().hub().inner().heads.signer()?.keys(self.session().organization_id()))
    }

    /// Proves that the record stands in the log as it was when it had `size` records; where nothing is said, as it was
    /// when the last head was signed, or as it is now where that is older than the record.
    ///
    /// # Errors
    /// `auth.denied`, `audit.not_found`; `audit.no_such_size` where the log never had as many records, or the record
    /// came later.
    pub async fn prove(&self, id: EntryId, size: Option<u64>) -> Result<Inclusion> {
        let entry = self.kept(id).await?;
        let proven = self.prove_leaf(entry.sequence, size).await?;
        Ok(Inclusion { entry: Some(entry), ..proven })
    }

    /// The same for the record with a sequence number, also where it has left the log: the hash of its leaf stays. Hash
    /// your own copy of the record to see that it is the one.
    ///
    /// # Errors
    /// `auth.denied`; `audit.no_such_size` where the log never had as many records, or the record came later.
    pub async fn prove_leaf(&self, sequence: u64, size: Option<u64>) -> Result<Inclusion> {
        let least = sequence.saturating_add(1);
        let (mut view, tree) = self.view_of(size.unwrap_or(least)).await?;
        let size = match size {
            Some(size) => size,
            None => newest_head(view.as_mut()).await?.map_or(0, |head| head.size).max(least),
        };
        if !(least..=tree).contains(&size) {
            // The tree may not have been built as far as the log goes.
            return Err(no_such_size(size, least, view.audit().extent().await?.end));
        }
        let head = view.audit_tree().head(size).await?;
        let mut tiles = Tiles::new(view.audit_tree());
        let hashes = tiles.roots(InclusionProof::parts(sequence, size)).await?;
        Ok(Inclusion {
            leaf_hash: tiles.root(sequence..least).await?,
            proof: InclusionProof { index: sequence, size, hashes },
            root: tiles.root(0..size).await?,
            entry: None,
            head,
        })
    }

    /// Proves that the log as it was with `from` records is the beginning of the log with `to` records; where nothing is
    /// said, with all that it has now.
    ///
    /// # Errors
    /// `auth.denied`; `audit.no_such_size` where the log never had as many records, or `from` is larger than `to`.
    pub async fn consistency(&self, from: u64, to: Option<u64>) -> Result<Consistency> {
        let (mut view, tree) = self.view_of(to.unwrap_or(u64::MAX)).await?;
        let to = to.unwrap_or(tree);
        if to > tree {
            return Err(no_such_size(to, from.min(tree), tree));
        }
        if from > to {
            return Err(no_such_size(from, 0, to));
        }
        let mut tiles = Tiles::new(view.audit_tree());
        let hashes = tiles.roots(ConsistencyProof::parts(from, to)).await?;
        Ok(Consistency {
            proof: ConsistencyProof { from, to, hashes },
            from_root: tiles.root(0..from).await?,
            to_root: tiles.root(0..to).await?,
        })
    }

    /// A view in which the tree has `size` leaves, or everything that is in the log, and how many it has.
    async fn view_of(&self, size: u64) -> Result<(Box<dyn View>, u64)> {
        let session = self.session();
        session.allow(Permission::AuditRead)?;
        session.hub().inner().build_to(session.organization_id(), size).await?;
        let mut view = session.view(Permission::AuditRead).await?;
        let size = view.audit_tree().size().await?;
        Ok((view, size))
    }
}

async fn newest_head(view: &mut dyn View) -> Result<Option<SignedHead>> {
    Ok(view.audit_tree().heads(&Page::first(1)).await?.items.pop())
}

fn head_not_found(size: u64) -> Error {
    Error::new(Code::AUDIT_HEAD_NOT_FOUND).with("size", size)
}

fn no_such_size(size: u64, min: u64, max: u64) -> Error {
    Error::new(Code::AUDIT_NO_SUCH_SIZE).with("size", size).with("min", min).with("max", max)
}
