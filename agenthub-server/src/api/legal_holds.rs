//! `/audit-logs/legal-holds`: while one stands, nothing is removed that it keeps.

use agenthub_core::legal_hold::{LegalHold, LegalHoldId, NewLegalHold};
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

/// A hold to be placed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct LegalHoldBody {
    /// What it is called, such as the name of a lawsuit.
    #[schema(max_length = 255)]
    name: String,
    /// Why it is placed.
    #[schema(max_length = 4000)]
    reason: String,
}

/// Lists holds, also those that were lifted, newest first.
pub(crate) async fn list(Entered(session): Entered, paging: Paging) -> Result<Response, Failure> {
    Ok(paging.answer(session.legal_holds().list(&paging.page).await?))
}

/// Places a hold.
pub(crate) async fn place(
    Entered(session): Entered,
    Body(body): Body<LegalHoldBody>,
) -> Result<(StatusCode, Json<LegalHold>), Failure> {
    let new = NewLegalHold { name: body.name, reason: body.reason };
    Ok((StatusCode::CREATED, Json(session.legal_holds().place(new).await?)))
}

/// Lifts a hold.
pub(crate) async fn lift(
    Entered(session): Entered,
    At(id): At<LegalHoldId>,
) -> Result<Json<LegalHold>, Failure> {
    Ok(Json(session.legal_holds().lift(id).await?))
}
