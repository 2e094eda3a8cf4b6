//! Legal holds.

use std::ops::Range;

use super::Subject;
use super::paging;
use super::sample::{add_organization, code, moment, new_record};
use crate::api_key::ApiKeyId;
use crate::audit::Actor;
use crate::error::{Code, Result};
use crate::legal_hold::{LegalHold, LegalHoldId, refuse_while_held};
use crate::organization::OrganizationId;
use crate::user::UserId;

cases! { "legal_holds":
    keeps_every_field
    an_unknown_hold_is_not_found
    refuses_a_hold_twice
    refuses_a_hold_of_an_unknown_organization
    stands_until_it_is_lifted
    is_lifted_once
    of_several_the_last_one_counts
    come_newest_first_in_pages
    another_organizations_hold_does_not_exist
    a_dropped_work_leaves_no_hold
    what_asked_first_is_done_before_a_hold_stands
}

fn new_hold(name: &str) -> LegalHold {
    LegalHold {
        id: LegalHoldId::new(),
        name: name.to_owned(),
        reason: "A lawsuit".to_owned(),
        placed_by: Actor::System,
        placed_at: moment(0),
        lifted_by: None,
        lifted_at: None,
    }
}

/// The same, lifted.
fn lifted(hold: &LegalHold) -> LegalHold {
    LegalHold { lifted_by: Some(Actor::ApiKey(ApiKeyId::new())), lifted_at: Some(moment(5)), ..hold.clone() }
}

async fn add(store: &Subject, organization: OrganizationId, hold: &LegalHold) -> Result<()> {
    let mut work = store.work(organization).await?;
    work.legal_holds().add(hold).await?;
    work.commit().await
}

async fn change(store: &Subject, organization: OrganizationId, hold: &LegalHold) -> Result<bool> {
    let mut work = store.work(organization).await?;
    let changed = work.legal_holds().change(hold).await?;
    work.commit().await?;
    Ok(changed)
}

async fn get(store: &Subject, organization: OrganizationId, id: LegalHoldId) -> Result<Option<LegalHold>> {
    store.view(organization).await?.legal_holds().get(id).await
}

/// Is it held, as who looks sees it and as who removes something does?
async fn is_held(store: &Subject, organization: OrganizationId) -> Result<bool> {
    let seen = store.view(organization).await?.legal_holds().is_any().await?;
    let refused = code(refuse_while_held(store.work(organization).await?.as_mut()).await);
    assert_eq!(refused, seen.then_some(Code::LEGAL_HOLD_STANDS));
    Ok(seen)
}

async fn keeps_every_field(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let full = LegalHold {
        reason: "Acme ./. Ünïcode\n\n\\ % _ ' 日本".to_owned(),
        placed_by: Actor::Human(UserId::new()),
        placed_at: moment(999_999),
        ..new_hold("Acme \"x\"")
    };
    let both = [full.clone(), LegalHold { id: LegalHoldId::new(), ..lifted(&full) }];
    for hold in both {
        add(&store, organization, &hold).await?;
        assert_eq!(get(&store, organization, hold.id).await?, Some(hold));
    }
    Ok(())
}

async fn an_unknown_hold_is_not_found(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let unknown = new_hold("x");
    assert_eq!(get(&store, organization, unknown.id).await?, None);
    assert!(!change(&store, organization, &unknown).await?);
    assert!(!is_held(&store, organization).await?);
    Ok(())
}

