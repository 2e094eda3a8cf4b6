//! Transactions and views: all or nothing, each as of one moment.

use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::Notify;

use super::Subject;
use super::sample::{
    add_agents, add_organization, add_user, code, get_agent, get_user, new_agent, new_api_key,
    new_invitation, new_member, new_organization, new_record, new_user, next_version,
};
use crate::access::Role;
use crate::error::{Code, Result};
use crate::organization::OrganizationId;
use crate::page::Page;
use crate::store::Revision;

cases! { "transactions":
    answers_a_ping
    a_work_is_done_whole
    a_dropped_work_is_not_done_at_all
    a_refused_work_is_not_done_at_all
    a_platform_is_done_whole
    a_dropped_platform_is_not_done_at_all
    one_platform_changes_several_organizations
    a_view_stays_at_its_moment
    a_view_never_sees_half_a_work
    a_glance_sees_what_a_view_sees
    an_overview_stays_at_its_moment
    an_overview_never_sees_half_a_platform
    works_of_many_organizations_do_not_mix
    an_unknown_organization_is_empty
}

async fn agents(store: &Subject, organization: OrganizationId) -> Result<usize> {
    Ok(store.view(organization).await?.agents().live().await?.len())
}

async fn log_length(store: &Subject, organization: OrganizationId) -> Result<usize> {
    Ok(store.view(organization).await?.audit().range(0, u32::MAX).await?.len())
}

async fn revision(store: &Subject, organization: OrganizationId) -> Result<Vec<(OrganizationId, Revision)>> {
    store.overview().await?.organizations().revisions(&[organization]).await
}

async fn answers_a_ping(store: Subject) -> Result<()> {
    store.ping().await?;
    store.ping().await
}

/// Does a bit of everything in one work; commits it, or not.
async fn do_everything(store: &Subject, organization: OrganizationId, commit: bool) -> Result<()> {
    let user = add_user(&**store, "ada@example.com").await?;
    let mut work = store.work(organization).await?;
    work.agents().add(&new_agent("a")).await?;
    work.api_keys().add(&new_api_key("k")).await?;
    work.invitations().add(&new_invitation(organization, "bob@example.com")).await?;
    work.members().add(&new_member(&user, Role::Owner)).await?;
    work.record(new_record("everything")).await?;
    work.touch().await?;
    if commit { work.commit().await } else { Ok(()) }
}

/// How many of each there are.
async fn counts(store: &Subject, organization: OrganizationId) -> Result<[usize; 5]> {
    let page = Page::default();
    let mut view = store.view(organization).await?;
    Ok([
        view.agents().live().await?.len(),
        view.api_keys().list(&page).await?.items.len(),
        view.invitations().list(&page).await?.items.len(),
        view.members().list(&page).await?.items.len(),
        view.audit().range(0, 10).await?.len(),
    ])
}

async fn a_work_is_done_whole(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    do_everything(&store, organization, true).await?;
    assert_eq!(counts(&store, organization).await?, [1; 5]);
    assert!(revision(&store, organization).await?[0].1 > Revision(0));
    Ok(())
}

async fn a_dropped_work_is_not_done_at_all(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    do_everything(&store, organization, false).await?;
    assert_eq!(counts(&store, organization).await?, [0; 5]);
    assert_eq!(revision(&store, organization).await?, [(organization, Revision(0))]);
    Ok(())
}

async fn a_refused_work_is_not_done_at_all(store: Subject) -> Result<()> {
    let (organization, agent) = (add_organization(&*store).await?, new_agent("a"));
    add_agents(&*store, organization, std::slice::from_ref(&agent)).await?;
    let mut work = store.work(organization).await?;
    assert!(work.agents().change(&next_version(&agent)).await?);
    work.record(new_record("update")).await?;
    assert_eq!(code(work.agents().add(&agent).await), Some(Code::STORE_CONFLICT));
    drop(work);
    assert_eq!(get_agent(&*store, organization, agent.id).await?, Some(agent));
    assert_eq!(log_length(&store, organization).await?, 0);
    Ok(())
}

/// Registers a user with an organization, in one transaction; commits it, or not.
async fn register(store: &Subject, commit: bool) -> Result<(OrganizationId, crate::user::User)> {
    let (organization, user) = (new_organization("new"), new_user("ada@example.com"));
    let mut platform = store.platform().await?;
    platform.organizations().add(&organization).await?;
    platform.users().add(&user).await?;
    let rows = platform.within(organization.id).await?;
    rows.members().add(&new_member(&user, Role::Owner)).await?;
    rows.record(new_record("register")).await?;
    rows.agents().add(&new_agent("first")).await?;
    if commit {
        platform.commit().await?;
    }
    Ok((organization.id, user))
}

