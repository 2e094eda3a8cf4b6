//! Where the records are read of those who follow a log: a tail, or a target that they are forwarded to.

use super::Entry;
use super::personal::Lens;
use crate::error::Result;
use crate::store::View;

/// Records from sequence number `from` on, in order, at most `limit`, as they are seen through the lens.
pub(super) async fn records(
    view: &mut dyn View,
    from: u64,
    limit: u32,
    lens: &mut Lens,
) -> Result<Vec<Entry>> {
    let mut entries = view.audit().range(from, limit).await?;
    lens.show(view, &mut entries).await?;
    Ok(entries)
}
