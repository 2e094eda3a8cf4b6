//! `/metrics`: what is counted, for Prometheus.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};

use crate::app::App;

/// What is counted, in Prometheus' text format; nothing where the program that embeds the server counts elsewhere.
pub(crate) async fn metrics(State(app): State<App>) -> Response {
    let Some(handle) = app.metrics() else { return StatusCode::NO_CONTENT.into_response() };
    let (taken, room) = app.hub().journal_load();
    set("active_agents_total", app.hub().active_agents());
    set("agenthub_journal_places_taken", taken);
    set("agenthub_journal_places", room);
    // Folds the latest samples in, so that their memory is freed at each scrape.
    handle.run_upkeep();
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], handle.render()).into_response()
}

/// What is read when somebody looks, instead of being counted all the time.
fn set(gauge: &'static str, value: usize) {
    ::metrics::gauge!(gauge).set(f64::from(u32::try_from(value).unwrap_or(u32::MAX)));
}
