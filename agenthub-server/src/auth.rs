//! Who asks: from the headers of a request to a session.

use agenthub_core::error::{Code, Error, Result, Word};
use agenthub_core::identity::Claims;
use agenthub_core::organization::OrganizationId;
use agenthub_core::{Caller, Permission, Session};
use axum::extract::FromRequestParts;
use http::request::Parts;
use http::{HeaderMap, HeaderName, header};
use secrecy::SecretString;

use crate::app::App;
use crate::problem::Failure;
use crate::request::Facts;
use crate::routes::Access;

const API_KEY: HeaderName = HeaderName::from_static("x-api-key");
const ORGANIZATION: HeaderName = HeaderName::from_static("x-organization-id");

/// What API keys begin with, so that they are told from access tokens.
const KEY_PREFIX: &str = "ahk_";

/// The caller's session; a request without a good token or key is refused.
#[derive(Debug)]
pub struct Entered(pub Session);

/// A person who signed in, for what only persons can do; an API key is refused.
#[derive(Debug)]
pub struct Person(pub Claims);

impl FromRequestParts<App> for Entered {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        if let Some(session) = parts.extensions.get::<Session>() {
            return Ok(Self(session.clone()));
        }
        Ok(Self(session(app, parts).await?))
    }
}

impl FromRequestParts<App> for Person {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        if let Some(claims) = parts.extensions.get::<Claims>() {
            return Ok(Self(*claims));
        }
        let (claims, _) = person(app, parts).await?;
        Ok(Self(claims))
    }
}

/// Lets in whoever may use a route, before its handler is asked. The handler's extractor then takes what was found here,
/// so that nobody is counted twice.
pub(crate) async fn enter(parts: &mut Parts, app: &App, access: Access) -> Result<Session> {
    let session = match access {
        Access::Person | Access::Superuser => {
            let (claims, session) = person(app, parts).await?;
            parts.extensions.insert(claims);
            session
        }
        Access::Public | Access::Needs(_) => {
            let session = session(app, parts).await?;
            parts.extensions.insert(session.clone());
            session
        }
    };
    if let Access::Needs(permission) = access {
        session.allow(permission)?;
    }
    Ok(session)
}

enum Credential {
    Token(String),
    Key(SecretString),
}

/// The token or key that the request shows.
fn credential(headers: &HeaderMap) -> Result<Credential> {
    if let Some(key) = headers.get(API_KEY) {
        return key
            .to_str()
            .map(|key| Credential::Key(key.into()))
            .map_err(|_| Error::new(Code::TOKEN_INVALID));
    }
    let value = headers.get(header::AUTHORIZATION).ok_or_else(|| Error::new(Code::UNAUTHENTICATED))?;
    let (scheme, text) = value.to_str().ok().and_then(|text| text.split_once(' ')).unwrap_or_default();
    let text = text.trim();
    if !scheme.eq_ignore_ascii_case("bearer") {
        Err(Error::new(Code::UNAUTHENTICATED))
    } else if text.starts_with(KEY_PREFIX) {
        Ok(Credential::Key(text.into()))
    } else {
        Ok(Credential::Token(text.to_owned()))
    }
}

/// The session of whoever shows a good token or key.
async fn session(app: &App, parts: &Parts) -> Result<Session> {
    let facts = facts(parts)?;
    let caller = caller(app, &parts.headers, &facts).await?;
    admit(app, &facts, caller)
}

/// Who shows a good token of a person, and the session of that token.
async fn person(app: &App, parts: &Parts) -> Result<(Claims, Session)> {
    let Credential::Token(token) = credential(&parts.headers)? else {
        return Err(Error::new(Code::UNAUTHENTICATED));
    };
    let facts = facts(parts)?;
    let claims = app.tokens().check(&token, app.hub().clock().now())?;
    let caller = app.hub().identity().caller(&claims, facts.for_audit()).await?;
    Ok((claims, admit(app, &facts, caller)?))
}

/// Notes who came with a request, counts it, and lets the caller in. Who asks too often is known here, so that goes on
/// record.
fn admit(app: &App, facts: &Facts, caller: Caller) -> Result<Session> {
    facts.enter(&caller);
    let counted = app.limits().principal(caller.organization, &caller.actor);
    let session = app.hub().enter(caller);
    counted.map_err(|error| session.refuse(error))?;
    Ok(session)
}

async fn caller(app: &App, headers: &HeaderMap, facts: &Facts) -> Result<Caller> {
    let identity = app.hub().identity();
    let elsewhere = organization(headers)?;
    match credential(headers)? {
        Credential::Key(key) => {
            let caller = identity.caller_by_key(&key, facts.for_audit()).await?;
            if elsewhere.is_some_and(|organization| organization != caller.organization) {
                return Err(app.hub().enter(caller).refuse(Error::new(Code::NOT_A_MEMBER)));
            }
            Ok(caller)
        }
        Credential::Token(token) => {
            let claims = app.tokens().check(&token, app.hub().clock().now())?;
            match elsewhere.filter(|organization| *organization != claims.organization) {
                Some(organization) => {
                    identity.caller_elsewhere(&claims, organization, facts.for_audit()).await
                }
                None => identity.caller(&claims, facts.for_audit()).await,
            }
        }
    }
}

/// May whoever sent these headers still do this? Asked again and again by what lasts.
///
/// # Errors
/// Those of a request that is made now.
pub(crate) async fn still(
    app: &App,
    headers: &HeaderMap,
    facts: &Facts,
    permission: Permission,
) -> Result<()> {
    caller(app, headers, facts).await?.allow(permission)
}

/// The organization that the caller wants to act in, where it is not the one of the token.
fn organization(headers: &HeaderMap) -> Result<Option<OrganizationId>> {
    let Some(value) = headers.get(ORGANIZATION) else { return Ok(None) };
    let id = value.to_str().ok().and_then(|text| text.parse().ok());
    id.map(Some).ok_or_else(|| {
        Error::new(Code::BAD_PARAMETER)
            .with("name", "X-Organization-Id")
            .saying("reason", Word::MUST_BE.saying("expected", Word::UUID))
    })
}

fn facts(parts: &Parts) -> Result<Facts> {
    parts.extensions.get::<Facts>().cloned().ok_or_else(|| Error::internal("a request without its facts"))
}
