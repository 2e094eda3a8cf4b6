//! Invitations.

use super::Subject;
use super::paging;
use super::sample::{add_organization, add_user, code, moment, new_invitation};
use crate::access::Role;
use crate::error::{Code, Result};
use crate::organization::{Invitation, InvitationId, OrganizationId};

cases! { "invitations":
    keeps_every_field
    an_unknown_invitation_is_not_found
    refuses_a_taken_id
    refuses_a_taken_hash
    refuses_another_organizations_invitation
    refuses_an_unknown_organization
    is_found_by_hash
    is_changed
    is_removed_once
    is_accepted_once_however_many_try
    another_organizations_invitation_does_not_exist
    come_newest_first_in_pages
    a_dropped_removal_leaves_the_invitation
}

async fn add(store: &Subject, organization: OrganizationId, invitations: &[Invitation]) -> Result<()> {
    let mut work = store.work(organization).await?;
    for invitation in invitations {
        work.invitations().add(invitation).await?;
    }
    work.commit().await
}

async fn get(store: &Subject, organization: OrganizationId, id: InvitationId) -> Result<Option<Invitation>> {
    store.view(organization).await?.invitations().get(id).await
}

async fn keeps_every_field(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let ada = add_user(&*store, "ada@example.com").await?;
    for role in Role::ALL {
        let invitation = Invitation {
            role,
            invited_by: Some(ada.id),
            created_at: moment(-1),
            expires_at: moment(999_999),
            accepted_at: Some(moment(3)),
            ..new_invitation(organization, "bob+日本 'quoted'@example.com")
        };
        add(&store, organization, std::slice::from_ref(&invitation)).await?;
        assert_eq!(get(&store, organization, invitation.id).await?, Some(invitation));
    }
    Ok(())
}

async fn an_unknown_invitation_is_not_found(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    assert_eq!(get(&store, organization, InvitationId::new()).await?, None);
    assert_eq!(store.platform().await?.organizations().invitation_by_hash(&[0; 32]).await?, None);
    let mut work = store.work(organization).await?;
    assert!(!work.invitations().change(&new_invitation(organization, "bob@example.com")).await?);
    assert!(!work.invitations().remove(InvitationId::new()).await?);
    Ok(())
}

