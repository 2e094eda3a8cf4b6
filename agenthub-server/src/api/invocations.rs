//! `/invoke` and `/agents/{id}/invoke`: the governed call, answered at once or as a stream.

mod call;
mod events;

use agenthub_core::agent::AgentId;
use agenthub_core::{Permission, Session};
use axum::Json;
use axum::extract::{Extension, Request, State};
use axum::response::{IntoResponse as _, Response};
use http::{HeaderMap, header};

use crate::app::App;
use crate::auth::Entered;
use crate::parameters::{At, Parameters};
use crate::problem::Failure;
use crate::request::Facts;

pub(crate) use call::{InvokeBody, InvokeQuery};

/// Invokes the best agent for a capability.
pub(crate) async fn invoke(
    State(app): State<App>,
    Extension(facts): Extension<Facts>,
    Entered(session): Entered,
    Parameters(query): Parameters<InvokeQuery>,
    request: Request,
) -> Result<Response, Failure> {
    run(&app, facts, &session, None, query, request).await
}

/// Invokes one agent.
pub(crate) async fn invoke_on(
    State(app): State<App>,
    Extension(facts): Extension<Facts>,
    Entered(session): Entered,
    At(id): At<AgentId>,
    Parameters(query): Parameters<InvokeQuery>,
    request: Request,
) -> Result<Response, Failure> {
    run(&app, facts, &session, Some(id), query, request).await
}

async fn run(
    app: &App,
    facts: Facts,
    session: &Session,
    agent: Option<AgentId>,
    query: InvokeQuery,
    request: Request,
) -> Result<Response, Failure> {
    // Before the body, which may be large.
    session.allow(Permission::AgentsInvoke)?;
    let wants_events = wants_events(request.headers());
    let invocation = InvokeBody::read(app, query, request).await?.invocation(agent);
    if wants_events {
        return Ok(events::answer(app, session.stream(invocation), facts));
    }
    Ok(Json(session.run(invocation).await?).into_response())
}

fn wants_events(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
    accepted.flat_map(|list| list.split(',')).any(|media| media.trim().starts_with("text/event-stream"))
}
