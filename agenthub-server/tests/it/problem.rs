//! How errors look, whatever raised them.

use std::sync::Arc;

use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::support::faulty::{Faulty, Mood};
use crate::support::{PASSWORD, Server, expect, faults, problem, settings};

const LOGIN: &str = "/api/v1/auth/login";
const REGISTER: &str = "/api/v1/auth/register";

#[tokio::test]
async fn an_unknown_path_is_a_problem() {
    let server = Server::start().await;
    let found =
        problem(server.get("/api/v1/nowhere?secret=1").send().await.unwrap(), 404, "request.route_not_found")
            .await;
    assert_eq!(found["instance"], "/api/v1/nowhere");
}

#[tokio::test]
async fn another_method_is_a_problem_that_names_those_allowed() {
    let server = Server::start().await;
    let answer = server.get(LOGIN).send().await.unwrap();
    assert_eq!(answer.headers()["allow"], "POST");
    problem(answer, 405, "request.method_not_allowed").await;
}

#[tokio::test]
async fn a_trailing_slash_makes_no_difference() {
    let server = Server::start().await;
    let body = json!({ "email": "ada@example.org", "password": PASSWORD });
    expect(server.post("/api/v1/auth/register/", &body).send().await.unwrap(), StatusCode::CREATED).await;
}

#[tokio::test]
async fn bad_json_is_told_with_its_line_and_column() {
    let server = Server::start().await;
    let request = server.request(Method::POST, LOGIN).header("content-type", "application/json");
    let found =
        problem(request.body("{\n  \"email\": }").send().await.unwrap(), 400, "request.bad_json").await;
    assert!(
        found["detail"].as_str().unwrap().contains("a value is expected at line 2, column 12"),
        "{found}"
    );
}

#[tokio::test]
async fn another_media_type_is_refused() {
    let server = Server::start().await;
    let request = server.request(Method::POST, REGISTER).header("content-type", "text/plain");
    problem(request.body("{}").send().await.unwrap(), 415, "request.bad_media_type").await;
    problem(server.request(Method::POST, REGISTER).send().await.unwrap(), 415, "request.bad_media_type")
        .await;
}

#[tokio::test]
async fn every_fault_of_a_body_is_told_with_its_place() {
    let server = Server::start().await;
    let body = json!({ "email": 7, "full_name": ["Ada"], "nickname": "a", "a/b": 1 });
    let found = problem(server.post(REGISTER, &body).send().await.unwrap(), 422, "invalid").await;
    let expected = [
        ("/a~1b", "value.unknown_field"),
        ("/email", "value.wrong_type"),
        ("/full_name", "value.wrong_type"),
        ("/nickname", "value.unknown_field"),
        ("/password", "value.required"),
    ];
    assert_eq!(faults(&found), expected.map(|(place, code)| (place.to_owned(), code.to_owned())));
    let unknown = found["errors"].as_array().unwrap().iter().find(|it| it["pointer"] == "/nickname").unwrap();
    let detail = unknown["detail"].as_str().unwrap();
    assert!(detail.contains("nickname") && detail.contains("organization_name"), "{detail}");
}

#[tokio::test]
async fn what_is_not_an_object_is_no_body() {
    let server = Server::start().await;
    for body in [json!([]), json!("text"), json!(null), json!(1)] {
        let found = problem(server.post(REGISTER, &body).send().await.unwrap(), 422, "invalid").await;
        assert_eq!(faults(&found), [(String::new(), "value.wrong_type".to_owned())]);
    }
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused() {
    let server = Server::with(&[("AGENTHUB_MAX_BODY_KIB", "1")]).await;
    let body = json!({ "email": "a".repeat(2048), "password": PASSWORD });
    problem(server.post(REGISTER, &body).send().await.unwrap(), 413, "request.body_too_large").await;
}

#[tokio::test]
async fn a_body_of_unknown_length_that_is_too_large_is_refused() {
    let server = Server::with(&[("AGENTHUB_MAX_BODY_KIB", "1")]).await;
    let pieces = (0..4).map(|_| Ok::<_, std::io::Error>("x".repeat(512)));
    let body = reqwest::Body::wrap_stream(tokio_stream::iter(pieces));
    let request = server.request(Method::POST, REGISTER).header("content-type", "application/json");
    problem(request.body(body).send().await.unwrap(), 413, "request.body_too_large").await;
}

#[tokio::test]
async fn a_sane_request_id_is_kept_and_another_is_replaced() {
    let server = Server::start().await;
    let id = |sent: &'static str| {
        let request = server.get("/health/live").header("x-request-id", sent);
        async move { request.send().await.unwrap().headers()["x-request-id"].to_str().unwrap().to_owned() }
    };
    assert_eq!(id("trace-1.2:3_4").await, "trace-1.2:3_4");
    assert_ne!(id("a b").await, "a b");
    assert_eq!(id("").await.len(), 36);
}

#[tokio::test]
async fn what_breaks_inside_is_a_problem_that_says_nothing_of_the_inside() {
    let store = Arc::new(Faulty::default());
    let server =
        Server::on(store.clone(), settings(&[("AGENTHUB_REQUEST_TIMEOUT_SECONDS", "1")]), None).await;
    let body = json!({ "email": "ada@example.org", "password": PASSWORD });
    let cases = [
        (Mood::Gone, 503, "store.unavailable"),
        (Mood::Panicking, 500, "internal"),
        (Mood::Silent, 504, "request.timeout"),
    ];
    for (mood, status, code) in cases {
        store.be(mood);
        let found = problem(server.post(REGISTER, &body).send().await.unwrap(), status, code).await;
        assert!(!found.to_string().contains("secret"), "{found}");
    }
    store.be(Mood::Well);
    expect(server.post(REGISTER, &body).send().await.unwrap(), StatusCode::CREATED).await;
}
