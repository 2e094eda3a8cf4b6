//! Lists of interactions: pages and filters.

use super::super::Subject;
use super::super::paging;
use super::super::sample::{add_agents, add_organization_with_agent, moment, new_agent, new_call};
use super::{call, full_interaction};
use crate::agent::AgentId;
use crate::error::Result;
use crate::interaction::{Interaction, InteractionFilter, InteractionId, Outcome};
use crate::organization::OrganizationId;
use crate::page::Page;

cases! { "interactions":
    come_newest_first_in_pages
    filters_by_each_field
    filters_by_time_from_and_until
    every_filter_must_hold
    a_filtered_list_has_pages
}

async fn come_newest_first_in_pages(store: Subject) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    let mut calls: Vec<_> = (0..12).map(|_| new_call(organization, agent)).collect();
    // Calls end in another order than they begin.
    calls.reverse();
    calls.swap(2, 9);
    store.append(&calls[..5]).await?;
    store.append(&calls[5..]).await?;
    let mut expected: Vec<_> = calls.into_iter().map(|call| call.interaction).collect();
    expected.sort_by_key(|it| std::cmp::Reverse(it.id));
    let filter = InteractionFilter::default();
    paging::holds(&expected, async |page| {
        store.view(organization).await?.interactions().list(&filter, &page).await
    })
    .await
}

async fn ids(
    store: &Subject,
    organization: OrganizationId,
    filter: &InteractionFilter,
) -> Result<Vec<InteractionId>> {
    let mut view = store.view(organization).await?;
    let listing = view.interactions().list(filter, &Page::first(Page::MAX)).await?;
    Ok(listing.items.iter().map(|it| it.id).collect())
}

async fn filters_by_each_field(store: Subject) -> Result<()> {
    let (organization, other) = add_organization_with_agent(&*store).await?;
    let agent = new_agent("wanted");
    add_agents(&*store, organization, std::slice::from_ref(&agent)).await?;
    let wanted = full_interaction(agent.id)?;
    let calls =
        [new_call(organization, other), call(organization, wanted.clone()), new_call(organization, other)];
    store.append(&calls).await?;
    let text = |text: &str| Some(text.to_owned());
    let none = InteractionFilter::default;
    let fits = [
        InteractionFilter { agent_id: Some(agent.id), ..none() },
        InteractionFilter { capability: text("sales_analysis"), ..none() },
        InteractionFilter { session_id: wanted.session_id.clone(), ..none() },
        InteractionFilter { outcome: Some(Outcome::Failure), ..none() },
    ];
    for filter in fits {
        assert_eq!(ids(&store, organization, &filter).await?, [wanted.id], "{filter:?}");
    }
    let fits_nothing = [
        InteractionFilter { agent_id: Some(AgentId::new()), ..none() },
        InteractionFilter { capability: text("sales%"), ..none() },
        InteractionFilter { capability: text("Greet"), ..none() },
        InteractionFilter { session_id: text(""), ..none() },
        InteractionFilter { outcome: Some(Outcome::Cancelled), ..none() },
    ];
    for filter in fits_nothing {
        assert!(ids(&store, organization, &filter).await?.is_empty(), "{filter:?}");
    }
    Ok(())
}

/// Writes calls that began at moments 0, 1, 2, 3; gives their ids.
async fn four_calls(store: &Subject) -> Result<(OrganizationId, Vec<InteractionId>)> {
    let (organization, agent) = add_organization_with_agent(&**store).await?;
    let calls = [0, 1, 2, 3].map(|n| {
        let started_at = moment(n);
        call(organization, Interaction { started_at, ..new_call(organization, agent).interaction })
    });
    store.append(&calls).await?;
    Ok((organization, calls.iter().map(|call| call.interaction.id).collect()))
}

async fn filters_by_time_from_and_until(store: Subject) -> Result<()> {
    let (organization, calls) = four_calls(&store).await?;
    let windows = [
        (Some(1), Some(3), vec![calls[2], calls[1]]),
        (Some(2), None, vec![calls[3], calls[2]]),
        (None, Some(2), vec![calls[1], calls[0]]),
        (Some(2), Some(2), vec![]),
        (Some(3), Some(1), vec![]),
    ];
    for (from, until, expected) in windows {
        let filter = InteractionFilter {
            from: from.map(moment),
            until: until.map(moment),
            ..InteractionFilter::default()
        };
        assert_eq!(ids(&store, organization, &filter).await?, expected, "{from:?} to {until:?}");
    }
    Ok(())
}

async fn every_filter_must_hold(store: Subject) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    let other = new_agent("other");
    add_agents(&*store, organization, std::slice::from_ref(&other)).await?;
    let wanted = full_interaction(agent)?;
    let broken = [
        Interaction { agent_id: other.id, ..wanted.clone() },
        Interaction { capability: "other".to_owned(), ..wanted.clone() },
        Interaction { session_id: None, ..wanted.clone() },
        Interaction { outcome: Outcome::Success, ..wanted.clone() },
        Interaction { started_at: moment(999_998), ..wanted.clone() },
        Interaction { started_at: moment(1_000_000), ..wanted.clone() },
    ];
    for broken in broken {
        let broken = Interaction { id: InteractionId::new(), ..broken };
        store.append(&[call(organization, broken)]).await?;
    }
    store.append(&[call(organization, wanted.clone())]).await?;
    let filter = InteractionFilter {
        agent_id: Some(agent),
        capability: Some(wanted.capability),
        session_id: wanted.session_id,
        outcome: Some(wanted.outcome),
        from: Some(moment(999_999)),
        until: Some(moment(1_000_000)),
    };
    assert_eq!(ids(&store, organization, &filter).await?, [wanted.id]);
    Ok(())
}

async fn a_filtered_list_has_pages(store: Subject) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    let mut calls: Vec<_> = (0..20).map(|_| new_call(organization, agent)).collect();
    for call in calls.iter_mut().step_by(3) {
        call.interaction.outcome = Outcome::Cancelled;
    }
    store.append(&calls).await?;
    let wanted = calls.into_iter().rev().map(|call| call.interaction);
    let wanted: Vec<_> = wanted.filter(|it| it.outcome == Outcome::Cancelled).collect();
    let filter = InteractionFilter { outcome: Some(Outcome::Cancelled), ..InteractionFilter::default() };
    paging::holds(&wanted, async |page| {
        store.view(organization).await?.interactions().list(&filter, &page).await
    })
    .await
}