async fn a_platform_is_done_whole(store: Subject) -> Result<()> {
    let (organization, user) = register(&store, true).await?;
    assert_eq!(counts(&store, organization).await?, [1, 0, 0, 1, 1]);
    let memberships = store.overview().await?.organizations().of_user(user.id).await?;
    assert_eq!(memberships.len(), 1);
    Ok(())
}

async fn a_dropped_platform_is_not_done_at_all(store: Subject) -> Result<()> {
    let (organization, user) = register(&store, false).await?;
    assert_eq!(counts(&store, organization).await?, [0; 5]);
    assert!(get_user(&*store, user.id).await?.is_none());
    assert_eq!(store.overview().await?.organizations().get(organization).await?, None);
    register(&store, true).await?;
    Ok(())
}

async fn one_platform_changes_several_organizations(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    let (first, second) = (new_agent("first"), new_agent("second"));
    let mut platform = store.platform().await?;
    platform.within(ours).await?.agents().add(&first).await?;
    let rows = platform.within(theirs).await?;
    assert_eq!(rows.agents().get(first.id).await?, None, "within theirs, ours does not exist");
    rows.agents().add(&second).await?;
    let rows = platform.within(ours).await?;
    assert_eq!(rows.agents().get(first.id).await?.as_ref(), Some(&first));
    assert_eq!(rows.agents().get(second.id).await?, None);
    platform.commit().await?;
    assert_eq!(get_agent(&*store, ours, first.id).await?, Some(first));
    assert_eq!(get_agent(&*store, theirs, second.id).await?, Some(second));
    Ok(())
}

/// How often a view is read again while a writer may run.
const READS: usize = 50;

async fn a_view_stays_at_its_moment(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let (opened, written) = (Notify::new(), AtomicBool::new(false));
    let read = async || -> Result<()> {
        let mut view = store.view(organization).await?;
        assert_eq!(view.agents().live().await?.len(), 0);
        opened.notify_one();
        for _ in 0..READS {
            assert_eq!(view.agents().live().await?.len(), 0);
            assert_eq!(view.audit().range(0, 10).await?.len(), 0);
            tokio::task::yield_now().await;
            if written.load(Ordering::Relaxed) {
                break;
            }
        }
        let seen = (view.agents().live().await?.len(), view.audit().range(0, 10).await?.len());
        assert_eq!(seen, (0, 0), "after the other's commit, or before it where the store makes it wait");
        Ok(())
    };
    let write = async || -> Result<()> {
        opened.notified().await;
        let mut work = store.work(organization).await?;
        work.agents().add(&new_agent("new")).await?;
        work.record(new_record("create")).await?;
        work.commit().await?;
        written.store(true, Ordering::Relaxed);
        Ok(())
    };
    futures_util::future::try_join(read(), write()).await?;
    assert_eq!((agents(&store, organization).await?, log_length(&store, organization).await?), (1, 1));
    Ok(())
}

async fn a_view_never_sees_half_a_work(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let written = AtomicBool::new(false);
    let write = async || -> Result<()> {
        for _ in 0..10 {
            let mut work = store.work(organization).await?;
            work.agents().add(&new_agent("one")).await?;
            tokio::task::yield_now().await;
            work.agents().add(&new_agent("two")).await?;
            work.record(new_record("create")).await?;
            work.commit().await?;
        }
        written.store(true, Ordering::Relaxed);
        Ok(())
    };
    let read = async || -> Result<()> {
        while !written.load(Ordering::Relaxed) {
            let mut view = store.view(organization).await?;
            let (agents, entries) =
                (view.agents().live().await?.len(), view.audit().range(0, 100).await?.len());
            assert_eq!(agents, entries * 2);
            drop(view);
            tokio::task::yield_now().await;
        }
        Ok(())
    };
    futures_util::future::try_join(write(), read()).await?;
    assert_eq!(agents(&store, organization).await?, 20);
    Ok(())
}

