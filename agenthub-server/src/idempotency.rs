//! `Idempotency-Key`: a request that is sent twice is done once.
//!
//! [`once`] stands before the handler of every route that changes something for a caller. Who sends a key gets the answer
//! of the first request with it: kept for a day, sealed so that only who has the key can read it.
//!
//! - Kept is what was done: an answer with a status of 200 to 299. Anything else was not done, or not to its end, and
//!   frees the key, so that the request can be mended and sent again.
//! - A request with a key runs to its end, also where its client is gone or has waited too long: the answer is there when
//!   the client comes back.
//! - A request without a key passes by at once.

mod kept;
mod seal;

use std::convert::Infallible;

use agenthub_core::error::{Code, Error, Result};
use agenthub_core::idempotency::{Begun, Claim, IdempotencyKey};
use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, header, response};
use tokio::sync::{mpsc, oneshot};
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::ReceiverStream;

use self::kept::Kept;
use self::seal::Seal;
use crate::app::App;
use crate::problem::Failure;
use crate::routes::Access;
use crate::{auth, body};

/// The header with the client's own name for the request.
const KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// The header of an answer that was given before.
pub(crate) const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

/// Headers that say what is to be done, beside method, path and body.
const TELLING: [HeaderName; 3] = [header::ACCEPT, header::CONTENT_TYPE, header::IF_MATCH];

/// The largest answer that is kept, in bytes.
const MAX_KEPT: usize = 1024 * 1024;

/// How many pieces of a stream may wait for a slow reader.
const WAITING: usize = 32;

/// Has a request with a key done once.
pub(crate) async fn once(app: &App, access: Access, request: Request, next: Next) -> Response {
    if !request.headers().contains_key(KEY) {
        return next.run(request).await;
    }
    let answered = answer(app, access, request, next).await;
    answered.unwrap_or_else(|error| Failure(error).into_response())
}

async fn answer(app: &App, access: Access, request: Request, next: Next) -> Result<Response> {
    let key = key(request.headers())?;
    let (mut parts, body) = request.into_parts();
    let session = auth::enter(&mut parts, app, access).await?;
    let body = body::read(&parts, body, app).await?;
    let seal = Seal::new(&key, session.caller())?;
    match session.idempotency().begin(&key, &telling(&parts, &body)).await? {
        Begun::Before(sealed) => {
            let mut response = Kept::read(&seal.open(&sealed)?)?.response()?;
            response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
            Ok(response)
        }
        Begun::First(claim) => {
            let (reply, answer) = oneshot::channel();
            let request = Request::from_parts(parts, Body::from(body));
            let running = claim.run(|claim| run(claim, seal, next, request, reply));
            match answer.await {
                Ok(response) => Ok(response),
                Err(_) => Err(broken(running.await)),
            }
        }
    }
}

/// The key that the request came with.
fn key(headers: &HeaderMap) -> Result<IdempotencyKey> {
    let mut all = headers.get_all(KEY).iter();
    let only = all.next().filter(|_| all.next().is_none());
    // What is no text, or stands there twice, is refused as an empty key is.
    only.and_then(|value| value.to_str().ok()).unwrap_or_default().parse()
}

/// All that tells a request from another one.
fn telling<'r>(parts: &'r Parts, body: &'r [u8]) -> Vec<&'r [u8]> {
    let path = parts.uri.path_and_query().map_or("", |path| path.as_str());
    let mut telling = vec![parts.method.as_str().as_bytes(), path.as_bytes(), body];
    telling.extend(TELLING.iter().map(|name| parts.headers.get(name).map_or(&[][..], HeaderValue::as_bytes)));
    telling
}

/// Runs the request, and keeps its answer before the client gets it.
async fn run(claim: Claim, seal: Seal, next: Next, request: Request, reply: oneshot::Sender<Response>) {
    let (parts, body) = next.run(request).await.into_parts();
    if !parts.status.is_success() {
        claim.free().await;
        drop(reply.send(Response::from_parts(parts, body)));
    } else if is_stream(&parts) {
        run_stream(claim, seal, parts, body, reply).await;
    } else {
        // The bodies of handlers are whole already.
        let body = axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default();
        keep(claim, &seal, &parts, &body).await;
        drop(reply.send(Response::from_parts(parts, body.into())));
    }
}

/// Hands the events of a call on as they come. The stream ends after they are kept.
async fn run_stream(
    claim: Claim,
    seal: Seal,
    parts: response::Parts,
    body: Body,
    reply: oneshot::Sender<Response>,
) {
    let (sender, receiver) = mpsc::channel::<Bytes>(WAITING);
    let passed_on = Body::from_stream(ReceiverStream::new(receiver).map(Ok::<_, Infallible>));
    drop(reply.send(Response::from_parts(parts.clone(), passed_on)));
    let (mut text, mut is_done) = (Vec::new(), false);
    let mut events = body.into_data_stream();
    while let Some(Ok(event)) = events.next().await {
        is_done |= event.starts_with(b"event: answer\n");
        // One byte too much tells that it was too large.
        text.extend(event.iter().take((MAX_KEPT + 1).saturating_sub(text.len())));
        // Whoever went away will ask again, for the whole.
        drop(sender.send(event).await);
    }
    match is_done {
        true => keep(claim, &seal, &parts, &text).await,
        false => claim.free().await,
    }
}

fn is_stream(parts: &response::Parts) -> bool {
    let media = parts.headers.get(header::CONTENT_TYPE).map(HeaderValue::as_bytes);
    media.is_some_and(|media| media.starts_with(b"text/event-stream"))
}

/// Keeps an answer; of one that is too large, that there was one.
async fn keep(claim: Claim, seal: &Seal, parts: &response::Parts, body: &[u8]) {
    let body = Some(body).filter(|body| body.len() <= MAX_KEPT);
    match Kept::of(parts, body).write().and_then(|text| seal.close(text)) {
        Ok(sealed) => claim.keep(sealed).await,
        Err(error) => tracing::error!(%error, "failed to seal an answer"),
    }
}

/// A request that ended without an answer has panicked, which is answered as it is elsewhere.
fn broken(ended: std::result::Result<(), tokio::task::JoinError>) -> Error {
    match ended.map_err(tokio::task::JoinError::try_into_panic) {
        Err(Ok(panic)) => std::panic::resume_unwind(panic),
        _ => Error::new(Code::SHUTTING_DOWN),
    }
}
