//! `/invitations/accept`: becoming a member of another organization.

use agenthub_core::Role;
use agenthub_core::organization::Organization;
use axum::Json;
use axum::extract::{Extension, State};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::App;
use crate::auth::Person;
use crate::body::Body;
use crate::problem::Failure;
use crate::request::Facts;

/// An invitation that is to be accepted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AcceptBody {
    /// The token that came with the invitation.
    #[schema(value_type = String)]
    token: SecretString,
}

/// Where the user is a member now.
#[derive(Serialize, ToSchema)]
#[schema(as = NewMembership)]
pub(crate) struct Membership {
    /// The organization; `X-Organization-Id` with its id acts in it.
    organization: Organization,
    /// As what.
    role: Role,
}

/// Accepts an invitation.
pub(crate) async fn accept(
    State(app): State<App>,
    Extension(facts): Extension<Facts>,
    Person(claims): Person,
    Body(body): Body<AcceptBody>,
) -> Result<Json<Membership>, Failure> {
    let identity = app.hub().identity();
    let (organization, member) =
        identity.accept_invitation(claims.user, &body.token, facts.for_audit()).await?;
    Ok(Json(Membership { organization, role: member.role }))
}
