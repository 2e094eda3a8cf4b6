//! A call's answer piece by piece, as server-sent events: `delta`s, then `answer` or `error`.

use std::convert::Infallible;

use agenthub_core::invocation::{Event as CallEvent, EventStream};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use tokio_stream::StreamExt as _;

use crate::app::App;
use crate::request::Facts;
use crate::sse;

/// Answers with the events of a call. When the client goes away the stream is dropped, and the call is cancelled.
pub(super) fn answer(app: &App, events: EventStream, facts: Facts) -> Response {
    let app = app.clone();
    let events = events.map(move |event| Ok::<_, Infallible>(told(event, &app, &facts)));
    Sse::new(events).keep_alive(KeepAlive::default()).into_response()
}

fn told(event: CallEvent, app: &App, facts: &Facts) -> Event {
    match event {
        CallEvent::Delta(delta) => sse::named("delta", &delta),
        CallEvent::Ended(Ok(answer)) => sse::named("answer", &answer),
        CallEvent::Ended(Err(error)) => sse::failed(&error, app, facts),
    }
}
