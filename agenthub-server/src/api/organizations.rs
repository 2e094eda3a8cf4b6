//! `/organization`: the one that the caller acts in. `/organizations`: all of them.

use agenthub_core::organization::{Organization, OrganizationUpdate};
use agenthub_i18n::Language;
use axum::Json;
use axum::extract::{Extension, State};
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::auth::{Entered, Person};
use crate::body::{Body, given};
use crate::locale::preference;
use crate::paging::Paging;
use crate::problem::Failure;
use crate::request::Facts;

/// What can be changed of an organization.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OrganizationBody {
    /// What it is called.
    #[schema(max_length = 255)]
    name: String,
    /// The language of those who prefer none themselves; left as it is where nothing is said, taken away by `null`.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>, format = "language")]
    language: Option<Option<Language>>,
    /// The time zone of those who prefer none themselves; likewise.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>, format = "time-zone")]
    time_zone: Option<Option<String>>,
}

/// Shows the organization that the caller acts in.
pub(crate) async fn get(Entered(session): Entered) -> Result<Json<Organization>, Failure> {
    Ok(Json(session.organization().get().await?))
}

/// Changes the organization.
pub(crate) async fn update(
    Entered(session): Entered,
    Body(body): Body<OrganizationBody>,
) -> Result<Json<Organization>, Failure> {
    let preference = preference(body.language, body.time_zone);
    let update = OrganizationUpdate { name: Some(body.name), preference };
    Ok(Json(session.organization().update(update).await?))
}

/// Lists every organization, for a superuser.
pub(crate) async fn list(
    State(app): State<App>,
    Extension(facts): Extension<Facts>,
    Person(claims): Person,
    paging: Paging,
) -> Result<Response, Failure> {
    let identity = app.hub().identity();
    Ok(paging.answer(identity.organizations(claims.user, &paging.page, facts.for_audit()).await?))
}
