//! Interactions.

use std::collections::BTreeMap;

use serde_json::json;
use uuid::Uuid;

use super::Subject;
use super::paging;
use super::sample::{
    add_agents, add_organization_with_agent, moment, money, new_agent, new_call, odd_documents,
};
use crate::agent::{AgentId, Tokens};
use crate::api_key::ApiKeyId;
use crate::audit::Actor;
use crate::error::Result;
use crate::interaction::{Interaction, InteractionFilter, InteractionId, Kept, Outcome, Usage};
use crate::organization::OrganizationId;
use crate::page::Page;
use crate::routing::{Candidate, Decision, FailedTry, Refusal, ScoreParts};
use crate::store::FinishedCall;
use crate::user::UserId;

cases! { "interactions":
    keeps_every_field
    keeps_the_least_and_the_most_of_every_field
    keeps_every_kind_of_actor_and_outcome
    keeps_documents_as_they_were_written
    keeps_costs_exactly
    an_unknown_interaction_is_not_found
    another_organizations_interaction_does_not_exist
    come_newest_first_in_pages
    filters_by_each_field
    filters_by_time_from_and_until
    every_filter_must_hold
    a_filtered_list_has_pages
}

fn full_interaction(agent: AgentId) -> Result<Interaction> {
    let text = |text: &str| Some(text.to_owned());
    Ok(Interaction {
        id: InteractionId::new(),
        agent_id: agent,
        agent_version: 7,
        capability: "sales_analysis".to_owned(),
        session_id: text("session \"1\" ' \\ % ключ"),
        actor: Actor::Human(UserId::new()),
        input: Kept::Digest { bytes: 1 << 40, sha256: "ab".repeat(32) },
        output: Some(Kept::Whole(json!({ "text": "done" }))),
        outcome: Outcome::Failure,
        error_code: text("agent.failed"),
        error_message: text("line\nline 日本"),
        started_at: moment(999_999),
        duration_us: 1_234_567,
        usage: Usage { tokens: Tokens { input: 11, output: 13 }, cost: money("12.345678901", "EUR")? },
        routing: Some(decision(agent)),
    })
}

fn decision(agent: AgentId) -> Decision {
    let parts = ScoreParts { cost: 0.1, load: 1.0, quality: 1.0 / 3.0, priority: 0.0 };
    Decision {
        chosen: Some(agent),
        considered: 3,
        candidates: vec![Candidate { agent_id: agent, score: 0.7, parts, refusal: Some(Refusal::Busy) }],
        refused: BTreeMap::from([(Refusal::Unhealthy, 1), (Refusal::NotPermitted, 2)]),
        failed_over: vec![FailedTry { agent_id: AgentId::new(), error_code: "agent.busy".to_owned() }],
    }
}

/// A call of which the interaction is this one.
fn call(organization: OrganizationId, interaction: Interaction) -> FinishedCall {
    FinishedCall { interaction, ..new_call(organization, AgentId::new()) }
}

/// Writes it, and holds what is read back to it, to the letter.
async fn survives(store: &Subject, organization: OrganizationId, expected: Interaction) -> Result<()> {
    store.append(&[call(organization, expected.clone())]).await?;
    let found = store.view(organization).await?.interactions().get(expected.id).await?;
    assert_eq!(found.as_ref(), Some(&expected));
    let letters = |it: &Interaction| serde_json::to_string(&(&it.input, &it.output)).ok();
    assert_eq!(found.as_ref().and_then(letters), letters(&expected));
    Ok(())
}

async fn keeps_every_field(store: Subject) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    survives(&store, organization, full_interaction(agent)?).await?;
    survives(&store, organization, new_call(organization, agent).interaction).await
}

async fn keeps_the_least_and_the_most_of_every_field(store: Subject) -> Result<()> {
    const MOST: u64 = i64::MAX as u64;
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    let least = Interaction {
        id: InteractionId::from_uuid(Uuid::nil()),
        agent_version: 0,
        capability: String::new(),
        session_id: Some(String::new()),
        output: None,
        error_code: Some(String::new()),
        error_message: Some(String::new()),
        duration_us: 0,
        ..new_call(organization, agent).interaction
    };
    let most = Interaction {
        id: InteractionId::from_uuid(Uuid::max()),
        agent_version: u32::MAX,
        error_message: Some("ﬀ".repeat(50_000)),
        input: Kept::Whole(json!("x".repeat(1_000_000))),
        output: Some(Kept::Digest { bytes: MOST, sha256: String::new() }),
        duration_us: MOST,
        usage: Usage {
            tokens: Tokens { input: MOST, output: MOST },
            cost: money("8999999999.999999999", "JPY")?,
        },
        ..full_interaction(agent)?
    };
    survives(&store, organization, least).await?;
    survives(&store, organization, most).await
}

async fn keeps_every_kind_of_actor_and_outcome(store: Subject) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    let actors = [
        Actor::Human(UserId::new()),
        Actor::AiAgent(AgentId::new()),
        Actor::ApiKey(ApiKeyId::new()),
        Actor::Automation("nightly".to_owned()),
        Actor::Plugin("p".to_owned()),
        Actor::System,
    ];
    for actor in actors {
        for outcome in Outcome::ALL {
            let base = new_call(organization, agent).interaction;
            survives(&store, organization, Interaction { actor: actor.clone(), outcome, ..base }).await?;
        }
    }
    Ok(())
}

async fn keeps_documents_as_they_were_written(store: Subject) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    for document in odd_documents() {
        let input = Kept::Whole(document.clone());
        let output = Some(Kept::Whole(document));
        let base = new_call(organization, agent).interaction;
        survives(&store, organization, Interaction { input, output, ..base }).await?;
    }
    Ok(())
}

async fn keeps_costs_exactly(store: Subject) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    for amount in ["0", "0.000000001", "-0.000000001", "0.1", "1.10", "-12.5", "8999999999.999999999"] {
        for currency in ["USD", "EUR", "JPY", "KWD", "XAU"] {
            let usage = Usage { tokens: Tokens::default(), cost: money(amount, currency)? };
            let base = new_call(organization, agent).interaction;
            survives(&store, organization, Interaction { usage, ..base }).await?;
        }
    }
    Ok(())
}

async fn an_unknown_interaction_is_not_found(store: Subject) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    store.append(&[new_call(organization, agent)]).await?;
    assert_eq!(store.view(organization).await?.interactions().get(InteractionId::new()).await?, None);
    Ok(())
}

async fn another_organizations_interaction_does_not_exist(store: Subject) -> Result<()> {
    let (ours, _) = add_organization_with_agent(&*store).await?;
    let (theirs, agent) = add_organization_with_agent(&*store).await?;
    let call = new_call(theirs, agent);
    store.append(std::slice::from_ref(&call)).await?;
    assert_eq!(store.view(ours).await?.interactions().get(call.interaction.id).await?, None);
    let filter = InteractionFilter { agent_id: Some(agent), ..InteractionFilter::default() };
    for filter in [filter, InteractionFilter::default()] {
        paging::holds(&[], async |page| store.view(ours).await?.interactions().list(&filter, &page).await)
            .await?;
    }
    Ok(())
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
