//! What browsers are told: which pages may call, and what they may do with the answers.

use reqwest::{Method, RequestBuilder, Response, StatusCode};
use serde_json::json;

use crate::support::desk::{Answered as _, header};
use crate::support::{PASSWORD, Server};

const LOGIN: &str = "/api/v1/auth/login";
const PAGE: &str = "https://app.example.com";

/// A server that pages of two origins may call.
async fn server() -> Server {
    Server::with(&[("CORS_ORIGINS", "https://app.example.com, http://localhost:3000")]).await
}

/// What a browser asks before it lets a page send something.
async fn preflight(server: &Server, origin: &str, method: &str) -> Response {
    let request = server.request(Method::OPTIONS, LOGIN).header("origin", origin);
    let request = request.header("access-control-request-method", method);
    request.header("access-control-request-headers", "authorization,content-type,if-match").answer().await
}

fn allowed(answer: &Response) -> Option<String> {
    header(answer, "access-control-allow-origin")
}

#[tokio::test]
async fn every_answer_keeps_browsers_from_harm() {
    let server = server().await;
    let ada = server.owner().await;
    let answers: [RequestBuilder; 6] = [
        ada.get("/agents"),
        ada.get("/agents/7"),
        server.get("/api/v1/nowhere"),
        server.get(LOGIN),
        server.get("/metrics"),
        server.get("/health/live"),
    ];
    for request in answers {
        let answer = request.answer().await;
        let said =
            |name: &str| header(&answer, name).unwrap_or_else(|| panic!("no {name} at {}", answer.url()));
        assert_eq!(said("x-content-type-options"), "nosniff");
        assert_eq!(said("x-frame-options"), "DENY");
        assert_eq!(said("referrer-policy"), "no-referrer");
        assert_eq!(said("cross-origin-resource-policy"), "same-origin");
        assert_eq!(said("cache-control"), "no-store");
        let policy = said("content-security-policy");
        assert!(
            policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
            "{policy}"
        );
        assert_eq!(header(&answer, "strict-transport-security"), None, "it is not behind TLS");
        assert_eq!(header(&answer, "server"), None, "what it is made of is nobody's business");
    }
}

#[tokio::test]
async fn behind_tls_browsers_are_told_to_stay_there() {
    let server = Server::with(&[("AGENTHUB_HTTPS", "true")]).await;
    for path in ["/health/live", "/api/v1/nowhere"] {
        let said = header(&server.get(path).answer().await, "strict-transport-security").unwrap();
        assert!(said.contains("max-age=31536000"), "{said}");
    }
}

#[tokio::test]
async fn the_page_of_the_documentation_runs_its_own_scripts_only() {
    let server = Server::start().await;
    let answer = server.get("/docs").answer().await;
    let policy = header(&answer, "content-security-policy").unwrap();
    assert!(policy.contains("default-src 'self'") && !policy.contains("script-src"), "{policy}");
    assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
}

#[tokio::test]
async fn only_pages_of_known_origins_may_call() {
    let server = server().await;
    for origin in [PAGE, "http://localhost:3000"] {
        assert_eq!(allowed(&preflight(&server, origin, "POST").await).as_deref(), Some(origin));
    }
    for origin in
        ["https://evil.example.com", "http://app.example.com", "https://app.example.com:444", "null", ""]
    {
        assert_eq!(allowed(&preflight(&server, origin, "POST").await), None, "{origin}");
        let answer = server.get("/health").header("origin", origin).answer().await;
        assert_eq!(allowed(&answer), None, "{origin}");
    }
}

#[tokio::test]
async fn a_page_may_send_what_the_api_takes_and_read_what_it_answers() {
    let server = server().await;
    for method in ["GET", "POST", "PUT", "PATCH", "DELETE"] {
        let answer = preflight(&server, PAGE, method).await;
        assert_eq!(answer.status(), StatusCode::OK);
        assert!(header(&answer, "access-control-allow-methods").unwrap().contains(method));
        let headers = header(&answer, "access-control-allow-headers").unwrap();
        assert!(headers.contains("authorization") && headers.contains("if-match"), "{headers}");
        assert!(header(&answer, "access-control-max-age").is_some());
    }
    let body = json!({ "email": "ada@example.org", "password": PASSWORD });
    let register = server.post("/api/v1/auth/register", &body).header("origin", PAGE).answer().await;
    let refused = server.get("/api/v1/agents").header("origin", PAGE).answer().await;
    for answer in [register, refused] {
        assert_eq!(allowed(&answer).as_deref(), Some(PAGE), "also of a refusal");
        let exposed = header(&answer, "access-control-expose-headers").unwrap();
        for name in ["etag", "link", "location", "retry-after", "x-total-count", "x-request-id"] {
            assert!(exposed.contains(name), "{name} is not among {exposed}");
        }
        assert!(header(&answer, "vary").unwrap().contains("origin"), "a cache keeps origins apart");
        assert_eq!(header(&answer, "access-control-allow-credentials"), None, "there are no cookies");
    }
}

#[tokio::test]
async fn any_page_may_call_where_the_settings_say_so_and_none_where_they_say_nothing() {
    let open = Server::with(&[("CORS_ORIGINS", "*")]).await;
    assert_eq!(allowed(&preflight(&open, "https://any.example", "POST").await).as_deref(), Some("*"));
    let closed = Server::start().await;
    assert_eq!(allowed(&preflight(&closed, PAGE, "POST").await), None);
}
