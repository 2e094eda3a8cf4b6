//! Failed attempts to sign in.

use chrono::{DateTime, Utc};

use super::Subject;
use super::sample::{add_user, moment};
use crate::error::Result;
use crate::user::FailedAttempts;

cases! { "attempts":
    nothing_failed_for_an_unknown_address
    counts_failures_of_each_address_on_its_own
    failures_of_long_ago_count_no_more
    counts_everybody_who_counts_at_once
    whether_a_user_has_the_address_makes_no_difference
    removes_one_address
    purges_those_of_long_ago
    purges_all_but_those_with_the_most_failures
    a_dropped_transaction_counts_nothing
}

const ADA: [u8; 32] = [0; 32];
const BOB: [u8; 32] = [0xff; 32];

/// Early enough that everything counts.
fn ever() -> DateTime<Utc> {
    moment(-1_000_000)
}

/// Counts a failure for each address, in one transaction after the other, a microsecond apart.
async fn fail(store: &Subject, addresses: &[[u8; 32]]) -> Result<()> {
    for (at, address) in (0..).zip(addresses) {
        let mut platform = store.platform().await?;
        platform.attempts().count(address, moment(at), ever()).await?;
        platform.commit().await?;
    }
    Ok(())
}

async fn get(store: &Subject, address: [u8; 32]) -> Result<Option<FailedAttempts>> {
    store.platform().await?.attempts().get(&address).await
}

async fn failures(store: &Subject, address: [u8; 32]) -> Result<u32> {
    Ok(get(store, address).await?.map_or(0, |known| known.failures))
}

async fn nothing_failed_for_an_unknown_address(store: Subject) -> Result<()> {
    fail(&store, &[ADA]).await?;
    let mut platform = store.platform().await?;
    assert_eq!(platform.attempts().get(&BOB).await?, None);
    assert!(!platform.attempts().remove(&BOB).await?);
    Ok(())
}

async fn counts_failures_of_each_address_on_its_own(store: Subject) -> Result<()> {
    fail(&store, &[ADA, BOB, ADA, ADA]).await?;
    let ada = FailedAttempts { failures: 3, last_at: moment(3) };
    assert_eq!(get(&store, ADA).await?, Some(ada));
    let bob = FailedAttempts { failures: 1, last_at: moment(1) };
    assert_eq!(get(&store, BOB).await?, Some(bob));
    let mut platform = store.platform().await?;
    let next = platform.attempts().count(&BOB, moment(9), ever()).await?;
    assert_eq!(next, FailedAttempts { failures: 2, last_at: moment(9) });
    assert_eq!(platform.attempts().get(&BOB).await?, Some(next), "seen in its own transaction");
    Ok(())
}

async fn failures_of_long_ago_count_no_more(store: Subject) -> Result<()> {
    fail(&store, &[ADA, ADA]).await?;
    let mut platform = store.platform().await?;
    let still = platform.attempts().count(&ADA, moment(5), moment(1)).await?;
    assert_eq!(still.failures, 3, "the last one was just then");
    let again = platform.attempts().count(&ADA, moment(9), moment(6)).await?;
    assert_eq!(again, FailedAttempts { failures: 1, last_at: moment(9) });
    Ok(())
}

async fn counts_everybody_who_counts_at_once(store: Subject) -> Result<()> {
    const ATTEMPTS: u32 = 8;
    let attempt = async || fail(&store, &[ADA]).await;
    futures_util::future::try_join_all((0..ATTEMPTS).map(|_| attempt())).await?;
    assert_eq!(failures(&store, ADA).await?, ATTEMPTS);
    Ok(())
}

async fn whether_a_user_has_the_address_makes_no_difference(store: Subject) -> Result<()> {
    fail(&store, &[ADA]).await?;
    add_user(&*store, "ada@example.com").await?;
    fail(&store, &[ADA]).await?;
    assert_eq!(failures(&store, ADA).await?, 2);
    Ok(())
}

async fn removes_one_address(store: Subject) -> Result<()> {
    fail(&store, &[ADA, BOB]).await?;
    let mut platform = store.platform().await?;
    assert!(platform.attempts().remove(&ADA).await?);
    platform.commit().await?;
    assert_eq!((failures(&store, ADA).await?, failures(&store, BOB).await?), (0, 1));
    Ok(())
}

async fn purges_those_of_long_ago(store: Subject) -> Result<()> {
    fail(&store, &[ADA, BOB, [7; 32]]).await?;
    let mut platform = store.platform().await?;
    assert_eq!(platform.attempts().purge(moment(1), 100).await?, 1);
    platform.commit().await?;
    let left = (failures(&store, ADA).await?, failures(&store, BOB).await?, failures(&store, [7; 32]).await?);
    assert_eq!(left, (0, 1, 1), "what failed just then stays");
    Ok(())
}

async fn purges_all_but_those_with_the_most_failures(store: Subject) -> Result<()> {
    let flood: Vec<[u8; 32]> = (10..30).map(|number| [number; 32]).collect();
    fail(&store, &[ADA, ADA, ADA, BOB, BOB]).await?;
    fail(&store, &flood).await?;
    let mut platform = store.platform().await?;
    assert_eq!(platform.attempts().purge(ever(), 3).await?, 19);
    assert_eq!(platform.attempts().purge(ever(), 3).await?, 0);
    platform.commit().await?;
    assert_eq!((failures(&store, ADA).await?, failures(&store, BOB).await?), (3, 2));
    assert_eq!(failures(&store, [29; 32]).await?, 1, "of equals, that of the latest failure");
    assert_eq!(failures(&store, [28; 32]).await?, 0);
    Ok(())
}

async fn a_dropped_transaction_counts_nothing(store: Subject) -> Result<()> {
    fail(&store, &[ADA]).await?;
    let mut platform = store.platform().await?;
    platform.attempts().count(&ADA, moment(1), ever()).await?;
    platform.attempts().remove(&BOB).await?;
    platform.attempts().purge(moment(9), 0).await?;
    drop(platform);
    assert_eq!(failures(&store, ADA).await?, 1);
    Ok(())
}
