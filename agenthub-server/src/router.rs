//! From the table of routes to something that answers requests.

use std::collections::BTreeMap;
use std::time::Duration;

use agenthub_core::error::{Code, Error};
use axum::Router;
use axum::extract::{Extension, Request, State};
use axum::middleware::{self, Next, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use axum::routing::MethodRouter;
use http::{Extensions, HeaderMap, StatusCode, Version, header};
use tower::Layer as _;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate as _, SizeAbove};
use tower_http::normalize_path::NormalizePathLayer;

use crate::app::App;
use crate::body::BodyLimit;
use crate::problem::{self, Failure};
use crate::request::Facts;
use crate::routes::{Route, routes};
use crate::{guard, idempotency, observe};

/// Answers too small to be worth packing.
const WORTH_PACKING: u64 = 1024;

/// Everything that the server answers, with all its middleware.
///
/// The address of the client is known where the router is served with
/// [`into_make_service_with_connect_info`](Router::into_make_service_with_connect_info) for a
/// [`SocketAddr`](std::net::SocketAddr), as [`serve`](crate::serve) does.
pub fn router(app: &App) -> Router {
    let mut paths = BTreeMap::<String, MethodRouter<App>>::new();
    for route in routes() {
        let methods = paths.remove(&route.path).unwrap_or_default();
        paths.insert(route.path.clone(), methods.merge(limited(route, app)));
    }
    let mut router = Router::new();
    for (path, methods) in paths {
        router = router.route(&path, methods);
    }
    let router = router.fallback(nothing_here).method_not_allowed_fallback(other_method);
    let packing = DefaultPredicate::new().and(SizeAbove::new(WORTH_PACKING)).and(is_whole);
    let packing = CompressionLayer::new().compress_when(packing);
    // The last is the outermost.
    let router = router
        .layer(from_fn_with_state(app.clone(), guard::admit))
        .layer(CatchPanicLayer::custom(after_panic))
        .layer(from_fn_with_state(app.clone(), problem::render))
        .layer(packing)
        .layer(guard::cors(app.settings()))
        .layer(from_fn_with_state(app.clone(), guard::security_headers))
        .layer(middleware::from_fn(observe::observe))
        .layer(from_fn_with_state(app.clone(), observe::facts))
        .with_state(app.clone());
    Router::new().fallback_service(NormalizePathLayer::trim_trailing_slash().layer(router))
}

/// The route's handler within the limits of time and size that it has.
fn limited(route: Route, app: &App) -> MethodRouter<App> {
    let handler = match route.is_keyed() {
        // Within the limit of time: a request with a key goes on when its client has waited too long.
        true => route.handler.route_layer(from_fn_with_state((app.clone(), route.access), idempotency::once)),
        false => route.handler,
    };
    if route.is_call {
        return handler.layer(Extension(BodyLimit(app.settings().max_invoke_body)));
    }
    handler.layer(from_fn_with_state(app.settings().request_timeout, time_limit))
}

async fn time_limit(State(timeout): State<Duration>, request: Request, next: Next) -> Response {
    tokio::time::timeout(timeout, next.run(request)).await.unwrap_or_else(|_| {
        let error = Error::new(Code::REQUEST_TIMEOUT).with("seconds", timeout.as_secs());
        Failure(error).into_response()
    })
}

/// A file of which parts can be asked for has the same bytes each time, so that the parts fit.
fn is_whole(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    !headers.contains_key(header::ACCEPT_RANGES)
}

async fn nothing_here(Extension(facts): Extension<Facts>) -> Failure {
    Failure(Error::new(Code::ROUTE_NOT_FOUND).with("path", facts.path()))
}

/// The router adds the `Allow` header.
async fn other_method(Extension(facts): Extension<Facts>) -> Failure {
    Failure(Error::new(Code::METHOD_NOT_ALLOWED).with("path", facts.path()).with("method", facts.method()))
}

/// What a panic said is for the log only.
#[expect(clippy::needless_pass_by_value, reason = "the layer hands it over")]
fn after_panic(panic: Box<dyn std::any::Any + Send>) -> Response {
    let text = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
    Failure(Error::internal(format!("a handler panicked: {}", text.unwrap_or("it said nothing"))))
        .into_response()
}
