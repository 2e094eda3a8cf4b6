//! The key that wraps the keys of subjects.

use std::fmt;

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use chrono::{DateTime, Utc};
use rand::TryRng as _;
use rand::rngs::SysRng;
use sha2::{Digest as _, Sha256};
use uuid::Builder;

use super::{DataKey, SubjectId, SubjectKey, SubjectKeyId};
use crate::error::{Error, Result};
use crate::organization::OrganizationId;

const NONCE: usize = 24;

/// Wraps the keys of subjects. It stands in no table, and is the same for all nodes on one database.
///
/// Whoever has it and a copy of the table of keys, a backup for instance, reads what was sealed under the keys that are
/// in that copy, also under those that were destroyed since.
///
/// ```
/// use agenthub_core::Hub;
/// use agenthub_core::store::memory::Memory;
/// use agenthub_core::subject_key::MasterKey;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// # let read_from_a_safe_place = || [7; 32];
/// let hub = Hub::builder(Memory::new()).master_key(MasterKey::new(&read_from_a_safe_place())).build();
/// # hub.close().await;
/// # }
/// ```
pub struct MasterKey {
    present: Wrapping,
    former: Vec<Wrapping>,
}

/// What is derived of one key.
struct Wrapping {
    cipher: XChaCha20Poly1305,
    /// Names mail addresses, so that the table of keys does not tell them.
    names: [u8; 32],
}

impl MasterKey {
    /// The key of these 32 bytes, which nobody can guess.
    pub fn new(key: &[u8; 32]) -> Self {
        Self { present: Wrapping::new(key), former: Vec::new() }
    }

    /// Names a key that wrapped in former times, so that what it wrapped is still opened.
    #[must_use]
    pub fn after(mut self, former: &[u8; 32]) -> Self {
        self.former.push(Wrapping::new(former));
        self
    }

    /// Makes a key for a subject.
    ///
    /// # Errors
    /// `internal` where the system gives no random bytes.
    pub(crate) fn mint(
        &self,
        organization: OrganizationId,
        subject: SubjectId,
        now: DateTime<Utc>,
    ) -> Result<(SubjectKey, DataKey)> {
        let (mut key, mut nonce) = ([0; 32], [0; NONCE]);
        let no_bytes = |error| Error::internal("the system gave no random bytes").source(error);
        SysRng.try_fill_bytes(&mut key).map_err(no_bytes)?;
        SysRng.try_fill_bytes(&mut nonce).map_err(no_bytes)?;
        let id = SubjectKeyId::new();
        let aad = owner(organization, subject, id);
        let payload = Payload { msg: &key, aad: &aad };
        let wrapped = self.present.cipher.encrypt(&XNonce::from(nonce), payload);
        let wrapped = wrapped.map_err(|error| Error::internal(error.to_string()))?;
        let wrapped = Some([nonce.as_slice(), &wrapped].concat());
        let row = SubjectKey { id, subject, wrapped, created_at: now, erased_at: None };
        Ok((row, DataKey::new(id, &key)))
    }

    /// The key that a row holds; `None` where it is destroyed, or was wrapped by another master key or for another
    /// place.
    pub(crate) fn unwrap(&self, organization: OrganizationId, row: &SubjectKey) -> Option<DataKey> {
        let (nonce, wrapped) = row.wrapped.as_ref()?.split_first_chunk::<NONCE>()?;
        let aad = owner(organization, row.subject, row.id);
        let key = self.all().find_map(|it| {
            it.cipher.decrypt(&XNonce::from(*nonce), Payload { msg: wrapped, aad: &aad }).ok()
        })?;
        Some(DataKey::new(row.id, &key.try_into().ok()?))
    }

    /// The subject that stands for a mail address in its normal form.
    pub(crate) fn address(&self, organization: OrganizationId, email: &str) -> SubjectId {
        self.present.address(organization, email)
    }

    /// The subjects that stand for a mail address, under this key and the former ones.
    pub(crate) fn addresses(&self, organization: OrganizationId, email: &str) -> Vec<SubjectId> {
        self.all().map(|it| it.address(organization, email)).collect()
    }

    fn all(&self) -> impl Iterator<Item = &Wrapping> {
        std::iter::once(&self.present).chain(&self.former)
    }
}

