//! What a key is, and whose.

use agenthub_server::{Access, openapi_json, routes};
use reqwest::header::HeaderValue;
use serde_json::{Value, json};

use super::{KEY, Keyed as _, agent, count_of_agents, is_replayed, twice};
use crate::support::Server;
use crate::support::desk::{Answered as _, header};

#[tokio::test]
async fn a_key_is_for_one_request() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let path = format!("/agents/{}", ada.agent(&agent("A")).await);
    ada.put(&path, &agent("B")).header("if-match", "\"1\"").key(KEY).gives(200).await;
    let others = [
        ada.put(&path, &agent("C")).header("if-match", "\"1\""),
        ada.put(&path, &agent("B")).header("if-match", "\"2\""),
        ada.put(&path, &agent("B")),
        ada.put(&format!("{path}?"), &agent("B")).header("if-match", "\"1\""),
        ada.put(&path, &agent("B")).header("if-match", "\"1\"").header("accept", "text/event-stream"),
        ada.delete(&path).header("if-match", "\"1\""),
        ada.post("/agents", &agent("B")),
    ];
    for other in others {
        other.key(KEY).refused(409, "request.idempotency_key_reused").await;
    }
    assert_eq!(ada.get(&path).gives(200).await["version_number"], 2);
    let again = ada.put(&path, &agent("B")).header("if-match", "\"1\"").key(KEY).answer().await;
    assert!(is_replayed(&again));
}

#[tokio::test]
async fn each_caller_has_keys_of_its_own() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let colleague = ada.member("grace@example.org", "developer").await;
    let service = ada.key(&["agents:write"]).await;
    let mallory = server.stranger().await;
    for caller in [&ada, &colleague, &service, &mallory] {
        twice(|| caller.post("/agents", &agent("A")).key(KEY)).await;
    }
    assert_eq!((count_of_agents(&ada).await, count_of_agents(&mallory).await), (3, 1));
}

#[tokio::test]
async fn in_another_organization_a_caller_has_other_keys() {
    let server = Server::start().await;
    let (ada, mallory) = (server.owner().await, server.register("mallory@example.net").await);
    let invitation = json!({ "email": mallory.email, "role": "developer" });
    let invitation = ada.post("/invitations", &invitation).gives(201).await;
    let desk = server.desk(&mallory);
    let token = json!({ "token": invitation["token"] });
    let joined = twice(|| desk.post("/invitations/accept", &token).key("accept-it")).await;
    let there = joined["organization"]["id"].as_str().unwrap();
    twice(|| desk.post("/agents", &agent("A")).key(KEY)).await;
    twice(|| desk.post("/agents", &agent("A")).header("x-organization-id", there).key(KEY)).await;
    assert_eq!((count_of_agents(&ada).await, count_of_agents(&desk).await), (1, 1));
}

#[tokio::test]
async fn what_is_no_key_is_refused_with_the_rule() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let bytes = |text: &str| HeaderValue::from_bytes(text.as_bytes()).unwrap();
    let long = "x".repeat(256);
    for bad in ["", "seven77", &long, "with space", "größere-schlüssel"] {
        let request = ada.post("/agents", &agent("A")).header("idempotency-key", bytes(bad));
        let found = request.refused(400, "request.bad_parameter").await;
        let detail = found["detail"].as_str().unwrap();
        assert!(detail.contains("Idempotency-Key") && detail.contains("8 to 255 visible ASCII"), "{detail}");
    }
    let two = ada.post("/agents", &agent("A")).key("a-first-key").key("a-second-key");
    two.refused(400, "request.bad_parameter").await;
    assert_eq!(count_of_agents(&ada).await, 0);
    for good in ["eight888", &long[1..], "\"quoted\"!~"] {
        twice(|| ada.post("/agents", &agent("A")).key(good)).await;
    }
}