async fn refuses_a_taken_id(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let invitation = new_invitation(organization, "bob@example.com");
    add(&store, organization, std::slice::from_ref(&invitation)).await?;
    let again = Invitation { token_hash: [9; 32], ..invitation };
    assert_eq!(code(add(&store, organization, &[again]).await), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn refuses_a_taken_hash(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    let invitation = new_invitation(theirs, "bob@example.com");
    for organization in [theirs, ours] {
        let again = Invitation {
            token_hash: invitation.token_hash,
            ..new_invitation(organization, "eve@example.com")
        };
        let refused = async {
            let mut platform = store.platform().await?;
            platform.within(theirs).await?.invitations().add(&invitation).await?;
            platform.within(organization).await?.invitations().add(&again).await
        };
        assert_eq!(code(refused.await), Some(Code::STORE_CONFLICT));
    }
    Ok(())
}

async fn refuses_another_organizations_invitation(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    let refused = add(&store, ours, &[new_invitation(theirs, "bob@example.com")]).await;
    assert_eq!(code(refused), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn refuses_an_unknown_organization(store: Subject) -> Result<()> {
    let nowhere = OrganizationId::new();
    let refused = add(&store, nowhere, &[new_invitation(nowhere, "bob@example.com")]).await;
    assert_eq!(code(refused), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn is_found_by_hash(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    for organization in [ours, theirs] {
        let invitation = new_invitation(organization, "bob@example.com");
        add(&store, organization, std::slice::from_ref(&invitation)).await?;
        let mut platform = store.platform().await?;
        let found = platform.organizations().invitation_by_hash(&invitation.token_hash).await?;
        assert_eq!(found, Some(invitation));
    }
    Ok(())
}

async fn is_changed(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut invitation = new_invitation(organization, "bob@example.com");
    add(&store, organization, std::slice::from_ref(&invitation)).await?;
    let old_hash = std::mem::replace(&mut invitation.token_hash, [3; 32]);
    invitation.role = Role::Admin;
    invitation.accepted_at = Some(moment(5));
    let mut work = store.work(organization).await?;
    assert!(work.invitations().change(&invitation).await?);
    work.commit().await?;
    let mut platform = store.platform().await?;
    assert_eq!(platform.organizations().invitation_by_hash(&old_hash).await?, None);
    assert_eq!(platform.organizations().invitation_by_hash(&[3; 32]).await?, Some(invitation));
    Ok(())
}

async fn is_removed_once(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let invitation = new_invitation(organization, "bob@example.com");
    add(&store, organization, std::slice::from_ref(&invitation)).await?;
    let mut work = store.work(organization).await?;
    assert!(work.invitations().remove(invitation.id).await?);
    assert!(!work.invitations().remove(invitation.id).await?);
    work.commit().await?;
    assert_eq!(get(&store, organization, invitation.id).await?, None);
    let mut platform = store.platform().await?;
    assert_eq!(platform.organizations().invitation_by_hash(&invitation.token_hash).await?, None);
    drop(platform);
    add(&store, organization, &[invitation]).await
}

async fn is_accepted_once_however_many_try(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let invitation = new_invitation(organization, "bob@example.com");
    add(&store, organization, std::slice::from_ref(&invitation)).await?;
    let accept = async |_| -> Result<bool> {
        let mut platform = store.platform().await?;
        let found = platform.organizations().invitation_by_hash(&invitation.token_hash).await?;
        let Some(mut open) = found.filter(|it| it.accepted_at.is_none()) else {
            return Ok(false);
        };
        open.accepted_at = Some(moment(1));
        platform.within(organization).await?.invitations().change(&open).await?;
        platform.commit().await?;
        Ok(true)
    };
    let accepted = futures_util::future::try_join_all((0..8).map(accept)).await?;
    assert_eq!(accepted.iter().filter(|accepted| **accepted).count(), 1);
    Ok(())
}

async fn another_organizations_invitation_does_not_exist(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    let invitation = new_invitation(theirs, "bob@example.com");
    add(&store, theirs, std::slice::from_ref(&invitation)).await?;
    let mut work = store.work(ours).await?;
    assert_eq!(work.invitations().get(invitation.id).await?, None);
    assert!(!work.invitations().remove(invitation.id).await?);
    let stolen = Invitation { organization_id: ours, ..invitation.clone() };
    assert!(!work.invitations().change(&stolen).await?);
    work.commit().await?;
    paging::holds(&[], async |page| store.view(ours).await?.invitations().list(&page).await).await?;
    assert_eq!(get(&store, theirs, invitation.id).await?, Some(invitation));
    Ok(())
}

async fn come_newest_first_in_pages(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut invitations: Vec<Invitation> = (0..9)
        .map(|n| Invitation {
            created_at: moment((n * 7) % 4),
            ..new_invitation(organization, &format!("{n}@example.com"))
        })
        .collect();
    add(&store, organization, &invitations).await?;
    invitations.sort_by_key(|it| std::cmp::Reverse((it.created_at, it.id)));
    paging::holds(&invitations, async |page| store.view(organization).await?.invitations().list(&page).await)
        .await
}

async fn a_dropped_removal_leaves_the_invitation(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let invitation = new_invitation(organization, "bob@example.com");
    add(&store, organization, std::slice::from_ref(&invitation)).await?;
    let mut work = store.work(organization).await?;
    assert!(work.invitations().remove(invitation.id).await?);
    drop(work);
    assert_eq!(get(&store, organization, invitation.id).await?, Some(invitation));
    Ok(())
}
