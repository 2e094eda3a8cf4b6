use agenthub_core::audit::{Actor, Severity};
use agenthub_core::error::Code;
use agenthub_core::interaction::Outcome;
use agenthub_core::user::LoginId;
use agenthub_core::{Role, organization::OrganizationId};

use super::{House, PASSWORD, WRONG, actions, claims, code, eventually, faults, request, secret};

#[tokio::test]
async fn the_right_password_signs_in_whatever_the_case_of_the_address() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;

    let again = house.login(" ADA@example.ORG", PASSWORD).await.unwrap();

    assert_eq!((again.user.id, again.organization), (ada.user.id, ada.organization.clone()));
    assert_ne!(again.login, ada.login);
    let entry = house.last_entry(&ada.organization).await;
    assert_eq!((entry.record.action.as_str(), entry.record.outcome), ("login", Outcome::Success));
    assert_eq!(entry.record.entity.id, again.login.to_string());
}

#[tokio::test]
async fn an_unknown_address_is_answered_as_a_wrong_password_is() {
    let house = House::new();
    house.register("ada@example.org").await;

    let wrong = house.login("ada@example.org", WRONG).await.unwrap_err();
    for email in ["bob@example.org", "no address", "", "a\0@b"] {
        let unknown = house.login(email, WRONG).await.unwrap_err();
        assert_eq!(format!("{unknown:?}"), format!("{wrong:?}"), "{email:?}");
    }
}

#[tokio::test]
async fn a_failed_attempt_is_recorded_as_nobodys() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;

    house.login("ada@example.org", WRONG).await.unwrap_err();

    house.hub.close().await;
    let record = house.last_entry(&ada.organization).await.record;
    assert_eq!((record.action.as_str(), record.outcome), ("login", Outcome::Failure));
    assert_eq!(record.error_code.as_deref(), Some("auth.bad_credentials"));
    assert_eq!((record.actor, record.entity.id), (Actor::System, ada.user.id.to_string()));
    assert_eq!(record.request, request());
}

#[tokio::test]
async fn nobody_signs_in_to_an_organization_of_others() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let bob = house.register("bob@example.org").await;
    let before = house.audit(&ada.organization).await;

    for organization in [ada.organization.id, OrganizationId::new()] {
        let identity = house.hub.identity();
        let refused =
            identity.login("bob@example.org", &secret(PASSWORD), Some(organization), request()).await;
        assert_eq!(code(refused), Code::NOT_A_MEMBER);
    }
    let identity = house.hub.identity();
    let there = identity.caller_elsewhere(&claims(&bob), ada.organization.id, request()).await;
    assert_eq!(code(there), Code::NOT_A_MEMBER);
    house.hub.close().await;
    assert_eq!(house.audit(&ada.organization).await, before, "and leaves nothing in their log");
}

#[tokio::test]
async fn a_failed_attempt_at_somebody_elses_organization_is_not_told_there() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let bob = house.register("bob@example.org").await;
    let before = house.audit(&ada.organization).await;

    let identity = house.hub.identity();
    let there = Some(ada.organization.id);
    identity.login("bob@example.org", &secret(WRONG), there, request()).await.unwrap_err();

    house.hub.close().await;
    assert_eq!(house.audit(&ada.organization).await, before);
    assert_eq!(house.last_entry(&bob.organization).await.record.outcome, Outcome::Failure);
}

#[tokio::test]
async fn after_logout_neither_token_is_good() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let elsewhere = house.login("ada@example.org", PASSWORD).await.unwrap();
    house.caller(&ada).await.unwrap();

    house.hub.identity().logout(ada.login, request()).await.unwrap();

    assert_eq!(code(house.caller(&ada).await), Code::TOKEN_INVALID);
    assert_eq!(code(house.refresh(&ada).await), Code::TOKEN_INVALID);
    house.caller(&elsewhere).await.unwrap();
    house.refresh(&elsewhere).await.unwrap();
}

