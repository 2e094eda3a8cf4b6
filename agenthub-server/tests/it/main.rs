//! The server as its clients see it: real sockets, real requests.

#![cfg(test)]

mod api;
mod audit;
mod audit_forwarding;
mod browsers;
mod connections;
mod documents;
mod health;
mod idempotency;
mod limits;
mod messages;
mod metrics;
mod notices;
mod outage;
mod packing;
mod personal;
mod problem;
mod routes;
mod settings;
mod shutdown;
mod support;
mod tokens;
