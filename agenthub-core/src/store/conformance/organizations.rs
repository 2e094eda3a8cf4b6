//! Organizations and their revisions.

use super::Subject;
use super::paging;
use super::sample::{add_organization, code, french, moment, new_organization};
use crate::error::{Code, Result};
use crate::organization::{Organization, OrganizationId};
use crate::store::Revision;

cases! { "organizations":
    keeps_every_field
    an_unknown_organization_is_not_found
    refuses_a_taken_id
    is_changed
    come_oldest_first_in_pages
    a_new_one_is_at_revision_0
    a_touch_raises_the_revision_of_that_one
    every_touch_counts_however_many_there_are
    a_dropped_touch_does_not_count
    refuses_to_touch_an_unknown_organization
    revisions_of_unknown_ones_are_left_out
    a_dropped_transaction_leaves_no_organization
}

async fn revision(store: &Subject, of: OrganizationId) -> Result<Option<Revision>> {
    let revisions = store.overview().await?.organizations().revisions(&[of]).await?;
    Ok(revisions.into_iter().find(|(id, _)| *id == of).map(|(_, revision)| revision))
}

async fn touch(store: &Subject, organization: OrganizationId) -> Result<()> {
    let mut work = store.work(organization).await?;
    work.touch().await?;
    work.commit().await
}

async fn keeps_every_field(store: Subject) -> Result<()> {
    for name in ["", "Ünïcode \"Ltd\" O'Brien \\ % _ 株式会社 👩‍🚀", &"x".repeat(100_000)] {
        let organization = Organization {
            preference: french(),
            created_at: moment(-999_999),
            updated_at: moment(999_999),
            ..new_organization(name)
        };
        let mut platform = store.platform().await?;
        platform.organizations().add(&organization).await?;
        assert_eq!(platform.organizations().get(organization.id).await?.as_ref(), Some(&organization));
        platform.commit().await?;
        let found = store.overview().await?.organizations().get(organization.id).await?;
        assert_eq!(found, Some(organization));
    }
    Ok(())
}

async fn an_unknown_organization_is_not_found(store: Subject) -> Result<()> {
    let mut platform = store.platform().await?;
    assert_eq!(platform.organizations().get(OrganizationId::new()).await?, None);
    assert!(!platform.organizations().change(&new_organization("nowhere")).await?);
    Ok(())
}

async fn refuses_a_taken_id(store: Subject) -> Result<()> {
    let organization = new_organization("first");
    let mut platform = store.platform().await?;
    platform.organizations().add(&organization).await?;
    platform.commit().await?;
    let again = Organization { name: "second".to_owned(), ..organization.clone() };
    let refused = store.platform().await?.organizations().add(&again).await;
    assert_eq!(code(refused), Some(Code::STORE_CONFLICT));
    let found = store.overview().await?.organizations().get(organization.id).await?;
    assert_eq!(found, Some(organization));
    Ok(())
}

async fn is_changed(store: Subject) -> Result<()> {
    let id = add_organization(&*store).await?;
    touch(&store, id).await?;
    let before = revision(&store, id).await?;
    let renamed =
        Organization { id, preference: french(), updated_at: moment(5), ..new_organization("Renamed") };
    let mut platform = store.platform().await?;
    assert!(platform.organizations().change(&renamed).await?);
    platform.commit().await?;
    assert_eq!(store.overview().await?.organizations().get(id).await?, Some(renamed));
    assert_eq!(revision(&store, id).await?, before, "a change is no touch");
    Ok(())
}

async fn come_oldest_first_in_pages(store: Subject) -> Result<()> {
    let mut organizations: Vec<Organization> = (0..9)
        .map(|n| Organization { created_at: moment((n * 7) % 4), ..new_organization(&n.to_string()) })
        .collect();
    let mut platform = store.platform().await?;
    for organization in &organizations {
        platform.organizations().add(organization).await?;
    }
    platform.commit().await?;
    organizations.sort_by_key(|it| (it.created_at, it.id));
    paging::holds(&organizations, async |page| store.overview().await?.organizations().list(&page).await)
        .await
}

async fn a_new_one_is_at_revision_0(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    assert_eq!(revision(&store, organization).await?, Some(Revision(0)));
    Ok(())
}

async fn a_touch_raises_the_revision_of_that_one(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    touch(&store, ours).await?;
    let once = revision(&store, ours).await?;
    assert!(once > Some(Revision(0)));
    let mut platform = store.platform().await?;
    platform.within(ours).await?.touch().await?;
    platform.commit().await?;
    assert!(revision(&store, ours).await? > once);
    assert_eq!(revision(&store, theirs).await?, Some(Revision(0)));
    Ok(())
}

async fn every_touch_counts_however_many_there_are(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    futures_util::future::try_join_all((0..8).map(|_| touch(&store, organization))).await?;
    assert!(revision(&store, organization).await? >= Some(Revision(8)));
    Ok(())
}

async fn a_dropped_touch_does_not_count(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    store.work(organization).await?.touch().await?;
    assert_eq!(revision(&store, organization).await?, Some(Revision(0)));
    Ok(())
}

async fn refuses_to_touch_an_unknown_organization(store: Subject) -> Result<()> {
    let refused = store.work(OrganizationId::new()).await?.touch().await;
    assert_eq!(code(refused), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn revisions_of_unknown_ones_are_left_out(store: Subject) -> Result<()> {
    let (first, second) = (add_organization(&*store).await?, add_organization(&*store).await?);
    add_organization(&*store).await?;
    let asked = [second, OrganizationId::new(), first];
    let mut platform = store.platform().await?;
    let mut found = platform.organizations().revisions(&asked).await?;
    found.sort();
    let mut expected = vec![(first, Revision(0)), (second, Revision(0))];
    expected.sort();
    assert_eq!(found, expected);
    assert!(platform.organizations().revisions(&[]).await?.is_empty());
    Ok(())
}

async fn a_dropped_transaction_leaves_no_organization(store: Subject) -> Result<()> {
    let organization = new_organization("gone");
    store.platform().await?.organizations().add(&organization).await?;
    assert_eq!(store.overview().await?.organizations().get(organization.id).await?, None);
    Ok(())
}
