//! The directory: what a node keeps in mind of each organization, so that a call needs no look into the database.
//!
//! An organization's part is an immutable [`Snapshot`], made when it is first needed. A change on this node puts it aside
//! at once; changes of other nodes are found by the organization's revision, which is looked at twice a second, and at
//! once where [`notices`](crate::notices) tell of them. The next snapshot is the one that was put aside, with the agents
//! that changed since its revision.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock, Weak};

use arc_swap::ArcSwapOption;
use tokio::sync::Mutex;
use tokio_util::sync::CancellationToken;

use super::catalog::Catalog;
use crate::access::Role;
use crate::api_key::live::LiveKey;
use crate::error::{Code, Error, Result};
use crate::hub::Inner;
use crate::identity::token::TokenHash;
use crate::localization::{Localization, Preference};
use crate::organization::OrganizationId;
use crate::page::{Listing, Page};
use crate::store::Revision;
use crate::subject_key::ring::KeyRing;
use crate::user::{LoginId, UserId};

/// What a node keeps in mind of one organization, as it was at one revision.
#[derive(Debug, Default)]
pub(crate) struct Snapshot {
    revision: Revision,
    pub(crate) catalog: Catalog,
    members: HashMap<UserId, MemberNow>,
    keys: HashMap<TokenHash, Arc<LiveKey>>,
    /// Ended logins whose access tokens may not have expired.
    ended: HashSet<LoginId>,
    /// How people are spoken to who prefer nothing themselves.
    localization: Localization,
    /// Under which the calls of people are sealed.
    pub(crate) keys_of_subjects: KeyRing,
}

/// A member who may sign in.
#[derive(Debug)]
pub(crate) struct MemberNow {
    pub(crate) role: Role,
    preference: Arc<Preference>,
}

impl Snapshot {
    /// A member who may sign in.
    pub(crate) fn member(&self, user: UserId) -> Option<&MemberNow> {
        self.members.get(&user)
    }

    /// How a member is spoken to, or somebody who is none.
    pub(crate) fn localization(&self, member: Option<&MemberNow>) -> Localization {
        let mut localization = self.localization.clone();
        if let Some(member) = member {
            localization.user = Arc::clone(&member.preference);
        }
        localization
    }

    pub(crate) fn key(&self, token_hash: &TokenHash) -> Option<&Arc<LiveKey>> {
        self.keys.get(token_hash)
    }

    pub(crate) fn is_ended(&self, login: LoginId) -> bool {
        self.ended.contains(&login)
    }
}

/// The snapshots of a node.
#[derive(Debug, Default)]
pub(crate) struct Directory {
    slots: RwLock<HashMap<OrganizationId, Arc<Slot>>>,
}

/// One organization's place in the directory.
#[derive(Debug, Default)]
struct Slot {
    current: ArcSwapOption<Snapshot>,
    /// The last one, on which the next one builds.
    last: ArcSwapOption<Snapshot>,
    /// Rises when the snapshot is put aside, so that one that was being read meanwhile is not taken for new.
    generation: AtomicU64,
    loading: Mutex<()>,
}

impl Directory {
    /// Puts an organization's snapshot aside; the next call reads what changed.
    pub(crate) fn forget(&self, organization: OrganizationId) {
        let slots = self.slots.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(slot) = slots.get(&organization) {
            slot.generation.fetch_add(1, Ordering::AcqRel);
            slot.current.store(None);
        }
    }

    fn slot(&self, organization: OrganizationId) -> Arc<Slot> {
        let slots = self.slots.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(slot) = slots.get(&organization) {
            return Arc::clone(slot);
        }
        drop(slots);
        let mut slots = self.slots.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(slots.entry(organization).or_default())
    }

    /// Takes a slot away whose organization does not exist.
    fn give_up(&self, organization: OrganizationId, slot: &Arc<Slot>) {
        let mut slots = self.slots.write().unwrap_or_else(PoisonError::into_inner);
        if slots.get(&organization).is_some_and(|it| Arc::ptr_eq(it, slot) && it.current.load().is_none()) {
            slots.remove(&organization);
        }
    }

    /// How many agents can be called, of the organizations in mind.
    pub(crate) fn agents(&self) -> usize {
        let slots = self.slots.read().unwrap_or_else(PoisonError::into_inner);
        slots.values().filter_map(|slot| Some(slot.current.load().as_ref()?.catalog.agent_count())).sum()
    }

    fn known(&self) -> Vec<(OrganizationId, Revision)> {
        let slots = self.slots.read().unwrap_or_else(PoisonError::into_inner);
        let current =
            slots.iter().filter_map(|(id, slot)| Some((*id, slot.current.load().as_ref()?.revision)));
        current.collect()
    }
}

impl Inner {
    /// What is known of an organization now.
    ///
    /// # Errors
    /// `organization.not_found`; `store.unavailable` where it has to be read and cannot be.
    pub(crate) async fn snapshot(&self, organization: OrganizationId) -> Result<Arc<Snapshot>> {
        let slot = self.directory.slot(organization);
        if let Some(snapshot) = slot.current.load_full() {
            return Ok(snapshot);
        }
        let loaded = self.load(organization, &slot).await;
        if loaded.as_ref().is_err_and(|error| error.code() == Code::ORGANIZATION_NOT_FOUND) {
            // Whoever makes up keys of organizations that do not exist must not fill the memory with them.
            self.directory.give_up(organization, &slot);
        }
        loaded
    }

