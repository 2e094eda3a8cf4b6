//! One file for each noun of the API.

mod agents;
mod api_keys;
mod audit_logs;
mod auth;
mod interactions;
mod invitations;
mod invocations;
mod members;
mod organization;
mod permissions;
