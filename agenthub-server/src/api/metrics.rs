//! `/metrics`: what is counted, for Prometheus.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};

use crate::app::App;

/// What is counted, in Prometheus' text format; nothing where the program that embeds the server counts elsewhere.
pub(crate) async fn metrics(State(app): State<App>) -> Response {
    let Some(handle) = app.metrics() else { return StatusCode::NO_CONTENT.into_response() };
    // Folds the latest samples in, so that their memory is freed at each scrape.
    handle.run_upkeep();
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], handle.render()).into_response()
}