#[tokio::test]
async fn a_key_opens_nothing_that_is_closed() {
    let server = Server::start().await;
    let ada = server.owner().await;
    server.post("/api/v1/agents", &agent("A")).key(KEY).refused(401, "auth.unauthenticated").await;
    let reader = ada.key(&["agents:read"]).await;
    reader.post("/agents", &agent("A")).key(KEY).refused(403, "auth.denied").await;

    let member = ada.member("grace@example.org", "developer").await;
    twice(|| member.post("/agents", &agent("A")).key(KEY)).await;
    let grace = member.get("/auth/me").gives(200).await;
    let path = format!("/members/{}", grace["id"].as_str().unwrap());
    ada.put(&path, &json!({ "role": "viewer" })).gives(200).await;
    member.post("/agents", &agent("A")).key(KEY).refused(403, "auth.denied").await;
    let service = ada.key(&["agents:read"]).await;
    service.post("/auth/logout", &json!({})).key(KEY).refused(401, "auth.unauthenticated").await;
}

#[tokio::test]
async fn a_request_with_a_key_counts_once_against_the_limit_and_a_replay_counts_too() {
    let server = Server::with(&[("AGENTHUB_RATE_LIMIT_PRINCIPAL", "3")]).await;
    let ada = server.owner().await;
    twice(|| ada.post("/agents", &agent("A")).key(KEY)).await;
    ada.post("/agents", &agent("B")).gives(201).await;
    ada.post("/agents", &agent("A")).key(KEY).refused(429, "request.rate_limited").await;
}

#[tokio::test]
async fn where_nobody_is_signed_in_a_key_means_nothing() {
    let server = Server::start().await;
    let body = json!({ "email": "ada@example.org", "password": crate::support::PASSWORD });
    let register = || server.post("/api/v1/auth/register", &body).key(KEY);
    register().gives(201).await;
    register().refused(409, "user.email_taken").await;
    server.post("/api/v1/auth/login", &body).key("short").gives(200).await;
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused_before_the_key_is_taken() {
    let server = Server::with(&[("AGENTHUB_MAX_BODY_KIB", "1")]).await;
    let ada = server.owner().await;
    let large = json!({ "name": "x", "description": "x".repeat(2000) });
    ada.post("/agents", &large).key(KEY).refused(413, "request.body_too_large").await;
    twice(|| ada.post("/agents", &agent("A")).key(KEY)).await;
}

#[test]
fn the_document_shows_the_header_at_every_route_that_takes_it_and_at_no_other() {
    let document: Value = serde_json::from_str(&openapi_json()).unwrap();
    let mut count = 0;
    for route in routes() {
        let operation = &document["paths"][&route.path][route.method.as_str().to_lowercase()];
        let parameters = operation["parameters"].as_array().unwrap();
        let shown = parameters.iter().find(|it| it["name"] == "Idempotency-Key");
        let takes = route.method != "GET" && route.access != Access::Public;
        assert_eq!(shown.is_some(), takes, "{route:?}");
        if let Some(shown) = shown {
            assert_eq!((&shown["in"], &shown["schema"]["minLength"]), (&json!("header"), &json!(8)));
            count += 1;
        }
    }
    assert!(count > 20, "only {count} routes were looked at");
}

#[tokio::test]
async fn a_web_page_may_send_a_key_and_see_whether_the_answer_is_a_second_one() {
    let server = Server::with(&[("AGENTHUB_CORS_ORIGINS", "https://app.example.com")]).await;
    let asked = server
        .request(reqwest::Method::OPTIONS, "/api/v1/agents")
        .header("origin", "https://app.example.com")
        .header("access-control-request-method", "POST")
        .header("access-control-request-headers", "idempotency-key");
    let answer = asked.answer().await;
    assert_eq!(header(&answer, "access-control-allow-headers").unwrap(), "idempotency-key");
    let answer = server.get("/health").header("origin", "https://app.example.com").answer().await;
    assert!(header(&answer, "access-control-expose-headers").unwrap().contains("idempotency-replayed"));
}
