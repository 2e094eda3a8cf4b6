//! Members.

use super::Subject;
use super::paging;
use super::sample::{add_organization, add_user, code, french, moment, new_member, new_user};
use crate::access::Role;
use crate::error::{Code, Result};
use crate::organization::{Member, MemberProfile, OrganizationId};
use crate::user::{User, UserId};

cases! { "members":
    keeps_every_field_with_the_users_data
    shows_the_users_present_data
    an_unknown_member_is_not_found
    refuses_a_member_twice
    refuses_an_unknown_user
    refuses_an_unknown_organization
    is_changed
    is_removed_once_and_may_come_back
    another_organizations_member_does_not_exist
    come_first_come_first_in_pages
    organizations_of_a_user_come_oldest_membership_first
    a_dropped_work_leaves_no_member
}

async fn add(store: &Subject, organization: OrganizationId, members: &[Member]) -> Result<()> {
    let mut work = store.work(organization).await?;
    for member in members {
        work.members().add(member).await?;
    }
    work.commit().await
}

async fn get(store: &Subject, organization: OrganizationId, id: UserId) -> Result<Option<MemberProfile>> {
    store.view(organization).await?.members().get(id).await
}

async fn change_user(store: &Subject, user: &User) -> Result<()> {
    let mut platform = store.platform().await?;
    assert!(platform.users().change(user).await?);
    platform.commit().await
}

async fn keeps_every_field_with_the_users_data(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    for role in Role::ALL {
        let mut user = add_user(&*store, &format!("{role}@example.com")).await?;
        user.full_name = Some(format!("Ms {role}"));
        user.is_active = role != Role::Viewer;
        change_user(&store, &user).await?;
        let member = Member { created_at: moment(1), updated_at: moment(999_999), ..new_member(&user, role) };
        let mut work = store.work(organization).await?;
        work.members().add(&member).await?;
        let expected = MemberProfile::new(member, &user);
        assert_eq!(work.members().get(user.id).await?.as_ref(), Some(&expected), "seen in its own work");
        work.commit().await?;
        assert_eq!(get(&store, organization, user.id).await?, Some(expected));
    }
    Ok(())
}

async fn shows_the_users_present_data(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut ada = add_user(&*store, "ada@example.com").await?;
    let member = new_member(&ada, Role::Viewer);
    add(&store, organization, std::slice::from_ref(&member)).await?;
    ada.email = "countess@example.com".to_owned();
    ada.is_active = false;
    ada.preference = french();
    change_user(&store, &ada).await?;
    let expected = MemberProfile::new(member, &ada);
    assert_eq!(get(&store, organization, ada.id).await?.as_ref(), Some(&expected));
    paging::holds(&[expected], async |page| store.view(organization).await?.members().list(&page).await).await
}

async fn an_unknown_member_is_not_found(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let ada = add_user(&*store, "ada@example.com").await?;
    assert_eq!(get(&store, organization, ada.id).await?, None);
    let mut work = store.work(organization).await?;
    assert!(!work.members().change(&new_member(&ada, Role::Owner)).await?);
    assert!(!work.members().remove(ada.id).await?);
    assert!(!work.members().remove(UserId::new()).await?);
    work.commit().await?;
    assert_eq!(get(&store, organization, ada.id).await?, None);
    Ok(())
}

async fn refuses_a_member_twice(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let ada = add_user(&*store, "ada@example.com").await?;
    add(&store, organization, &[new_member(&ada, Role::Viewer)]).await?;
    let refused = add(&store, organization, &[new_member(&ada, Role::Owner)]).await;
    assert_eq!(code(refused), Some(Code::STORE_CONFLICT));
    assert_eq!(get(&store, organization, ada.id).await?.map(|it| it.member.role), Some(Role::Viewer));
    Ok(())
}

