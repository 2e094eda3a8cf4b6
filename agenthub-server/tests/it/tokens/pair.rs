//! Key pairs for a test.

use std::sync::Arc;

use agenthub_core::store::memory::Memory;
use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der, PublicKeyX509Der};
use aws_lc_rs::rsa::{self, KeySize};
use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair as _};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use serde_json::Value;
use tempfile::TempDir;

use crate::support::{Server, settings};

/// A key pair in files, as PEM.
pub(super) struct Pair {
    directory: TempDir,
    pub(super) algorithm: Algorithm,
}

impl Pair {
    pub(super) fn ed25519() -> Self {
        let pair = Ed25519KeyPair::generate().unwrap();
        let private: Pkcs8V1Der<'_> = pair.as_der().unwrap();
        let public: PublicKeyX509Der<'_> = pair.public_key().as_der().unwrap();
        Self::of(private.as_ref(), public.as_ref(), Algorithm::EdDSA)
    }

    pub(super) fn rsa() -> Self {
        let pair = rsa::KeyPair::generate(KeySize::Rsa2048).unwrap();
        let private: Pkcs8V1Der<'_> = pair.as_der().unwrap();
        let public: PublicKeyX509Der<'_> = pair.public_key().as_der().unwrap();
        Self::of(private.as_ref(), public.as_ref(), Algorithm::RS256)
    }

    /// One of each kind.
    pub(super) fn each() -> [Self; 2] {
        [Self::ed25519(), Self::rsa()]
    }

    /// Another one of the same kind.
    pub(super) fn another(&self) -> Self {
        if self.algorithm == Algorithm::EdDSA { Self::ed25519() } else { Self::rsa() }
    }

    fn of(private: &[u8], public: &[u8], algorithm: Algorithm) -> Self {
        let directory = tempfile::tempdir().unwrap();
        std::fs::write(directory.path().join("private.pem"), pem("PRIVATE", private)).unwrap();
        std::fs::write(directory.path().join("public.pem"), pem("PUBLIC", public)).unwrap();
        std::fs::write(directory.path().join("public.der"), public).unwrap();
        Self { directory, algorithm }
    }

    /// One of its files: `private.pem`, `public.pem`, `public.der`.
    pub(super) fn file(&self, name: &str) -> String {
        self.directory.path().join(name).to_str().unwrap().to_owned()
    }

    pub(super) fn bytes(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.file(name)).unwrap()
    }

    /// A server that signs with it and takes the tokens of `former` too.
    pub(super) async fn server(&self, store: &Memory, former: &[&Self]) -> Server {
        let (private, former) = (self.file("private.pem"), former.iter().map(|it| it.file("public.pem")));
        let former = former.collect::<Vec<_>>().join(",");
        let said = [("AGENTHUB_SIGNING_KEY_FILE", &*private), ("AGENTHUB_VERIFICATION_KEY_FILES", &*former)];
        Server::on(Arc::new(store.clone()), settings(&said), None).await
    }

    /// Signs whatever it is told to.
    pub(super) fn sign(&self, header: &Header, claims: &Value) -> String {
        let private = self.bytes("private.pem");
        let key = match self.algorithm {
            Algorithm::EdDSA => EncodingKey::from_ed_pem(&private),
            _ => EncodingKey::from_rsa_pem(&private),
        };
        encode(header, claims, &key.unwrap()).unwrap()
    }
}

pub(super) fn pem(half: &str, der: &[u8]) -> String {
    let text = STANDARD.encode(der);
    let lines: Vec<_> = text.as_bytes().chunks(64).map(|line| str::from_utf8(line).unwrap()).collect();
    format!("-----BEGIN {half} KEY-----\n{}\n-----END {half} KEY-----\n", lines.join("\n"))
}
