//! `/audit-logs/exports`: files of the audit log that are made in the background.

mod download;
mod range;

use agenthub_core::audit::AuditQuery;
use agenthub_core::audit::export::{AuditExport, AuditExportId, ExportFormat, ExportRequest};
use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::auth::Entered;
use crate::body::Body;
use crate::paging::Paging;
use crate::parameters::At;
use crate::problem::Failure;

pub(crate) use download::file;

/// An export that is wanted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AuditExportBody {
    /// The form of the file.
    format: ExportFormat,
    /// Which records; all where nothing is said.
    #[serde(default)]
    query: AuditQuery,
    /// The language of a PDF; yours where nothing is said.
    #[schema(format = "language")]
    language: Option<String>,
    /// The time zone of a PDF; yours where nothing is said.
    #[schema(format = "time-zone")]
    time_zone: Option<String>,
}

/// Asks for an export.
pub(crate) async fn request(
    Entered(session): Entered,
    State(_app): State<App>,
    Body(body): Body<AuditExportBody>,
) -> Result<Response, Failure> {
    let AuditExportBody { format, query, language, time_zone } = body;
    let request = ExportRequest { format, query, language, time_zone };
    let export = session.audit_exports().request(request).await?;
    let place = format!("/api/v1/audit-logs/exports/{}", export.id);
    Ok((StatusCode::ACCEPTED, [(header::LOCATION, place)], Json(export)).into_response())
}

/// Lists exports.
pub(crate) async fn list(Entered(session): Entered, paging: Paging) -> Result<Response, Failure> {
    Ok(paging.answer(session.audit_exports().list(&paging.page).await?))
}

/// Shows an export.
pub(crate) async fn get(
    Entered(session): Entered,
    At(id): At<AuditExportId>,
) -> Result<Json<AuditExport>, Failure> {
    Ok(Json(session.audit_exports().get(id).await?))
}

/// Shows the manifest of an export, byte for byte as it was kept.
pub(crate) async fn manifest(
    Entered(session): Entered,
    At(id): At<AuditExportId>,
) -> Result<Response, Failure> {
    let manifest = session.audit_exports().manifest(id).await?;
    Ok(([(header::CONTENT_TYPE, "application/json")], manifest).into_response())
}

/// Removes an export with its file.
pub(crate) async fn remove(
    Entered(session): Entered,
    At(id): At<AuditExportId>,
) -> Result<StatusCode, Failure> {
    session.audit_exports().remove(id).await?;
    Ok(StatusCode::NO_CONTENT)
}
