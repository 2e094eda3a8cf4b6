//! Keys of subjects.

use super::Subject;
use super::sample::{add_organization, code, moment, new_subject_key};
use crate::error::{Code, Result};
use crate::organization::OrganizationId;
use crate::subject_key::{SubjectId, SubjectKey, SubjectKeyId};

cases! { "subject_keys":
    keep_every_field
    an_unknown_one_is_left_out
    refuse_one_twice
    refuse_an_unknown_organization
    come_by_subject_in_the_order_of_their_ids
    erasing_destroys_all_of_a_subject_and_no_others
    a_subject_may_have_another_after_erasing
    another_organizations_key_does_not_exist
    a_dropped_work_leaves_none_and_destroys_none
}

async fn add(store: &Subject, organization: OrganizationId, keys: &[SubjectKey]) -> Result<()> {
    let mut work = store.work(organization).await?;
    for key in keys {
        work.subject_keys().add(key).await?;
    }
    work.commit().await
}

async fn erase(store: &Subject, organization: OrganizationId, subject: SubjectId) -> Result<u64> {
    let mut work = store.work(organization).await?;
    let count = work.subject_keys().erase(subject, moment(7)).await?;
    work.commit().await?;
    Ok(count)
}

async fn list(store: &Subject, organization: OrganizationId, subject: SubjectId) -> Result<Vec<SubjectKey>> {
    store.view(organization).await?.subject_keys().list(subject).await
}

fn erased(key: &SubjectKey) -> SubjectKey {
    SubjectKey { wrapped: None, erased_at: Some(moment(7)), ..key.clone() }
}

async fn keep_every_field(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let subject = SubjectId::new();
    let bytes: Vec<u8> = (0..=255).collect();
    let mut keys: Vec<_> = [bytes, vec![0; 72], Vec::new()]
        .into_iter()
        .map(|wrapped| SubjectKey { wrapped: Some(wrapped), ..new_subject_key(subject) })
        .collect();
    keys.push(erased(&SubjectKey { created_at: moment(-1), ..new_subject_key(subject) }));
    add(&store, organization, &keys).await?;
    assert_eq!(list(&store, organization, subject).await?, keys);
    let ids: Vec<_> = keys.iter().map(|key| key.id).collect();
    let mut found = store.view(organization).await?.subject_keys().get(&ids).await?;
    found.sort_by_key(|key| key.id);
    assert_eq!(found, keys);
    Ok(())
}

async fn an_unknown_one_is_left_out(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let key = new_subject_key(SubjectId::new());
    add(&store, organization, std::slice::from_ref(&key)).await?;
    let mut work = store.work(organization).await?;
    let keys = work.subject_keys();
    assert_eq!(keys.get(&[]).await?, []);
    assert_eq!(keys.get(&[SubjectKeyId::new()]).await?, []);
    assert_eq!(keys.get(&[SubjectKeyId::new(), key.id, SubjectKeyId::new()]).await?, [key]);
    assert_eq!(keys.list(SubjectId::new()).await?, []);
    assert_eq!(keys.erase(SubjectId::new(), moment(7)).await?, 0);
    Ok(())
}

async fn refuse_one_twice(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let key = new_subject_key(SubjectId::new());
    add(&store, organization, std::slice::from_ref(&key)).await?;
    let other = SubjectKey { id: key.id, ..new_subject_key(SubjectId::new()) };
    assert_eq!(code(add(&store, organization, &[other]).await), Some(Code::STORE_CONFLICT));
    assert_eq!(list(&store, organization, key.subject).await?, [key]);
    Ok(())
}

async fn refuse_an_unknown_organization(store: Subject) -> Result<()> {
    let (nowhere, key) = (OrganizationId::new(), new_subject_key(SubjectId::new()));
    assert_eq!(code(add(&store, nowhere, std::slice::from_ref(&key)).await), Some(Code::STORE_CONFLICT));
    assert_eq!(list(&store, nowhere, key.subject).await?, []);
    assert_eq!(erase(&store, nowhere, key.subject).await?, 0);
    Ok(())
}

async fn come_by_subject_in_the_order_of_their_ids(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let (one, other) = (SubjectId::new(), SubjectId::new());
    let keys = [one, other, one, one].map(new_subject_key);
    let backwards: Vec<_> = keys.iter().rev().cloned().collect();
    add(&store, organization, &backwards).await?;
    let [first, second, third, fourth] = keys;
    assert_eq!(list(&store, organization, one).await?, [first, third, fourth]);
    assert_eq!(list(&store, organization, other).await?, [second]);
    Ok(())
}

async fn erasing_destroys_all_of_a_subject_and_no_others(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let (one, other) = (SubjectId::new(), SubjectId::new());
    let keys = [one, one, other].map(new_subject_key);
    add(&store, organization, &keys).await?;
    assert_eq!(erase(&store, organization, one).await?, 2);
    assert_eq!(erase(&store, organization, one).await?, 0, "once");
    assert_eq!(list(&store, organization, one).await?, [erased(&keys[0]), erased(&keys[1])]);
    assert_eq!(list(&store, organization, other).await?, keys[2..]);
    Ok(())
}

async fn a_subject_may_have_another_after_erasing(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let subject = SubjectId::new();
    let [before, after] = [subject; 2].map(new_subject_key);
    add(&store, organization, std::slice::from_ref(&before)).await?;
    erase(&store, organization, subject).await?;
    add(&store, organization, std::slice::from_ref(&after)).await?;
    assert_eq!(list(&store, organization, subject).await?, [erased(&before), after]);
    Ok(())
}

async fn another_organizations_key_does_not_exist(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    let key = new_subject_key(SubjectId::new());
    add(&store, theirs, std::slice::from_ref(&key)).await?;
    let mut work = store.work(ours).await?;
    assert_eq!(work.subject_keys().get(&[key.id]).await?, []);
    assert_eq!(work.subject_keys().list(key.subject).await?, []);
    assert_eq!(work.subject_keys().erase(key.subject, moment(7)).await?, 0);
    work.commit().await?;
    // Nor does it stand in the way of one that is called so here.
    add(&store, ours, std::slice::from_ref(&key)).await?;
    assert_eq!(erase(&store, ours, key.subject).await?, 1);
    assert_eq!(list(&store, theirs, key.subject).await?, [key]);
    Ok(())
}

async fn a_dropped_work_leaves_none_and_destroys_none(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let key = new_subject_key(SubjectId::new());
    add(&store, organization, std::slice::from_ref(&key)).await?;
    let mut work = store.work(organization).await?;
    work.subject_keys().add(&new_subject_key(key.subject)).await?;
    assert_eq!(work.subject_keys().erase(key.subject, moment(7)).await?, 2, "seen in its own work");
    drop(work);
    assert_eq!(list(&store, organization, key.subject).await?, [key]);
    Ok(())
}
