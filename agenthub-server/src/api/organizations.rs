//! `/organization`: the one that the caller acts in. `/organizations`: all of them.

use agenthub_core::organization::Organization;
use axum::Json;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::auth::{Entered, Person};
use crate::body::Body;
use crate::paging::Paging;
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

/// Lists every organization, for a superuser.
pub(crate) async fn list(
    State(app): State<App>,
    Person(claims): Person,
    paging: Paging,
) -> Result<Response, Failure> {
    Ok(paging.answer(app.hub().identity().organizations(claims.user, &paging.page).await?))
}
