//! `/audit-logs/views`: queries of the audit log that were saved under a name.

use agenthub_core::audit::AuditQuery;
use agenthub_core::audit::view::{AuditView, AuditViewId, NewAuditView};
use axum::Json;
use axum::response::Response;
use http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::auth::Entered;
use crate::body::Body;
use crate::paging::Paging;
use crate::parameters::At;
use crate::problem::Failure;

/// A view to be saved.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AuditViewBody {
    /// What it is called.
    #[schema(max_length = 255)]
    name: String,
    /// Which records it shows.
    #[serde(default)]
    query: AuditQuery,
    /// What it shows of each, such as `at`, `actor` or `changes.total`.
    #[serde(default)]
    columns: Vec<String>,
    /// Whether everybody who may read the log sees it.
    #[serde(default)]
    shared: bool,
}

impl From<AuditViewBody> for NewAuditView {
    fn from(body: AuditViewBody) -> Self {
        Self { name: body.name, query: body.query, columns: body.columns, shared: body.shared }
    }
}

/// Saves a view.
pub(crate) async fn create(
    Entered(session): Entered,
    Body(body): Body<AuditViewBody>,
) -> Result<(StatusCode, Json<AuditView>), Failure> {
    Ok((StatusCode::CREATED, Json(session.audit_views().create(body.into()).await?)))
}

/// Lists one's own views and those that are shared.
pub(crate) async fn list(Entered(session): Entered, paging: Paging) -> Result<Response, Failure> {
    Ok(paging.answer(session.audit_views().list(&paging.page).await?))
}

/// Shows a view.
pub(crate) async fn get(
    Entered(session): Entered,
    At(id): At<AuditViewId>,
) -> Result<Json<AuditView>, Failure> {
    Ok(Json(session.audit_views().get(id).await?))
}

/// Lists the records that a view shows.
pub(crate) async fn records(
    Entered(session): Entered,
    At(id): At<AuditViewId>,
    paging: Paging,
) -> Result<Response, Failure> {
    Ok(paging.answer(session.audit_views().records(id, &paging.page).await?))
}

/// Puts another view in the place of one's own.
pub(crate) async fn update(
    Entered(session): Entered,
    At(id): At<AuditViewId>,
    Body(body): Body<AuditViewBody>,
) -> Result<Json<AuditView>, Failure> {
    Ok(Json(session.audit_views().update(id, body.into()).await?))
}

/// Removes a view.
pub(crate) async fn remove(
    Entered(session): Entered,
    At(id): At<AuditViewId>,
) -> Result<StatusCode, Failure> {
    session.audit_views().remove(id).await?;
    Ok(StatusCode::NO_CONTENT)
}
