//! An answer as it is kept: a line of JSON with its status and headers, then its body.

use agenthub_core::error::{Code, Error, Result};
use axum::response::Response;
use http::{HeaderName, HeaderValue, StatusCode, header, response};
use serde::{Deserialize, Serialize};

/// What is kept of an answer.
pub(super) struct Kept<'b> {
    head: Head,
    body: &'b [u8],
}

#[derive(Serialize, Deserialize)]
struct Head {
    status: u16,
    headers: Vec<(String, String)>,
    /// Whether the body was small enough to be kept.
    has_body: bool,
}

impl<'b> Kept<'b> {
    /// Takes the headers that the handler set, and the body, where there is room for it.
    pub(super) fn of(parts: &response::Parts, body: Option<&'b [u8]>) -> Self {
        let told = parts.headers.iter().filter(|(name, _)| **name != header::CONTENT_LENGTH);
        let headers =
            told.filter_map(|(name, value)| Some((name.to_string(), value.to_str().ok()?.to_owned())));
        let head =
            Head { status: parts.status.as_u16(), headers: headers.collect(), has_body: body.is_some() };
        Self { head, body: body.unwrap_or_default() }
    }

    pub(super) fn write(&self) -> Result<Vec<u8>> {
        // JSON has no line breaks but those that are written as `\n`.
        let mut text =
            serde_json::to_vec(&self.head).map_err(|error| Error::internal("keeping").source(error))?;
        text.push(b'\n');
        text.extend_from_slice(self.body);
        Ok(text)
    }

    pub(super) fn read(text: &'b [u8]) -> Result<Self> {
        let end = text.iter().position(|byte| *byte == b'\n').unwrap_or(text.len());
        let (head, body) = text.split_at(end);
        let head = serde_json::from_slice(head).map_err(|error| corrupt().source(error))?;
        Ok(Self { head, body: body.get(1..).unwrap_or_default() })
    }

    /// The answer once more.
    ///
    /// # Errors
    /// `request.idempotency_answer_too_large` where it was too large to be kept.
    pub(super) fn response(self) -> Result<Response> {
        if !self.head.has_body {
            return Err(Error::new(Code::IDEMPOTENCY_ANSWER_TOO_LARGE));
        }
        let mut response = Response::new(self.body.to_vec().into());
        *response.status_mut() = StatusCode::from_u16(self.head.status).map_err(|_| corrupt())?;
        for (name, value) in &self.head.headers {
            let name = HeaderName::try_from(name).map_err(|_| corrupt())?;
            response.headers_mut().append(name, HeaderValue::try_from(value).map_err(|_| corrupt())?);
        }
        Ok(response)
    }
}

fn corrupt() -> Error {
    Error::new(Code::STORE_CORRUPT).with("what", "idempotency.answer")
}