    async fn load(&self, organization: OrganizationId, slot: &Slot) -> Result<Arc<Snapshot>> {
        let _turn = slot.loading.lock().await;
        loop {
            if let Some(snapshot) = slot.current.load_full() {
                return Ok(snapshot);
            }
            let generation = slot.generation.load(Ordering::Acquire);
            let snapshot = Arc::new(self.read_snapshot(organization, slot.last.load().as_deref()).await?);
            slot.current.store(Some(Arc::clone(&snapshot)));
            slot.last.store(Some(Arc::clone(&snapshot)));
            if slot.generation.load(Ordering::Acquire) == generation {
                return Ok(snapshot);
            }
            slot.current.store(None);
        }
    }

    async fn read_snapshot(&self, organization: OrganizationId, last: Option<&Snapshot>) -> Result<Snapshot> {
        // The revision is read before what it numbers, so that a change in between is found the next time.
        let since = self.clock.now() - self.options.access_ttl;
        let mut overview = self.store.overview().await?;
        let revisions = overview.organizations().revisions(&[organization]).await?;
        let row = overview.organizations().get(organization).await?;
        let ended = overview.logins().revoked_since(organization, since).await?;
        drop(overview);
        let (Some((_, revision)), Some(row)) = (revisions.first().copied(), row) else {
            return Err(Error::new(Code::ORGANIZATION_NOT_FOUND).with("id", organization));
        };
        let mut view = self.store.view(organization).await?;
        // A revision that went back is another database, put in the place of the one before.
        let catalog = match last.filter(|last| last.revision <= revision) {
            Some(last) => last.catalog.after(view.agents().changed_since(last.revision).await?),
            None => Catalog::default().after(view.agents().live().await?),
        };
        let keys = view.api_keys().live().await?.into_iter().map(|key| {
            let before = last.and_then(|last| last.keys.get(&key.token_hash)).map(AsRef::as_ref);
            (key.token_hash, Arc::new(LiveKey::new(key, before)))
        });
        let members = all_members(view.as_mut()).await?;
        let overrides = view.message_overrides().list().await?;
        let localization = Localization {
            user: Arc::default(),
            organization: Arc::new(row.preference),
            overrides: match last.map(|last| &last.localization.overrides) {
                Some(same) if **same == *overrides => Arc::clone(same),
                _ => overrides.into(),
            },
        };
        let (keys, ended) = (keys.collect(), ended.into_iter().collect());
        let keys_of_subjects = KeyRing::default();
        Ok(Snapshot { revision, catalog, members, keys, ended, localization, keys_of_subjects })
    }
}

async fn all_members(view: &mut dyn crate::store::View) -> Result<HashMap<UserId, MemberNow>> {
    let mut members = HashMap::new();
    // Most prefer nothing, and share that.
    let nothing = Arc::new(Preference::default());
    let mut page = Page::first(Page::MAX);
    loop {
        let Listing { items, next, .. } = view.members().list(&page).await?;
        let active = items.into_iter().filter(|it| it.is_active);
        members.extend(active.map(|it| {
            let is_nothing = it.preference == *nothing;
            let preference = if is_nothing { Arc::clone(&nothing) } else { Arc::new(it.preference) };
            (it.member.user_id, MemberNow { role: it.member.role, preference })
        }));
        if next.is_none() {
            return Ok(members);
        }
        page.after = next;
    }
}

/// Looks for changes that other nodes made, again and again, until `stop`.
pub(crate) async fn watch_changes(hub: Weak<Inner>, stop: CancellationToken) {
    loop {
        let Some(inner) = hub.upgrade() else { return };
        let every = inner.options.refresh_every;
        if let Err(error) = inner.look_at(|_| true).await {
            tracing::warn!(%error, "failed to look for other nodes' changes");
        }
        drop(inner);
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(every) => {}
        }
    }
}

impl Inner {
    /// Looks at the revisions of those organizations in mind that `concerned` picks, and forgets what changed.
    pub(crate) async fn look_at(&self, concerned: impl Fn(OrganizationId) -> bool) -> Result<()> {
        let mut known = self.directory.known();
        known.retain(|(id, _)| concerned(*id));
        if known.is_empty() {
            return Ok(());
        }
        let ids: Vec<OrganizationId> = known.iter().map(|(id, _)| *id).collect();
        let now: HashMap<_, _> =
            self.store.overview().await?.organizations().revisions(&ids).await?.into_iter().collect();
        for (id, revision) in known {
            if now.get(&id) != Some(&revision) {
                self.directory.forget(id);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hub::Hub;
    use crate::store::memory::Memory;

    #[tokio::test]
    async fn an_organization_that_does_not_exist_takes_no_room() {
        let hub = Hub::new(Memory::new());
        let acme = hub.create_organization("Acme").await.unwrap();
        for organization in (0..10).map(|_| OrganizationId::new()).chain([acme.id]) {
            let known = hub.inner().snapshot(organization).await.is_ok();
            assert_eq!(known, organization == acme.id);
        }
        assert_eq!(hub.inner().directory.slots.read().unwrap().len(), 1);
    }
}
