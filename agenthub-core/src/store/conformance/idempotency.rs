//! Reservations of idempotency keys.

use super::Subject;
use super::sample::{add_organization, code, moment};
use crate::error::{Code, Result};
use crate::idempotency::{HolderId, Reservation};
use crate::organization::OrganizationId;

cases! { "idempotency":
    keeps_every_field
    an_unknown_name_is_not_found
    takes_no_name_twice
    a_name_is_taken_once_however_many_try
    another_organization_may_have_the_same_name
    another_organizations_reservation_does_not_exist
    refuses_an_unknown_organization
    changes_what_its_holder_holds_until_there_is_an_answer
    removes_what_its_holder_holds
    a_name_that_was_removed_can_be_taken_in_the_same_work
    a_dropped_work_leaves_no_reservation
    purges_what_expired_before_in_all_organizations
}

fn new_reservation(name: u8) -> Reservation {
    Reservation {
        name: [name; 32],
        request: [7; 32],
        holder: HolderId::new(),
        held_until: moment(60),
        expires_at: moment(1_000),
        answer: None,
    }
}

async fn add(store: &Subject, organization: OrganizationId, reservation: &Reservation) -> Result<bool> {
    let mut work = store.work(organization).await?;
    let added = work.idempotency().add(reservation).await?;
    work.commit().await.map(|()| added)
}

async fn change(store: &Subject, organization: OrganizationId, reservation: &Reservation) -> Result<bool> {
    let mut work = store.work(organization).await?;
    let changed = work.idempotency().change(reservation).await?;
    work.commit().await.map(|()| changed)
}

async fn remove(store: &Subject, organization: OrganizationId, reservation: &Reservation) -> Result<bool> {
    let mut work = store.work(organization).await?;
    let removed = work.idempotency().remove(&reservation.name, reservation.holder).await?;
    work.commit().await.map(|()| removed)
}

async fn get(store: &Subject, organization: OrganizationId, name: u8) -> Result<Option<Reservation>> {
    store.work(organization).await?.idempotency().get(&[name; 32]).await
}

async fn keeps_every_field(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let answers = [None, Some(Vec::new()), Some((0..=255).cycle().take(1_100_000).collect())];
    for (name, answer) in (0..).zip(answers) {
        let reservation =
            Reservation { held_until: moment(-1), expires_at: moment(7), answer, ..new_reservation(name) };
        assert!(add(&store, organization, &reservation).await?);
        assert!(get(&store, organization, name).await? == Some(reservation), "the one named {name}");
    }
    Ok(())
}

async fn an_unknown_name_is_not_found(store: Subject) -> Result<()> {
    let (organization, unknown) = (add_organization(&*store).await?, new_reservation(1));
    assert_eq!(get(&store, organization, 1).await?, None);
    assert!(!change(&store, organization, &unknown).await?);
    assert!(!remove(&store, organization, &unknown).await?);
    Ok(())
}

async fn takes_no_name_twice(store: Subject) -> Result<()> {
    let (organization, first) = (add_organization(&*store).await?, new_reservation(1));
    assert!(add(&store, organization, &first).await?);
    // The work is still good afterwards.
    let mut work = store.work(organization).await?;
    assert!(!work.idempotency().add(&Reservation { request: [8; 32], ..new_reservation(1) }).await?);
    assert_eq!(work.idempotency().get(&first.name).await?, Some(first));
    assert!(work.idempotency().add(&new_reservation(2)).await?);
    work.commit().await
}

async fn a_name_is_taken_once_however_many_try(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let tries: Vec<_> = (0..8).map(|_| new_reservation(1)).collect();
    let adding = tries.iter().map(|reservation| add(&store, organization, reservation));
    let added = futures_util::future::try_join_all(adding).await?;
    let winner = added.iter().position(|added| *added).map(|place| tries[place].clone());
    assert_eq!(added.iter().filter(|added| **added).count(), 1);
    assert_eq!(get(&store, organization, 1).await?, winner);
    Ok(())
}

async fn another_organization_may_have_the_same_name(store: Subject) -> Result<()> {
    let organizations = [add_organization(&*store).await?, add_organization(&*store).await?];
    let reservations = [new_reservation(1), new_reservation(1)];
    for (organization, reservation) in organizations.into_iter().zip(&reservations) {
        assert!(add(&store, organization, reservation).await?);
    }
    for (organization, reservation) in organizations.into_iter().zip(reservations) {
        assert_eq!(get(&store, organization, 1).await?, Some(reservation));
    }
    Ok(())
}

