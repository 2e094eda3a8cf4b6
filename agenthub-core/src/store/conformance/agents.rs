//! Agents and their versions.

pub(super) mod changes;
pub(super) mod fields;
pub(super) mod filters;
pub(super) mod list;
pub(super) mod versions;

use super::Subject;
use super::sample::{add_agents, add_organization, code, get_agent, moment, new_agent, next_version};
use crate::agent::{AgentFilter, AgentId, Status};
use crate::error::{Code, Result};
use crate::organization::OrganizationId;
use crate::page::Page;

cases! { "agents":
    an_unknown_agent_is_not_found
    refuses_a_taken_id
    refuses_an_unknown_organization
    another_organizations_agent_does_not_exist
    another_organizations_agent_cannot_be_changed
    two_organizations_may_use_the_same_id
    a_stale_change_changes_nothing
    of_many_changes_of_one_version_one_is_made
    live_ones_are_active_and_not_deleted
    a_dropped_work_leaves_no_agent
}

async fn an_unknown_agent_is_not_found(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut view = store.view(organization).await?;
    assert_eq!(view.agents().get(AgentId::new()).await?, None);
    assert_eq!(view.agents().version(AgentId::new(), 1).await?, None);
    assert!(view.agents().versions(AgentId::new(), &Page::default()).await?.items.is_empty());
    assert!(view.agents().live().await?.is_empty());
    Ok(())
}

async fn refuses_a_taken_id(store: Subject) -> Result<()> {
    let (organization, agent) = (add_organization(&*store).await?, new_agent("Greeter"));
    add_agents(&*store, organization, std::slice::from_ref(&agent)).await?;
    let refused = store.work(organization).await?.agents().add(&agent).await;
    assert_eq!(code(refused), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn refuses_an_unknown_organization(store: Subject) -> Result<()> {
    let nowhere = OrganizationId::new();
    let refused = store.work(nowhere).await?.agents().add(&new_agent("Greeter")).await;
    assert_eq!(code(refused), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn another_organizations_agent_does_not_exist(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    let agent = new_agent("Greeter");
    add_agents(&*store, theirs, std::slice::from_ref(&agent)).await?;
    let mut view = store.view(ours).await?;
    assert_eq!(view.agents().get(agent.id).await?, None);
    assert_eq!(view.agents().version(agent.id, 1).await?, None);
    let page = Page { count: true, ..Page::default() };
    let versions = view.agents().versions(agent.id, &page).await?;
    assert_eq!((versions.items.len(), versions.total), (0, Some(0)));
    let all = view.agents().list(&AgentFilter::default(), &page).await?;
    assert_eq!((all.items.len(), all.total), (0, Some(0)));
    assert!(view.agents().live().await?.is_empty());
    Ok(())
}

async fn another_organizations_agent_cannot_be_changed(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    let agent = new_agent("Greeter");
    add_agents(&*store, theirs, std::slice::from_ref(&agent)).await?;
    let mut work = store.work(ours).await?;
    assert!(!work.agents().change(&next_version(&agent)).await?);
    work.commit().await?;
    assert_eq!(get_agent(&*store, theirs, agent.id).await?, Some(agent));
    Ok(())
}

async fn two_organizations_may_use_the_same_id(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    let agent = new_agent("Greeter");
    let mut other = new_agent("Other");
    other.id = agent.id;
    add_agents(&*store, ours, std::slice::from_ref(&agent)).await?;
    add_agents(&*store, theirs, std::slice::from_ref(&other)).await?;
    let mut work = store.work(ours).await?;
    assert!(work.agents().change(&next_version(&agent)).await?);
    work.commit().await?;
    assert_eq!(get_agent(&*store, ours, agent.id).await?, Some(next_version(&agent)));
    assert_eq!(get_agent(&*store, theirs, agent.id).await?, Some(other));
    Ok(())
}

async fn a_stale_change_changes_nothing(store: Subject) -> Result<()> {
    let (organization, agent) = (add_organization(&*store).await?, new_agent("Greeter"));
    add_agents(&*store, organization, std::slice::from_ref(&agent)).await?;
    let second = next_version(&agent);
    for (number, fits) in [(0, false), (1, false), (3, false), (u32::MAX, false), (2, true), (2, false)] {
        let mut change = second.clone();
        change.version_number = number;
        let mut work = store.work(organization).await?;
        assert_eq!(work.agents().change(&change).await?, fits, "version {number}");
        work.commit().await?;
    }
    assert_eq!(get_agent(&*store, organization, agent.id).await?, Some(second));
    let versions = store.view(organization).await?.agents().versions(agent.id, &Page::default()).await?;
    let numbers: Vec<u32> = versions.items.iter().map(|version| version.version_number).collect();
    assert_eq!(numbers, [2, 1]);
    Ok(())
}

async fn of_many_changes_of_one_version_one_is_made(store: Subject) -> Result<()> {
    let (organization, agent) = (add_organization(&*store).await?, new_agent("Greeter"));
    add_agents(&*store, organization, std::slice::from_ref(&agent)).await?;
    let change = async |name: String| -> Result<bool> {
        let mut change = next_version(&agent);
        change.definition.name = name;
        let mut work = store.work(organization).await?;
        let made = work.agents().change(&change).await?;
        work.commit().await?;
        Ok(made)
    };
    let made = futures_util::future::try_join_all((0..8).map(|n| change(format!("name {n}")))).await?;
    assert_eq!(made.iter().filter(|made| **made).count(), 1);
    let winner = made.iter().position(|made| *made).map(|n| format!("name {n}"));
    assert_eq!(get_agent(&*store, organization, agent.id).await?.map(|it| it.definition.name), winner);
    Ok(())
}

async fn live_ones_are_active_and_not_deleted(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut agents: Vec<_> = Status::ALL.map(|status| new_agent(status.as_str())).into();
    for (agent, status) in agents.iter_mut().zip(Status::ALL) {
        agent.status = status;
    }
    let mut deleted = new_agent("deleted");
    deleted.deleted_at = Some(moment(1));
    agents.extend([deleted, new_agent("another")]);
    add_agents(&*store, organization, &agents).await?;
    agents.retain(|agent| agent.status == Status::Active && agent.deleted_at.is_none());
    agents.sort_by_key(|agent| agent.id);
    assert_eq!(store.view(organization).await?.agents().live().await?, agents);
    Ok(())
}

async fn a_dropped_work_leaves_no_agent(store: Subject) -> Result<()> {
    let (organization, agent) = (add_organization(&*store).await?, new_agent("Greeter"));
    let mut work = store.work(organization).await?;
    work.agents().add(&agent).await?;
    assert_eq!(work.agents().get(agent.id).await?.as_ref(), Some(&agent), "seen in its own work");
    drop(work);
    assert_eq!(get_agent(&*store, organization, agent.id).await?, None);
    add_agents(&*store, organization, &[agent]).await
}
