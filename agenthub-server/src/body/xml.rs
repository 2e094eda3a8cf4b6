//! A body that is XML.

use agenthub_core::error::{Code, Error, Result};
use axum::extract::{FromRequest, Request};

use super::{media_type, text};
use crate::app::App;
use crate::problem::Failure;

/// An XML body in UTF-8, unread.
#[derive(Debug)]
pub struct Xml(pub String);

impl FromRequest<App> for Xml {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        let media = media_type(request.headers());
        if !matches!(media.as_deref(), Some("application/xml" | "text/xml")) {
            return Err(Error::new(Code::BAD_MEDIA_TYPE).with("expected", "application/xml").into());
        }
        Ok(Self(text(request, app).await?))
    }
}
