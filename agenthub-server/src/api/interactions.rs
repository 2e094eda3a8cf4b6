//! `/agents/interactions` and `/agents/statistics`: what was asked, what came of it, and numbers over it.

mod body;
mod query;

use agenthub_core::interaction::{Interaction, InteractionId, Statistics};
use axum::Json;
use axum::response::Response;
use http::StatusCode;

use crate::auth::Entered;
use crate::body::Body;
use crate::paging::Filtered;
use crate::parameters::{At, Parameters};
use crate::problem::Failure;

pub(crate) use body::InteractionBody;
pub(crate) use query::{InteractionQuery, StatisticsParameters};

/// Logs an interaction that happened elsewhere.
pub(crate) async fn log(
    Entered(session): Entered,
    Body(body): Body<InteractionBody>,
) -> Result<(StatusCode, Json<Interaction>), Failure> {
    Ok((StatusCode::CREATED, Json(session.interactions().log(body.into()).await?)))
}

/// Lists interactions, newest first.
pub(crate) async fn list(
    Entered(session): Entered,
    Filtered(query, paging): Filtered<InteractionQuery>,
) -> Result<Response, Failure> {
    Ok(paging.answer(session.interactions().list(&query.into(), &paging.page).await?))
}

/// Shows an interaction.
pub(crate) async fn get(
    Entered(session): Entered,
    At(id): At<InteractionId>,
) -> Result<Json<Interaction>, Failure> {
    Ok(Json(session.interactions().get(id).await?))
}

/// Counts interactions: in total, and by agent.
pub(crate) async fn statistics(
    Entered(session): Entered,
    Parameters(query): Parameters<StatisticsParameters>,
) -> Result<Json<Statistics>, Failure> {
    Ok(Json(session.interactions().statistics(&query.into()).await?))
}
