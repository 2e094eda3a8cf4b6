use agenthub_core::access::Permission;
use agenthub_core::api_key::NewApiKey;
use agenthub_core::audit::{Actor, Entity, Severity};
use agenthub_core::error::Code;
use agenthub_core::organization::OrganizationId;
use agenthub_core::store::Store;
use agenthub_core::{HubOptions, Role};
use chrono::TimeDelta;
use secrecy::{ExposeSecret, SecretString};

use super::said;
use crate::identity::{House, PASSWORD, WRONG, claims, code, request, secret};

const ADA: &str = "ada@example.org";

#[tokio::test]
async fn a_wrong_password_and_a_lock_are_on_record_as_nobodys() {
    let house = House::new();
    let ada = house.register(ADA).await;
    for _ in 0..5 {
        house.login(ADA, WRONG).await.unwrap_err();
    }
    assert_eq!(code(house.login(ADA, PASSWORD).await), Code::LOCKED);

    let refused = house.refusals(&ada.organization).await;

    assert_eq!(said(&refused[..5]), [("login", "auth.bad_credentials"); 5]);
    assert_eq!(said(&refused[5..]), [("login", "auth.locked")]);
    for record in refused {
        assert_eq!((record.severity, &record.actor), (Severity::Warning, &Actor::System));
        assert_eq!(record.entity, Entity::new("user", ada.user.id));
        assert_eq!(record.request, request());
    }
}

#[tokio::test]
async fn somebody_who_was_put_out_of_service_is_on_record_with_the_right_password() {
    let house = House::new();
    let ada = house.register(ADA).await;
    let mut platform = house.store.platform().await.unwrap();
    let user = agenthub_core::user::User { is_active: false, ..ada.user.clone() };
    platform.users().change(&user).await.unwrap();
    platform.commit().await.unwrap();

    assert_eq!(code(house.login(ADA, PASSWORD).await), Code::BAD_CREDENTIALS);

    assert_eq!(said(&house.refusals(&ada.organization).await), [("login", "auth.bad_credentials")]);
}

#[tokio::test]
async fn who_signs_in_to_an_organization_of_others_is_told_of_at_home() {
    let house = House::new();
    let (ada, bob) = (house.register(ADA).await, house.register("bob@example.org").await);
    let there = Some(ada.organization.id);
    let identity = house.hub.identity();
    let refused = identity.login("bob@example.org", &secret(PASSWORD), there, request()).await;
    assert_eq!(code(refused), Code::NOT_A_MEMBER);

    let refused = identity.caller_elsewhere(&claims(&bob), ada.organization.id, request()).await;
    assert_eq!(code(refused), Code::NOT_A_MEMBER);

    let at_home = house.refusals(&bob.organization).await;
    assert_eq!(said(&at_home), [("login", "auth.not_a_member"), ("access", "auth.not_a_member")]);
    assert_eq!(at_home[1].entity, Entity::new("organization", ada.organization.id));
    assert!(at_home.iter().all(|it| it.actor == Actor::Human(bob.user.id)));
    assert_eq!(house.refusals(&ada.organization).await, []);
}

#[tokio::test]
async fn a_token_of_a_login_that_ended_is_on_record() {
    let house = House::new();
    let ada = house.register(ADA).await;
    house.hub.identity().logout(ada.login, request()).await.unwrap();

    assert_eq!(code(house.caller(&ada).await), Code::TOKEN_INVALID);
    assert_eq!(code(house.refresh(&ada).await), Code::TOKEN_INVALID);

    let refused = house.refusals(&ada.organization).await;
    assert_eq!(said(&refused), [("access", "auth.token_invalid"), ("refresh", "auth.token_invalid")]);
    assert!(refused.iter().all(|it| it.actor == Actor::Human(ada.user.id)));
}

#[tokio::test]
async fn a_refresh_token_that_expired_or_comes_twice_is_on_record() {
    let ttl = std::time::Duration::from_secs(60);
    let house = House::with(HubOptions { refresh_ttl: ttl, ..HubOptions::default() });
    let ada = house.register(ADA).await;
    let next = house.refresh(&ada).await.unwrap();
    house.pass(60);
    assert_eq!(code(house.refresh(&next).await), Code::TOKEN_EXPIRED);
    assert_eq!(code(house.refresh(&ada).await), Code::TOKEN_REUSED);

    let mut refused = house.refusals(&ada.organization).await;

    refused.sort_by_key(|it| it.error_code.clone());
    assert_eq!(said(&refused), [("refresh", "auth.token_expired"), ("refresh", "auth.token_reused")]);
    let actors = refused.iter().map(|it| it.actor.clone()).collect::<Vec<_>>();
    assert_eq!(actors, [Actor::Human(ada.user.id), Actor::System], "whose hand it is, nobody knows");
}

