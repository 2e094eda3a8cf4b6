//! Access tokens that a key pair signs: Ed25519 and RSA.

use std::sync::Arc;

use agenthub_core::store::memory::Memory;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;
use jsonwebtoken::{Algorithm, EncodingKey, Header, decode_header, encode};
use serde_json::{Value, json};

use super::pair::Pair;
use super::{encoded, parts};
use crate::support::desk::Answered as _;
use crate::support::{Server, User, problem, settings};

fn claims(token: &str) -> Value {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(&parts(token)[1]).unwrap()).unwrap()
}

/// A server that signs with `pair`, and somebody who signed in there.
async fn signed_in(pair: &Pair) -> (Server, User) {
    let server = pair.server(&Memory::new(), &[]).await;
    let ada = server.register("ada@example.org").await;
    (server, ada)
}

async fn refused(server: &Server, token: &str, why: &str) {
    let answer = server.me(token).await;
    assert_eq!(answer.status(), 401, "{why}");
    problem(answer, 401, "auth.token_invalid").await;
}

#[tokio::test]
async fn a_key_pair_signs_and_says_which_it_is() {
    for pair in Pair::each() {
        let (server, ada) = signed_in(&pair).await;
        let header = decode_header(&ada.access).unwrap();
        assert_eq!(header.alg, pair.algorithm);
        let desk = server.desk(&ada);
        desk.get("/auth/me").gives(200).await;
        desk.post("/agents", &json!({ "name": "Agent" })).gives(201).await;
        let refresh = json!({ "refresh_token": ada.refresh });
        let next = server.post("/api/v1/auth/refresh", &refresh).gives(200).await;
        let next = User::of("ada@example.org", &next);
        assert_eq!(decode_header(&next.access).unwrap().kid, header.kid, "the id of a key stays");
        server.desk(&next).get("/auth/me").gives(200).await;
    }
}

#[tokio::test]
async fn after_a_change_of_keys_old_tokens_are_good_while_the_old_public_key_is_listed() {
    for old in Pair::each() {
        for new in [Pair::ed25519(), Pair::rsa()] {
            let store = Memory::new();
            let before = old.server(&store, &[]).await.register("ada@example.org").await;
            let changing = new.server(&store, &[&old]).await;
            changing.desk(&before).get("/auth/me").gives(200).await;
            let after = changing.login("ada@example.org").await;
            let kid = |user: &User| decode_header(&user.access).unwrap().kid.unwrap();
            assert_ne!(kid(&before), kid(&after), "new tokens are signed with the new key");
            changing.desk(&after).get("/auth/me").gives(200).await;

            let changed = new.server(&store, &[]).await;
            changed.desk(&after).get("/auth/me").gives(200).await;
            refused(&changed, &before.access, "the old key is listed no more").await;
            let refresh = json!({ "refresh_token": before.refresh });
            changed.post("/api/v1/auth/refresh", &refresh).gives(200).await;
        }
    }
}

#[tokio::test]
async fn from_a_secret_to_a_key_pair_and_back() {
    let pair = Pair::ed25519();
    let (store, secret) = (Memory::new(), "the-secret-of-these-tests-is-long-enough");
    let former = pair.file("former.key");
    std::fs::write(&former, secret).unwrap();
    let (private, public) = (pair.file("private.pem"), pair.file("public.pem"));
    let on = async |said: &[(&str, &str)]| Server::on(Arc::new(store.clone()), settings(said), None).await;

    let by_secret = on(&[("SECRET_KEY", secret), ("AGENTHUB_VERIFICATION_KEY_FILES", &public)]).await;
    let by_pair =
        on(&[("AGENTHUB_SIGNING_KEY_FILE", &private), ("AGENTHUB_VERIFICATION_KEY_FILES", &former)]).await;
    let (one, other) = (by_secret.register("ada@example.org").await, by_pair.login("ada@example.org").await);
    for server in [&by_secret, &by_pair] {
        for user in [&one, &other] {
            server.desk(user).get("/auth/me").gives(200).await;
        }
    }
}

