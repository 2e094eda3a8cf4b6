//! `/openapi.json`, and `/docs` to look at it with a browser. Everything comes from the program itself.

use std::sync::Arc;

use agenthub_core::error::{Code, Error};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use utoipa_swagger_ui::Config;

use crate::app::App;
use crate::problem::Failure;

/// Swagger UI sets styles from its scripts and has its pictures in its style sheet.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'",
);

/// The OpenAPI document.
pub(crate) async fn document(State(app): State<App>) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], app.document().to_owned()).into_response()
}

/// The page.
pub(crate) async fn page() -> Result<Response, Failure> {
    file("index.html")
}

/// What the page needs.
pub(crate) async fn part(Path(name): Path<String>) -> Result<Response, Failure> {
    file(&name)
}

fn file(name: &str) -> Result<Response, Failure> {
    let config = Arc::new(Config::from("/openapi.json").persist_authorization(false));
    let found = utoipa_swagger_ui::serve(name, config);
    let file = found.map_err(|error| Error::internal(error.to_string()))?;
    let file = file.ok_or_else(|| Error::new(Code::ROUTE_NOT_FOUND).with("path", format!("/docs/{name}")))?;
    let bytes = match name {
        // Its links begin where the page is, and the page is at `/docs`, without a slash.
        "index.html" => String::from_utf8_lossy(&file.bytes)
            .replace("\"./", "\"/docs/")
            .replace("href=\"index.css", "href=\"/docs/index.css")
            .into_bytes(),
        _ => file.bytes.into_owned(),
    };
    let kind = HeaderValue::try_from(file.content_type).unwrap_or(HeaderValue::from_static("text/plain"));
    let headers = [(header::CONTENT_TYPE, kind), (header::CONTENT_SECURITY_POLICY, POLICY)];
    Ok((headers, bytes).into_response())
}
