//! `/api/v1/api-keys`

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::desk::{Answered as _, Desk, each, eventually, id, list};
use crate::support::{Server, faults, settings};

async fn make(ada: &Desk<'_>, scopes: &[&str]) -> Value {
    ada.post("/api-keys", &json!({ "name": "Report", "scopes": scopes })).gives(201).await
}

fn text(made: &Value) -> &str {
    made["key"].as_str().unwrap()
}

#[tokio::test]
async fn a_key_is_shown_once_and_is_good_under_both_headers_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        let made = make(&ada, &["agents:read"]).await;
        assert!(text(&made).starts_with("ahk_") && text(&made).starts_with(made["prefix"].as_str().unwrap()));
        server.service(text(&made)).get("/agents").gives(200).await;
        server.get("/api/v1/agents").bearer_auth(text(&made)).gives(200).await;

        let shown = ada.get(&format!("/api-keys/{}", id(&made))).gives(200).await;
        assert_eq!(shown.get("key"), None);
        assert_eq!(each(&list(ada.get("/api-keys").gives(200).await), "id"), [id(&made)]);
        for hidden in [shown.to_string(), json!(ada.records(5).await).to_string()] {
            assert!(!hidden.contains(text(&made)) && !hidden.contains("token_hash"), "{hidden}");
        }
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_key_does_what_its_scopes_say_and_nothing_else() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let reader = ada.key(&["agents:read"]).await;
    reader.get("/agents").gives(200).await;
    let found = reader.get("/audit-logs").refused(403, "auth.denied").await;
    assert!(found["detail"].as_str().unwrap().contains("audit:read"), "{found}");
    reader.post("/invitations/accept", &json!({ "token": "x" })).refused(401, "auth.unauthenticated").await;
}

#[tokio::test]
async fn nobody_makes_a_key_that_may_do_more_than_its_maker() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let admin = ada.member("grace@example.org", "admin").await;
    let body = json!({ "name": "Wide", "scopes": ["agents:read", "organization:manage"] });
    let found = admin.post("/api-keys", &body).refused(403, "api_key.too_wide").await;
    assert!(found["detail"].as_str().unwrap().contains("organization:manage"), "{found}");
    let wide = id(&ada.post("/api-keys", &body).gives(201).await);
    admin
        .request(reqwest::Method::POST, &format!("/api-keys/{wide}/rotate"))
        .refused(403, "api_key.too_wide")
        .await;
}

#[tokio::test]
async fn a_revoked_key_is_worth_nothing_with_the_next_request() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        let made = make(&ada, &["agents:read"]).await;
        let service = server.service(text(&made));
        service.get("/agents").gives(200).await;
        let path = format!("/api-keys/{}", id(&made));
        assert!(ada.delete(&path).gives(200).await["revoked_at"].is_string());
        service.get("/agents").refused(401, "auth.token_invalid").await;
        ada.request(reqwest::Method::POST, &format!("{path}/rotate")).refused(409, "api_key.ended").await;
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_revoked_key_is_soon_worth_nothing_on_another_server() {
    let here = Server::on_sqlite().await;
    let store = here.database.as_ref().unwrap().store().await.unwrap();
    let there = Server::on(Arc::new(store), settings(&[]), None).await;
    let ada = here.owner().await;
    let made = make(&ada, &["agents:read"]).await;
    there.service(text(&made)).get("/agents").gives(200).await;

    ada.delete(&format!("/api-keys/{}", id(&made))).gives(200).await;
    let revoked = Instant::now();
    eventually(async || {
        (there.service(text(&made)).get("/agents").answer().await.status() == 401).then_some(())
    })
    .await;
    assert!(revoked.elapsed() < Duration::from_secs(2), "it took {:?}", revoked.elapsed());
    there.stop().await.unwrap();
    here.stop().await.unwrap();
}

#[tokio::test]
async fn a_key_ends_when_it_was_said_to() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let body = json!({ "name": "Short", "scopes": ["agents:read"], "expires_at": "2026-11-20T12:01:00Z" });
    let made = ada.post("/api-keys", &body).gives(201).await;
    let service = server.service(text(&made));
    service.get("/agents").gives(200).await;
    server.clock.advance(TimeDelta::minutes(1));
    service.get("/agents").refused(401, "auth.token_expired").await;
}

#[tokio::test]
async fn a_rotated_key_gives_way_to_one_like_it() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let old = make(&ada, &["agents:read"]).await;
    let new = ada.request(reqwest::Method::POST, &format!("/api-keys/{}/rotate", id(&old))).gives(201).await;
    assert_eq!((&new["name"], &new["scopes"]), (&old["name"], &old["scopes"]));
    server.service(text(&old)).get("/agents").refused(401, "auth.token_invalid").await;
    server.service(text(&new)).get("/agents").gives(200).await;
}

#[tokio::test]
async fn that_a_key_was_used_is_noted() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let made = make(&ada, &["agents:read"]).await;
    assert_eq!(made["last_used_at"], Value::Null);
    server.service(text(&made)).get("/agents").gives(200).await;
    let path = format!("/api-keys/{}", id(&made));
    eventually(async || ada.get(&path).gives(200).await["last_used_at"].is_string().then_some(())).await;
}

#[tokio::test]
async fn faults_of_a_key_are_told_with_their_places() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let cases = [
        (json!({ "scopes": ["agents:read"] }), "/name", "value.required"),
        (json!({ "name": "", "scopes": ["agents:read"] }), "/name", "value.required"),
        (json!({ "name": "K" }), "/scopes", "value.required"),
        (json!({ "name": "K", "scopes": [] }), "/scopes", "value.required"),
        (json!({ "name": "K", "scopes": ["agents:fly"] }), "/scopes/0", "value.not_one_of"),
        (json!({ "name": "K", "scopes": ["agents:read", "agents:read"] }), "/scopes/1", "value.duplicate"),
        (
            json!({ "name": "K", "scopes": ["agents:read"], "expires_at": "2020-01-01T00:00:00Z" }),
            "/expires_at",
            "value.bad_format",
        ),
        (
            json!({ "name": "K", "scopes": ["agents:read"], "expires_at": "soon" }),
            "/expires_at",
            "value.bad_format",
        ),
        (json!({ "name": "K", "scopes": ["agents:read"], "key": "ahk_mine" }), "/key", "value.unknown_field"),
    ];
    for (body, place, code) in cases {
        let found = ada.post("/api-keys", &body).refused(422, "invalid").await;
        assert_eq!(faults(&found), [(place.to_owned(), code.to_owned())], "{body}");
    }
}

#[tokio::test]
async fn keys_of_another_organization_are_not_there() {
    let server = Server::start().await;
    let (ada, mallory) = (server.owner().await, server.stranger().await);
    let made = make(&ada, &["agents:read"]).await;
    let path = format!("/api-keys/{}", id(&made));
    mallory.get(&path).refused(404, "api_key.not_found").await;
    mallory.delete(&path).refused(404, "api_key.not_found").await;
    assert_eq!(mallory.get("/api-keys").gives(200).await, json!([]));
    server.service(text(&made)).get("/agents").gives(200).await;
}
