//! The hub through its public door, over the store in memory.
#![cfg(test)]
#![expect(clippy::disallowed_methods, reason = "a test waits for what it spawns")]

mod agents;
mod audit;
mod audit_exports;
mod audit_forwarding;
mod audit_tail;
mod audit_tree;
mod directory;
mod doors;
mod exchange_rates;
mod idempotency;
mod identity;
mod invocation;
mod personal;
mod refusals;
mod retention;
mod routing;
mod support;
mod tables;
mod tidy;
