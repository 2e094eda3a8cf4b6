//! The heads that a log is held to.

use std::collections::BTreeMap;

use super::{Evidence, Fault};
use crate::audit::tree::TreeHash;
use crate::audit::{Checkpoint, VerifierKey};
use crate::error::Result;
use crate::organization::OrganizationId;
use crate::page::Page;
use crate::store::View;

/// Every root that was signed, by size; more than one of a size where the signer was made to contradict itself.
#[derive(Debug, Default)]
pub(super) struct Known {
    roots: BTreeMap<u64, Vec<TreeHash>>,
    /// The smallest head that somebody else has kept and the log has not.
    missing: Option<u64>,
}

impl Known {
    /// Reads the heads of the log, and those that somebody else has kept.
    pub(super) async fn read(
        view: &mut dyn View,
        organization: OrganizationId,
        evidence: &Evidence,
    ) -> Result<std::result::Result<Self, Fault>> {
        // One key may sign for many logs; here only what is said of this one counts.
        let name = format!("/{organization}");
        let ours = evidence.keys.iter().filter(|key| key.name().ends_with(&name));
        let keys: Vec<_> = ours.cloned().collect();
        let mut known = Self::default();
        let mut page = Page::first(Page::MAX);
        loop {
            let heads = view.audit_tree().heads(&page).await?;
            for head in heads.items {
                match head.open(&keys) {
                    Ok(_) => known.add(head.size, head.root),
                    Err(fault) => return Ok(Err(Fault::of_head(head.size, fault))),
                }
            }
            page.after = heads.next;
            if page.after.is_none() {
                return Ok(known.witnessed(&keys, &evidence.witnessed));
            }
        }
    }

    fn witnessed(mut self, keys: &[VerifierKey], notes: &[String]) -> std::result::Result<Self, Fault> {
        for (number, note) in (0..).zip(notes) {
            let opened = Checkpoint::open(note, keys);
            let head =
                opened.map_err(|fault| Fault::WitnessUnusable { number, reason: fault.to_string() })?;
            if !self.roots.contains_key(&head.size) {
                self.missing = Some(self.missing.map_or(head.size, |least| least.min(head.size)));
            }
            self.add(head.size, head.root);
        }
        Ok(self)
    }

    fn add(&mut self, size: u64, root: TreeHash) {
        let roots = self.roots.entry(size).or_default();
        if !roots.contains(&root) {
            roots.push(root);
        }
    }

    /// How many sizes there are heads of.
    pub(super) fn count(&self) -> u64 {
        self.roots.len() as u64
    }

    /// The largest size of a head; 0 where there is none.
    pub(super) fn largest(&self) -> u64 {
        self.roots.last_key_value().map_or(0, |(size, _)| *size)
    }

    /// The smallest head that somebody else has kept and the log has not.
    pub(super) fn missing(&self) -> Option<u64> {
        self.missing
    }

    /// Does the root of this size fit? `None` where no head is of this size.
    pub(super) fn fits(&self, size: u64, root: impl FnOnce() -> TreeHash) -> Option<bool> {
        self.roots.get(&size).map(|roots| roots.as_slice() == [root()])
    }
}
