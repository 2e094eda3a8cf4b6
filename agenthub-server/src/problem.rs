//! How an error looks over HTTP: the one place that maps [`Error`] to RFC 9457 `application/problem+json`.

mod say;
mod status;

use agenthub_core::error::{Error, Violation};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use http::{HeaderValue, StatusCode, header};
use serde::Serialize;

use crate::app::App;
use crate::request::Facts;

pub use say::Reader;
pub use status::status;

/// An error on its way out of a handler or an extractor. `render` gives it its body, as only that knows the request.
#[derive(Debug, Clone)]
pub struct Failure(pub Error);

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = status(&self.0).into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The body of a problem.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Problem {
    /// Where the kind of problem is described.
    #[serde(rename = "type")]
    pub kind: String,
    /// What it is, in short, in the reader's language.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What happened, in the reader's language.
    pub detail: String,
    /// The path that was asked for.
    pub instance: String,
    /// The stable name of what happened, such as `agent.not_found`.
    pub code: &'static str,
    /// The id of the request, for whoever reads the log.
    pub request_id: String,
    /// When.
    pub timestamp: DateTime<Utc>,
    /// Every fault of the input.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Fault>,
}

/// One fault of the input.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Fault {
    /// The place, as a JSON pointer.
    pub pointer: String,
    /// The rule that is broken, such as `value.required`.
    pub code: &'static str,
    /// What is wrong, in the reader's language.
    pub detail: String,
}

impl Problem {
    /// Describes an error to whoever made the request.
    pub fn new(error: &Error, reader: &Reader, facts: &Facts, now: DateTime<Utc>) -> Self {
        let status = status(error);
        let code = error.code();
        Self {
            kind: format!("urn:agenthub:error:{}", code.as_str()),
            title: reader.title(code),
            status: status.as_u16(),
            detail: reader.detail(code, error.args()),
            instance: facts.path().to_owned(),
            code: code.as_str(),
            request_id: facts.id().to_owned(),
            timestamp: now,
            errors: error.violations().iter().map(|violation| Fault::new(violation, reader)).collect(),
        }
    }
}

impl Fault {
    fn new(violation: &Violation, reader: &Reader) -> Self {
        Self {
            pointer: violation.pointer.clone(),
            code: violation.code.as_str(),
            detail: reader.detail(violation.code, &violation.args),
        }
    }
}

/// Gives a [`Failure`] its body.
pub(crate) fn render(app: &App, facts: &Facts, mut response: Response) -> Response {
    let Some(Failure(error)) = response.extensions_mut().remove::<Failure>() else { return response };
    log(&error, facts);
    let reader = Reader::of(app, facts);
    let problem = Problem::new(&error, &reader, facts, app.hub().clock().now());
    describe(response, &error, &problem, &reader)
}

/// What is our fault is logged with its causes; the client gets the request id to tell us.
pub(crate) fn log(error: &Error, facts: &Facts) {
    if status(error).is_server_error() {
        let causes: Vec<_> = std::iter::successors(std::error::Error::source(error), |cause| cause.source())
            .map(ToString::to_string)
            .collect();
        tracing::error!(request_id = facts.id(), code = error.code().as_str(), ?causes, "{error}");
    }
}

fn describe(mut response: Response, error: &Error, problem: &Problem, reader: &Reader) -> Response {
    // A struct of text and numbers always serializes.
    *response.body_mut() = serde_json::to_vec(problem).unwrap_or_default().into();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(language) = HeaderValue::from_str(reader.language()) {
        headers.insert(header::CONTENT_LANGUAGE, language);
    }
    headers.remove(header::CONTENT_LENGTH);
    if let Some(wait) = error.retry_after() {
        // Whole seconds, rounded up, so that who waits that long is let in.
        headers.insert(header::RETRY_AFTER, HeaderValue::from(wait.as_secs() + 1));
    }
    if problem.status == StatusCode::UNAUTHORIZED.as_u16() {
        headers.insert(header::WWW_AUTHENTICATE, status::challenge(error.code()));
    }
    response
}
