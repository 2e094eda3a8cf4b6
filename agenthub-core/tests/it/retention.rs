//! Old audit records leave by policy, legal holds stop that, and what remains is proven.

mod archive;

use agenthub_core::audit::verify::Fault;
use agenthub_core::audit::{Actor, Changes, Entity};
use agenthub_core::error::Code;
use agenthub_core::legal_hold::NewLegalHold;
use agenthub_core::page::Page;
use agenthub_core::{Caller, Permissions};
use chrono::TimeDelta;
use serde_json::json;

use self::archive::{Archive, NEVER, OFTEN};
use crate::identity::{actions, code, eventually};
use crate::support::new_record;

#[tokio::test]
async fn old_records_leave_and_what_remains_is_proven() {
    let archive = Archive::new(Some(OFTEN)).await;
    archive.record(4).await;
    let old = archive.entries().await;
    archive.days_pass(40);
    archive.record(2).await;
    let set = archive.session().audit_retention().set(30).await.unwrap();
    assert_eq!((set.policy.unwrap().days, set.begins_at, set.is_held), (30, 0, false));
    archive.comes_to_begin_at(5).await;
    let session = archive.session();
    let head = session.audit().sign_head().await.unwrap();
    let report = archive.check().await;
    assert_eq!((report.fault.as_ref(), report.removed), (None, 5), "{report}");
    assert!(report.to_string().contains("5 before them have left by policy"), "{report}");
    for entry in archive.entries().await.iter().filter(|entry| entry.sequence < head.size) {
        let proven = session.audit().prove(entry.record.id, Some(head.size)).await.unwrap();
        assert!(proven.proof.holds(entry.leaf_hash_of(), head.root), "{}", entry.sequence);
    }
    for entry in &old {
        assert_eq!(code(session.audit().get(entry.record.id).await), Code::AUDIT_NOT_FOUND);
        assert_eq!(code(session.audit().prove(entry.record.id, None).await), Code::AUDIT_NOT_FOUND);
        let proven = session.audit().prove_leaf(entry.sequence, Some(head.size)).await.unwrap();
        assert!(proven.proof.holds(entry.leaf_hash_of(), head.root), "whoever kept it can prove it");
    }
    let consistent = session.audit().consistency(3, Some(head.size)).await.unwrap();
    assert!(consistent.proof.holds(consistent.from_root, head.root));
}

#[tokio::test]
async fn a_record_says_what_left_by_which_policy() {
    let archive = Archive::new(None).await;
    archive.record(2).await;
    archive.days_pass(1);
    archive.record(1).await;
    archive.days_pass(31);
    archive.session().audit_retention().set(30).await.unwrap();
    archive.comes_to_begin_at(4).await;
    let entries = archive.entries().await;
    assert_eq!(actions(&entries), ["set", "retain"]);
    let record = &entries[1].record;
    assert_eq!(record.actor, Actor::Automation("retention".to_owned()));
    assert!(record.triggered_by_automation);
    let told: Vec<_> =
        record.changes.0.iter().map(|(name, it)| (name.as_str(), it.new.clone().unwrap())).collect();
    let expected = [
        ("days", json!(30)),
        ("removed_before", json!(4)),
        ("removed_from", json!(0)),
        ("youngest_at", json!("2026-01-11T12:00:00.000000Z")),
    ];
    assert_eq!(told, expected);
}

#[tokio::test]
async fn nothing_leaves_before_it_is_signed_that_it_is_to_leave() {
    let archive = Archive::new(Some(NEVER)).await;
    archive.record(4).await;
    archive.days_pass(40);
    archive.session().audit_retention().set(30).await.unwrap();
    archive.still_begins_at(0).await;
    assert_eq!(archive.decided().await, None, "what no head proves is not decided on");
    archive.session().audit().sign_head().await.unwrap();
    eventually(async || archive.decided().await == Some(5)).await;
    archive.still_begins_at(0).await;
    assert_eq!(archive.check().await.fault, None);
    archive.session().audit().sign_head().await.unwrap();
    archive.comes_to_begin_at(5).await;
    assert_eq!(archive.check().await.fault, None);
}

#[tokio::test]
async fn records_are_kept_for_whole_days() {
    let archive = Archive::new(None).await;
    archive.session().audit_retention().set(2).await.unwrap();
    // Noon of the tenth: until the end of the twelfth.
    archive.clock.advance(TimeDelta::hours(59));
    archive.still_begins_at(0).await;
    archive.clock.advance(TimeDelta::hours(1));
    archive.comes_to_begin_at(2).await;
}

#[tokio::test]
async fn a_log_to_which_nothing_is_added_is_cut_once_a_day_at_most() {
    let archive = Archive::new(None).await;
    archive.session().audit_retention().set(1).await.unwrap();
    for day in 0..5 {
        archive.days_pass(2);
        // What said so is what leaves the next time.
        archive.comes_to_begin_at(2 + day).await;
        archive.still_begins_at(2 + day).await;
        assert_eq!(archive.entries().await.len(), 1);
    }
}

#[tokio::test]
async fn none_leaves_while_an_older_one_stays() {
    let archive = Archive::new(None).await;
    archive.days_pass(10);
    archive.record(1).await;
    archive.days_pass(-10);
    archive.record(2).await;
    archive.days_pass(35);
    archive.session().audit_retention().set(30).await.unwrap();
    archive.comes_to_begin_at(1).await;
    archive.still_begins_at(1).await;
    archive.days_pass(10);
    archive.comes_to_begin_at(4).await;
}