async fn refuses_an_unknown_user(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let stranger = new_member(&new_user("nobody@example.com"), Role::Viewer);
    assert_eq!(code(add(&store, organization, &[stranger]).await), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn refuses_an_unknown_organization(store: Subject) -> Result<()> {
    let ada = add_user(&*store, "ada@example.com").await?;
    let refused = add(&store, OrganizationId::new(), &[new_member(&ada, Role::Viewer)]).await;
    assert_eq!(code(refused), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn is_changed(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let ada = add_user(&*store, "ada@example.com").await?;
    let mut member = new_member(&ada, Role::Viewer);
    add(&store, organization, std::slice::from_ref(&member)).await?;
    member.role = Role::Owner;
    member.updated_at = moment(9);
    let mut work = store.work(organization).await?;
    assert!(work.members().change(&member).await?);
    work.commit().await?;
    assert_eq!(get(&store, organization, ada.id).await?, Some(MemberProfile::new(member, &ada)));
    Ok(())
}

async fn is_removed_once_and_may_come_back(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let ada = add_user(&*store, "ada@example.com").await?;
    add(&store, organization, &[new_member(&ada, Role::Viewer)]).await?;
    let mut work = store.work(organization).await?;
    assert!(work.members().remove(ada.id).await?);
    assert!(!work.members().remove(ada.id).await?);
    work.commit().await?;
    assert_eq!(get(&store, organization, ada.id).await?, None);
    assert!(store.overview().await?.organizations().of_user(ada.id).await?.is_empty());
    add(&store, organization, &[new_member(&ada, Role::Admin)]).await?;
    assert_eq!(get(&store, organization, ada.id).await?.map(|it| it.member.role), Some(Role::Admin));
    Ok(())
}

async fn another_organizations_member_does_not_exist(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    let ada = add_user(&*store, "ada@example.com").await?;
    add(&store, theirs, &[new_member(&ada, Role::Viewer)]).await?;
    let mut work = store.work(ours).await?;
    assert_eq!(work.members().get(ada.id).await?, None);
    assert!(!work.members().change(&new_member(&ada, Role::Owner)).await?);
    assert!(!work.members().remove(ada.id).await?);
    work.commit().await?;
    paging::holds(&[], async |page| store.view(ours).await?.members().list(&page).await).await?;
    assert_eq!(get(&store, theirs, ada.id).await?.map(|it| it.member.role), Some(Role::Viewer));
    Ok(())
}

async fn come_first_come_first_in_pages(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut profiles = Vec::new();
    for n in 0..9 {
        let user = add_user(&*store, &format!("{n}@example.com")).await?;
        let member = Member { created_at: moment((n * 7) % 4), ..new_member(&user, Role::Viewer) };
        add(&store, organization, std::slice::from_ref(&member)).await?;
        profiles.push(MemberProfile::new(member, &user));
    }
    profiles.sort_by_key(|it| (it.member.created_at, it.member.user_id));
    paging::holds(&profiles, async |page| store.view(organization).await?.members().list(&page).await).await
}

async fn organizations_of_a_user_come_oldest_membership_first(store: Subject) -> Result<()> {
    let ada = add_user(&*store, "ada@example.com").await?;
    let bob = add_user(&*store, "bob@example.com").await?;
    let mut expected = Vec::new();
    for since in [5, 1, 3, 1] {
        let organization = add_organization(&*store).await?;
        let member = Member { created_at: moment(since), ..new_member(&ada, Role::Developer) };
        add(&store, organization, &[member.clone(), new_member(&bob, Role::Owner)]).await?;
        expected.push((organization, member));
    }
    add_organization(&*store).await?;
    expected.sort_by_key(|(organization, member)| (member.created_at, *organization));
    let mut platform = store.platform().await?;
    let found = platform.organizations().of_user(ada.id).await?;
    let found: Vec<_> = found.into_iter().map(|(organization, member)| (organization.id, member)).collect();
    assert_eq!(found, expected);
    assert!(platform.organizations().of_user(UserId::new()).await?.is_empty());
    Ok(())
}

async fn a_dropped_work_leaves_no_member(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let ada = add_user(&*store, "ada@example.com").await?;
    let mut work = store.work(organization).await?;
    work.members().add(&new_member(&ada, Role::Viewer)).await?;
    drop(work);
    assert_eq!(get(&store, organization, ada.id).await?, None);
    assert!(store.overview().await?.organizations().of_user(ada.id).await?.is_empty());
    Ok(())
}
