//! The hub through its public door, over the store in memory.
#![expect(missing_docs, reason = "tests say what they do in their names")]

mod agents;
mod audit;
mod identity;
mod invocation;
mod routing;
mod support;
mod tables;
mod tidy;
