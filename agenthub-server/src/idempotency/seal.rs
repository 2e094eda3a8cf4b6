//! Answers are kept sealed, as some show a secret: who has the database but not the client's key reads none.

use agenthub_core::Caller;
use agenthub_core::error::{Code, Error, Result};
use agenthub_core::idempotency::IdempotencyKey;
use aws_lc_rs::aead::{AES_256_GCM, Aad, NONCE_LEN, Nonce, RandomizedNonceKey};
use aws_lc_rs::error::Unspecified;
use aws_lc_rs::hkdf::{HKDF_SHA256, Salt};

/// Seals the answer to one request: AES-256-GCM with a key that HKDF-SHA256 makes of the client's key and the caller.
pub(super) struct Seal(RandomizedNonceKey);

impl Seal {
    pub(super) fn new(key: &IdempotencyKey, caller: &Caller) -> Result<Self> {
        let mut bytes = [0; 32];
        let (organization, actor) = (caller.organization.uuid(), caller.actor.to_string());
        Salt::new(HKDF_SHA256, b"agenthub idempotency: answer")
            .extract(key.text().as_bytes())
            .expand(&[organization.as_bytes(), actor.as_bytes()], HKDF_SHA256)
            .and_then(|derived| derived.fill(&mut bytes))
            .and_then(|()| RandomizedNonceKey::new(&AES_256_GCM, &bytes))
            .map(Self)
            .map_err(failed)
    }

    /// The text, sealed: the nonce, then what AES-256-GCM made of it.
    pub(super) fn close(&self, mut text: Vec<u8>) -> Result<Vec<u8>> {
        let nonce = self.0.seal_in_place_append_tag(Aad::empty(), &mut text).map_err(failed)?;
        Ok([nonce.as_ref().as_slice(), &text].concat())
    }

    /// What was sealed.
    ///
    /// # Errors
    /// `store.corrupt` where this key did not seal it, or it was changed since.
    pub(super) fn open(&self, sealed: &[u8]) -> Result<Vec<u8>> {
        let corrupt = || Error::new(Code::STORE_CORRUPT).with("what", "idempotency.answer");
        let (nonce, text) = sealed.split_first_chunk::<NONCE_LEN>().ok_or_else(corrupt)?;
        let mut text = text.to_vec();
        let opened = self.0.open_in_place(Nonce::assume_unique_for_key(*nonce), Aad::empty(), &mut text);
        opened.map(|opened| opened.to_vec()).map_err(|Unspecified| corrupt())
    }
}

fn failed(_: Unspecified) -> Error {
    Error::internal("sealing an answer")
}

#[cfg(test)]
mod tests {
    use agenthub_core::audit::Actor;
    use agenthub_core::organization::OrganizationId;
    use agenthub_core::user::UserId;

    use super::*;

    const SECRET: &[u8] = b"ahk_shown_this_once";

    fn seal(key: &str, caller: &Caller) -> Seal {
        Seal::new(&key.parse().unwrap(), caller).unwrap()
    }

    #[test]
    fn who_has_the_key_reads_what_was_sealed_and_nobody_else_does() {
        let ada = Caller::system(OrganizationId::new());
        let sealed = seal("key-of-ada", &ada).close(SECRET.to_vec()).unwrap();
        assert!(!sealed.windows(8).any(|part| SECRET.windows(8).any(|secret| part == secret)));
        assert_eq!(seal("key-of-ada", &ada).open(&sealed).unwrap(), SECRET);

        let colleague = Caller { actor: Actor::Human(UserId::new()), ..ada.clone() };
        let stranger = Caller::system(OrganizationId::new());
        for other in [seal("key-of-bob", &ada), seal("key-of-ada", &colleague), seal("key-of-ada", &stranger)]
        {
            assert_eq!(other.open(&sealed).unwrap_err().code(), Code::STORE_CORRUPT);
        }
    }

    #[test]
    fn what_was_changed_or_cut_is_not_read() {
        let seal = seal("key-of-ada", &Caller::system(OrganizationId::new()));
        let sealed = seal.close(SECRET.to_vec()).unwrap();
        for place in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[place] ^= 1;
            assert_eq!(seal.open(&changed).unwrap_err().code(), Code::STORE_CORRUPT, "at {place}");
            assert_eq!(seal.open(&sealed[..place]).unwrap_err().code(), Code::STORE_CORRUPT, "up to {place}");
        }
    }

    #[test]
    fn the_same_text_is_sealed_in_another_way_each_time() {
        let seal = seal("key-of-ada", &Caller::system(OrganizationId::new()));
        assert_ne!(seal.close(SECRET.to_vec()).unwrap(), seal.close(SECRET.to_vec()).unwrap());
    }
}
