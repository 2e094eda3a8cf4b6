//! Key files that hold no key, or a key that must not be used so.

use agenthub_server::Tokens;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair};
use serde_json::json;

use super::pair::{Pair, pem};
use crate::support::settings;

/// What is said of a key file with this content, as the key that signs or as one that is taken.
fn fault(setting: &str, content: &[u8]) -> Option<String> {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("the.key");
    std::fs::write(&file, content).unwrap();
    let error = Tokens::new(&settings(&[(setting, file.to_str().unwrap())])).err()?.to_string();
    assert!(error.contains(file.to_str().unwrap()), "{error}");
    Some(error)
}

const SIGNING: &str = "AGENTHUB_SIGNING_KEY_FILE";
const VERIFICATION: &str = "AGENTHUB_VERIFICATION_KEY_FILES";

#[test]
fn a_file_that_cannot_sign_is_refused_by_name_before_anybody_signs_in() {
    let (ed25519, rsa) = (Pair::ed25519(), Pair::rsa());
    let elliptic = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_ASN1_SIGNING).unwrap();
    let elliptic = elliptic.to_pkcs8v1().unwrap();
    for (content, what) in [
        (ed25519.bytes("public.pem"), "a public key"),
        (rsa.bytes("public.pem"), "a public key"),
        (pem("PRIVATE", elliptic.as_ref()).into_bytes(), "a key of another kind"),
        (b"a secret that is long enough for anybody".to_vec(), "a secret"),
        (Vec::new(), "nothing"),
    ] {
        assert!(fault(SIGNING, &content).is_some(), "{what} signs");
    }
    for pair in [&ed25519, &rsa] {
        assert_eq!(fault(SIGNING, &pair.bytes("private.pem")), None);
    }
}

#[test]
fn a_public_key_is_never_taken_for_a_secret() {
    let (ed25519, rsa) = (Pair::ed25519(), Pair::rsa());
    let text = String::from_utf8(ed25519.bytes("public.pem")).unwrap();
    let jwk = json!({ "kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" });
    for (content, what) in [
        (rsa.bytes("public.der"), "DER"),
        (jwk.to_string().into_bytes(), "a JWK"),
        (b"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ3b1cq0 ada@example.org".to_vec(), "OpenSSH"),
        (format!("{}\n", text.lines().nth(1).unwrap()).repeat(2).into_bytes(), "the inside of a PEM file"),
        (b"short".to_vec(), "a secret that is too short"),
        (b" \n".to_vec(), "nothing"),
    ] {
        let said = fault(VERIFICATION, &content).unwrap_or_else(|| panic!("{what} is taken"));
        assert!(said.contains("PEM"), "{said}");
    }
    for pair in [&ed25519, &rsa] {
        assert!(fault(VERIFICATION, &pair.bytes("private.pem")).is_some(), "a private key is handed around");
        assert_eq!(fault(VERIFICATION, &pair.bytes("public.pem")), None);
        let told = [b"# the key of last year\r\n".to_vec(), pair.bytes("public.pem")].concat();
        assert_eq!(fault(VERIFICATION, &told), None, "words before a PEM block say nothing");
    }
    assert_eq!(fault(VERIFICATION, b"a-former-secret-that-is-long-enough\n"), None);
}
