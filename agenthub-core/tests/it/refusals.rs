//! What is refused is on record, as far as there is room.

mod bounds;
mod calls;
mod sign_in;
mod store;

use agenthub_core::Role;
use agenthub_core::access::Permission;
use agenthub_core::audit::{Actor, Entity, Record, Severity};
use agenthub_core::error::{Code, Error};
use agenthub_core::interaction::Outcome;
use agenthub_core::organization::Organization;
use agenthub_core::page::Page;

use crate::identity::{House, code, request};

impl House {
    /// What was refused, oldest first, when all of it is written.
    async fn refusals(&self, organization: &Organization) -> Vec<Record> {
        self.hub.close().await;
        let entries = self.audit(organization).await;
        let records = entries.into_iter().map(|entry| entry.record);
        records.filter(|record| record.outcome == Outcome::Failure).collect()
    }
}

/// What each says was tried, and why it was refused.
fn said(records: &[Record]) -> Vec<(&str, &str)> {
    records.iter().map(|it| (it.action.as_str(), it.error_code.as_deref().unwrap_or_default())).collect()
}

#[tokio::test]
async fn a_permission_that_somebody_lacks_is_on_record_with_who_it_was() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let bob = house.join(&ada, "bob@example.org", Role::Viewer).await;
    let session = house.session(&bob).await;

    assert_eq!(code(session.api_keys().list(&Page::default()).await), Code::DENIED);

    let [record] = &house.refusals(&ada.organization).await[..] else { panic!("one record") };
    assert_eq!(said(std::slice::from_ref(record)), [("access", "auth.denied")]);
    assert_eq!(record.actor, Actor::Human(bob.user.id));
    assert_eq!(record.entity, Entity::new("permission", Permission::ApiKeysRead));
    assert_eq!((record.severity, &record.request), (Severity::Warning, &request()));
}

#[tokio::test]
async fn what_is_above_somebody_is_on_record_too() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let bob = house.join(&ada, "bob@example.org", Role::Admin).await;
    let session = house.session(&bob).await;

    assert_eq!(code(session.members().remove(ada.user.id).await), Code::ROLE_TOO_HIGH);
    assert_eq!(
        code(session.invitations().create("carl@example.org", Role::Owner).await),
        Code::ROLE_TOO_HIGH
    );

    let refused = house.refusals(&ada.organization).await;
    assert_eq!(said(&refused), [("access", "member.role_too_high"); 2]);
    assert!(refused.iter().all(|it| it.entity == Entity::new("role", Role::Owner)));
}

#[tokio::test]
async fn what_the_program_itself_refuses_is_on_record_where_it_says_so() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let session = house.session(&ada).await;

    let error = session.refuse(Error::new(Code::SUPERUSER_NEEDED));

    assert_eq!(error.code(), Code::SUPERUSER_NEEDED, "it comes back to be answered with");
    let refused = house.refusals(&ada.organization).await;
    assert_eq!(said(&refused), [("access", "auth.superuser_needed")]);
}

#[tokio::test]
async fn who_is_no_superuser_is_told_of_at_home() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let identity = house.hub.identity();

    let refused = identity.organizations(ada.user.id, &Page::default(), request()).await;

    assert_eq!(code(refused), Code::SUPERUSER_NEEDED);
    let refused = house.refusals(&ada.organization).await;
    assert_eq!(said(&refused), [("access", "auth.superuser_needed")]);
    assert_eq!(refused[0].actor, Actor::Human(ada.user.id));
}

#[tokio::test]
async fn what_is_not_there_or_does_not_fit_is_an_answer_and_no_refusal() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let session = house.session(&ada).await;

    session.members().get(agenthub_core::user::UserId::new()).await.unwrap_err();
    session.invitations().create("no address", Role::Viewer).await.unwrap_err();

    assert_eq!(house.refusals(&ada.organization).await, []);
}
