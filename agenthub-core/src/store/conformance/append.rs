//! Finished calls: all or none, in order.

use super::Subject;
use super::sample::{add_organization, add_organization_with_agent, code, new_call, new_record};
use crate::agent::AgentId;
use crate::error::{Code, Result};
use crate::organization::OrganizationId;
use crate::page::Page;
use crate::store::FinishedCall;

cases! { "append":
    writes_the_interaction_and_the_record
    writes_nothing_where_there_is_nothing
    places_records_in_the_order_of_the_calls
    writes_calls_of_many_organizations
    writes_many_calls_at_once
    writes_none_where_an_organization_is_unknown
    writes_none_where_an_agent_is_unknown
    writes_none_where_an_agent_is_another_organizations
    writes_none_where_an_interaction_is_taken
    writes_none_where_an_interaction_comes_twice
    writes_none_where_a_record_is_taken
    writes_none_where_a_record_comes_twice
    two_organizations_may_use_the_same_ids
    every_call_is_written_once_however_many_write
}

/// How many interactions and audit entries an organization has.
async fn counts(store: &Subject, organization: OrganizationId) -> Result<(u64, usize)> {
    let mut view = store.view(organization).await?;
    let page = Page { limit: 0, count: true, ..Page::default() };
    let interactions = view.interactions().list(&Default::default(), &page).await?.total;
    let entries = view.audit().range(0, u32::MAX).await?.len();
    Ok((interactions.unwrap_or_default(), entries))
}

/// Two good calls around a bad one are refused, and nothing of them is left.
async fn refuses(store: &Subject, good: (OrganizationId, AgentId), bad: FinishedCall) -> Result<()> {
    let before = counts(store, good.0).await?;
    let calls = [new_call(good.0, good.1), bad, new_call(good.0, good.1)];
    assert_eq!(code(store.append(&calls).await), Some(Code::STORE_CONFLICT));
    assert_eq!(counts(store, good.0).await?, before);
    store.append(&calls[..1]).await?;
    assert_eq!(counts(store, good.0).await?, (before.0 + 1, before.1 + 1));
    Ok(())
}

async fn writes_the_interaction_and_the_record(store: Subject) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    let call = new_call(organization, agent);
    store.append(std::slice::from_ref(&call)).await?;
    let mut view = store.view(organization).await?;
    let interaction = view.interactions().get(call.interaction.id).await?;
    assert_eq!(interaction, Some(call.interaction));
    let entry = view.audit().get(call.record.id).await?;
    assert_eq!(entry.map(|it| (it.sequence, it.record)), Some((0, call.record)));
    Ok(())
}

async fn writes_nothing_where_there_is_nothing(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    store.append(&[]).await?;
    assert_eq!(counts(&store, organization).await?, (0, 0));
    Ok(())
}

async fn places_records_in_the_order_of_the_calls(store: Subject) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    let mut calls: Vec<_> = (0..20).map(|_| new_call(organization, agent)).collect();
    // Not the order of the ids.
    calls.reverse();
    calls.swap(3, 11);
    store.append(&calls).await?;
    let entries = store.view(organization).await?.audit().range(0, 100).await?;
    let placed: Vec<_> = entries.iter().map(|entry| entry.record.id).collect();
    let expected: Vec<_> = calls.iter().map(|call| call.record.id).collect();
    assert_eq!(placed, expected);
    Ok(())
}

async fn writes_calls_of_many_organizations(store: Subject) -> Result<()> {
    let mut places = Vec::new();
    for _ in 0..3 {
        places.push(add_organization_with_agent(&*store).await?);
    }
    let calls: Vec<_> = (0..12)
        .map(|n| places[n * 7 % 3])
        .map(|(organization, agent)| new_call(organization, agent))
        .collect();
    store.append(&calls).await?;
    for (organization, _) in places {
        let entries = store.view(organization).await?.audit().range(0, 100).await?;
        let placed: Vec<_> = entries.iter().map(|entry| (entry.sequence, entry.record.id)).collect();
        let theirs = calls.iter().filter(|call| call.organization_id == organization);
        let expected: Vec<_> = (0..).zip(theirs.map(|call| call.record.id)).collect();
        assert_eq!(placed, expected);
    }
    Ok(())
}

