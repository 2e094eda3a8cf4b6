//! What stands before every handler and after every answer: limits, headers, and who may call from a web page.

use agenthub_core::error::{Code, Error, Result};
use http::{HeaderName, HeaderValue, Method, header};
use std::time::Duration;
use tower_http::cors::{AllowHeaders, AllowOrigin, CorsLayer};

use crate::app::App;
use crate::idempotency::REPLAYED;
use crate::request::{Facts, REQUEST_ID};
use crate::serve::Crowded;
use crate::settings::Settings;

/// Headers of every answer that does not set them itself. Answers are somebody's data, so a browser may do nothing
/// with them, and nobody on the way may keep them.
const SECURITY_HEADERS: [(HeaderName, HeaderValue); 6] = [
    (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    (
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'; base-uri 'none'"),
    ),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
];

const STRICT_TRANSPORT: HeaderValue = HeaderValue::from_static("max-age=31536000; includeSubDomains");

/// How long somebody who found the house full should wait.
const RETRY_IN: Duration = Duration::from_secs(1);

/// Refuses a request where the house is full, and counts it against its address. Health and metrics are free: who
/// watches must not be kept out.
pub(crate) fn admit<B>(app: &App, facts: &Facts, request: &http::Request<B>) -> Result<()> {
    let is_watching = facts.path().starts_with("/health") || facts.path() == "/metrics";
    if is_watching {
        return Ok(());
    }
    if request.extensions().get::<Crowded>().is_some() {
        return Err(Error::new(Code::SERVER_FULL).retry_in(RETRY_IN));
    }
    app.limits().address(facts.address())
}

/// Adds the headers that keep browsers from doing harm.
pub(crate) fn secure<B>(response: &mut http::Response<B>, settings: &Settings) {
    let headers = response.headers_mut();
    for (name, value) in SECURITY_HEADERS {
        headers.entry(name).or_insert(value);
    }
    if settings.https {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, STRICT_TRANSPORT);
    }
}

/// Lets web pages of the origins that the settings name call the server. Cookies are not used, so none are allowed.
pub(crate) fn cors(settings: &Settings) -> CorsLayer {
    let origins = &settings.cors_origins;
    let allowed = if origins.iter().any(|origin| origin == "*") {
        AllowOrigin::any()
    } else {
        AllowOrigin::list(origins.iter().filter_map(|origin| HeaderValue::from_str(origin).ok()))
    };
    CorsLayer::new()
        .allow_origin(allowed)
        .allow_methods([Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE])
        .allow_headers(AllowHeaders::mirror_request())
        .expose_headers([
            header::ACCEPT_RANGES,
            header::CONTENT_DISPOSITION,
            header::CONTENT_RANGE,
            header::ETAG,
            header::LINK,
            header::LOCATION,
            header::RETRY_AFTER,
            HeaderName::from_static("x-total-count"),
            REPLAYED,
            REQUEST_ID,
        ])
        .max_age(Duration::from_secs(3600))
}
