//! One file for each noun of the API.

mod agents;
mod api_keys;
mod audit;
mod audit_views;
mod auth;
mod capabilities;
mod interactions;
mod invitations;
mod invocations;
mod members;
mod organizations;
mod permissions;