async fn writes_many_calls_at_once(store: Subject) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    let calls: Vec<_> = (0..1_500).map(|_| new_call(organization, agent)).collect();
    store.append(&calls).await?;
    assert_eq!(counts(&store, organization).await?, (1_500, 1_500));
    let last = &calls[1_499].interaction;
    let found = store.view(organization).await?.interactions().get(last.id).await?;
    assert_eq!(found.as_ref(), Some(last));
    Ok(())
}

async fn writes_none_where_an_organization_is_unknown(store: Subject) -> Result<()> {
    let good = add_organization_with_agent(&*store).await?;
    refuses(&store, good, new_call(OrganizationId::new(), good.1)).await
}

async fn writes_none_where_an_agent_is_unknown(store: Subject) -> Result<()> {
    let good = add_organization_with_agent(&*store).await?;
    refuses(&store, good, new_call(good.0, AgentId::new())).await
}

async fn writes_none_where_an_agent_is_another_organizations(store: Subject) -> Result<()> {
    let good = add_organization_with_agent(&*store).await?;
    let (_, theirs) = add_organization_with_agent(&*store).await?;
    refuses(&store, good, new_call(good.0, theirs)).await
}

async fn writes_none_where_an_interaction_is_taken(store: Subject) -> Result<()> {
    let good = add_organization_with_agent(&*store).await?;
    let mut call = new_call(good.0, good.1);
    store.append(std::slice::from_ref(&call)).await?;
    call.record = new_record("again");
    refuses(&store, good, call).await
}

async fn writes_none_where_an_interaction_comes_twice(store: Subject) -> Result<()> {
    let good = add_organization_with_agent(&*store).await?;
    let call = new_call(good.0, good.1);
    let twice = FinishedCall { record: new_record("again"), ..call.clone() };
    assert_eq!(code(store.append(&[call, twice]).await), Some(Code::STORE_CONFLICT));
    assert_eq!(counts(&store, good.0).await?, (0, 0));
    Ok(())
}

async fn writes_none_where_a_record_is_taken(store: Subject) -> Result<()> {
    let good = add_organization_with_agent(&*store).await?;
    let taken = new_call(good.0, good.1);
    store.append(std::slice::from_ref(&taken)).await?;
    refuses(&store, good, FinishedCall { record: taken.record, ..new_call(good.0, good.1) }).await
}

async fn writes_none_where_a_record_comes_twice(store: Subject) -> Result<()> {
    let good = add_organization_with_agent(&*store).await?;
    let call = new_call(good.0, good.1);
    let twice = FinishedCall { record: call.record.clone(), ..new_call(good.0, good.1) };
    assert_eq!(code(store.append(&[call, twice]).await), Some(Code::STORE_CONFLICT));
    assert_eq!(counts(&store, good.0).await?, (0, 0));
    Ok(())
}

async fn two_organizations_may_use_the_same_ids(store: Subject) -> Result<()> {
    let (ours, theirs) =
        (add_organization_with_agent(&*store).await?, add_organization_with_agent(&*store).await?);
    let call = new_call(ours.0, ours.1);
    let mut same = FinishedCall { organization_id: theirs.0, ..call.clone() };
    same.interaction.agent_id = theirs.1;
    same.interaction.capability = "theirs".to_owned();
    store.append(&[call.clone(), same.clone()]).await?;
    for call in [call, same] {
        let mut view = store.view(call.organization_id).await?;
        assert_eq!(view.interactions().get(call.interaction.id).await?, Some(call.interaction));
    }
    Ok(())
}

async fn every_call_is_written_once_however_many_write(store: Subject) -> Result<()> {
    let (ours, theirs) =
        (add_organization_with_agent(&*store).await?, add_organization_with_agent(&*store).await?);
    let calls = |n: usize| (0..n).map(|_| [ours, theirs].map(|it| new_call(it.0, it.1))).collect::<Vec<_>>();
    let appends = (1..9).map(async |n| store.append(&calls(n).concat()).await);
    futures_util::future::try_join_all(appends).await?;
    for (organization, _) in [ours, theirs] {
        assert_eq!(counts(&store, organization).await?, (36, 36));
        let entries = store.view(organization).await?.audit().range(0, 100).await?;
        assert!(entries.iter().zip(0..).all(|(entry, place)| entry.sequence == place));
    }
    Ok(())
}
