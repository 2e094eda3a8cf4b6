//! Where the records are read of those who follow a log: a tail, or a target that they are forwarded to.

use super::Entry;
use crate::error::Result;
use crate::store::View;

/// Records from sequence number `from` on, in order, at most `limit`, as they leave the log. What may not leave it is held
/// back here, and nowhere else.
pub(super) async fn records(view: &mut dyn View, from: u64, limit: u32) -> Result<Vec<Entry>> {
    view.audit().range(from, limit).await
}
