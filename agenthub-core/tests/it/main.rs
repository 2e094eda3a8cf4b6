//! The hub through its public door, over the store in memory.

mod agents;
mod audit;
mod identity;
mod invocation;
mod routing;
mod support;
mod tables;
mod tidy;