#[tokio::test]
async fn a_second_logout_does_nothing() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let identity = house.hub.identity();
    identity.logout(ada.login, request()).await.unwrap();
    let before = house.audit(&ada.organization).await;

    identity.logout(ada.login, request()).await.unwrap();
    identity.logout(LoginId::new(), request()).await.unwrap();

    assert_eq!(actions(&before).last(), Some(&"logout"));
    assert_eq!(house.audit(&ada.organization).await, before);
}

#[tokio::test]
async fn a_changed_password_ends_the_other_logins() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let other = house.login("ada@example.org", PASSWORD).await.unwrap();
    house.caller(&other).await.unwrap();
    let (current, new) = (secret(PASSWORD), secret("my new long sentence"));

    let identity = house.hub.identity();
    identity.change_password(ada.user.id, &current, &new, Some(ada.login), request()).await.unwrap();

    assert_eq!(code(house.caller(&other).await), Code::TOKEN_INVALID);
    assert_eq!(code(house.refresh(&other).await), Code::TOKEN_INVALID);
    house.caller(&ada).await.unwrap();
    house.refresh(&ada).await.unwrap();
    assert_eq!(code(house.login("ada@example.org", PASSWORD).await), Code::BAD_CREDENTIALS);
    house.login("ada@example.org", "my new long sentence").await.unwrap();
    let entries = house.audit(&ada.organization).await;
    let change = entries.iter().find(|it| it.record.action == "change_password").unwrap();
    assert_eq!(
        (change.record.severity, &change.record.actor),
        (Severity::Warning, &Actor::Human(ada.user.id))
    );
}

#[tokio::test]
async fn a_changed_password_ends_logins_in_every_organization_and_each_is_told() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let bob = house.join(&ada, "bob@example.org", Role::Viewer).await;
    let carl = house.register("carl@example.org").await;
    let (_, token) =
        house.session(&carl).await.invitations().create("bob@example.org", Role::Viewer).await.unwrap();
    let identity = house.hub.identity();
    identity.accept_invitation(bob.user.id, &token, request()).await.unwrap();
    let there = Some(carl.organization.id);
    let abroad = identity.login("bob@example.org", &secret(PASSWORD), there, request()).await.unwrap();

    let new = secret("my new long sentence");
    identity.change_password(bob.user.id, &secret(PASSWORD), &new, None, request()).await.unwrap();

    for (login, organization) in [(&bob, &ada.organization), (&abroad, &carl.organization)] {
        assert_eq!(code(house.caller(login).await), Code::TOKEN_INVALID);
        assert_eq!(house.last_entry(organization).await.record.action, "change_password");
    }
}

#[tokio::test]
async fn a_password_is_changed_only_by_who_knows_it_to_one_that_will_do() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let change = async |current: &str, new: &str| {
        let identity = house.hub.identity();
        identity.change_password(ada.user.id, &secret(current), &secret(new), None, request()).await
    };

    assert_eq!(code(change(WRONG, "my new long sentence").await), Code::BAD_CREDENTIALS);
    let error = change(PASSWORD, "password123").await.unwrap_err();
    assert_eq!(faults(&error), [("/new_password", "password.too_common")]);
    house.refresh(&ada).await.unwrap();
}

#[tokio::test]
async fn a_wrong_current_password_counts_as_a_failed_attempt() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    for _ in 0..5 {
        let (wrong, new) = (secret(WRONG), secret("my new long sentence"));
        let identity = house.hub.identity();
        identity.change_password(ada.user.id, &wrong, &new, None, request()).await.unwrap_err();
    }

    assert_eq!(code(house.login("ada@example.org", PASSWORD).await), Code::LOCKED);
}

#[tokio::test]
async fn a_logout_is_known_on_every_node() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let neighbour = house.neighbour();
    neighbour.identity().caller(&claims(&ada), request()).await.unwrap();

    house.hub.identity().logout(ada.login, request()).await.unwrap();

    eventually(async || neighbour.identity().caller(&claims(&ada), request()).await.is_err()).await;
}
