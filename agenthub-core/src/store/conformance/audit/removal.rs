//! What is left of an audit log whose first entries have left.

use super::super::Subject;
use super::super::sample::{add_organization, add_organization_with_agent, code, new_call, new_record};
use super::{get, log, record};
use crate::audit::{AuditOrder, Entry};
use crate::error::{Code, Result};
use crate::organization::OrganizationId;

cases! { "audit":
    begins_where_the_first_entry_is_that_did_not_leave
    what_left_is_not_found_anywhere
    the_last_entry_may_leave_and_the_next_one_follows_it
    removes_no_more_than_there_is
    a_dropped_removal_leaves_everything
    a_removal_leaves_another_organizations_log
    calls_go_on_behind_a_removal
    gives_no_leaves_of_what_left
    an_id_that_left_is_free
}

/// A log of so many entries.
async fn log_of(store: &Subject, entries: usize) -> Result<(OrganizationId, Vec<Entry>)> {
    let organization = add_organization(&**store).await?;
    for number in 0..entries {
        record(store, organization, new_record(&format!("act {number}"))).await?;
    }
    let log = log(store, organization).await?;
    Ok((organization, log))
}

async fn remove_before(store: &Subject, organization: OrganizationId, sequence: u64) -> Result<u64> {
    let mut work = store.work(organization).await?;
    let removed = work.audit().remove_before(sequence).await?;
    work.commit().await?;
    Ok(removed)
}

async fn begins_where_the_first_entry_is_that_did_not_leave(store: Subject) -> Result<()> {
    let (organization, all) = log_of(&store, 9).await?;
    for (before, removed) in [(0, 0), (3, 3), (3, 0), (2, 0), (5, 2)] {
        assert_eq!(remove_before(&store, organization, before).await?, removed, "before {before}");
    }
    assert_eq!(store.view(organization).await?.audit().extent().await?, 5..9);
    assert_eq!(log(&store, organization).await?, all[5..]);
    Ok(())
}

async fn what_left_is_not_found_anywhere(store: Subject) -> Result<()> {
    let (organization, all) = log_of(&store, 9).await?;
    remove_before(&store, organization, 4).await?;
    for entry in &all {
        let expected = (entry.sequence >= 4).then(|| entry.clone());
        assert_eq!(get(&store, organization, entry.record.id).await?, expected);
    }
    let mut view = store.view(organization).await?;
    assert_eq!(view.audit().range(2, 3).await?, all[4..7]);
    assert_eq!(view.audit().range(6, 100).await?, all[6..]);
    assert_eq!(view.audit().at(&[1, 3, 4, 8]).await?, [all[4].clone(), all[8].clone()]);
    let about = &all[0].record.entity;
    for (order, expected) in [(AuditOrder::Oldest, &all[4]), (AuditOrder::Newest, &all[8])] {
        let found = view.audit().of_entity(&about.kind, &about.id, 0..100, order, 1).await?;
        assert_eq!(found, std::slice::from_ref(expected));
    }
    Ok(())
}

async fn the_last_entry_may_leave_and_the_next_one_follows_it(store: Subject) -> Result<()> {
    let (organization, _) = log_of(&store, 3).await?;
    remove_before(&store, organization, 3).await?;
    assert_eq!(store.view(organization).await?.audit().extent().await?, 3..3);
    assert!(log(&store, organization).await?.is_empty());
    assert_eq!(record(&store, organization, new_record("act")).await?.sequence, 3);
    assert_eq!(store.view(organization).await?.audit().extent().await?, 3..4);
    Ok(())
}

async fn removes_no_more_than_there_is(store: Subject) -> Result<()> {
    let (organization, _) = log_of(&store, 3).await?;
    assert_eq!(remove_before(&store, organization, i64::MAX as u64).await?, 3);
    assert_eq!(store.view(organization).await?.audit().extent().await?, 3..3);
    assert_eq!(remove_before(&store, OrganizationId::new(), 5).await?, 0);
    Ok(())
}

async fn a_dropped_removal_leaves_everything(store: Subject) -> Result<()> {
    let (organization, all) = log_of(&store, 3).await?;
    let mut work = store.work(organization).await?;
    assert_eq!(work.audit().remove_before(2).await?, 2);
    assert_eq!(work.audit().extent().await?, 2..3, "the work itself sees it");
    drop(work);
    assert_eq!(log(&store, organization).await?, all);
    Ok(())
}

async fn a_removal_leaves_another_organizations_log(store: Subject) -> Result<()> {
    let ((ours, _), (theirs, all)) = (log_of(&store, 3).await?, log_of(&store, 3).await?);
    remove_before(&store, ours, 3).await?;
    assert_eq!(log(&store, theirs).await?, all);
    Ok(())
}

async fn calls_go_on_behind_a_removal(store: Subject) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    for from in [0, 4] {
        store.append(&[(); 4].map(|()| new_call(organization, agent))).await?;
        remove_before(&store, organization, from + 3).await?;
    }
    let left: Vec<_> = log(&store, organization).await?.iter().map(|entry| entry.sequence).collect();
    assert_eq!(left, [7]);
    Ok(())
}

async fn gives_no_leaves_of_what_left(store: Subject) -> Result<()> {
    let (organization, all) = log_of(&store, 5).await?;
    remove_before(&store, organization, 2).await?;
    let mut view = store.view(organization).await?;
    let expected: Vec<_> = all[2..4].iter().map(|entry| entry.leaf_hash).collect();
    assert_eq!(view.audit_tree().leaves(2, 2).await?, expected);
    assert_eq!(code(view.audit_tree().leaves(1, 2).await), Some(Code::STORE_CORRUPT));
    Ok(())
}

async fn an_id_that_left_is_free(store: Subject) -> Result<()> {
    let (organization, all) = log_of(&store, 2).await?;
    remove_before(&store, organization, 1).await?;
    record(&store, organization, all[0].record.clone()).await?;
    let found = get(&store, organization, all[0].record.id).await?;
    assert_eq!(found.map(|entry| entry.sequence), Some(2));
    Ok(())
}
