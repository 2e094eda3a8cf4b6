//! `/members`: who is in the organization, and as what.

use agenthub_core::Role;
use agenthub_core::organization::MemberProfile;
use agenthub_core::user::UserId;
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

/// Another role for a member.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MemberBody {
    /// The role; not above your own.
    role: Role,
}

/// Lists the members, first come first.
pub(crate) async fn list(Entered(session): Entered, paging: Paging) -> Result<Response, Failure> {
    Ok(paging.answer(session.members().list(&paging.page).await?))
}

/// Shows a member.
pub(crate) async fn get(
    Entered(session): Entered,
    At(user): At<UserId>,
) -> Result<Json<MemberProfile>, Failure> {
    Ok(Json(session.members().get(user).await?))
}

/// Gives a member another role.
pub(crate) async fn set_role(
    Entered(session): Entered,
    At(user): At<UserId>,
    Body(body): Body<MemberBody>,
) -> Result<Json<MemberProfile>, Failure> {
    Ok(Json(session.members().set_role(user, body.role).await?))
}

/// Removes a member.
pub(crate) async fn remove(Entered(session): Entered, At(user): At<UserId>) -> Result<StatusCode, Failure> {
    session.members().remove(user).await?;
    Ok(StatusCode::NO_CONTENT)
}
