//! `/audit-logs/exports`: files of the audit log that are made in the background.

mod download;
mod range;

use agenthub_core::audit::AuditQuery;
use agenthub_core::audit::export::{AuditExport, AuditExportId, ExportFormat, ExportRequest};
use agenthub_i18n::Locale;
use axum::Json;
use axum::extract::Extension;
use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::auth::Entered;
use crate::body::Body;
use crate::paging::Paging;
use crate::parameters::At;
use crate::problem::Failure;
use crate::request::Facts;

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
    /// Is what is personal told in clear? It needs `audit:read_personal` besides.
    #[serde(default)]
    personal: bool,
}

impl AuditExportBody {
    /// What is wanted; pages are for the reader, where nothing else is said.
    fn request(self, reader: &Locale) -> ExportRequest {
        let Self { format, query, mut language, mut time_zone, personal } = self;
        if format == ExportFormat::Pdf {
            language.get_or_insert_with(|| reader.language().as_str().to_owned());
            time_zone.get_or_insert_with(|| reader.time_zone().name().to_owned());
        }
        ExportRequest { format, query, language, time_zone, personal }
    }
}

/// Asks for an export.
pub(crate) async fn request(
    Entered(session): Entered,
    Extension(facts): Extension<Facts>,
    Body(body): Body<AuditExportBody>,
) -> Result<Response, Failure> {
    let request = body.request(&facts.choice().locale);
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
