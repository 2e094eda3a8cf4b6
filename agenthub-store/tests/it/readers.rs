//! Reading beside a writer.

use std::time::Duration;

use agenthub_core::store::Store;
use agenthub_store::testing::TestDatabase;
use tokio::time::timeout;

use crate::{Outcome, sample};

/// Far less than what a reader would wait for a lock.
const AT_ONCE: Duration = Duration::from_secs(2);

pub(crate) async fn wait_for_no_writer(database: TestDatabase) -> Outcome {
    let store = database.store().await?;
    let (organization, agent) = sample::organization_with_agent(&store).await?;
    let mut writer = store.platform().await?;
    writer.within(organization).await?.touch().await?;
    let looked = timeout(AT_ONCE, async {
        let seen = store.overview().await?.organizations().revisions(&[organization]).await?;
        let there = store.view(organization).await?.agents().get(agent).await?;
        Ok::<_, agenthub_core::Error>((seen, there.is_some()))
    });
    let (before, is_there) = looked.await??;
    assert!(is_there);
    writer.commit().await?;
    let after = store.overview().await?.organizations().revisions(&[organization]).await?;
    assert!(after > before, "the change was not visible before it was committed, and is now");
    Ok(())
}
