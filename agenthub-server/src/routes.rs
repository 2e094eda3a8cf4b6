//! The API's table of contents: every route with its method, its path, its handler, and what it takes and gives.

mod route;

use http::StatusCode;

use crate::api::{auth, docs, health, metrics};
pub(crate) use route::Answer;
pub use route::{Access, Route};

/// Every route. The router serves them, the OpenAPI document describes them, tests walk them.
pub fn routes() -> Vec<Route> {
    vec![
        // Signing in
        Route::post("/api/v1/auth/register", auth::register)
            .says("Registers a user, with an organization of the user's own or by an invitation")
            .takes::<auth::Registration>()
            .answers::<auth::Tokens>(StatusCode::CREATED),
        Route::post("/api/v1/auth/login", auth::login)
            .says("Signs in with mail address and password")
            .takes::<auth::Login>()
            .takes_forms()
            .gives::<auth::Tokens>(),
        Route::post("/api/v1/auth/refresh", auth::refresh)
            .says("Changes a refresh token into a new one, with a new access token")
            .takes::<auth::Refresh>()
            .gives::<auth::Tokens>(),
        Route::post("/api/v1/auth/logout", auth::logout)
            .says("Ends the login; its tokens are worth nothing afterwards")
            .for_persons(),
        Route::get("/api/v1/auth/me", auth::me)
            .says("Who is signed in, and where that user is a member")
            .for_persons()
            .gives::<auth::Me>(),
        Route::post("/api/v1/auth/change-password", auth::change_password)
            .says("Changes the password; every other login of the user ends")
            .for_persons()
            .takes::<auth::NewPassword>(),
        // Operating
        Route::get("/health", health::health)
            .says("How the server and all that it needs are")
            .gives::<health::Report>(),
        Route::get("/health/live", health::live).says("Whether the process runs at all"),
        Route::get("/health/ready", health::ready)
            .says("Whether calls can be taken now")
            .gives::<health::Check>(),
        Route::get("/metrics", metrics::metrics)
            .says("What is counted, for Prometheus")
            .gives_text("text/plain"),
        // Documentation
        Route::get("/openapi.json", docs::document).says("This document").gives_text("application/json"),
        Route::get("/docs", docs::page)
            .says("This document, to look at with a browser")
            .gives_text("text/html"),
        Route::get("/docs/{part}", docs::part).says("What that page needs").gives_text("text/html"),
    ]
}
