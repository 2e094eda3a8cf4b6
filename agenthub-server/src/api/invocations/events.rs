//! A call's answer piece by piece, as server-sent events: `delta`s, then `answer` or `error`.

use std::convert::Infallible;

use agenthub_core::invocation::{Event as CallEvent, EventStream};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;
use tokio_stream::StreamExt as _;

use crate::app::App;
use crate::problem::{self, Problem, Reader};
use crate::request::Facts;

/// Answers with the events of a call. When the client goes away the stream is dropped, and the call is cancelled.
pub(super) fn answer(app: &App, events: EventStream, facts: Facts) -> Response {
    let app = app.clone();
    let events = events.map(move |event| Ok::<_, Infallible>(told(event, &app, &facts)));
    Sse::new(events).keep_alive(KeepAlive::default()).into_response()
}

fn told(event: CallEvent, app: &App, facts: &Facts) -> Event {
    match event {
        CallEvent::Delta(delta) => named("delta", &delta),
        CallEvent::Ended(Ok(answer)) => named("answer", &answer),
        CallEvent::Ended(Err(error)) => {
            problem::log(&error, facts);
            let reader = Reader::of(app, facts);
            named("error", &Problem::new(&error, &reader, facts, app.hub().clock().now()))
        }
    }
}

fn named(name: &str, data: &impl Serialize) -> Event {
    // What is sent here always serializes, and serde writes no line breaks.
    Event::default().event(name).data(serde_json::to_string(data).unwrap_or_default())
}
