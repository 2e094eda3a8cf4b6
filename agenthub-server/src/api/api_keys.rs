//! `/api-keys`: how services sign in.

use agenthub_core::Permission;
use agenthub_core::api_key::{ApiKey, ApiKeyId, NewApiKey};
use axum::Json;
use axum::response::Response;
use chrono::{DateTime, Utc};
use http::StatusCode;
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::auth::Entered;
use crate::body::Body;
use crate::paging::Paging;
use crate::parameters::At;
use crate::problem::Failure;

/// A key to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ApiKeyBody {
    /// What it is called.
    #[schema(max_length = 255)]
    name: String,
    /// What it may do; nothing that you may not.
    scopes: Vec<Permission>,
    /// When it ends; never, where nothing is said.
    expires_at: Option<DateTime<Utc>>,
}

/// A key with its text, which is shown this once.
#[derive(Serialize, ToSchema)]
pub(crate) struct ShownApiKey {
    #[serde(flatten)]
    api_key: ApiKey,
    /// The key itself, for `X-API-Key` or `Authorization: Bearer`.
    key: String,
}

type Shown = (StatusCode, Json<ShownApiKey>);

/// Makes a key.
pub(crate) async fn create(
    Entered(session): Entered,
    Body(body): Body<ApiKeyBody>,
) -> Result<Shown, Failure> {
    let new = NewApiKey { name: body.name, scopes: body.scopes, expires_at: body.expires_at };
    Ok(shown(session.api_keys().create(new).await?))
}

/// Lists keys, newest first.
pub(crate) async fn list(Entered(session): Entered, paging: Paging) -> Result<Response, Failure> {
    Ok(paging.answer(session.api_keys().list(&paging.page).await?))
}

/// Shows a key.
pub(crate) async fn get(Entered(session): Entered, At(id): At<ApiKeyId>) -> Result<Json<ApiKey>, Failure> {
    Ok(Json(session.api_keys().get(id).await?))
}

/// Revokes a key.
pub(crate) async fn revoke(Entered(session): Entered, At(id): At<ApiKeyId>) -> Result<Json<ApiKey>, Failure> {
    Ok(Json(session.api_keys().revoke(id).await?))
}

/// Makes a new key with the same scopes, and revokes this one.
pub(crate) async fn rotate(Entered(session): Entered, At(id): At<ApiKeyId>) -> Result<Shown, Failure> {
    Ok(shown(session.api_keys().rotate(id).await?))
}

fn shown((api_key, key): (ApiKey, SecretString)) -> Shown {
    (StatusCode::CREATED, Json(ShownApiKey { api_key, key: key.expose_secret().to_owned() }))
}