async fn key(house: &House, host: &agenthub_core::identity::SignedIn, hours: i64) -> SecretString {
    let expires_at = Some(agenthub_core::Clock::now(house.clock.as_ref()) + TimeDelta::hours(hours));
    let new = NewApiKey { name: "ci".into(), scopes: vec![Permission::AgentsRead], expires_at };
    house.session(host).await.api_keys().create(new).await.unwrap().1
}

#[tokio::test]
async fn a_key_that_is_good_no_more_is_on_record_as_the_key_that_it_was() {
    let house = House::new();
    let ada = house.register(ADA).await;
    let (short, long) = (key(&house, &ada, 1).await, key(&house, &ada, 100).await);
    house.pass(3600);
    let keys = house.session(&ada).await.api_keys().list(&Default::default()).await.unwrap().items;
    let id = |text: &SecretString| {
        let key = keys.iter().find(|key| text.expose_secret().starts_with(&key.prefix));
        key.unwrap().id
    };
    house.session(&ada).await.api_keys().revoke(id(&long)).await.unwrap();

    let identity = house.hub.identity();
    assert_eq!(code(identity.caller_by_key(&short, request()).await), Code::TOKEN_EXPIRED);
    assert_eq!(code(identity.caller_by_key(&long, request()).await), Code::TOKEN_INVALID);

    let refused = house.refusals(&ada.organization).await;
    assert_eq!(said(&refused), [("access", "auth.token_expired"), ("access", "auth.token_invalid")]);
    for (record, text) in refused.iter().zip([&short, &long]) {
        assert_eq!(record.actor, Actor::ApiKey(id(text)));
        assert_eq!(record.entity, Entity::new("api_key", id(text)));
    }
}

#[tokio::test]
async fn a_key_that_was_made_up_is_on_record_by_its_beginning() {
    let house = House::new();
    let ada = house.register(ADA).await;
    let text = key(&house, &ada, 1).await.expose_secret().to_owned();
    let made_up = format!("{}{}", &text[..50], "A".repeat(text.len() - 50));

    let refused = house.hub.identity().caller_by_key(&secret(&made_up), request()).await;

    assert_eq!(code(refused), Code::TOKEN_INVALID);
    let [record] = &house.refusals(&ada.organization).await[..] else { panic!("one record") };
    assert_eq!(record.entity, Entity::new("api_key", &text[..30]));
    assert_eq!(record.actor, Actor::System);
}

#[tokio::test]
async fn an_invitation_that_is_over_or_somebody_elses_is_on_record_where_it_leads() {
    let house = House::new();
    let (ada, bob) = (house.register(ADA).await, house.register("bob@example.org").await);
    let session = house.session(&ada).await;
    let (invitation, token) = session.invitations().create("carl@example.org", Role::Viewer).await.unwrap();

    let accepted = house.hub.identity().accept_invitation(bob.user.id, &token, request()).await;

    assert_eq!(code(accepted), Code::INVITATION_NOT_FOUND);
    let refused = house.refusals(&ada.organization).await;
    assert_eq!(said(&refused), [("accept", "invitation.not_found")]);
    assert_eq!(refused[0].actor, Actor::Human(bob.user.id));
    assert_eq!(refused[0].entity, Entity::new("invitation", invitation.id));
}

#[tokio::test]
async fn who_is_nobody_leaves_no_record_anywhere() {
    let house = House::new();
    let ada = house.register(ADA).await;
    house.login("bob@example.org", WRONG).await.unwrap_err();
    let nowhere = OrganizationId::new();
    let claims = agenthub_core::identity::Claims { organization: nowhere, ..claims(&ada) };
    assert_eq!(code(house.hub.identity().caller(&claims, request()).await), Code::ORGANIZATION_NOT_FOUND);

    assert_eq!(house.refusals(&ada.organization).await, []);
}
