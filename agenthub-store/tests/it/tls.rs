//! PostgreSQL over TLS.

use std::error::Error as StdError;

use agenthub_core::error::{Code, Error};
use agenthub_core::store::Store;
use agenthub_store::SqlStore;
use agenthub_store::testing::TestDatabase;
use libtest_mimic::Failed;

use crate::cluster::Cluster;
use crate::{Outcome, sample};

/// Why the store could not be opened.
async fn refusal(url: &str) -> Result<String, Failed> {
    let error: Error = SqlStore::open(url).await.err().ok_or("it was opened")?;
    assert_eq!(error.code(), Code::STORE_UNAVAILABLE);
    Ok(StdError::source(&error).map(ToString::to_string).unwrap_or_default())
}

pub(crate) async fn what_is_kept_and_read_goes_through_it(_: TestDatabase) -> Outcome {
    let cluster = Cluster::start(true)?;
    let store = SqlStore::open(&cluster.url("localhost", "require")).await?;
    store.migrations().up().await?;
    let (organization, agent) = sample::organization_with_agent(&store).await?;
    store.append(&sample::calls(organization, agent, 3)).await?;
    let mut view = store.view(organization).await?;
    assert_eq!(view.audit().range(0, 10).await?.len(), 3);
    Ok(())
}

pub(crate) async fn a_server_must_prove_who_it_is_where_the_url_wants_that(_: TestDatabase) -> Outcome {
    let cluster = Cluster::start(true)?;
    let trusted = format!("&sslrootcert={}", cluster.certificate().display());
    let full = cluster.url("localhost", "verify-full");
    let by_number = cluster.url("127.0.0.1", "verify-full");

    SqlStore::open(&format!("{full}{trusted}")).await?.close().await;
    let stranger = refusal(&full).await?;
    assert!(stranger.contains("UnknownIssuer"), "{stranger}");
    let other_name = refusal(&format!("{by_number}{trusted}")).await?;
    assert!(other_name.contains("not valid for name"), "{other_name}");
    Ok(())
}

pub(crate) async fn a_server_that_wants_it_says_so_to_who_comes_without(_: TestDatabase) -> Outcome {
    let cluster = Cluster::start(true)?;
    let reason = refusal(&cluster.url("localhost", "disable")).await?;
    assert!(reason.contains("no encryption"), "{reason}");
    Ok(())
}

pub(crate) async fn a_server_without_it_is_refused_where_the_url_requires_it(_: TestDatabase) -> Outcome {
    let cluster = Cluster::start(false)?;
    let reason = refusal(&cluster.url("localhost", "require")).await?;
    assert!(reason.contains("does not support TLS"), "{reason}");
    SqlStore::open(&cluster.url("localhost", "prefer")).await?.close().await;
    Ok(())
}
