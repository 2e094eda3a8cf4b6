//! `/audit-logs`: who did what, to what.

mod body;

use agenthub_core::audit::{AuditFilter, Entry, EntryId};
use axum::Json;
use axum::response::Response;
use http::StatusCode;

use crate::auth::Entered;
use crate::body::Body;
use crate::paging::{Filtered, Paging};
use crate::parameters::At;
use crate::problem::Failure;

pub(crate) use body::AuditBody;

/// Adds a record of something that happened elsewhere.
pub(crate) async fn add(
    Entered(session): Entered,
    Body(body): Body<AuditBody>,
) -> Result<(StatusCode, Json<Entry>), Failure> {
    Ok((StatusCode::CREATED, Json(session.audit().add(body.record()?).await?)))
}

/// Lists records, newest first.
pub(crate) async fn list(
    Entered(session): Entered,
    Filtered(filter, paging): Filtered<AuditFilter>,
) -> Result<Response, Failure> {
    Ok(paging.answer(session.audit().list(&filter, &paging.page).await?))
}

/// Lists the records that a filter wants, newest first.
pub(crate) async fn query(
    Entered(session): Entered,
    paging: Paging,
    Body(filter): Body<AuditFilter>,
) -> Result<Response, Failure> {
    Ok(paging.answer(session.audit().list(&filter, &paging.page).await?))
}

/// Shows a record.
pub(crate) async fn get(Entered(session): Entered, At(id): At<EntryId>) -> Result<Json<Entry>, Failure> {
    Ok(Json(session.audit().get(id).await?))
}
