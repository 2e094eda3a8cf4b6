//! The keys of access tokens: one that signs, and those that are taken.

mod secret;

use std::fmt;
use std::fs;
use std::path::Path;

use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::jwk::{Jwk, ThumbprintHash};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Validation, crypto};

use super::signature_only;
use crate::key_file::KeyError;
use crate::settings::Settings;

/// How a block in a PEM file begins.
const PEM: &[u8] = b"-----BEGIN ";

/// What a key is tried out on.
const TRIAL: &[u8] = b"agenthub";

/// The keys, prepared for use.
pub(super) struct Keys {
    pub(super) signer: Signer,
    verifiers: Vec<Verifier>,
}

/// The key that signs.
pub(super) struct Signer {
    pub(super) id: String,
    pub(super) algorithm: Algorithm,
    pub(super) key: EncodingKey,
}

/// A key that is taken.
pub(super) struct Verifier {
    id: String,
    algorithm: Algorithm,
    pub(super) key: DecodingKey,
    pub(super) validation: Validation,
}

impl Keys {
    pub(super) fn load(settings: &Settings) -> Result<Self, KeyError> {
        let signer = match &settings.signing_key_file {
            Some(file) => Signer::from_pem(file)?,
            None => Signer::from_secret(&secret::secret(settings)?),
        };
        let file = settings.signing_key_file.as_deref().unwrap_or(Path::new("(secret)"));
        let mut verifiers = vec![signer.verifier().map_err(|e| wrong(file, e))?];
        for file in &settings.verification_key_files {
            verifiers.push(Verifier::from_file(file)?);
        }
        Ok(Self { signer, verifiers })
    }

    /// The keys that may have made a token: those of its algorithm, and of its key id where it names one.
    pub(super) fn verifiers(
        &self,
        id: Option<&str>,
        algorithm: Algorithm,
    ) -> impl Iterator<Item = &Verifier> {
        self.verifiers
            .iter()
            .filter(move |key| key.algorithm == algorithm && id.is_none_or(|id| id == key.id))
    }
}

impl Signer {
    fn from_secret(secret: &[u8]) -> Self {
        Self::new(EncodingKey::from_secret(secret), Algorithm::HS256)
    }

    fn from_pem(file: &Path) -> Result<Self, KeyError> {
        let pem = read(file)?;
        if let Ok(key) = EncodingKey::from_ed_pem(&pem) {
            return Ok(Self::new(key, Algorithm::EdDSA));
        }
        let key = EncodingKey::from_rsa_pem(&pem)
            .map_err(|_| wrong(file, "it holds neither an Ed25519 nor an RSA private key in PEM form"))?;
        Ok(Self::new(key, Algorithm::RS256))
    }

    fn new(key: EncodingKey, algorithm: Algorithm) -> Self {
        let id = Jwk::from_encoding_key(&key, algorithm).map(|jwk| key_id(&jwk)).unwrap_or_default();
        Self { id, algorithm, key }
    }

    /// Its other half, tried out: a key that cannot sign is told at the start, not to the first who signs in.
    fn verifier(&self) -> jsonwebtoken::errors::Result<Verifier> {
        let jwk = Jwk::from_encoding_key(&self.key, self.algorithm)?;
        let key = DecodingKey::from_jwk(&jwk)?;
        let signature = crypto::sign(TRIAL, &self.key, self.algorithm)?;
        match crypto::verify(&signature, TRIAL, &key, self.algorithm)? {
            true => Ok(Verifier::new(key, key_id(&jwk), self.algorithm)),
            false => Err(ErrorKind::InvalidSignature.into()),
        }
    }
}

impl Verifier {
    fn new(key: DecodingKey, id: String, algorithm: Algorithm) -> Self {
        Self { id, algorithm, key, validation: signature_only(algorithm) }
    }

    fn from_file(file: &Path) -> Result<Self, KeyError> {
        let text = read(file)?;
        let (key, algorithm) = if !text.windows(PEM.len()).any(|part| part == PEM) {
            (DecodingKey::from_secret(secret::former_secret(file, &text)?), Algorithm::HS256)
        } else if let Ok(key) = DecodingKey::from_ed_pem(&text) {
            (key, Algorithm::EdDSA)
        } else {
            let key = DecodingKey::from_rsa_pem(&text)
                .map_err(|_| wrong(file, "it holds neither an Ed25519 nor an RSA public key in PEM form"))?;
            (key, Algorithm::RS256)
        };
        let jwk = Jwk::from_decoding_key(&key, Some(algorithm)).map_err(|e| wrong(file, e))?;
        Ok(Self::new(key, key_id(&jwk), algorithm))
    }
}

/// A short name of a key, the same on every node and for both halves of a pair.
fn key_id(jwk: &Jwk) -> String {
    jwk.thumbprint(ThumbprintHash::SHA256).unwrap_or_default().chars().take(16).collect()
}

fn read(file: &Path) -> Result<Vec<u8>, KeyError> {
    fs::read(file).map_err(|error| wrong(file, error))
}

fn wrong(file: &Path, reason: impl fmt::Display) -> KeyError {
    KeyError::new(file, reason)
}
