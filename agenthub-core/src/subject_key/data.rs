//! A subject's key at work: sealing and opening values.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use uuid::Uuid;

use super::SubjectKeyId;
use crate::audit::EntryId;
use crate::organization::OrganizationId;

/// How a sealed value begins; base64url follows: the id of the key, the nonce, the ciphertext with its tag.
const PREFIX: &str = "sealed:1:";
const ID: usize = 16;
const NONCE: usize = 24;

/// Where a sealed value stands. It opens nowhere else.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) organization: OrganizationId,
    pub(crate) record: EntryId,
    /// Such as `request.ip` or `changes.email.new`.
    pub(crate) field: &'a str,
}

impl Place<'_> {
    /// What is authenticated beside the value. All parts but the last have one length.
    fn bytes(&self, key: SubjectKeyId) -> Vec<u8> {
        let ids = [self.organization.uuid(), self.record.uuid(), key.uuid()];
        let ids = ids.iter().flat_map(|id| id.as_bytes()).copied();
        b"agenthub personal 1".iter().copied().chain(ids).chain(self.field.bytes()).collect()
    }
}

/// The key of a subject. It is forgotten with this value, and never shown.
pub(crate) struct DataKey {
    id: SubjectKeyId,
    cipher: XChaCha20Poly1305,
}

impl DataKey {
    pub(super) fn new(id: SubjectKeyId, key: &[u8; 32]) -> Self {
        Self { id, cipher: XChaCha20Poly1305::new(&Key::from(*key)) }
    }

    /// Seals a value. Nonces are random: with 24 bytes, no two of a key are ever the same.
    pub(crate) fn seal(&self, place: Place<'_>, plain: &[u8]) -> String {
        let nonce: [u8; NONCE] = rand::random();
        let aad = place.bytes(self.id);
        let payload = Payload { msg: plain, aad: &aad };
        // Fails only beyond the 256 GiB that the cipher takes; then nothing is kept of the value.
        let sealed = self.cipher.encrypt(&XNonce::from(nonce), payload).unwrap_or_default();
        let bytes = [self.id.uuid().as_bytes().as_slice(), &nonce, &sealed].concat();
        format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(bytes))
    }

    /// Opens what was sealed under this key at this place; `None` where it was not.
    pub(crate) fn open(&self, place: Place<'_>, sealed: &str) -> Option<Vec<u8>> {
        let bytes = decode(sealed)?;
        let (nonce, ciphertext) = bytes.get(ID..)?.split_first_chunk::<NONCE>()?;
        let aad = place.bytes(self.id);
        self.cipher.decrypt(&XNonce::from(*nonce), Payload { msg: ciphertext, aad: &aad }).ok()
    }
}

impl fmt::Debug for DataKey {
    /// Without the key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DataKey").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Has the text the form of a sealed value?
pub(crate) fn is_sealed(text: &str) -> bool {
    text.starts_with(PREFIX)
}

/// The key that a sealed value names; `None` where the text is not one.
pub(crate) fn key_of(sealed: &str) -> Option<SubjectKeyId> {
    let id = decode(sealed)?.first_chunk::<ID>().copied()?;
    Some(SubjectKeyId::from_uuid(Uuid::from_bytes(id)))
}

fn decode(sealed: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(sealed.strip_prefix(PREFIX)?).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn place(field: &str) -> Place<'_> {
        let (organization, record) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let organization = OrganizationId::from_uuid(organization);
        Place { organization, record: EntryId::from_uuid(record), field }
    }

    fn key(number: u8) -> DataKey {
        DataKey::new(SubjectKeyId::from_uuid(Uuid::from_u128(number.into())), &[number; 32])
    }

    proptest! {
        #[test]
        fn what_is_sealed_opens_at_its_place_under_its_key_and_nowhere_else(
            plain in proptest::collection::vec(any::<u8>(), 0..200),
            field in "[a-z.]{0,20}",
        ) {
            let (here, sealed) = (place(&field), key(1).seal(place(&field), &plain));
            prop_assert!(is_sealed(&sealed));
            prop_assert_eq!(key_of(&sealed), Some(key(1).id));
            prop_assert_eq!(key(1).open(here, &sealed), Some(plain.clone()));
            prop_assert_ne!(key(1).seal(here, &plain), sealed.clone(), "no two are the same");
            let other_field = format!("{field}x");
            let elsewhere = [
                Place { organization: OrganizationId::new(), ..here },
                Place { record: EntryId::new(), ..here },
                Place { field: &other_field, ..here },
            ];
            for place in elsewhere {
                prop_assert_eq!(key(1).open(place, &sealed), None);
            }
            prop_assert_eq!(key(2).open(here, &sealed), None);
        }

        #[test]
        fn whatever_is_changed_of_it_is_seen(
            plain in proptest::collection::vec(any::<u8>(), 0..50),
            at in any::<prop::sample::Index>(),
            flip in 1_u8..,
        ) {
            let mut bytes = decode(&key(1).seal(place("f"), &plain)).unwrap();
            let at = at.index(bytes.len());
            bytes[at] ^= flip;
            let changed = format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(&bytes));
            // The id that is written in front only says which key to look for.
            let opened = key(1).open(place("f"), &changed);
            prop_assert_eq!(opened, (at < ID).then_some(plain));
        }

        #[test]
        fn no_text_makes_it_stumble(text in ".{0,100}") {
            prop_assert_eq!(key(1).open(place("f"), &text), None);
            prop_assert_eq!(key(1).open(place("f"), &format!("{PREFIX}{text}")), None);
        }
    }
}
