//! Agents that come with the hub: they work offline, on what the call hands them.

pub mod analytics;

pub use analytics::Analytics;
