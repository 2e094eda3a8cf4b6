//! `/audit-logs/retention`: how long the audit log is kept.

use agenthub_core::audit::retention::Retention;
use axum::Json;
use http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::auth::Entered;
use crate::body::Body;
use crate::problem::Failure;

/// How long records are to be kept.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RetentionBody {
    /// For how many whole days (UTC).
    #[schema(minimum = 1, maximum = 36500)]
    days: u32,
}

/// Shows what is in force.
pub(crate) async fn get(Entered(session): Entered) -> Result<Json<Retention>, Failure> {
    Ok(Json(session.audit_retention().get().await?))
}

/// Says how long records are kept.
pub(crate) async fn set(
    Entered(session): Entered,
    Body(body): Body<RetentionBody>,
) -> Result<Json<Retention>, Failure> {
    Ok(Json(session.audit_retention().set(body.days).await?))
}

/// Has them kept for ever.
pub(crate) async fn remove(Entered(session): Entered) -> Result<StatusCode, Failure> {
    session.audit_retention().remove().await?;
    Ok(StatusCode::NO_CONTENT)
}
