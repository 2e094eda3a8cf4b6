//! `/invitations`: offers to become a member.

mod accept;

use agenthub_core::Role;
use agenthub_core::organization::{Invitation, InvitationId};
use axum::Json;
use axum::response::Response;
use http::StatusCode;
use secrecy::ExposeSecret as _;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::auth::Entered;
use crate::body::Body;
use crate::paging::Paging;
use crate::parameters::At;
use crate::problem::Failure;

pub(crate) use accept::{AcceptBody, Membership, accept};

/// Who is invited, as what.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct InvitationBody {
    /// The mail address; only who has it can accept.
    email: String,
    /// The role; not above your own.
    role: Role,
}

/// An invitation with its token, which is shown this once.
#[derive(Serialize, ToSchema)]
pub(crate) struct NewInvitation {
    #[serde(flatten)]
    invitation: Invitation,
    /// What the invited person registers with.
    token: String,
}

/// Invites somebody.
pub(crate) async fn create(
    Entered(session): Entered,
    Body(body): Body<InvitationBody>,
) -> Result<(StatusCode, Json<NewInvitation>), Failure> {
    let (invitation, token) = session.invitations().create(&body.email, body.role).await?;
    let token = token.expose_secret().to_owned();
    Ok((StatusCode::CREATED, Json(NewInvitation { invitation, token })))
}

/// Lists invitations, newest first.
pub(crate) async fn list(Entered(session): Entered, paging: Paging) -> Result<Response, Failure> {
    Ok(paging.answer(session.invitations().list(&paging.page).await?))
}

/// Takes an invitation back.
pub(crate) async fn remove(
    Entered(session): Entered,
    At(id): At<InvitationId>,
) -> Result<StatusCode, Failure> {
    session.invitations().remove(id).await?;
    Ok(StatusCode::NO_CONTENT)
}
