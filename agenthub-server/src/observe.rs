//! What is kept of every request: a line in the log, and counts.

use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;

use crate::request::Facts;

/// Logs and counts the request. The query is left out: secrets may stand there.
pub(crate) async fn observe(facts: &Facts, request: Request, next: Next) -> Response {
    // By the route, not by the path: there are only as many counters as routes.
    let endpoint = request.extensions().get::<MatchedPath>().cloned();
    let begun = Instant::now();
    let response = next.run(request).await;
    let took = begun.elapsed();
    let endpoint = endpoint.map_or_else(|| "unmatched".to_owned(), |path| path.as_str().to_owned());
    let (method, status) = (known_method(facts.method()), response.status());
    metrics::counter!("requests_total", "method" => method, "endpoint" => endpoint.clone(), "status" => status.as_str().to_owned()).increment(1);
    metrics::histogram!("request_duration_seconds", "method" => method, "endpoint" => endpoint).record(took);
    tracing::info!(
        target: "agenthub::access",
        method,
        path = facts.path(),
        status = status.as_u16(),
        duration_us = u64::try_from(took.as_micros()).unwrap_or(u64::MAX),
        ip = %facts.address(),
        request_id = facts.id(),
        "request"
    );
    response
}

/// A client can invent methods, and each would be a counter of its own.
fn known_method(method: &http::Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "PATCH" => "PATCH",
        "DELETE" => "DELETE",
        "OPTIONS" => "OPTIONS",
        _ => "other",
    }
}
