//! Saved views of the audit log.

use super::Subject;
use super::paging;
use super::sample::{add_organization, code, moment};
use crate::audit::view::{AuditView, AuditViewId};
use crate::audit::{Actor, AuditFilter, AuditOrder, AuditQuery};
use crate::error::{Code, Result};
use crate::organization::OrganizationId;
use crate::user::UserId;

cases! { "audit_views":
    keeps_every_field
    an_unknown_view_is_not_found
    refuses_a_taken_id
    refuses_an_unknown_organization
    is_changed_and_removed_once
    another_organizations_view_does_not_exist
    lists_ones_own_and_the_shared_newest_first_in_pages
}

fn new_view(name: &str) -> AuditView {
    AuditView {
        id: AuditViewId::new(),
        name: name.to_owned(),
        query: AuditQuery::default(),
        columns: Vec::new(),
        shared: false,
        created_by: Actor::System,
        created_at: moment(0),
        updated_at: moment(0),
    }
}

async fn add(store: &Subject, organization: OrganizationId, views: &[AuditView]) -> Result<()> {
    let mut work = store.work(organization).await?;
    for view in views {
        work.audit_views().add(view).await?;
    }
    work.commit().await
}

async fn get(store: &Subject, organization: OrganizationId, id: AuditViewId) -> Result<Option<AuditView>> {
    store.view(organization).await?.audit_views().get(id).await
}

async fn keeps_every_field(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let filter = AuditFilter {
        q: Some("text:\"\u{0} ' \\ 日本\"".to_owned()),
        from: Some(moment(999_999)),
        order: Some(AuditOrder::Oldest),
        ..AuditFilter::default()
    };
    let group = vec![AuditQuery::from(filter.clone())];
    let view = AuditView {
        query: AuditQuery { all: group.clone(), any: group.clone(), none: group, filter },
        columns: vec!["at".to_owned(), "changes.\u{0}日".to_owned()],
        shared: true,
        created_by: Actor::Human(UserId::new()),
        updated_at: moment(999_999),
        ..new_view("Fehler — 失敗 'x'")
    };
    add(&store, organization, std::slice::from_ref(&view)).await?;
    assert_eq!(get(&store, organization, view.id).await?, Some(view));
    Ok(())
}

async fn an_unknown_view_is_not_found(store: Subject) -> Result<()> {
    for organization in [add_organization(&*store).await?, OrganizationId::new()] {
        assert_eq!(get(&store, organization, AuditViewId::new()).await?, None);
        let mut work = store.work(organization).await?;
        assert!(!work.audit_views().change(&new_view("x")).await?);
        assert!(!work.audit_views().remove(AuditViewId::new()).await?);
    }
    Ok(())
}

async fn refuses_a_taken_id(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let view = new_view("x");
    let twice = add(&store, organization, &[view.clone(), view]).await;
    assert_eq!(code(twice), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn refuses_an_unknown_organization(store: Subject) -> Result<()> {
    let refused = add(&store, OrganizationId::new(), &[new_view("x")]).await;
    assert_eq!(code(refused), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn is_changed_and_removed_once(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let view = new_view("before");
    add(&store, organization, std::slice::from_ref(&view)).await?;
    let changed = AuditView { name: "after".to_owned(), shared: true, updated_at: moment(5), ..view };
    let mut work = store.work(organization).await?;
    assert!(work.audit_views().change(&changed).await?);
    work.commit().await?;
    assert_eq!(get(&store, organization, changed.id).await?.as_ref(), Some(&changed));
    let mut work = store.work(organization).await?;
    assert!(work.audit_views().remove(changed.id).await?);
    assert!(!work.audit_views().remove(changed.id).await?);
    work.commit().await?;
    assert_eq!(get(&store, organization, changed.id).await?, None);
    Ok(())
}

async fn another_organizations_view_does_not_exist(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    let view = AuditView { shared: true, ..new_view("theirs") };
    add(&store, theirs, std::slice::from_ref(&view)).await?;
    assert_eq!(get(&store, ours, view.id).await?, None);
    let mut work = store.work(ours).await?;
    assert!(!work.audit_views().change(&view).await?);
    assert!(!work.audit_views().remove(view.id).await?);
    drop(work);
    paging::holds(&[], async |page| store.view(ours).await?.audit_views().list(&Actor::System, &page).await)
        .await
}

async fn lists_ones_own_and_the_shared_newest_first_in_pages(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let (ada, bob) = (Actor::Human(UserId::new()), Actor::Human(UserId::new()));
    let mut seen = Vec::new();
    for n in 0..12 {
        let created_by = [&ada, &bob, &Actor::System][n as usize % 3].clone();
        let view =
            AuditView { created_at: moment(n / 2), shared: n % 4 == 0, created_by, ..new_view("view") };
        add(&store, organization, std::slice::from_ref(&view)).await?;
        if view.is_seen_by(&ada) {
            seen.push(view);
        }
    }
    assert_eq!(seen.len(), 6);
    seen.sort_by_key(|view| std::cmp::Reverse((view.created_at, view.id)));
    paging::holds(&seen, async |page| store.view(organization).await?.audit_views().list(&ada, &page).await)
        .await
}
