//! The handlers, by noun: each extracts, makes one call of the core, and answers.

pub(crate) mod auth;
pub(crate) mod docs;
pub(crate) mod health;
pub(crate) mod metrics;
