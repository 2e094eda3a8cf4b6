//! `/organization`: the caller's own.

use agenthub_core::organization::Organization;
use axum::Json;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::auth::Entered;
use crate::body::Body;
use crate::problem::Failure;

/// What can be changed of an organization.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OrganizationBody {
    /// What it is called.
    #[schema(max_length = 255)]
    name: String,
}

/// Shows the organization that the caller acts in.
pub(crate) async fn get(Entered(session): Entered) -> Result<Json<Organization>, Failure> {
    Ok(Json(session.organization().get().await?))
}

/// Renames the organization.
pub(crate) async fn rename(
    Entered(session): Entered,
    Body(body): Body<OrganizationBody>,
) -> Result<Json<Organization>, Failure> {
    Ok(Json(session.organization().rename(&body.name).await?))
}
