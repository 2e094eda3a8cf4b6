//! A body that HTML forms and OAuth2 clients send.

use std::collections::BTreeMap;

use agenthub_core::error::{Code, Detail, Error, Result, Word};
use axum::extract::{FromRequest, Request};
use serde::de::DeserializeOwned;
use serde_json::Value;
use utoipa::ToSchema;

use super::{is_json, json, media_type, read};
use crate::app::App;
use crate::check;
use crate::problem::Failure;

/// A body as JSON, or as a form whose fields are all text.
#[derive(Debug)]
pub struct JsonOrForm<T>(pub T);

impl<T: DeserializeOwned + ToSchema + 'static> FromRequest<App> for JsonOrForm<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        let is_form = media_type(request.headers()).as_deref() == Some("application/x-www-form-urlencoded");
        if !is_form && !is_json(request.headers()) {
            let expected = ["application/json", "application/x-www-form-urlencoded"].map(Detail::text);
            let expected = Detail::Either(expected.into());
            return Err(Error::new(Code::BAD_MEDIA_TYPE).saying("expected", expected).into());
        }
        let (parts, body) = request.into_parts();
        let bytes = read(&parts, body, app).await?;
        let value = if is_form { form(&bytes)? } else { json(&bytes)? };
        Ok(Self(check::typed(value)?))
    }
}

fn form(bytes: &[u8]) -> Result<Value> {
    let fields: BTreeMap<String, String> = serde_urlencoded::from_bytes(bytes)
        .map_err(|error| Error::new(Code::BAD_BODY).saying("reason", Word::NOT_A_FORM).source(error))?;
    Ok(fields.into_iter().map(|(name, text)| (name, Value::String(text))).collect())
}
