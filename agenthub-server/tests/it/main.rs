//! The server as its clients see it: real sockets, real requests.

mod api;
mod documents;
mod health;
mod limits;
mod messages;
mod problem;
mod settings;
mod shutdown;
mod support;
mod tokens;
