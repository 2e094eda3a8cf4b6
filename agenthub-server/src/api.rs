//! The handlers, by noun: each extracts, makes one call of the core, and answers.

pub(crate) mod agents;
pub(crate) mod api_keys;
pub(crate) mod audit;
pub(crate) mod audit_erasures;
pub(crate) mod audit_exports;
pub(crate) mod audit_retention;
pub(crate) mod audit_tail;
pub(crate) mod audit_tree;
pub(crate) mod audit_views;
pub(crate) mod auth;
pub(crate) mod capabilities;
pub(crate) mod currencies;
pub(crate) mod docs;
pub(crate) mod exchange_rates;
pub(crate) mod health;
pub(crate) mod interactions;
pub(crate) mod invitations;
pub(crate) mod invocations;
pub(crate) mod legal_holds;
pub(crate) mod localization;
pub(crate) mod members;
pub(crate) mod message_overrides;
pub(crate) mod metrics;
pub(crate) mod organizations;
pub(crate) mod permissions;
