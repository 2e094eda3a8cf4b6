//! `/audit-logs`: what can be proven of the log, and what was signed of it.

use agenthub_core::audit::{Consistency, EntryId, Inclusion, SignedHead};
use axum::Json;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode, header};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::auth::Entered;
use crate::paging::Paging;
use crate::parameters::{At, Parameters};
use crate::problem::Failure;

/// At which size a record is proven.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ProofQuery {
    /// How many records the log is to have; those of the last head where nothing is said.
    size: Option<u64>,
}

/// Which record is proven, and at which size.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct InclusionQuery {
    /// The record's sequence number; the first one where nothing is said.
    sequence: u64,
    /// How many records the log is to have; those of the last head where nothing is said.
    size: Option<u64>,
}

/// Which two sizes of the log are held to each other.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ConsistencyQuery {
    /// How many records the older log had; none where nothing is said.
    from: u64,
    /// How many records the newer log has; all where nothing is said.
    to: Option<u64>,
}

/// The public keys of the log's heads, as C2SP verifier keys.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HeadKeys {
    /// The one that signs now.
    present: String,
    /// Those that signed before.
    former: Vec<String>,
}

/// Lists signed heads, the largest first.
pub(crate) async fn heads(Entered(session): Entered, paging: Paging) -> Result<Response, Failure> {
    Ok(paging.answer(session.audit().heads(&paging.page).await?))
}

/// Signs a head of the whole log.
pub(crate) async fn sign(Entered(session): Entered) -> Result<(StatusCode, Json<SignedHead>), Failure> {
    Ok((StatusCode::CREATED, Json(session.audit().sign_head().await?)))
}

/// Shows a signed head; as a bare checkpoint where that is wanted.
pub(crate) async fn head(
    Entered(session): Entered,
    At(size): At<u64>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let head = session.audit().head(Some(size)).await?;
    let accepted = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if accepted.starts_with("text/plain") {
        return Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], head.note).into_response());
    }
    Ok(Json(head).into_response())
}

/// Proves that a record stands in the log.
pub(crate) async fn proof(
    Entered(session): Entered,
    At(id): At<EntryId>,
    Parameters(query): Parameters<ProofQuery>,
) -> Result<Json<Inclusion>, Failure> {
    Ok(Json(session.audit().prove(id, query.size).await?))
}

/// Proves that a record stood in the log, also where it has left.
pub(crate) async fn inclusion(
    Entered(session): Entered,
    Parameters(query): Parameters<InclusionQuery>,
) -> Result<Json<Inclusion>, Failure> {
    Ok(Json(session.audit().prove_leaf(query.sequence, query.size).await?))
}

/// Proves that the log only ever grew.
pub(crate) async fn consistency(
    Entered(session): Entered,
    Parameters(query): Parameters<ConsistencyQuery>,
) -> Result<Json<Consistency>, Failure> {
    Ok(Json(session.audit().consistency(query.from, query.to).await?))
}

/// Shows the public keys of the log's heads.
pub(crate) async fn keys(Entered(session): Entered) -> Result<Json<HeadKeys>, Failure> {
    let mut keys = session.audit().keys()?.into_iter().map(|key| key.to_string());
    Ok(Json(HeadKeys { present: keys.next().unwrap_or_default(), former: keys.collect() }))
}
