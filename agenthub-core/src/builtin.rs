//! The runtimes that come with the hub.
use crate::agent::Registry;
/// Registers every built-in.
pub(crate) fn register(_runtimes: &Registry) {}
