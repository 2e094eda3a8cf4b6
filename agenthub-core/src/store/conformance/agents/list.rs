//! Lists of agents: orders and pages.

use super::super::Subject;
use super::super::paging;
use super::super::sample::{add_agents, add_organization, code, moment, new_agent, next_version};
use crate::agent::{Agent, AgentFilter, AgentId, AgentOrder};
use crate::error::{Code, Result};
use crate::organization::OrganizationId;
use crate::page::Page;

cases! { "agents":
    sorts_by_name_in_pages
    sorts_by_name_descending_in_pages
    sorts_by_creation_in_pages
    sorts_by_creation_descending_in_pages
    sorts_by_change_in_pages
    sorts_by_change_descending_in_pages
    an_empty_list_has_pages_too
    refuses_the_cursor_of_another_order
    a_cursor_stays_right_while_agents_come_and_go
    lists_by_default_what_is_not_deleted_newest_first
}

/// Names that databases like to sort otherwise than by code point of their lower case, with ties.
const NAMES: [&str; 14] =
    ["b", "B", "a", "Ä", "ä", "Z", "z", "_", "10", "9", "a b", "ÉCLAIR", "日本", "\u{1F600}"];

pub(super) async fn ids(
    store: &Subject,
    organization: OrganizationId,
    filter: &AgentFilter,
) -> Result<Vec<AgentId>> {
    let listing = store.view(organization).await?.agents().list(filter, &Page::first(Page::MAX)).await?;
    Ok(listing.items.iter().map(|agent| agent.id).collect())
}

async fn sorts(store: Subject, order: AgentOrder, expected: fn(&mut Vec<Agent>)) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut agents: Vec<Agent> = NAMES.map(new_agent).into();
    for (agent, n) in agents.iter_mut().zip(0..) {
        agent.created_at = moment((n * 7) % 5);
        agent.updated_at = moment((n * 3) % 4 - 1);
    }
    add_agents(&*store, organization, &agents).await?;
    expected(&mut agents);
    let filter = AgentFilter { order, ..AgentFilter::default() };
    paging::holds(&agents, async |page| store.view(organization).await?.agents().list(&filter, &page).await)
        .await
}

async fn sorts_by_name_in_pages(store: Subject) -> Result<()> {
    sorts(store, AgentOrder::Name, |agents| {
        agents.sort_by_key(|it| (it.definition.name.to_lowercase(), it.id));
    })
    .await
}

async fn sorts_by_name_descending_in_pages(store: Subject) -> Result<()> {
    sorts(store, AgentOrder::NameDescending, |agents| {
        agents.sort_by_key(|it| std::cmp::Reverse((it.definition.name.to_lowercase(), it.id)));
    })
    .await
}

async fn sorts_by_creation_in_pages(store: Subject) -> Result<()> {
    sorts(store, AgentOrder::Created, |agents| agents.sort_by_key(|it| (it.created_at, it.id))).await
}

async fn sorts_by_creation_descending_in_pages(store: Subject) -> Result<()> {
    sorts(store, AgentOrder::CreatedDescending, |agents| {
        agents.sort_by_key(|it| std::cmp::Reverse((it.created_at, it.id)));
    })
    .await
}

async fn sorts_by_change_in_pages(store: Subject) -> Result<()> {
    sorts(store, AgentOrder::Updated, |agents| agents.sort_by_key(|it| (it.updated_at, it.id))).await
}

async fn sorts_by_change_descending_in_pages(store: Subject) -> Result<()> {
    sorts(store, AgentOrder::UpdatedDescending, |agents| {
        agents.sort_by_key(|it| std::cmp::Reverse((it.updated_at, it.id)));
    })
    .await
}

async fn an_empty_list_has_pages_too(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    for (order, _) in AgentOrder::ALL {
        let filter = AgentFilter { order, ..AgentFilter::default() };
        paging::holds(&[], async |page| store.view(organization).await?.agents().list(&filter, &page).await)
            .await?;
    }
    Ok(())
}

async fn refuses_the_cursor_of_another_order(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    add_agents(&*store, organization, &NAMES.map(new_agent)).await?;
    for (given, _) in AgentOrder::ALL {
        let filter = AgentFilter { order: given, ..AgentFilter::default() };
        let after = store.view(organization).await?.agents().list(&filter, &Page::first(1)).await?.next;
        let page = Page { after, ..Page::default() };
        for (asked, _) in AgentOrder::ALL {
            let filter = AgentFilter { order: asked, ..AgentFilter::default() };
            let answer = code(store.view(organization).await?.agents().list(&filter, &page).await);
            let refused = (given != asked).then_some(Code::PAGE_BAD_CURSOR);
            assert_eq!(answer, refused, "a cursor of {given:?} for {asked:?}");
        }
    }
    Ok(())
}

async fn a_cursor_stays_right_while_agents_come_and_go(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let agents = ["b", "d", "f", "h"].map(new_agent);
    add_agents(&*store, organization, &agents).await?;
    let filter = AgentFilter { order: AgentOrder::Name, ..AgentFilter::default() };
    let first = store.view(organization).await?.agents().list(&filter, &Page::first(2)).await?;
    let mut gone = next_version(&agents[1]);
    gone.deleted_at = Some(moment(1));
    let mut work = store.work(organization).await?;
    work.agents().add(&new_agent("a")).await?;
    work.agents().add(&new_agent("e")).await?;
    work.agents().change(&gone).await?;
    work.commit().await?;
    let page = Page { after: first.next, ..Page::default() };
    let rest = store.view(organization).await?.agents().list(&filter, &page).await?;
    let names: Vec<_> = rest.items.iter().map(|it| it.definition.name.as_str()).collect();
    assert_eq!(names, ["e", "f", "h"]);
    Ok(())
}

async fn lists_by_default_what_is_not_deleted_newest_first(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut agents = ["old", "new", "gone"].map(new_agent);
    agents[1].created_at = moment(1);
    agents[2].created_at = moment(2);
    agents[2].deleted_at = Some(moment(2));
    add_agents(&*store, organization, &agents).await?;
    assert_eq!(ids(&store, organization, &AgentFilter::default()).await?, [agents[1].id, agents[0].id]);
    Ok(())
}
