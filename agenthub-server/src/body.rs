//! Request bodies, checked before a handler sees them.

mod exact;
mod form;
mod json_fault;
mod xml;

use agenthub_core::error::{Code, Error, Result, Word};
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use http::request::Parts;
use http::{HeaderMap, header};
use serde::de::{Deserialize, DeserializeOwned, Deserializer};
use serde_json::Value;
use utoipa::ToSchema;

use crate::app::App;
use crate::check;
use crate::problem::Failure;

use json_fault::bad_json;

pub use exact::{Decimals, Exact};
pub use form::JsonOrForm;
pub use xml::Xml;

/// A JSON body that keeps to the OpenAPI schema of `T`; otherwise the request is answered with every fault.
#[derive(Debug)]
pub struct Body<T>(pub T);

/// How large the body may be, where a route says so.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BodyLimit(pub(crate) usize);

impl<T: DeserializeOwned + ToSchema + 'static> FromRequest<App> for Body<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        require_json(request.headers())?;
        let (parts, body) = request.into_parts();
        let bytes = read(&parts, body, app).await?;
        Ok(Self(check::typed(json(&bytes)?)?))
    }
}

fn require_json(headers: &HeaderMap) -> Result<()> {
    if is_json(headers) {
        return Ok(());
    }
    Err(Error::new(Code::BAD_MEDIA_TYPE).with("expected", "application/json"))
}
/// Tells `null`, which takes something away, from what is left out, which stays as it is.
pub(crate) fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

/// A body that is text, whatever its media type.
pub(crate) async fn text(request: Request, app: &App) -> Result<String> {
    let (parts, body) = request.into_parts();
    let bytes = read(&parts, body, app).await?;
    String::from_utf8(bytes.into())
        .map_err(|error| Error::new(Code::BAD_BODY).saying("reason", Word::NOT_UTF8).source(error))
}

pub(crate) fn media_type(headers: &HeaderMap) -> Option<String> {
    let text = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    Some(text.split(';').next()?.trim().to_ascii_lowercase())
}

fn is_json(headers: &HeaderMap) -> bool {
    let is_json = |media: &str| media == "application/json" || media.ends_with("+json");
    media_type(headers).is_some_and(|media| is_json(&media))
}

fn json(bytes: &[u8]) -> Result<Value> {
    serde_json::from_slice(bytes).map_err(|error| bad_json(&error))
}

/// Reads the whole body: not more than the limit, and not longer than a request may take.
pub(crate) async fn read(parts: &Parts, body: axum::body::Body, app: &App) -> Result<Bytes> {
    let limit = parts.extensions.get::<BodyLimit>().map_or(app.settings().max_body, |limit| limit.0);
    let length = parts.headers.get(header::CONTENT_LENGTH).and_then(|text| text.to_str().ok()?.parse().ok());
    if length.is_some_and(|length: usize| length > limit) {
        return Err(Error::new(Code::BODY_TOO_LARGE).with("max", limit));
    }
    let reading = axum::body::to_bytes(body, limit);
    let timeout = app.settings().request_timeout;
    let read = tokio::time::timeout(timeout, reading).await;
    let read = read.map_err(|_| Error::new(Code::REQUEST_TIMEOUT).with("seconds", timeout.as_secs()))?;
    read.map_err(|error| {
        let source = std::error::Error::source(&error);
        if source.is_some_and(|source| source.to_string().contains("length limit")) {
            Error::new(Code::BODY_TOO_LARGE).with("max", limit)
        } else {
            Error::new(Code::BAD_BODY).saying("reason", Word::CONNECTION_BROKE).source(error)
        }
    })
}