#[tokio::test]
async fn while_a_hold_stands_nothing_leaves() {
    let archive = Archive::new(Some(OFTEN)).await;
    archive.record(4).await;
    archive.days_pass(40);
    let (first, second) = (archive.hold().await, archive.hold().await);
    archive.session().audit_retention().set(30).await.unwrap();
    for hold in [first, second] {
        archive.still_begins_at(0).await;
        assert_eq!(archive.decided().await, None);
        archive.session().legal_holds().lift(hold).await.unwrap();
    }
    archive.comes_to_begin_at(5).await;
    assert_eq!(archive.check().await.fault, None);
}

/// A log of which five records were decided to leave, which is not signed yet.
async fn decided() -> Archive {
    let archive = Archive::new(Some(NEVER)).await;
    archive.record(4).await;
    archive.days_pass(40);
    archive.session().audit_retention().set(30).await.unwrap();
    archive.session().audit().sign_head().await.unwrap();
    eventually(async || archive.decided().await == Some(5)).await;
    archive
}

#[tokio::test]
async fn a_hold_takes_back_what_was_decided_and_not_done() {
    let archive = decided().await;
    let hold = archive.hold().await;
    assert_eq!(archive.decided().await, Some(0));
    archive.session().audit().sign_head().await.unwrap();
    archive.still_begins_at(0).await;
    archive.session().legal_holds().lift(hold).await.unwrap();
    eventually(async || archive.decided().await == Some(5)).await;
    archive.session().audit().sign_head().await.unwrap();
    archive.comes_to_begin_at(5).await;
    assert_eq!(archive.check().await.fault, None);
}

#[tokio::test]
async fn who_removes_what_a_hold_kept_is_found() {
    let archive = decided().await;
    archive.hold().await;
    archive.session().audit().sign_head().await.unwrap();
    archive.remove_before(5).await;
    assert_eq!(archive.check().await.fault, Some(Fault::RecordRemoved { sequence: 0 }));
}

#[tokio::test]
async fn another_policy_takes_back_what_was_decided_and_not_done() {
    let archive = decided().await;
    archive.session().audit_retention().set(60).await.unwrap();
    archive.session().audit().sign_head().await.unwrap();
    archive.still_begins_at(0).await;
    assert_eq!(archive.decided().await, Some(0));
    archive.session().audit_retention().remove().await.unwrap();
    archive.days_pass(400);
    archive.still_begins_at(0).await;
    assert_eq!(archive.check().await.fault, None);
}

#[tokio::test]
async fn a_removal_that_no_record_or_no_head_accounts_for_is_found() {
    let archive = decided().await;
    archive.remove_before(1).await;
    let removed = Some(Fault::RecordRemoved { sequence: 0 });
    assert_eq!(archive.check().await.fault, removed, "it stands behind the last head");
    archive.session().audit().sign_head().await.unwrap();
    archive.comes_to_begin_at(5).await;
    assert_eq!(archive.check().await.fault, None);
    archive.remove_before(6).await;
    assert_eq!(archive.check().await.fault, Some(Fault::RecordRemoved { sequence: 5 }));
}

#[tokio::test]
async fn several_nodes_decide_once() {
    let archive = Archive::new(None).await;
    let _others = [1, 2, 3].map(|_| archive.another_hub());
    archive.record(300).await;
    archive.days_pass(40);
    archive.session().audit_retention().set(30).await.unwrap();
    archive.comes_to_begin_at(301).await;
    archive.still_begins_at(301).await;
    assert_eq!(actions(&archive.entries().await), ["set", "retain"]);
}

#[tokio::test]
async fn more_than_fits_into_a_transaction_leaves_too() {
    let archive = Archive::new(Some(OFTEN)).await;
    archive.record(2_500).await;
    archive.days_pass(40);
    archive.session().audit_retention().set(30).await.unwrap();
    archive.comes_to_begin_at(2_501).await;
    assert_eq!(actions(&archive.entries().await)[..2], ["set", "retain"]);
    archive.session().audit().sign_head().await.unwrap();
    let report = archive.check().await;
    assert_eq!((report.fault, report.removed), (None, 2_501));
}

#[tokio::test]
async fn who_may_not_manage_the_log_neither_sets_nor_places_nor_lifts() {
    let archive = Archive::new(None).await;
    let hold = archive.hold().await;
    let organization = archive.world.organization;
    let nobody = Caller { permissions: Permissions::default(), ..Caller::system(organization) };
    let session = archive.world.hub.enter(nobody);
    assert_eq!(code(session.audit_retention().get().await), Code::DENIED);
    assert_eq!(code(session.audit_retention().set(30).await), Code::DENIED);
    assert_eq!(code(session.audit_retention().remove().await), Code::DENIED);
    assert_eq!(code(session.legal_holds().list(&Page::default()).await), Code::DENIED);
    assert_eq!(code(session.legal_holds().place(NewLegalHold::default()).await), Code::DENIED);
    assert_eq!(code(session.legal_holds().lift(hold).await), Code::DENIED);
    assert_eq!(code(session.audit().prove_leaf(0, None).await), Code::DENIED);
}

#[tokio::test]
async fn nobody_but_the_hub_records_what_is_to_leave() {
    let archive = Archive::new(None).await;
    let mut new = new_record("retain", Entity::new("audit_log", archive.world.organization));
    new.actor = Some(Actor::Automation("retention".to_owned()));
    new.changes = Changes::none().with("removed_before", 1);
    assert_eq!(code(archive.session().audit().add(new).await), Code::INVALID);
}
