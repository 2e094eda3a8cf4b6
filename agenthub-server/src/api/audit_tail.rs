//! `/audit-logs/tail`: the log as it grows, as server-sent events: `record`s, and `error` where it ends because of one.

use std::convert::Infallible;
use std::pin::Pin;
use std::time::Duration;

use agenthub_core::Permission;
use agenthub_core::audit::{AuditFilter, Entry, Tail};
use agenthub_core::error::{Code, Error, Word};
use axum::extract::{Extension, State};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use futures_util::{StreamExt as _, stream};
use http::{HeaderMap, HeaderName};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::auth::{self, Entered};
use crate::parameters::Parameters;
use crate::problem::Failure;
use crate::request::Facts;
use crate::sse;

/// Where a client that lost its connection goes on.
const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

/// How often it is looked whether the caller may still read.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// Which records are told, and from which on.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct TailParameters {
    /// In the text language: `actor.type:ai_agent -outcome:ok`.
    q: Option<String>,
    /// From this sequence number on; only what is new where nothing is said. The `Last-Event-ID` header wins.
    from: Option<u64>,
}

/// Tells records as they are committed.
pub(crate) async fn tail(
    State(app): State<App>,
    Extension(facts): Extension<Facts>,
    Entered(session): Entered,
    Parameters(asked): Parameters<TailParameters>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let from = last_seen(&headers)?.map(|seen| seen.saturating_add(1)).or(asked.from);
    let filter = AuditFilter { q: asked.q, ..AuditFilter::default() };
    let tail = session.audit().tail(filter, from).await?;
    let over = Box::pin(over(app.clone(), facts.clone(), headers));
    let open = Open { app, facts, tail, over };
    let events = stream::unfold(Some(open), |open| async { open?.next().await });
    let events = events.map(Ok::<_, Infallible>);
    Ok(Sse::new(events).keep_alive(KeepAlive::default()).into_response())
}

/// The sequence number of the last record that the client has seen.
fn last_seen(headers: &HeaderMap) -> Result<Option<u64>, Error> {
    let Some(value) = headers.get(LAST_EVENT_ID).filter(|value| !value.is_empty()) else { return Ok(None) };
    let number = value.to_str().ok().and_then(|text| text.parse().ok());
    number.map(Some).ok_or_else(|| {
        let reason = Word::MUST_BE.saying("expected", Word::EVENT_ID);
        Error::new(Code::BAD_PARAMETER).with("name", "Last-Event-ID").saying("reason", reason)
    })
}

/// A tail that somebody reads.
struct Open {
    app: App,
    facts: Facts,
    tail: Tail,
    /// Ends when the stream has to, with the reason where that is an error.
    over: Pin<Box<dyn Future<Output = Option<Error>> + Send>>,
}

impl Open {
    /// The next event, and what is behind it: nothing, where it is the last.
    async fn next(mut self) -> Option<(Event, Option<Self>)> {
        let told = tokio::select! {
            biased;
            reason = &mut self.over => Err(reason?),
            told = self.tail.next() => told?,
        };
        match told {
            Ok(entry) => Some((record(&entry), Some(self))),
            Err(error) => Some((sse::failed(&error, &self.app, &self.facts), None)),
        }
    }
}

fn record(entry: &Entry) -> Event {
    sse::named("record", entry).id(entry.sequence.to_string())
}

/// Waits until the server stops, or the caller may read no more.
async fn over(app: App, facts: Facts, headers: HeaderMap) -> Option<Error> {
    loop {
        tokio::select! {
            () = app.draining().cancelled() => return None,
            () = tokio::time::sleep(LOOK_EVERY) => {}
        }
        if let Err(error) = auth::still(&app, &headers, &facts, Permission::AuditRead).await {
            return Some(error);
        }
    }
}
