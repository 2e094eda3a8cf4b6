//! A body with exact numbers in it.

use std::collections::HashMap;

use agenthub_core::error::Result;
use axum::extract::{FromRequest, Request};
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;
use utoipa::ToSchema;

use super::{bad_json, json, read, require_json};
use crate::app::App;
use crate::check;
use crate::problem::Failure;

/// A body with decimal numbers in these fields.
pub trait Decimals {
    /// The fields, each a number or a list of numbers.
    const FIELDS: &'static [&'static str];
}

/// A JSON body whose decimal numbers reach the handler as the text that they were written as, whether there were
/// quotes around them or not: nothing makes a float of them on the way.
#[derive(Debug)]
pub struct Exact<T>(pub T);

impl<T: Decimals + DeserializeOwned + ToSchema + 'static> FromRequest<App> for Exact<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        require_json(request.headers())?;
        let (parts, body) = request.into_parts();
        let bytes = read(&parts, body, app).await?;
        let mut value = json(&bytes)?;
        if let Value::Object(fields) = &mut value {
            let written: HashMap<String, &RawValue> =
                serde_json::from_slice(&bytes).map_err(|error| bad_json(&error))?;
            for name in T::FIELDS {
                if let (Some(field), Some(written)) = (fields.get_mut(*name), written.get(*name)) {
                    to_text(field, written);
                }
            }
        }
        Ok(Self(check::typed(value)?))
    }
}

/// Puts what was written in the place of each number.
fn to_text(value: &mut Value, written: &RawValue) {
    match value {
        Value::Number(_) => *value = Value::String(written.get().to_owned()),
        Value::Array(items) => {
            let written: Vec<&RawValue> = serde_json::from_str(written.get()).unwrap_or_default();
            items.iter_mut().zip(written).for_each(|(item, written)| to_text(item, written));
        }
        _ => {}
    }
}
