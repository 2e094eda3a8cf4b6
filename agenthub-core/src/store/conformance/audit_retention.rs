//! How long audit logs are kept.

use super::Subject;
use super::sample::{add_organization, code, moment};
use crate::audit::Actor;
use crate::audit::retention::RetentionPolicy;
use crate::error::{Code, Result};
use crate::organization::OrganizationId;
use crate::user::UserId;

cases! { "audit_retention":
    there_is_none_at_first
    keeps_every_field_of_a_policy
    another_policy_takes_its_place
    is_removed_once_and_may_come_back
    refuses_a_policy_for_an_unknown_organization
    another_organizations_policy_does_not_exist
    a_dropped_work_leaves_no_policy
    lists_who_has_a_policy
}

fn policy(days: u32) -> RetentionPolicy {
    RetentionPolicy { days, set_by: Actor::System, set_at: moment(1) }
}

async fn get(store: &Subject, organization: OrganizationId) -> Result<Option<RetentionPolicy>> {
    store.view(organization).await?.audit_retention().get().await
}

async fn set(store: &Subject, organization: OrganizationId, policy: &RetentionPolicy) -> Result<()> {
    let mut work = store.work(organization).await?;
    work.audit_retention().set(policy).await?;
    work.commit().await
}

async fn remove(store: &Subject, organization: OrganizationId) -> Result<bool> {
    let mut work = store.work(organization).await?;
    let removed = work.audit_retention().remove().await?;
    work.commit().await?;
    Ok(removed)
}

async fn there_is_none_at_first(store: Subject) -> Result<()> {
    for organization in [add_organization(&*store).await?, OrganizationId::new()] {
        assert_eq!(get(&store, organization).await?, None);
    }
    Ok(())
}

async fn keeps_every_field_of_a_policy(store: Subject) -> Result<()> {
    let actors = [Actor::System, Actor::Human(UserId::new()), Actor::Automation("reg\"el 日本".to_owned())];
    for (set_by, days) in actors.into_iter().zip([1, 36_500, u32::MAX]) {
        let organization = add_organization(&*store).await?;
        let policy = RetentionPolicy { days, set_by, set_at: moment(999_999) };
        set(&store, organization, &policy).await?;
        assert_eq!(get(&store, organization).await?, Some(policy));
    }
    Ok(())
}

async fn another_policy_takes_its_place(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let next = RetentionPolicy { set_by: Actor::Plugin("x".to_owned()), set_at: moment(7), ..policy(9) };
    set(&store, organization, &policy(30)).await?;
    set(&store, organization, &next).await?;
    assert_eq!(get(&store, organization).await?, Some(next));
    Ok(())
}

async fn is_removed_once_and_may_come_back(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    set(&store, organization, &policy(30)).await?;
    assert!(remove(&store, organization).await?);
    assert!(!remove(&store, organization).await?);
    assert_eq!(get(&store, organization).await?, None);
    set(&store, organization, &policy(31)).await?;
    assert_eq!(get(&store, organization).await?, Some(policy(31)));
    Ok(())
}

async fn refuses_a_policy_for_an_unknown_organization(store: Subject) -> Result<()> {
    let nowhere = OrganizationId::new();
    assert_eq!(code(set(&store, nowhere, &policy(30)).await), Some(Code::STORE_CONFLICT));
    assert_eq!(code(remove(&store, nowhere).await), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn another_organizations_policy_does_not_exist(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    set(&store, theirs, &policy(30)).await?;
    assert_eq!(get(&store, ours).await?, None);
    assert!(!remove(&store, ours).await?);
    set(&store, ours, &policy(5)).await?;
    assert_eq!(get(&store, theirs).await?, Some(policy(30)));
    Ok(())
}

async fn a_dropped_work_leaves_no_policy(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut work = store.work(organization).await?;
    work.audit_retention().set(&policy(30)).await?;
    assert_eq!(work.audit_retention().get().await?, Some(policy(30)), "the work itself sees it");
    drop(work);
    assert_eq!(get(&store, organization).await?, None);
    Ok(())
}

async fn lists_who_has_a_policy(store: Subject) -> Result<()> {
    let mut expected = Vec::new();
    for number in 0..5 {
        let organization = add_organization(&*store).await?;
        if number != 2 {
            set(&store, organization, &policy(30)).await?;
            expected.push(organization);
        }
    }
    expected.sort();
    let mut overview = store.overview().await?;
    assert_eq!(overview.audit_retentions().list(None, 100).await?, expected);
    assert_eq!(overview.audit_retentions().list(None, 2).await?, expected[..2]);
    assert_eq!(overview.audit_retentions().list(Some(expected[1]), 100).await?, expected[2..]);
    assert_eq!(overview.audit_retentions().list(Some(expected[3]), 100).await?, []);
    Ok(())
}
