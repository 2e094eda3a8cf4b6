//! One file for each noun of the API.

mod agents;
mod api_keys;
mod audit;
mod audit_erasures;
mod audit_exports;
mod audit_retention;
mod audit_tail;
mod audit_tree;
mod audit_views;
mod auth;
mod capabilities;
mod currencies;
mod exchange_rates;
mod interactions;
mod invitations;
mod invocations;
mod legal_holds;
mod localization;
mod members;
mod message_overrides;
mod organizations;
mod permissions;
