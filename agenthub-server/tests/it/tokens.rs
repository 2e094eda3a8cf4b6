//! Which tokens are taken, and which are refused.

mod files;
mod pair;
mod pairs;

use agenthub_core::Id;
use agenthub_core::identity::Claims;
use agenthub_server::Tokens;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;
use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::support::{Server, expect, problem, settings};

const SECRET: &str = "the-secret-of-these-tests-is-long-enough";

/// The parts of a token, to be put together otherwise.
fn parts(token: &str) -> Vec<String> {
    token.split('.').map(str::to_owned).collect()
}

fn encoded(json: &Value) -> String {
    URL_SAFE_NO_PAD.encode(json.to_string())
}

#[tokio::test]
async fn no_token_is_refused_with_how_to_sign_in() {
    let server = Server::start().await;
    let answer = server.get("/api/v1/auth/me").send().await.unwrap();
    assert_eq!(answer.headers()["www-authenticate"], "Bearer realm=\"agenthub\"");
    problem(answer, 401, "auth.unauthenticated").await;
    let basic = server.get("/api/v1/auth/me").basic_auth("ada", Some("x")).send().await.unwrap();
    problem(basic, 401, "auth.unauthenticated").await;
}

#[tokio::test]
async fn a_token_is_good_until_it_expires() {
    let server = Server::start().await;
    let ada = server.register("ada@example.org").await;
    server.clock.advance(TimeDelta::seconds(15 * 60 - 1));
    expect(server.me(&ada.access).await, StatusCode::OK).await;
    server.clock.advance(TimeDelta::seconds(1));
    let answer = server.me(&ada.access).await;
    assert!(answer.headers()["www-authenticate"].to_str().unwrap().contains("expired"));
    problem(answer, 401, "auth.token_expired").await;
}

#[tokio::test]
async fn forged_tokens_are_refused() {
    let server = Server::start().await;
    let ada = server.register("ada@example.org").await;
    let good = parts(&ada.access);
    let mut claims: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(&good[1]).unwrap()).unwrap();
    claims["su"] = json!(true);
    let other_claims = format!("{}.{}.{}", good[0], encoded(&claims), good[2]);
    let none = encoded(&json!({ "alg": "none", "typ": "JWT" }));
    for forged in [
        other_claims,
        format!("{none}.{}.", good[1]),
        format!("{none}.{}.{}", good[1], good[2]),
        format!("{}.{}.", good[0], good[1]),
        format!("{}.{}", good[0], good[1]),
        "x".to_owned(),
        "..".to_owned(),
        ada.refresh.clone(),
    ] {
        problem(server.me(&forged).await, 401, "auth.token_invalid").await;
    }
    expect(server.me(&ada.access).await, StatusCode::OK).await;
}

#[tokio::test]
async fn a_token_of_another_key_issuer_or_audience_is_refused() {
    let server = Server::with(&[("SECRET_KEY", SECRET)]).await;
    let claims = Claims { user: Id::new(), organization: Id::new(), login: Id::new(), superuser: true };
    let now = server.app.hub().clock().now();
    for said in [
        [("SECRET_KEY", "another-secret-that-is-long-enough-too"), ("AGENTHUB_LOG", "info")],
        [("SECRET_KEY", SECRET), ("AGENTHUB_TOKEN_ISSUER", "another")],
        [("SECRET_KEY", SECRET), ("AGENTHUB_TOKEN_AUDIENCE", "another")],
    ] {
        let token = Tokens::new(&settings(&said)).unwrap().issue(&claims, now).unwrap();
        problem(server.me(&token).await, 401, "auth.token_invalid").await;
    }
}

#[test]
fn a_former_secret_is_taken_while_keys_are_changed() {
    let directory = tempfile::tempdir().unwrap();
    let former = directory.path().join("former.key");
    std::fs::write(&former, format!("{SECRET}\n")).unwrap();
    let claims = Claims { user: Id::new(), organization: Id::new(), login: Id::new(), superuser: false };
    let now = "2026-11-20T12:00:00Z".parse().unwrap();
    let token = Tokens::new(&settings(&[("SECRET_KEY", SECRET)])).unwrap().issue(&claims, now).unwrap();

    let new = ("SECRET_KEY", "another-secret-that-is-long-enough-too");
    let without = Tokens::new(&settings(&[new])).unwrap();
    assert!(without.check(&token, now).is_err());
    let files = ("AGENTHUB_VERIFICATION_KEY_FILES", former.to_str().unwrap());
    let with = Tokens::new(&settings(&[new, files])).unwrap();
    assert_eq!(with.check(&token, now).unwrap().user, claims.user);
}

#[test]
fn a_secret_that_was_made_is_kept_for_its_owner_only() {
    let directory = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", directory.path().join("agenthub.db").display());
    let said = [("DATABASE_URL", database.as_str())];
    let claims = Claims { user: Id::new(), organization: Id::new(), login: Id::new(), superuser: false };
    let now = "2026-11-20T12:00:00Z".parse().unwrap();
    let token = Tokens::new(&settings(&said)).unwrap().issue(&claims, now).unwrap();
    assert!(Tokens::new(&settings(&said)).unwrap().check(&token, now).is_ok(), "after a restart");

    let key = directory.path().join("agenthub.key");
    use std::os::unix::fs::PermissionsExt as _;
    assert_eq!(std::fs::metadata(key).unwrap().permissions().mode() & 0o777, 0o600);
}