async fn another_organizations_reservation_does_not_exist(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    let reservation = new_reservation(1);
    assert!(add(&store, theirs, &reservation).await?);
    assert_eq!(get(&store, ours, 1).await?, None);
    assert!(!change(&store, ours, &Reservation { answer: Some(vec![1]), ..reservation.clone() }).await?);
    assert!(!remove(&store, ours, &reservation).await?);
    assert_eq!(get(&store, theirs, 1).await?, Some(reservation));
    Ok(())
}

async fn refuses_an_unknown_organization(store: Subject) -> Result<()> {
    let refused = add(&store, OrganizationId::new(), &new_reservation(1)).await;
    assert_eq!(code(refused), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn changes_what_its_holder_holds_until_there_is_an_answer(store: Subject) -> Result<()> {
    let (organization, first) = (add_organization(&*store).await?, new_reservation(1));
    assert!(add(&store, organization, &first).await?);
    let renewed = Reservation { held_until: moment(120), ..first };
    assert!(change(&store, organization, &renewed).await?);
    assert_eq!(get(&store, organization, 1).await?, Some(renewed.clone()));

    let of_another = Reservation { holder: HolderId::new(), ..renewed.clone() };
    assert!(!change(&store, organization, &of_another).await?);
    let answered = Reservation { answer: Some(vec![0, 1, 255]), ..renewed.clone() };
    assert!(change(&store, organization, &answered).await?);
    assert!(!change(&store, organization, &renewed).await?, "an answer stays");
    assert_eq!(get(&store, organization, 1).await?, Some(answered));
    Ok(())
}

async fn removes_what_its_holder_holds(store: Subject) -> Result<()> {
    let (organization, reservation) = (add_organization(&*store).await?, new_reservation(1));
    assert!(add(&store, organization, &reservation).await?);
    let of_another = Reservation { holder: HolderId::new(), ..reservation.clone() };
    assert!(!remove(&store, organization, &of_another).await?);
    assert_eq!(get(&store, organization, 1).await?.as_ref(), Some(&reservation));
    assert!(remove(&store, organization, &reservation).await?);
    assert_eq!(get(&store, organization, 1).await?, None);
    Ok(())
}

async fn a_name_that_was_removed_can_be_taken_in_the_same_work(store: Subject) -> Result<()> {
    let (organization, old, new) = (add_organization(&*store).await?, new_reservation(1), new_reservation(1));
    assert!(add(&store, organization, &old).await?);
    let mut work = store.work(organization).await?;
    assert!(work.idempotency().remove(&old.name, old.holder).await?);
    assert!(work.idempotency().add(&new).await?);
    work.commit().await?;
    assert_eq!(get(&store, organization, 1).await?, Some(new));
    Ok(())
}

async fn a_dropped_work_leaves_no_reservation(store: Subject) -> Result<()> {
    let (organization, reservation) = (add_organization(&*store).await?, new_reservation(1));
    let mut work = store.work(organization).await?;
    assert!(work.idempotency().add(&reservation).await?);
    drop(work);
    assert_eq!(get(&store, organization, 1).await?, None);
    Ok(())
}

async fn purges_what_expired_before_in_all_organizations(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    for organization in [ours, theirs] {
        for (name, expires_at) in [(1, moment(4)), (2, moment(5)), (3, moment(6))] {
            let answer = (name == 1).then(|| vec![name]);
            let reservation = Reservation { expires_at, answer, ..new_reservation(name) };
            assert!(add(&store, organization, &reservation).await?);
        }
    }
    let mut dropped = store.platform().await?;
    assert_eq!(dropped.purge_reservations(moment(5)).await?, 2);
    drop(dropped);
    let mut platform = store.platform().await?;
    assert_eq!(platform.purge_reservations(moment(5)).await?, 2);
    platform.commit().await?;
    for organization in [ours, theirs] {
        for (name, is_kept) in [(1, false), (2, true), (3, true)] {
            assert_eq!(get(&store, organization, name).await?.is_some(), is_kept, "{name}");
        }
    }
    Ok(())
}
