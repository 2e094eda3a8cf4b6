//! `/api/v1/auth`: registering, signing in and out.

mod bodies;

use agenthub_core::error::{Code, Error};
use agenthub_core::identity::{Claims, SignedIn};
use axum::extract::State;
use axum::{Extension, Json};
use http::StatusCode;

use crate::app::App;
use crate::auth::Person;
use crate::body::{Body, JsonOrForm};
use crate::problem::Failure;
use crate::request::Facts;

pub(crate) use bodies::{Login, Me, NewPassword, PreferenceBody, Refresh, Registration, Tokens};

/// Registers a user, with an organization of the user's own or by an invitation.
pub(crate) async fn register(
    State(app): State<App>,
    Extension(facts): Extension<Facts>,
    Body(new): Body<Registration>,
) -> Result<(StatusCode, Json<Tokens>), Failure> {
    app.limits().attempt(facts.address())?;
    let signed_in = app.hub().identity().register(new.into(), facts.for_audit()).await?;
    Ok((StatusCode::CREATED, tokens(&app, signed_in)?))
}

/// Signs in with mail address and password.
pub(crate) async fn login(
    State(app): State<App>,
    Extension(facts): Extension<Facts>,
    JsonOrForm(login): JsonOrForm<Login>,
) -> Result<Json<Tokens>, Failure> {
    app.limits().attempt(facts.address())?;
    let email = login.name()?;
    let identity = app.hub().identity();
    tokens(&app, identity.login(email, &login.password, login.organization(), facts.for_audit()).await?)
}

/// Changes a refresh token into a new one, with a new access token.
pub(crate) async fn refresh(
    State(app): State<App>,
    Extension(facts): Extension<Facts>,
    Body(refresh): Body<Refresh>,
) -> Result<Json<Tokens>, Failure> {
    app.limits().attempt(facts.address())?;
    tokens(&app, app.hub().identity().refresh(&refresh.refresh_token, facts.for_audit()).await?)
}

/// Ends the login: its tokens are worth nothing afterwards.
pub(crate) async fn logout(
    State(app): State<App>,
    Extension(facts): Extension<Facts>,
    Person(claims): Person,
) -> Result<StatusCode, Failure> {
    app.hub().identity().logout(claims.login, facts.for_audit()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Who is signed in, and where that user is a member.
pub(crate) async fn me(State(app): State<App>, Person(claims): Person) -> Result<Json<Me>, Failure> {
    Ok(Json(Me::new(app.hub().identity().me(claims.user).await?, &claims)))
}

/// Changes what the user prefers.
pub(crate) async fn prefer(
    State(app): State<App>,
    Extension(facts): Extension<Facts>,
    Person(claims): Person,
    Body(body): Body<PreferenceBody>,
) -> Result<Json<Me>, Failure> {
    let (identity, update) = (app.hub().identity(), body.into());
    identity.set_preference(claims.user, claims.organization, update, facts.for_audit()).await?;
    Ok(Json(Me::new(identity.me(claims.user).await?, &claims)))
}

/// Changes the password; every other login of the user ends.
pub(crate) async fn change_password(
    State(app): State<App>,
    Extension(facts): Extension<Facts>,
    Person(claims): Person,
    Body(passwords): Body<NewPassword>,
) -> Result<StatusCode, Failure> {
    app.limits().attempt(facts.address())?;
    let (current, new) = (&passwords.current_password, &passwords.new_password);
    let identity = app.hub().identity();
    identity.change_password(claims.user, current, new, Some(claims.login), facts.for_audit()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What somebody gets who signed in.
fn tokens(app: &App, signed_in: SignedIn) -> Result<Json<Tokens>, Failure> {
    let claims = Claims {
        user: signed_in.user.id,
        organization: signed_in.organization.id,
        login: signed_in.login,
        superuser: signed_in.user.is_superuser,
    };
    let access_token = app.tokens().issue(&claims, app.hub().clock().now())?;
    Ok(Json(Tokens::new(access_token, app.tokens().lifetime_seconds(), signed_in)))
}

impl Login {
    /// The mail address, under whichever of its two names it was sent.
    fn name(&self) -> Result<&str, Error> {
        let name = self.email.as_deref().or(self.username.as_deref());
        name.ok_or_else(|| {
            let missing = agenthub_core::error::Violation::new("/email", Code::VALUE_REQUIRED);
            Error::new(Code::INVALID).violating(vec![missing])
        })
    }
}
