//! A program that is killed in the middle of its work.

use std::env;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, ExitCode, Stdio};

use agenthub_core::agent::AgentId;
use agenthub_core::interaction::{InteractionFilter, InteractionId};
use agenthub_core::organization::OrganizationId;
use agenthub_core::page::Page;
use agenthub_core::store::{Store, View};
use agenthub_store::SqlStore;
use agenthub_store::testing::TestDatabase;
use libtest_mimic::Failed;
use tokio::runtime::Runtime;

use crate::{Outcome, sample};

const URL: &str = "AGENTHUB_TEST_CRASH_URL";
const ORGANIZATION: &str = "AGENTHUB_TEST_CRASH_ORGANIZATION";
const AGENT: &str = "AGENTHUB_TEST_CRASH_AGENT";

/// Calls in a batch; a half-written batch would show as a remainder.
const BATCH: usize = 7;
/// Batches that are acknowledged before the kill.
const ACKNOWLEDGED: usize = 40;

/// Where this program is the one to be killed, its work until then.
pub(crate) fn child() -> Option<ExitCode> {
    let url = env::var(URL).ok()?;
    let done =
        Runtime::new().map_err(Failed::from).and_then(|runtime| runtime.block_on(append_forever(&url)));
    Some(if done.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn append_forever(url: &str) -> Outcome {
    let store = SqlStore::open(url).await?;
    let organization: OrganizationId = env::var(ORGANIZATION)?.parse()?;
    let agent: AgentId = env::var(AGENT)?.parse()?;
    let writer = || async {
        loop {
            let calls = sample::calls(organization, agent, BATCH);
            store.append(&calls).await?;
            // One line, in one piece: the batch is acknowledged.
            let ids: Vec<String> = calls.iter().map(|call| call.interaction.id.to_string()).collect();
            writeln!(std::io::stdout().lock(), "{}", ids.join(" "))?;
        }
        #[expect(unreachable_code, reason = "says what the loop's errors are")]
        Outcome::Ok(())
    };
    tokio::try_join!(writer(), writer(), writer())?;
    Ok(())
}

pub(crate) async fn every_acknowledged_call_survives_a_kill_and_none_is_half_there(
    database: TestDatabase,
) -> Outcome {
    let store = database.store().await?;
    let (organization, agent) = sample::organization_with_agent(&store).await?;
    let mut child = Command::new(env::current_exe()?)
        .env(URL, database.url())
        .env(ORGANIZATION, organization.to_string())
        .env(AGENT, agent.to_string())
        .stdout(Stdio::piped())
        .spawn()?;
    let acknowledged = kill_under_load(&mut child)?;
    assert!(acknowledged.len() >= ACKNOWLEDGED * BATCH);

    let mut view = store.view(organization).await?;
    for id in &acknowledged {
        assert!(view.interactions().get(*id).await?.is_some(), "{id} was acknowledged and is gone");
    }
    let written = count_interactions(&mut *view).await?;
    assert_eq!(written % BATCH, 0, "half a batch is there");
    let entries = view.audit().range(0, u32::MAX).await?;
    assert_eq!(entries.len(), written, "an audit entry for each interaction");
    for (place, entry) in entries.iter().enumerate() {
        assert_eq!(entry.sequence, place as u64, "a gap in the log");
        assert_eq!(entry.leaf_hash, entry.leaf_hash_of());
    }
    drop(view);
    store.append(&sample::calls(organization, agent, 1)).await?;
    Ok(())
}

/// Waits until enough is acknowledged, kills, and gives all that was.
fn kill_under_load(child: &mut Child) -> Result<Vec<InteractionId>, Failed> {
    let output = child.stdout.take().ok_or("no output")?;
    let mut acknowledged = Vec::new();
    for (batch, line) in BufReader::new(output).lines().enumerate() {
        if batch == ACKNOWLEDGED {
            // SIGKILL, while the three writers go on.
            child.kill()?;
        }
        let ids = line?;
        // A last line may be cut off.
        if ids.split(' ').count() == BATCH && ids.len() == BATCH * 37 - 1 {
            acknowledged.extend(ids.split(' ').map(str::parse).collect::<Result<Vec<InteractionId>, _>>()?);
        }
    }
    assert!(!child.wait()?.success(), "the child was killed");
    Ok(acknowledged)
}

async fn count_interactions(view: &mut dyn View) -> Result<usize, Failed> {
    let page = Page { limit: 1, count: true, ..Page::default() };
    let total = view.interactions().list(&InteractionFilter::default(), &page).await?.total;
    Ok(usize::try_from(total.unwrap_or_default())?)
}
