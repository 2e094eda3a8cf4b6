//! From the table of routes to something that answers requests.

use std::collections::BTreeMap;

use agenthub_core::error::{Code, Error};
use axum::Router;
use axum::extract::{Extension, Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use axum::routing::MethodRouter;
use http::{Extensions, HeaderMap, StatusCode, Version, header};
use tower::{Layer as _, ServiceBuilder};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate as _, SizeAbove};
use tower_http::normalize_path::NormalizePathLayer;

use crate::app::App;
use crate::body::BodyLimit;
use crate::problem::{self, Failure};
use crate::request::{Facts, REQUEST_ID};
use crate::routes::{Access, Route, routes};
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
    // The first is the outermost. They are one layer to the router, which boxes and copies each that it has.
    let around = ServiceBuilder::new()
        .layer(from_fn_with_state(app.clone(), outside))
        .layer(guard::cors(app.settings()))
        .layer(packing)
        .layer(from_fn_with_state(app.clone(), inside))
        .layer(CatchPanicLayer::custom(after_panic));
    let router = router.layer(around).with_state(app.clone());
    Router::new().fallback_service(NormalizePathLayer::trim_trailing_slash().layer(router))
}

/// What is done around every request and answer, whatever becomes of it.
async fn outside(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let facts = Facts::of(&request, &app.settings().trusted_proxies);
    request.extensions_mut().insert(facts.clone());
    let mut response = observe::observe(&facts, request, next).await;
    guard::secure(&mut response, app.settings());
    if let Some(id) = facts.id_header() {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}

/// Lets a request in, and gives what is refused, here or further in, its body.
async fn inside(
    State(app): State<App>,
    Extension(facts): Extension<Facts>,
    request: Request,
    next: Next,
) -> Response {
    let response = match guard::admit(&app, &facts, &request) {
        Ok(()) => next.run(request).await,
        Err(error) => Failure(error).into_response(),
    };
    problem::render(&app, &facts, response)
}

/// The route's handler within the limits of time and size that it has.
fn limited(route: Route, app: &App) -> MethodRouter<App> {
    let limits = (app.clone(), route.access, route.is_keyed());
    match route.is_call {
        true => route.handler.route_layer(from_fn_with_state(limits, call_limits)),
        false => route.handler.route_layer(from_fn_with_state(limits, time_limit)),
    }
}

/// A call takes as long as its agent may take, and its body may be larger.
async fn call_limits(
    State((app, access, is_keyed)): State<(App, Access, bool)>,
    mut request: Request,
    next: Next,
) -> Response {
    request.extensions_mut().insert(BodyLimit(app.settings().max_invoke_body));
    handle(&app, access, is_keyed, request, next).await
}

async fn time_limit(
    State((app, access, is_keyed)): State<(App, Access, bool)>,
    request: Request,
    next: Next,
) -> Response {
    let timeout = app.settings().request_timeout;
    tokio::time::timeout(timeout, handle(&app, access, is_keyed, request, next)).await.unwrap_or_else(|_| {
        let error = Error::new(Code::REQUEST_TIMEOUT).with("seconds", timeout.as_secs());
        Failure(error).into_response()
    })
}

/// A file of which parts can be asked for has the same bytes each time, so that the parts fit.
fn is_whole(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    !headers.contains_key(header::ACCEPT_RANGES)
}

/// A request with a key goes on when its client has waited too long, so that stands within the limit of time.
async fn handle(app: &App, access: Access, is_keyed: bool, request: Request, next: Next) -> Response {
    match is_keyed {
        true => idempotency::once(app, access, request, next).await,
        false => next.run(request).await,
    }
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
