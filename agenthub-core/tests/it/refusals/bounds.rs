use agenthub_core::access::Permissions;
use agenthub_core::audit::{Actor, Record};
use agenthub_core::error::{Code, Error};
use agenthub_core::organization::Organization;
use agenthub_core::page::Page;
use agenthub_core::user::UserId;
use agenthub_core::{Caller, HubOptions, Session};
use serde_json::{Value, json};

use crate::identity::{House, WRONG, code, eventually, request, secret};

/// A house whose logs take eight refusals a minute, two of one source, and an organization in it.
async fn house() -> (House, Organization) {
    let house = House::with(HubOptions { refusals_per_minute: 8, ..HubOptions::default() });
    let organization = house.hub.create_organization("Acme").await.unwrap();
    (house, organization)
}

impl House {
    /// Somebody who may do nothing.
    fn powerless(&self, organization: &Organization) -> Session {
        let caller = Caller {
            actor: Actor::Human(UserId::new()),
            permissions: Permissions::default(),
            ..Caller::system(organization.id)
        };
        self.hub.enter(caller)
    }

    /// Waits until the log tells of so many refusals that are not on record.
    async fn sees(&self, organization: &Organization, suppressed: u64) {
        let sum = async || {
            let entries = self.audit(organization).await;
            entries.iter().map(|it| of(&it.record, "suppressed").as_u64().unwrap_or_default()).sum::<u64>()
        };
        eventually(async || sum().await == suppressed).await;
    }
}

async fn knock(session: &Session, times: usize) {
    for _ in 0..times {
        assert_eq!(code(session.agents().get(agenthub_core::AgentId::new()).await), Code::DENIED);
    }
}

fn of(record: &Record, field: &str) -> Value {
    record.changes.0.get(field).and_then(|change| change.new.clone()).unwrap_or_default()
}

#[tokio::test]
async fn of_one_source_a_few_are_on_record_and_the_others_are_counted() {
    let (house, organization) = house().await;
    knock(&house.powerless(&organization), 100).await;

    let refused = house.refusals(&organization).await;

    let (told, counted) = refused.split_at(2);
    assert!(told.iter().all(|it| it.error_code.as_deref() == Some("auth.denied")));
    let [summary] = counted else { panic!("one record for all that are not: {counted:?}") };
    assert_eq!((summary.action.as_str(), &summary.actor), ("suppress", &Actor::System));
    assert_eq!(of(summary, "suppressed"), json!(98));
    assert_eq!(of(summary, "by_error"), json!({ "auth.denied": 98 }));
    assert_eq!(of(summary, "since"), json!("2026-11-20T12:00:00+00:00"));
}

#[tokio::test]
async fn many_sources_do_not_fill_the_log_either() {
    let (house, organization) = house().await;
    for _ in 0..50 {
        knock(&house.powerless(&organization), 1).await;
    }

    let refused = house.refusals(&organization).await;

    assert_eq!(refused.len(), 8 + 1);
    assert_eq!(of(&refused[8], "suppressed"), json!(42));
}

#[tokio::test]
async fn when_a_minute_is_over_its_number_is_told_and_there_is_room_again() {
    let (house, organization) = house().await;
    let bob = house.powerless(&organization);
    knock(&bob, 5).await;
    house.pass(59);
    knock(&bob, 1).await;
    house.pass(1);
    house.sees(&organization, 4).await;

    knock(&bob, 3).await;

    let refused = house.refusals(&organization).await;
    let told = refused.iter().map(|it| (it.action.as_str(), of(it, "suppressed"))).collect::<Vec<_>>();
    let access = ("access", Value::Null);
    let suppress = |count: u64| ("suppress", json!(count));
    let expected = [access.clone(), access.clone(), suppress(4), access.clone(), access, suppress(1)];
    assert_eq!(told, expected);
}

#[tokio::test]
async fn who_knocks_from_outside_hides_nothing_of_what_is_tried_inside() {
    let (house, _) = house().await;
    let ada = house.register("ada@example.org").await;
    for number in 0..40 {
        let from = agenthub_core::audit::Request { ip: Some(format!("198.51.100.{number}")), ..request() };
        house.hub.identity().login("ada@example.org", &secret(WRONG), None, from).await.unwrap_err();
    }

    knock(&house.powerless(&ada.organization), 1).await;

    let refused = house.refusals(&ada.organization).await;
    let of_action = |action: &str| refused.iter().filter(|it| it.action == action).count();
    assert_eq!((of_action("login"), of_action("access"), of_action("suppress")), (8, 1, 1));
}

#[tokio::test]
async fn who_asks_too_often_is_told_of_once_and_hides_nothing_else_with_that() {
    let (house, organization) = house().await;
    let bob = house.powerless(&organization);
    for _ in 0..50 {
        bob.refuse(Error::new(Code::RATE_LIMITED));
    }

    knock(&bob, 3).await;

    let refused = house.refusals(&organization).await;
    let (last, told) = refused.split_last().unwrap();
    let limited = ("access", "request.rate_limited");
    assert_eq!(super::said(told), [limited, ("access", "auth.denied"), ("access", "auth.denied")]);
    assert_eq!(of(last, "by_error"), json!({ "auth.denied": 1, "request.rate_limited": 49 }));
}

#[tokio::test]
async fn organizations_have_room_of_their_own() {
    let (house, organization) = house().await;
    let other = house.hub.create_organization("Other").await.unwrap();
    knock(&house.powerless(&organization), 20).await;

    knock(&house.powerless(&other), 2).await;

    assert_eq!(house.refusals(&other).await.len(), 2);
}

#[tokio::test]
async fn where_none_is_to_be_on_record_all_are_counted() {
    let house = House::with(HubOptions { refusals_per_minute: 0, ..HubOptions::default() });
    let organization = house.hub.create_organization("Acme").await.unwrap();
    knock(&house.powerless(&organization), 3).await;

    let refused = house.refusals(&organization).await;

    assert_eq!(refused.len(), 1);
    assert_eq!(of(&refused[0], "suppressed"), json!(3));
}

#[tokio::test]
async fn what_a_session_may_do_costs_no_record() {
    let (house, organization) = house().await;
    let session = house.hub.enter(Caller::system(organization.id));
    session.members().list(&Page::default()).await.unwrap();

    assert_eq!(house.refusals(&organization).await, []);
}
