//! Keys in memory, for the calls of people: so that sealing one's record needs no look into the database.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use super::{DataKey, MasterKey, SubjectId};
use crate::error::Result;
use crate::hub::Inner;
use crate::organization::OrganizationId;
use crate::store::{ReadSubjectKeys, Rows};
use crate::sync::lock;

/// How many keys of one organization are kept in mind.
const MOST: usize = 4096;

/// The keys of one organization that are in use. It is a part of the organization's snapshot and goes with it, so that
/// no node seals for longer under a key that was destroyed than it lets in a member who was removed.
#[derive(Debug, Default)]
pub(crate) struct KeyRing(Mutex<HashMap<SubjectId, Arc<DataKey>>>);

impl KeyRing {
    fn get(&self, subject: SubjectId) -> Option<Arc<DataKey>> {
        lock(&self.0).get(&subject).map(Arc::clone)
    }

    fn put(&self, subject: SubjectId, key: &Arc<DataKey>) {
        let mut keys = lock(&self.0);
        if keys.len() >= MOST {
            // Whoever is still there has it back at the next call.
            keys.clear();
        }
        keys.insert(subject, Arc::clone(key));
    }
}

impl Inner {
    /// A subject's key, from memory where it is there; made where there is none.
    pub(crate) async fn ready_key(
        &self,
        master: &MasterKey,
        organization: OrganizationId,
        subject: SubjectId,
    ) -> Result<Arc<DataKey>> {
        let snapshot = self.snapshot(organization).await?;
        if let Some(key) = snapshot.keys_of_subjects.get(subject) {
            return Ok(key);
        }
        let mut view = self.store.glance(organization).await?;
        let found = live_key(master, organization, subject, view.subject_keys()).await?;
        drop(view);
        let key = Arc::new(match found {
            Some(key) => key,
            None => {
                let mut work = self.store.work(organization).await?;
                let key = self.key_within(master, work.as_mut(), organization, subject).await?;
                work.commit().await?;
                key
            }
        });
        snapshot.keys_of_subjects.put(subject, &key);
        Ok(key)
    }

    /// A subject's key; where there is none, it is made in this transaction, and is good once that is committed.
    pub(crate) async fn key_within(
        &self,
        master: &MasterKey,
        rows: &mut dyn Rows,
        organization: OrganizationId,
        subject: SubjectId,
    ) -> Result<DataKey> {
        if let Some(key) = live_key(master, organization, subject, rows.subject_keys()).await? {
            return Ok(key);
        }
        let (row, key) = master.mint(organization, subject, self.clock.now())?;
        rows.subject_keys().add(&row).await?;
        Ok(key)
    }
}

/// The subject's key that this master key opens. Nodes with different ones each have their own.
async fn live_key(
    master: &MasterKey,
    organization: OrganizationId,
    subject: SubjectId,
    keys: &mut (impl ReadSubjectKeys + ?Sized),
) -> Result<Option<DataKey>> {
    let mut live = keys.list(subject).await?;
    live.retain(|key| key.wrapped.is_some());
    let key = live.iter().find_map(|row| master.unwrap(organization, row));
    if key.is_none() && !live.is_empty() {
        tracing::warn!(%organization, "keys of personal data were wrapped by another master key");
    }
    Ok(key)
}
