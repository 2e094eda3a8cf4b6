//! The runtimes that come with the hub: agents that do real work offline.

pub mod analytics;

pub use analytics::Analytics;

use crate::agent::Registry;

/// Registers every built-in under the agent type that it runs.
pub(crate) fn register(runtimes: &Registry) {
    runtimes.register("analytics", Analytics);
}