#[tokio::test]
async fn a_token_of_another_pair_is_refused_whatever_key_it_names() {
    for pair in Pair::each() {
        let (server, ada) = signed_in(&pair).await;
        let good = decode_header(&ada.access).unwrap();
        let claims = claims(&ada.access);
        server.desk(&ada).get("/auth/me").gives(200).await;
        for kid in [good.kid.clone(), None, Some("another".to_owned()), Some(String::new())] {
            let header = Header { kid, ..Header::new(pair.algorithm) };
            refused(&server, &pair.another().sign(&header, &claims), "of another pair").await;
        }
        let unknown = Header { kid: Some("unknown".to_owned()), ..Header::new(pair.algorithm) };
        refused(&server, &pair.sign(&unknown, &claims), "of a key that nobody knows by this name").await;
        let unnamed = pair.sign(&Header::new(pair.algorithm), &claims);
        assert_eq!(server.me(&unnamed).await.status(), 200, "which key it is need not be said");
    }
}

#[tokio::test]
async fn the_public_key_is_no_secret_to_sign_with() {
    for pair in Pair::each() {
        let (server, ada) = signed_in(&pair).await;
        let (good, claims) = (decode_header(&ada.access).unwrap(), claims(&ada.access));
        let text = pair.bytes("public.pem");
        for secret in [&text[..], text.trim_ascii(), &pair.bytes("public.der"), b""] {
            for kid in [good.kid.clone(), None] {
                let header = Header { kid, ..Header::new(Algorithm::HS256) };
                let forged = encode(&header, &claims, &EncodingKey::from_secret(secret)).unwrap();
                refused(&server, &forged, "signed with what everybody knows").await;
            }
        }
    }
}

#[tokio::test]
async fn a_token_without_a_signature_or_by_another_algorithm_is_refused() {
    for pair in Pair::each() {
        let (server, ada) = signed_in(&pair).await;
        let (good, kid) = (parts(&ada.access), decode_header(&ada.access).unwrap().kid);
        for algorithm in ["none", "None", "HS256", "RS512", "ES256", ""] {
            let header = encoded(&json!({ "alg": algorithm, "typ": "JWT", "kid": kid }));
            for signature in ["", &good[2]] {
                let forged = format!("{header}.{}.{signature}", good[1]);
                refused(&server, &forged, algorithm).await;
            }
        }
    }
    let pair = Pair::rsa();
    let (server, ada) = signed_in(&pair).await;
    for algorithm in [Algorithm::RS384, Algorithm::RS512, Algorithm::PS256] {
        let header = Header { alg: algorithm, ..decode_header(&ada.access).unwrap() };
        let token = pair.sign(&header, &claims(&ada.access));
        refused(&server, &token, "by the right key, but not as it is used here").await;
    }
}

#[tokio::test]
async fn what_the_right_key_signed_is_still_looked_at() {
    for pair in Pair::each() {
        let (server, ada) = signed_in(&pair).await;
        let (header, good) = (decode_header(&ada.access).unwrap(), claims(&ada.access));
        let with = |field: &str, value: Value| {
            let mut claims = good.clone();
            claims[field] = value;
            pair.sign(&header, &claims)
        };
        for (field, value) in [
            ("iss", json!("another")),
            ("iss", json!(["agenthub"])),
            ("aud", json!("another")),
            ("aud", json!(null)),
            ("sub", json!("ada@example.org")),
            ("exp", json!(null)),
            ("exp", json!("tomorrow")),
        ] {
            refused(&server, &with(field, value), field).await;
        }
        let expired = with("exp", json!(server.app.hub().clock().now().timestamp()));
        problem(server.me(&expired).await, 401, "auth.token_expired").await;
        server.clock.advance(TimeDelta::minutes(15));
        problem(server.me(&ada.access).await, 401, "auth.token_expired").await;
    }
}
