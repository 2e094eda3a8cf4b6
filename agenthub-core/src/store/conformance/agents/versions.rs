//! Versions of agents.

use super::super::Subject;
use super::super::paging;
use super::super::sample::{add_agents, add_organization, get_agent, new_agent, next_version};
use crate::agent::{Agent, AgentId};
use crate::error::Result;
use crate::organization::OrganizationId;

cases! { "agents":
    the_first_state_is_a_version
    every_change_adds_a_version
    versions_are_never_changed
    versions_come_newest_first_in_pages
    versions_of_other_agents_stay_apart
    a_version_that_was_not_is_not_found
    a_dropped_change_leaves_no_version
}

/// Changes an agent until it is at version `last`; gives every state.
async fn grown(store: &Subject, organization: OrganizationId, last: u32) -> Result<Vec<Agent>> {
    let mut states = vec![new_agent("version 1")];
    add_agents(&**store, organization, &states).await?;
    let mut work = store.work(organization).await?;
    for number in 2..=last {
        let mut next = states.last().map(next_version).unwrap_or_else(|| new_agent("none"));
        next.definition.name = format!("version {number}");
        assert!(work.agents().change(&next).await?);
        states.push(next);
    }
    work.commit().await?;
    Ok(states)
}

async fn the_first_state_is_a_version(store: Subject) -> Result<()> {
    let (organization, agent) = (add_organization(&*store).await?, new_agent("Greeter"));
    let mut work = store.work(organization).await?;
    work.agents().add(&agent).await?;
    assert_eq!(work.agents().version(agent.id, 1).await?, Some(agent.as_version()), "seen in its own work");
    work.commit().await?;
    assert_eq!(
        store.view(organization).await?.agents().version(agent.id, 1).await?,
        Some(agent.as_version())
    );
    Ok(())
}

async fn every_change_adds_a_version(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let states = grown(&store, organization, 3).await?;
    let mut view = store.view(organization).await?;
    for state in &states {
        let version = view.agents().version(state.id, state.version_number).await?;
        assert_eq!(version, Some(state.as_version()));
    }
    Ok(())
}

async fn versions_are_never_changed(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let states = grown(&store, organization, 4).await?;
    let mut again = states[1].clone();
    again.definition.name = "rewritten".to_owned();
    let mut work = store.work(organization).await?;
    assert!(!work.agents().change(&again).await?);
    work.commit().await?;
    let version = store.view(organization).await?.agents().version(again.id, 2).await?;
    assert_eq!(version, Some(states[1].as_version()));
    assert_eq!(get_agent(&*store, organization, again.id).await?.as_ref(), states.last());
    Ok(())
}

async fn versions_come_newest_first_in_pages(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let states = grown(&store, organization, 12).await?;
    let newest_first: Vec<_> = states.iter().rev().map(Agent::as_version).collect();
    paging::holds(&newest_first, async |page| {
        store.view(organization).await?.agents().versions(states[0].id, &page).await
    })
    .await
}

async fn versions_of_other_agents_stay_apart(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    for length in [1, 2, 3] {
        let states = grown(&store, organization, length).await?;
        let newest_first: Vec<_> = states.iter().rev().map(Agent::as_version).collect();
        paging::holds(&newest_first, async |page| {
            store.view(organization).await?.agents().versions(states[0].id, &page).await
        })
        .await?;
    }
    Ok(())
}

async fn a_version_that_was_not_is_not_found(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let states = grown(&store, organization, 2).await?;
    let mut view = store.view(organization).await?;
    for number in [0, 3, u32::MAX] {
        assert_eq!(view.agents().version(states[0].id, number).await?, None);
    }
    assert_eq!(view.agents().version(AgentId::new(), 1).await?, None);
    Ok(())
}

async fn a_dropped_change_leaves_no_version(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let states = grown(&store, organization, 1).await?;
    let mut work = store.work(organization).await?;
    assert!(work.agents().change(&next_version(&states[0])).await?);
    drop(work);
    let mut view = store.view(organization).await?;
    assert_eq!(view.agents().version(states[0].id, 2).await?, None);
    assert_eq!(view.agents().get(states[0].id).await?.as_ref(), Some(&states[0]));
    Ok(())
}
