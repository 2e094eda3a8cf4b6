//! The keys of signed heads: Ed25519, in the forms of C2SP's signed notes.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

use super::head::{Checkpoint, SignedHead};
use super::tree::TreeHash;
use crate::error::{Code, Error, Result, Violation, Word};
use crate::organization::OrganizationId;

/// The signature type of Ed25519 in a signed note.
const ED25519: u8 = 0x01;

/// A public key, and the name that it signs under: `name+id+key`.
///
/// ```
/// use agenthub_core::audit::{Checkpoint, VerifierKey};
///
/// let key: VerifierKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k".parse().unwrap();
/// assert_eq!(key.name(), "example.com/foo");
/// assert!(Checkpoint::open("not a note", &[key]).is_err());
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct VerifierKey {
    name: String,
    key: VerifyingKey,
}

/// A text that is not a verifier key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("it is not an Ed25519 verifier key: name+id+key")]
pub struct NotAKey;

impl VerifierKey {
    /// The name that it signs under.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The short id that signatures name it by.
    pub fn id(&self) -> [u8; 4] {
        let digest = Sha256::new()
            .chain_update(&self.name)
            .chain_update([b'\n', ED25519])
            .chain_update(self.key.as_bytes())
            .finalize();
        [digest[0], digest[1], digest[2], digest[3]]
    }

    pub(super) fn verifies(&self, text: &[u8], signature: &[u8]) -> bool {
        let signature = Signature::from_slice(signature);
        signature.is_ok_and(|signature| self.key.verify_strict(text, &signature).is_ok())
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = u32::from_be_bytes(self.id());
        let key = STANDARD.encode([&[ED25519], self.key.as_bytes().as_slice()].concat());
        write!(f, "{}+{id:08x}+{key}", self.name)
    }
}

impl fmt::Debug for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for VerifierKey {
    type Err = NotAKey;

    fn from_str(text: &str) -> std::result::Result<Self, NotAKey> {
        // The key may have a `+` in it, the name none.
        let mut parts = text.splitn(3, '+');
        let (Some(name), Some(_), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(NotAKey);
        };
        let bytes = STANDARD.decode(key).map_err(|_| NotAKey)?;
        let Some((&ED25519, key)) = bytes.split_first() else { return Err(NotAKey) };
        let key = VerifyingKey::try_from(key).map_err(|_| NotAKey)?;
        let parsed = Self { name: name.to_owned(), key };
        // The id must be the key's own, so the text must be just what we would write.
        if is_name(name) && parsed.to_string() == text { Ok(parsed) } else { Err(NotAKey) }
    }
}

/// Signs the heads of a hub's audit logs.
///
/// One key serves all organizations: it signs for each under the name of its log, `origin/organization`.
pub struct HeadSigner {
    origin: String,
    key: SigningKey,
    former: Vec<VerifyingKey>,
}

impl HeadSigner {
    /// A signer with the private key of this seed, 32 bytes that nobody can guess.
    ///
    /// `origin` says whose logs they are: a name such as `hub.example.org`, which no other hub has.
    ///
    /// # Errors
    /// `invalid` where the origin is empty, or has a space, a `+` or a control character in it.
    pub fn new(origin: impl Into<String>, seed: &[u8; 32]) -> Result<Self> {
        let origin = origin.into();
        if !is_name(&origin) {
            let fault = Violation::new("/origin", Code::VALUE_BAD_FORMAT)
                .saying("expected", Word::LOG_NAME.with("example", "hub.example.org"));
            return Err(Error::new(Code::INVALID).violating(vec![fault]));
        }
        Ok(Self { origin, key: SigningKey::from_bytes(seed), former: Vec::new() })
    }

    /// Names the key of this seed as one that signed in former times, so that its heads are still believed.
    #[must_use]
    pub fn after(mut self, former_seed: &[u8; 32]) -> Self {
        self.former.push(SigningKey::from_bytes(former_seed).verifying_key());
        self
    }

    /// The public keys of an organization's heads: the present one first, then the former ones.
    pub fn keys(&self, organization: OrganizationId) -> Vec<VerifierKey> {
        let name = self.name(organization);
        let keys = std::iter::once(self.key.verifying_key()).chain(self.former.iter().copied());
        keys.map(|key| VerifierKey { name: name.clone(), key }).collect()
    }

    /// Signs a head.
    pub(crate) fn sign(
        &self,
        organization: OrganizationId,
        size: u64,
        root: TreeHash,
        made_at: DateTime<Utc>,
    ) -> SignedHead {
        let key = self.public_key(organization);
        let text = Checkpoint { origin: key.name.clone(), size, root, made_at: Some(made_at) }.to_string();
        let note = sign_note(&text, &key, &self.key);
        SignedHead { size, root, made_at, vkey: key.to_string(), note }
    }

    /// Signs a text that says something of an organization's log, and gives the note.
    pub(crate) fn sign_text(&self, organization: OrganizationId, text: &str) -> String {
        sign_note(text, &self.public_key(organization), &self.key)
    }

    /// The public half of the key that signs now.
    pub(crate) fn public_key(&self, organization: OrganizationId) -> VerifierKey {
        VerifierKey { name: self.name(organization), key: self.key.verifying_key() }
    }

    fn name(&self, organization: OrganizationId) -> String {
        format!("{}/{organization}", self.origin)
    }
}

impl fmt::Debug for HeadSigner {
    /// Without the key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HeadSigner").field("origin", &self.origin).finish_non_exhaustive()
    }
}

/// The text as a note, signed by a key.
fn sign_note(text: &str, public: &VerifierKey, private: &SigningKey) -> String {
    let signature = private.sign(text.as_bytes()).to_bytes();
    let signature = STANDARD.encode([public.id().as_slice(), &signature].concat());
    format!("{text}\n— {} {signature}\n", public.name)
}

/// May a key be called so?
fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(|c: char| c.is_whitespace() || c.is_control() || c == '+')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The key, the text and the note that golang.org/x/mod/sumdb/note shows.
    const SEED: &str = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    const VKEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    const TEXT: &str = "If you think cryptography is the answer to your problem,\n\
                        then you don't know what your problem is.\n";
    const SIGNATURE: &str =
        "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";

    #[test]
    fn gos_key_signs_here_as_there() {
        let seed: [u8; 33] = STANDARD.decode(SEED).unwrap().try_into().unwrap();
        let private = SigningKey::try_from(&seed[1..]).unwrap();
        let public = VerifierKey { name: "PeterNeumann".to_owned(), key: private.verifying_key() };
        assert_eq!(public.to_string(), VKEY);
        assert_eq!(VKEY.parse(), Ok(public.clone()));
        let note = sign_note(TEXT, &public, &private);
        assert_eq!(note, format!("{TEXT}\n— PeterNeumann {SIGNATURE}\n"));
    }

    #[test]
    fn what_is_no_verifier_key_is_refused() {
        let wrong = [
            "",
            "PeterNeumann",
            "PeterNeumann+c74f20a3",
            "PeterNeumann+c74f20a3+",
            "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T",
            "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        ];
        for text in wrong {
            assert_eq!(text.parse::<VerifierKey>(), Err(NotAKey), "{text}");
        }
    }

    #[test]
    fn an_origin_must_be_a_name() {
        for wrong in ["", "my hub", "a+b", "a\nb", "a\u{a0}b"] {
            assert_eq!(HeadSigner::new(wrong, &[7; 32]).unwrap_err().code(), Code::INVALID, "{wrong:?}");
        }
        assert!(!format!("{:?}", HeadSigner::new("hub.example.org", &[7; 32]).unwrap()).contains('7'));
    }
}
