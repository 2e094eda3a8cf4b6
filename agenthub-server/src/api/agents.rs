//! `/agents`, and the same under `/ai-agents`: the catalog.

mod query;
mod versions;

use agenthub_core::agent::{Agent, AgentId, Definition, Status};
use axum::Json;
use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::auth::Entered;
use crate::body::Body;
use crate::etag::{ETag, IfMatch};
use crate::paging::Filtered;
use crate::parameters::At;
use crate::problem::Failure;

pub(crate) use query::AgentQuery;
pub(crate) use versions::{DiffQuery, diff, restore_version, version, versions};

/// An agent with its version as an `ETag`.
type Tagged = (ETag, Json<Agent>);

/// A move to another status.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StatusBody {
    /// Where the agent is to go.
    status: Status,
}

/// Lists agents.
pub(crate) async fn list(
    Entered(session): Entered,
    Filtered(query, paging): Filtered<AgentQuery>,
) -> Result<Response, Failure> {
    let listing = session.agents().list(&query.filter()?, &paging.page).await?;
    Ok(paging.answer(listing))
}

/// Creates an agent.
pub(crate) async fn create(
    Entered(session): Entered,
    Body(definition): Body<Definition>,
) -> Result<impl IntoResponse, Failure> {
    let agent = session.agents().create(definition).await?;
    let location = [(header::LOCATION, format!("/api/v1/agents/{}", agent.id))];
    Ok((StatusCode::CREATED, location, tagged(agent)))
}

/// Shows an agent.
pub(crate) async fn get(Entered(session): Entered, At(id): At<AgentId>) -> Result<Tagged, Failure> {
    Ok(tagged(session.agents().get(id).await?))
}

/// Puts another definition in the place of the present one, as a new version.
pub(crate) async fn update(
    Entered(session): Entered,
    At(id): At<AgentId>,
    IfMatch(expected): IfMatch,
    Body(definition): Body<Definition>,
) -> Result<Tagged, Failure> {
    Ok(tagged(session.agents().update(id, definition, expected).await?))
}

/// Moves an agent to another status.
pub(crate) async fn set_status(
    Entered(session): Entered,
    At(id): At<AgentId>,
    IfMatch(expected): IfMatch,
    Body(body): Body<StatusBody>,
) -> Result<Tagged, Failure> {
    Ok(tagged(session.agents().set_status(id, body.status, expected).await?))
}

/// Deletes an agent.
pub(crate) async fn delete(
    Entered(session): Entered,
    At(id): At<AgentId>,
    IfMatch(expected): IfMatch,
) -> Result<StatusCode, Failure> {
    session.agents().delete(id, expected).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Restores a deleted agent.
pub(crate) async fn restore(Entered(session): Entered, At(id): At<AgentId>) -> Result<Tagged, Failure> {
    Ok(tagged(session.agents().restore(id).await?))
}

fn tagged(agent: Agent) -> Tagged {
    (ETag(agent.version_number), Json(agent))
}
