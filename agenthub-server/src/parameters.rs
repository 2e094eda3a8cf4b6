//! Query parameters, as strict as bodies, and ids in paths.

use agenthub_core::error::{Code, Detail, Error, Phrase, Result, Violation, Word};
use axum::extract::path::ErrorKind;
use axum::extract::rejection::PathRejection;
use axum::extract::{FromRequestParts, Path};
use http::request::Parts;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::app::App;
use crate::check;
use crate::problem::Failure;

/// The query as a `T`, an object of plain fields; a parameter that `T` does not have is refused by name.
#[derive(Debug)]
pub struct Parameters<T>(pub T);

impl<T: DeserializeOwned + ToSchema + 'static> FromRequestParts<App> for Parameters<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _app: &App) -> Result<Self, Failure> {
        Ok(Self(typed(pairs(parts)?)?))
    }
}

/// The part of the path that is in braces, such as an id.
#[derive(Debug)]
pub struct At<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for At<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let Path(value) = Path::from_request_parts(parts, app).await.map_err(bad_path)?;
        Ok(Self(value))
    }
}

fn bad_path(rejection: PathRejection) -> Error {
    let PathRejection::FailedToDeserializePathParams(failed) = rejection else {
        return Error::internal(rejection.to_string());
    };
    let (name, reason) = match failed.kind() {
        ErrorKind::ParseErrorAtKey { key: name, .. }
        | ErrorKind::ParseErrorAtIndex { value: name, .. }
        | ErrorKind::ParseError { value: name, .. } => (name.as_str(), must_be(Word::WHOLE_NUMBER)),
        ErrorKind::DeserializeError { key, message, .. } => (key.as_str(), no_word(message).1),
        ErrorKind::Message(message) => no_word(message),
        ErrorKind::InvalidUtf8InPathParam { key } => (key.as_str(), Word::NOT_UTF8.into()),
        _ => return Error::internal(failed.to_string()),
    };
    Error::new(Code::BAD_PARAMETER).with("name", name).saying("reason", reason)
}

/// What is called how, and has to be what: a language, or an id, as all else in paths is a number or any text.
fn no_word(message: &str) -> (&'static str, Phrase) {
    if message.contains("language tag") {
        ("language", must_be(Word::LANGUAGE_TAG.with("example", "pt-BR")))
    } else {
        ("id", must_be(Word::UUID))
    }
}

fn must_be(expected: impl Into<Detail>) -> Phrase {
    Word::MUST_BE.saying("expected", expected)
}

/// The parameters of the query, in their order.
pub(crate) fn pairs(parts: &Parts) -> Result<Vec<(String, String)>> {
    let query = parts.uri.query().unwrap_or_default();
    serde_urlencoded::from_str(query).map_err(|error| {
        Error::new(Code::BAD_PARAMETER).with("name", "?").saying("reason", Word::UNREADABLE).source(error)
    })
}

/// Makes a `T` of parameters.
pub(crate) fn typed<T: DeserializeOwned + ToSchema + 'static>(pairs: Vec<(String, String)>) -> Result<T> {
    let fields = check::fields::<T>()?;
    let mut object = Map::new();
    let mut twice = Vec::new();
    for (name, text) in pairs {
        let schema = fields.get(&name).unwrap_or(&Value::Null);
        match object.get_mut(&name) {
            None => drop(object.insert(name, value(text, schema))),
            Some(Value::Array(items)) => items.push(Value::String(text)),
            Some(_) => twice.push(Violation::new(format!("/{name}"), Code::VALUE_DUPLICATE)),
        }
    }
    if !twice.is_empty() {
        return Err(Error::new(Code::INVALID).violating(twice));
    }
    check::typed(Value::Object(object))
}

/// The text as the JSON that the schema wants, where it can be that; the check says what is wrong otherwise.
fn value(text: String, schema: &Value) -> Value {
    let wants = |kind: &str| match schema.get("type") {
        Some(Value::String(only)) => only == kind,
        Some(Value::Array(several)) => several.iter().any(|it| it == kind),
        _ => false,
    };
    if wants("array") {
        return Value::Array(vec![Value::String(text)]);
    }
    if wants("integer") || wants("number") || wants("boolean") {
        let parsed = serde_json::from_str(&text).ok();
        return parsed.filter(|it: &Value| it.is_number() || it.is_boolean()).unwrap_or(Value::String(text));
    }
    Value::String(text)
}