async fn refuses_a_hold_twice(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let hold = new_hold("x");
    add(&store, organization, &hold).await?;
    assert_eq!(code(add(&store, organization, &hold).await), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn refuses_a_hold_of_an_unknown_organization(store: Subject) -> Result<()> {
    let nowhere = OrganizationId::new();
    assert_eq!(code(add(&store, nowhere, &new_hold("x")).await), Some(Code::STORE_CONFLICT));
    let locked = store.work(nowhere).await?.legal_holds().lock().await;
    assert_eq!(code(locked), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn stands_until_it_is_lifted(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let hold = new_hold("x");
    add(&store, organization, &hold).await?;
    assert!(is_held(&store, organization).await?);
    assert!(change(&store, organization, &lifted(&hold)).await?);
    assert!(!is_held(&store, organization).await?);
    Ok(())
}

async fn is_lifted_once(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let hold = new_hold("x");
    let first = lifted(&hold);
    add(&store, organization, &hold).await?;
    assert!(change(&store, organization, &first).await?);
    assert!(!change(&store, organization, &lifted(&hold)).await?);
    assert!(!change(&store, organization, &hold).await?, "nor does it stand again");
    assert_eq!(get(&store, organization, hold.id).await?, Some(first));
    Ok(())
}

async fn of_several_the_last_one_counts(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let holds = ["a", "b"].map(new_hold);
    for hold in &holds {
        add(&store, organization, hold).await?;
    }
    for (hold, is_still_held) in holds.iter().zip([true, false]) {
        change(&store, organization, &lifted(hold)).await?;
        assert_eq!(is_held(&store, organization).await?, is_still_held);
    }
    Ok(())
}

async fn come_newest_first_in_pages(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut holds = Vec::new();
    for (number, micros) in [3, 1, 2, 2, 2, 9, 0].into_iter().enumerate() {
        let hold = LegalHold { placed_at: moment(micros), ..new_hold(&number.to_string()) };
        let hold = if number % 2 == 0 { hold } else { lifted(&hold) };
        add(&store, organization, &hold).await?;
        holds.push(hold);
    }
    holds.sort_by_key(|hold| std::cmp::Reverse((hold.placed_at, hold.id)));
    paging::holds(&holds, async |page| store.view(organization).await?.legal_holds().list(&page).await).await
}

async fn another_organizations_hold_does_not_exist(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    let hold = new_hold("x");
    add(&store, theirs, &hold).await?;
    assert_eq!(get(&store, ours, hold.id).await?, None);
    assert!(!change(&store, ours, &lifted(&hold)).await?);
    assert!(!is_held(&store, ours).await?);
    paging::holds(&[], async |page| store.view(ours).await?.legal_holds().list(&page).await).await?;
    assert!(is_held(&store, theirs).await?);
    Ok(())
}

async fn a_dropped_work_leaves_no_hold(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut work = store.work(organization).await?;
    work.legal_holds().add(&new_hold("x")).await?;
    assert!(work.legal_holds().is_any().await?, "the work itself sees it");
    drop(work);
    assert!(!is_held(&store, organization).await?);
    Ok(())
}

/// Removes the first entry of the log, where no hold stands.
async fn remove_one(store: &Subject, organization: OrganizationId) -> Result<()> {
    let mut work = store.work(organization).await?;
    if code(refuse_while_held(work.as_mut()).await).is_none() {
        let first = work.audit().extent().await?.start;
        work.audit().remove_before(first + 1).await?;
        work.commit().await?;
    }
    Ok(())
}

/// Places a hold, and gives what there was of the log then.
async fn place(store: &Subject, organization: OrganizationId) -> Result<Range<u64>> {
    let mut work = store.work(organization).await?;
    work.legal_holds().add(&new_hold("x")).await?;
    let held = work.audit().extent().await?;
    work.commit().await?;
    Ok(held)
}

async fn what_asked_first_is_done_before_a_hold_stands(store: Subject) -> Result<()> {
    for _ in 0..10 {
        let organization = add_organization(&*store).await?;
        let mut work = store.work(organization).await?;
        for _ in 0..20 {
            work.record(new_record("act")).await?;
        }
        work.commit().await?;
        let remove = futures_util::future::try_join_all((0..12).map(|_| remove_one(&store, organization)));
        let (removed, held) = tokio::join!(remove, place(&store, organization));
        removed?;
        assert_eq!(store.view(organization).await?.audit().extent().await?, held?);
    }
    Ok(())
}
