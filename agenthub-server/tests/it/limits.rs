//! Rate limits.

use agenthub_core::Caller;
use agenthub_core::audit::{Actor, AuditFilter};
use agenthub_core::page::Page;
use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::support::desk::{Answered as _, eventually, id};
use crate::support::{PASSWORD, Server, problem};

#[tokio::test]
async fn an_address_that_asks_too_often_is_told_when_to_come_back() {
    let server = Server::with(&[("AGENTHUB_RATE_LIMIT_ADDRESS", "3")]).await;
    for _ in 0..3 {
        assert_eq!(server.get("/api/v1/auth/me").send().await.unwrap().status(), StatusCode::UNAUTHORIZED);
    }
    let answer = server.get("/api/v1/auth/me").send().await.unwrap();
    let wait: u64 = answer.headers()["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=21).contains(&wait), "{wait}");
    problem(answer, 429, "request.rate_limited").await;
    assert_eq!(
        server.get("/health/live").send().await.unwrap().status(),
        StatusCode::NO_CONTENT,
        "watching is free"
    );
}

#[tokio::test]
async fn a_user_that_asks_too_often_does_not_stop_another() {
    let server = Server::with(&[("AGENTHUB_RATE_LIMIT_PRINCIPAL", "2")]).await;
    let (ada, eve) = (server.register("ada@example.org").await, server.register("eve@example.org").await);
    for _ in 0..2 {
        assert_eq!(server.me(&ada.access).await.status(), StatusCode::OK);
    }
    problem(server.me(&ada.access).await, 429, "request.rate_limited").await;
    assert_eq!(server.me(&eve.access).await.status(), StatusCode::OK);
}

/// What a request left in an organization's log, once it has left something: the actor, and the code of the error.
async fn left(server: &Server, organization: &str, request: &str) -> Vec<(Actor, Option<String>)> {
    let log = server.app.hub().enter(Caller::system(organization.parse().unwrap()));
    let filter = || AuditFilter { request_id: Some(request.to_owned()), ..AuditFilter::default() };
    let look = async || log.audit().list(filter(), &Page::default()).await.unwrap().items;
    let left = eventually(async || Some(look().await).filter(|left| !left.is_empty())).await;
    left.into_iter().map(|it| (it.record.actor, it.record.error_code)).collect()
}

#[tokio::test]
async fn a_user_or_service_that_asks_too_often_is_on_record() {
    let server = Server::with(&[("AGENTHUB_RATE_LIMIT_PRINCIPAL", "2")]).await;
    let ada = server.register("ada@example.org").await;
    let desk = server.desk(&ada);
    let made = desk.post("/api-keys", &json!({ "name": "Service", "scopes": ["agents:read"] }));
    let made = made.gives(201).await;
    let service = server.service(made["key"].as_str().unwrap());
    let user = desk.get("/auth/me").gives(200).await;
    for _ in 0..2 {
        service.get("/agents").gives(200).await;
    }
    let actors = [
        ("user", desk.get("/auth/me"), Actor::Human(id(&user).parse().unwrap())),
        ("service", service.get("/agents"), Actor::ApiKey(id(&made).parse().unwrap())),
    ];
    for (request, asked, actor) in actors {
        asked.header("x-request-id", request).refused(429, "request.rate_limited").await;
        let code = Some("request.rate_limited".to_owned());
        assert_eq!(left(&server, &ada.organization, request).await, [(actor, code)]);
    }
}

#[tokio::test]
async fn attempts_to_sign_in_have_a_limit_of_their_own() {
    let server = Server::with(&[("AGENTHUB_RATE_LIMIT_AUTH", "1")]).await;
    let ada = server.register("ada@example.org").await;
    let body = json!({ "email": "ada@example.org", "password": PASSWORD });
    problem(server.post("/api/v1/auth/login", &body).send().await.unwrap(), 429, "request.rate_limited")
        .await;
    assert_eq!(server.me(&ada.access).await.status(), StatusCode::OK);
}

/// Asks as if through a proxy, from `client`.
async fn ask(server: &Server, client: &str) -> StatusCode {
    let request = server.request(Method::GET, "/api/v1/auth/me").header("x-forwarded-for", client);
    request.send().await.unwrap().status()
}

#[tokio::test]
async fn only_a_trusted_proxy_says_whose_request_it_is() {
    let limit = ("AGENTHUB_RATE_LIMIT_ADDRESS", "1");
    let server = Server::with(&[limit]).await;
    assert_eq!(ask(&server, "192.0.2.1").await, StatusCode::UNAUTHORIZED);
    assert_eq!(ask(&server, "192.0.2.2").await, StatusCode::TOO_MANY_REQUESTS, "the header is not believed");

    let server = Server::with(&[limit, ("AGENTHUB_TRUSTED_PROXIES", "127.0.0.0/8, 10.0.0.1")]).await;
    assert_eq!(ask(&server, "192.0.2.1").await, StatusCode::UNAUTHORIZED);
    assert_eq!(ask(&server, "192.0.2.2").await, StatusCode::UNAUTHORIZED);
    assert_eq!(ask(&server, "192.0.2.9, 192.0.2.2, 10.0.0.1").await, StatusCode::TOO_MANY_REQUESTS);
}
