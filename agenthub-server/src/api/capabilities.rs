//! `/capabilities`: what can be asked for now.

use axum::response::Response;

use crate::auth::Entered;
use crate::paging::Paging;
use crate::problem::Failure;

/// Lists what the active agents offer.
pub(crate) async fn list(Entered(session): Entered, paging: Paging) -> Result<Response, Failure> {
    Ok(paging.answer(session.capabilities(&paging.page).await?))
}
