//! Versions in headers: `ETag` in answers, `If-Match` in changes, so that nobody undoes what they have not seen.

use agenthub_core::error::{Code, Error, Result, Word};
use axum::extract::FromRequestParts;
use axum::response::{IntoResponse, IntoResponseParts, Response, ResponseParts};
use http::request::Parts;
use http::{HeaderValue, header};

use crate::app::App;
use crate::problem::Failure;

/// The version of what is answered, as an `ETag`; stands before the body in an answer.
#[derive(Debug, Clone, Copy)]
pub struct ETag(pub u32);

impl IntoResponseParts for ETag {
    type Error = std::convert::Infallible;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Self::Error> {
        if let Ok(value) = HeaderValue::try_from(format!("\"{}\"", self.0)) {
            parts.headers_mut().insert(header::ETAG, value);
        }
        Ok(parts)
    }
}

impl IntoResponse for ETag {
    fn into_response(self) -> Response {
        (self, ()).into_response()
    }
}

/// The version that a change is meant for, from `If-Match`; none where nothing or `*` is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IfMatch(pub Option<u32>);

impl FromRequestParts<App> for IfMatch {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _app: &App) -> Result<Self, Failure> {
        let Some(value) = parts.headers.get(header::IF_MATCH) else { return Ok(Self(None)) };
        Ok(Self(version(value.to_str().unwrap_or_default())?))
    }
}

fn version(text: &str) -> Result<Option<u32>> {
    let text = text.trim();
    if text == "*" {
        return Ok(None);
    }
    // A weak tag never matches (RFC 9110 §13.1.1); one version is all that a change can be meant for.
    let number =
        text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).and_then(|number| number.parse().ok());
    number.map(Some).ok_or_else(|| {
        let reason = Word::MUST_BE.saying("expected", Word::ETAG.with("example", "\"3\""));
        Error::new(Code::BAD_PARAMETER).with("name", "If-Match").saying("reason", reason)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_stands_in_quotes() {
        assert_eq!(version("\"3\"").unwrap(), Some(3));
        assert_eq!(version(" * ").unwrap(), None);
    }

    #[test]
    fn weak_and_many_and_bare_tags_are_refused() {
        for text in ["W/\"3\"", "\"3\", \"4\"", "3", "\"x\"", ""] {
            assert_eq!(version(text).unwrap_err().code(), Code::BAD_PARAMETER, "{text}");
        }
    }
}