impl Wrapping {
    fn new(key: &[u8; 32]) -> Self {
        let names = Sha256::new().chain_update(b"agenthub address names 1").chain_update(key).finalize();
        Self { cipher: XChaCha20Poly1305::new(&Key::from(*key)), names: names.into() }
    }

    /// Half of a keyed hash: who lacks the key can neither read an address from it nor try one.
    fn address(&self, organization: OrganizationId, email: &str) -> SubjectId {
        let hash = Sha256::new()
            .chain_update(self.names)
            .chain_update(organization.uuid().as_bytes())
            .chain_update(email)
            .finalize();
        let mut half = [0; 16];
        half.copy_from_slice(&hash[..16]);
        SubjectId::from_uuid(Builder::from_custom_bytes(half).into_uuid())
    }
}

/// Whose a wrapped key is, so that it opens nobody else's values.
fn owner(organization: OrganizationId, subject: SubjectId, id: SubjectKeyId) -> Vec<u8> {
    let ids = [organization.uuid(), subject.uuid(), id.uuid()];
    let ids = ids.iter().flat_map(|id| id.as_bytes()).copied();
    b"agenthub subject key 1".iter().copied().chain(ids).collect()
}

impl fmt::Debug for MasterKey {
    /// Without the keys.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MasterKey").field("former", &self.former.len()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Place;
    use super::*;
    use crate::audit::EntryId;

    fn seals_alike(one: &DataKey, other: &DataKey) -> bool {
        let place =
            Place { organization: OrganizationId::new(), record: EntryId::new(), field: "request.ip" };
        other.open(place, &one.seal(place, b"10.0.0.7")).as_deref() == Some(b"10.0.0.7")
    }

    #[test]
    fn a_key_is_wrapped_for_its_place_alone() {
        let (master, organization) = (MasterKey::new(&[1; 32]), OrganizationId::new());
        let (row, key) = master.mint(organization, SubjectId::new(), DateTime::UNIX_EPOCH).unwrap();
        assert!(seals_alike(&key, &master.unwrap(organization, &row).unwrap()));
        assert!(master.unwrap(OrganizationId::new(), &row).is_none());
        let changed = row.wrapped.clone().map(|mut bytes| {
            bytes[30] ^= 1;
            bytes
        });
        let wrong = [
            SubjectKey { subject: SubjectId::new(), ..row.clone() },
            SubjectKey { id: SubjectKeyId::new(), ..row.clone() },
            SubjectKey { wrapped: None, ..row.clone() },
            SubjectKey { wrapped: Some(vec![1, 2, 3]), ..row.clone() },
            SubjectKey { wrapped: changed, ..row },
        ];
        for row in wrong {
            assert!(master.unwrap(organization, &row).is_none(), "{row:?}");
        }
    }

    #[test]
    fn another_master_key_opens_what_it_came_after_and_nothing_else() {
        let (old, organization) = (MasterKey::new(&[1; 32]), OrganizationId::new());
        let (row, key) = old.mint(organization, SubjectId::new(), DateTime::UNIX_EPOCH).unwrap();
        let rotated = MasterKey::new(&[2; 32]).after(&[1; 32]);
        assert!(seals_alike(&key, &rotated.unwrap(organization, &row).unwrap()));
        assert!(MasterKey::new(&[2; 32]).unwrap(organization, &row).is_none());
    }

    #[test]
    fn an_address_has_a_name_in_each_organization_and_under_each_key() {
        let (one, two) = (OrganizationId::new(), OrganizationId::new());
        let master = MasterKey::new(&[2; 32]).after(&[1; 32]);
        let name = master.address(one, "ada@example.org");
        assert_eq!(master.address(one, "ada@example.org"), name);
        assert_ne!(master.address(two, "ada@example.org"), name);
        let former = MasterKey::new(&[1; 32]).address(one, "ada@example.org");
        assert_eq!(master.addresses(one, "ada@example.org"), [name, former]);
    }

    #[test]
    fn keys_are_not_shown() {
        let (row, key) = MasterKey::new(&[7; 32])
            .mint(OrganizationId::new(), SubjectId::new(), DateTime::UNIX_EPOCH)
            .unwrap();
        let wrapped = format!("{:?}", row.wrapped);
        let shown = format!("{:?} {row:?} {key:?}", MasterKey::new(&[7; 32]));
        assert!(!shown.contains(&wrapped) && !shown.contains("7, 7"), "{shown}");
    }
}
