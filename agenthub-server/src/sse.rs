//! Server-sent events: what all streams of them have in common.

use agenthub_core::error::Error;
use axum::response::sse::Event;
use serde::Serialize;

use crate::app::App;
use crate::problem::{self, Problem, Reader};
use crate::request::Facts;

/// An event with a name and JSON.
pub(crate) fn named(name: &str, data: &impl Serialize) -> Event {
    // What is sent here always serializes, and serde writes no line breaks.
    Event::default().event(name).data(serde_json::to_string(data).unwrap_or_default())
}

/// The event that says why a stream ends.
pub(crate) fn failed(error: &Error, app: &App, facts: &Facts) -> Event {
    problem::log(error, facts);
    let reader = Reader::of(app, facts);
    named("error", &Problem::new(error, &reader, facts, app.hub().clock().now()))
}