async fn a_glance_sees_what_a_view_sees(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    let agent = new_agent("a");
    add_agents(&*store, ours, std::slice::from_ref(&agent)).await?;
    assert_eq!(store.glance(ours).await?.agents().get(agent.id).await?.as_ref(), Some(&agent));
    assert_eq!(store.glance(theirs).await?.agents().get(agent.id).await?, None);
    let mut work = store.work(ours).await?;
    assert!(work.agents().change(&next_version(&agent)).await?);
    drop(work);
    assert_eq!(store.glance(ours).await?.agents().get(agent.id).await?.as_ref(), Some(&agent));
    let mut work = store.work(ours).await?;
    assert!(work.agents().change(&next_version(&agent)).await?);
    work.commit().await?;
    assert_eq!(store.glance(ours).await?.agents().get(agent.id).await?, Some(next_version(&agent)));
    Ok(())
}

async fn an_overview_stays_at_its_moment(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let (opened, written) = (Notify::new(), AtomicBool::new(false));
    let read = async || -> Result<()> {
        let mut overview = store.overview().await?;
        let before = overview.organizations().revisions(&[organization]).await?;
        opened.notify_one();
        for _ in 0..READS {
            tokio::task::yield_now().await;
            if written.load(Ordering::Relaxed) {
                break;
            }
        }
        assert_eq!(overview.organizations().revisions(&[organization]).await?, before);
        assert_eq!(overview.users().by_email("ada@example.com").await?.map(|user| user.id), None);
        Ok(())
    };
    let write = async || -> Result<()> {
        opened.notified().await;
        let mut platform = store.platform().await?;
        platform.users().add(&new_user("ada@example.com")).await?;
        platform.within(organization).await?.touch().await?;
        platform.commit().await?;
        written.store(true, Ordering::Relaxed);
        Ok(())
    };
    futures_util::future::try_join(read(), write()).await?;
    assert!(revision(&store, organization).await?[0].1 > Revision(0));
    Ok(())
}

async fn an_overview_never_sees_half_a_platform(store: Subject) -> Result<()> {
    let user = add_user(&*store, "ada@example.com").await?;
    let written = AtomicBool::new(false);
    let write = async || -> Result<()> {
        for _ in 0..10 {
            let organization = new_organization("new");
            let mut platform = store.platform().await?;
            platform.organizations().add(&organization).await?;
            tokio::task::yield_now().await;
            platform.within(organization.id).await?.members().add(&new_member(&user, Role::Owner)).await?;
            platform.commit().await?;
        }
        written.store(true, Ordering::Relaxed);
        Ok(())
    };
    let read = async || -> Result<()> {
        while !written.load(Ordering::Relaxed) {
            let mut overview = store.overview().await?;
            let there = overview.organizations().list(&Page::default()).await?.items.len();
            assert_eq!(there, overview.organizations().of_user(user.id).await?.len());
            drop(overview);
            tokio::task::yield_now().await;
        }
        Ok(())
    };
    futures_util::future::try_join(write(), read()).await?;
    assert_eq!(store.overview().await?.organizations().of_user(user.id).await?.len(), 10);
    Ok(())
}

async fn works_of_many_organizations_do_not_mix(store: Subject) -> Result<()> {
    let mut organizations = Vec::new();
    for _ in 0..4 {
        organizations.push(add_organization(&*store).await?);
    }
    let works = (0..16).map(async |n: usize| {
        let mut work = store.work(organizations[n % 4]).await?;
        work.agents().add(&new_agent(&format!("agent {n}"))).await?;
        tokio::task::yield_now().await;
        work.record(new_record("create")).await?;
        work.commit().await
    });
    futures_util::future::try_join_all(works).await?;
    for organization in organizations {
        assert_eq!(counts(&store, organization).await?, [4, 0, 0, 0, 4]);
    }
    Ok(())
}

async fn an_unknown_organization_is_empty(store: Subject) -> Result<()> {
    let nowhere = OrganizationId::new();
    assert_eq!(counts(&store, nowhere).await?, [0; 5]);
    let user = add_user(&*store, "ada@example.com").await?;
    let mut work = store.work(nowhere).await?;
    assert!(!work.members().remove(user.id).await?);
    assert!(!work.members().change(&new_member(&user, Role::Owner)).await?);
    assert!(!work.agents().change(&next_version(&new_agent("a"))).await?);
    assert!(!work.api_keys().change(&new_api_key("k")).await?);
    let invitation = new_invitation(nowhere, "bob@example.com");
    assert!(!work.invitations().change(&invitation).await?);
    assert!(!work.invitations().remove(invitation.id).await?);
    work.commit().await
}
