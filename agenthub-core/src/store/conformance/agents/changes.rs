//! Which agents changed since a revision.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::agent::{Agent, AgentId, Status};
use crate::error::Result;
use crate::organization::OrganizationId;
use crate::store::Revision;
use crate::store::conformance::Subject;
use crate::store::conformance::sample::{add_agents, add_organization, moment, new_agent, next_version};

cases! { "agents::changes":
    an_added_one_has_changed
    a_changed_one_comes_as_it_is_now
    one_that_cannot_be_invoked_any_more_comes_too
    one_that_stayed_as_it_is_does_not_come
    another_organizations_changes_do_not_come
    a_dropped_change_does_not_come
    many_come_each_once
    who_follows_many_writers_misses_none
}

/// Adds or changes an agent, as a hub does.
async fn put(store: &Subject, organization: OrganizationId, agent: &Agent) -> Result<()> {
    let mut work = store.work(organization).await?;
    match agent.version_number {
        1 => work.agents().add(agent).await?,
        _ => assert!(work.agents().change(agent).await?),
    }
    work.touch().await?;
    work.commit().await
}

/// The organization's revision, and the agents that changed since another one, sorted by id.
async fn look(
    store: &Subject,
    organization: OrganizationId,
    since: Revision,
) -> Result<(Revision, Vec<Agent>)> {
    let revisions = store.overview().await?.organizations().revisions(&[organization]).await?;
    let mut changed = store.view(organization).await?.agents().changed_since(since).await?;
    changed.sort_by_key(|agent| agent.id);
    Ok((revisions[0].1, changed))
}

async fn an_added_one_has_changed(store: Subject) -> Result<()> {
    let (organization, agent) = (add_organization(&*store).await?, new_agent("Greeter"));
    let (before, none) = look(&store, organization, Revision(0)).await?;
    assert_eq!(none, []);
    put(&store, organization, &agent).await?;
    assert_eq!(look(&store, organization, before).await?.1, [agent]);
    Ok(())
}

async fn a_changed_one_comes_as_it_is_now(store: Subject) -> Result<()> {
    let (organization, first) = (add_organization(&*store).await?, new_agent("Greeter"));
    put(&store, organization, &first).await?;
    let (before, _) = look(&store, organization, Revision(0)).await?;
    let second = next_version(&first);
    put(&store, organization, &second).await?;
    let third = next_version(&second);
    put(&store, organization, &third).await?;
    assert_eq!(look(&store, organization, before).await?.1, [third]);
    Ok(())
}

async fn one_that_cannot_be_invoked_any_more_comes_too(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let (mut paused, mut deleted) = (new_agent("paused"), new_agent("deleted"));
    for agent in [&paused, &deleted] {
        put(&store, organization, agent).await?;
    }
    let (before, _) = look(&store, organization, Revision(0)).await?;
    paused = Agent { status: Status::Paused, ..next_version(&paused) };
    deleted = Agent { deleted_at: Some(moment(1)), ..next_version(&deleted) };
    for agent in [&paused, &deleted] {
        put(&store, organization, agent).await?;
    }
    let mut expected = [paused, deleted.clone()];
    expected.sort_by_key(|agent| agent.id);
    let (before, changed) = look(&store, organization, before).await?;
    assert_eq!(changed, expected);
    let restored = Agent { deleted_at: None, ..next_version(&deleted) };
    put(&store, organization, &restored).await?;
    let (_, changed) = look(&store, organization, before).await?;
    assert!(changed.contains(&restored));
    Ok(())
}

async fn one_that_stayed_as_it_is_does_not_come(store: Subject) -> Result<()> {
    let (organization, agent) = (add_organization(&*store).await?, new_agent("Greeter"));
    put(&store, organization, &agent).await?;
    let (now, _) = look(&store, organization, Revision(0)).await?;
    assert_eq!(look(&store, organization, now).await?.1, []);
    let mut work = store.work(organization).await?;
    work.touch().await?;
    work.commit().await?;
    assert_eq!(look(&store, organization, now).await?.1, [], "something else was touched");
    Ok(())
}

async fn another_organizations_changes_do_not_come(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    put(&store, theirs, &new_agent("Greeter")).await?;
    assert_eq!(look(&store, ours, Revision(0)).await?.1, []);
    assert_eq!(store.view(OrganizationId::new()).await?.agents().changed_since(Revision(0)).await?, []);
    Ok(())
}

async fn a_dropped_change_does_not_come(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut work = store.work(organization).await?;
    work.agents().add(&new_agent("Greeter")).await?;
    work.touch().await?;
    drop(work);
    assert_eq!(look(&store, organization, Revision(0)).await?.1, []);
    Ok(())
}

async fn many_come_each_once(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut agents: Vec<_> = (0..9).map(|n| new_agent(&format!("agent {n}"))).collect();
    add_agents(&*store, organization, &agents[..5]).await?;
    for agent in agents[5..].iter().rev() {
        put(&store, organization, agent).await?;
    }
    agents.sort_by_key(|agent| agent.id);
    assert_eq!(look(&store, organization, Revision(0)).await?.1, agents);
    Ok(())
}

/// Whatever the writers do at the same time: who reads what changed since the revision seen before it has, in the end,
/// what is there.
async fn who_follows_many_writers_misses_none(store: Subject) -> Result<()> {
    const WRITERS: usize = 6;
    let organization = add_organization(&*store).await?;
    let writing = AtomicUsize::new(WRITERS);
    let write = async |n: usize| -> Result<()> {
        let mut agent = new_agent(&format!("agent {n}"));
        for _ in 0..8 {
            let mut work = store.work(organization).await?;
            match agent.version_number {
                1 => work.agents().add(&agent).await?,
                _ => assert!(work.agents().change(&agent).await?),
            }
            // Here others come in between, where the store lets them.
            tokio::task::yield_now().await;
            work.touch().await?;
            work.commit().await?;
            agent = next_version(&agent);
        }
        writing.fetch_sub(1, Ordering::Relaxed);
        Ok(())
    };
    let follow = async || -> Result<BTreeMap<AgentId, Agent>> {
        let (mut known, mut seen) = (BTreeMap::new(), Revision(0));
        loop {
            let last = writing.load(Ordering::Relaxed) == 0;
            // The revision is read before the changes, as the directory does.
            let (now, changed) = look(&store, organization, seen).await?;
            known.extend(changed.into_iter().map(|agent| (agent.id, agent)));
            seen = now;
            if last {
                return Ok(known);
            }
            tokio::task::yield_now().await;
        }
    };
    let writers = futures_util::future::try_join_all((0..WRITERS).map(write));
    let (_, known) = futures_util::future::try_join(writers, follow()).await?;
    let there = store.view(organization).await?.agents().live().await?;
    assert_eq!(known.into_values().collect::<Vec<_>>(), there);
    Ok(())
}
