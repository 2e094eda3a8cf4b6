//! `/agents/{id}/versions`: an agent as it was after each change.

use agenthub_core::agent::{AgentId, AgentVersion, VersionDiff};
use axum::Json;
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{Tagged, tagged};
use crate::auth::Entered;
use crate::etag::IfMatch;
use crate::paging::Paging;
use crate::parameters::{At, Parameters};
use crate::problem::Failure;

/// With what a version is compared.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct DiffQuery {
    /// The version that is the old one; the one just before, where nothing is said.
    #[schema(minimum = 1)]
    against: Option<u32>,
}

/// Lists the versions of an agent, newest first.
pub(crate) async fn versions(
    Entered(session): Entered,
    At(id): At<AgentId>,
    paging: Paging,
) -> Result<Response, Failure> {
    Ok(paging.answer(session.agents().versions(id, &paging.page).await?))
}

/// Shows one version of an agent.
pub(crate) async fn version(
    Entered(session): Entered,
    At((id, number)): At<(AgentId, u32)>,
) -> Result<Json<AgentVersion>, Failure> {
    Ok(Json(session.agents().version(id, number).await?))
}

/// Shows what is different in one version from another.
pub(crate) async fn diff(
    Entered(session): Entered,
    At((id, number)): At<(AgentId, u32)>,
    Parameters(query): Parameters<DiffQuery>,
) -> Result<Json<VersionDiff>, Failure> {
    Ok(Json(session.agents().diff(id, number, query.against).await?))
}

/// Makes the definition of an earlier version the present one again.
pub(crate) async fn restore_version(
    Entered(session): Entered,
    At((id, number)): At<(AgentId, u32)>,
    IfMatch(expected): IfMatch,
) -> Result<Tagged, Failure> {
    Ok(tagged(session.agents().restore_version(id, number, expected).await?))
}
