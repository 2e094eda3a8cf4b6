//! `/agents/{id}/versions`: an agent as it was after each change.

use agenthub_core::agent::{AgentId, AgentVersion};
use axum::Json;
use axum::response::Response;

use crate::auth::Entered;
use crate::paging::Paging;
use crate::parameters::At;
use crate::problem::Failure;

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
