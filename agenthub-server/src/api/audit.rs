//! `/audit-logs`: who did what, to what.

mod body;
mod summary;

use agenthub_core::audit::{AuditFilter, AuditQuery, AuditSummary, Entry, EntryId};
use axum::Json;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;

use crate::app::App;
use crate::auth::Entered;
use crate::body::Body;
use crate::paging::{Filtered, Paging};
use crate::parameters::{At, Parameters};
use crate::problem::Failure;

pub(crate) use body::AuditBody;
pub(crate) use summary::SummaryParameters;

/// Adds a record of something that happened elsewhere.
pub(crate) async fn add(
    Entered(session): Entered,
    Body(body): Body<AuditBody>,
) -> Result<(StatusCode, Json<Entry>), Failure> {
    Ok((StatusCode::CREATED, Json(session.audit().add(body.record()?).await?)))
}

/// Lists records.
pub(crate) async fn list(
    Entered(session): Entered,
    Filtered(filter, paging): Filtered<AuditFilter>,
) -> Result<Response, Failure> {
    Ok(paging.answer(session.audit().list(filter, &paging.page).await?))
}

/// Lists the records that a query wants.
pub(crate) async fn query(
    Entered(session): Entered,
    paging: Paging,
    Body(query): Body<AuditQuery>,
) -> Result<Response, Failure> {
    Ok(paging.answer(session.audit().list(query, &paging.page).await?))
}

/// Counts the records of a window.
pub(crate) async fn summary(
    State(app): State<App>,
    Entered(session): Entered,
    Parameters(asked): Parameters<SummaryParameters>,
) -> Result<Json<AuditSummary>, Failure> {
    let window = asked.window(app.hub().clock().now())?;
    Ok(Json(session.audit().summary(&window).await?))
}

/// Shows a record.
pub(crate) async fn get(Entered(session): Entered, At(id): At<EntryId>) -> Result<Json<Entry>, Failure> {
    Ok(Json(session.audit().get(id).await?))
}
