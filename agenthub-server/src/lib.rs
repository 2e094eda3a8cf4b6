//! AgentHub over HTTP: HTTP in, one call of [`agenthub_core`], HTTP out.
//!
//! A program that has a hub of its own serves it beside its own routes:
//!
//! ```
//! use agenthub_core::Hub;
//! use agenthub_core::store::memory::Memory;
//! use agenthub_server::{App, Settings, router};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let sources = agenthub_server::settings::Sources {
//!     environment: vec![("DATABASE_URL".to_owned(), "memory:".to_owned())],
//!     ..Default::default()
//! };
//! let app = App::new(Hub::new(Memory::new()), sources.settle()?)?;
//! let router: axum::Router = router(&app);
//! # drop(router);
//! # Ok(())
//! # }
//! ```
//!
//! # The map
//! [`routes()`] is the API's table of contents; `api/<noun>.rs` are the handlers. [`problem`] is how errors look.
//! `open` is the one file that names a store.

mod api;
mod app;
mod audit_forwarding;
mod auth;
mod body;
mod check;
pub mod cli;
mod etag;
mod exports;
pub mod extract;
mod guard;
mod heads;
mod idempotency;
mod key_file;
mod limits;
mod locale;
mod notices;
mod observe;
mod open;
mod openapi;
mod paging;
mod parameters;
mod personal;
pub mod problem;
pub mod request;
mod router;
mod routes;
mod schema;
mod serve;
pub mod settings;
mod sse;
mod token;
mod voices;

pub use app::App;
pub use exports::with_exports;
pub use heads::head_signer;
pub use key_file::KeyError;
pub use notices::RedisNotices;
pub use openapi::json as openapi_json;
pub use personal::master_key;
pub use router::router;
pub use routes::{Access, Route, routes};
pub use serve::serve;
pub use settings::Settings;
pub use token::Tokens;
