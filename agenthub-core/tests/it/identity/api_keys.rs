use agenthub_core::access::Permission::{self, AgentsInvoke, AgentsRead, MembersManage, OrganizationManage};
use agenthub_core::access::Permissions;
use agenthub_core::api_key::{ApiKey, ApiKeyId, NewApiKey};
use agenthub_core::audit::Actor;
use agenthub_core::error::Code;
use agenthub_core::identity::SignedIn;
use agenthub_core::page::Page;
use agenthub_core::{Caller, Clock, Hub, Result, Role};
use chrono::TimeDelta;
use secrecy::{ExposeSecret, SecretString};

use super::{House, actions, code, eventually, faults, request, secret};

fn new_key(scopes: &[Permission]) -> NewApiKey {
    NewApiKey { name: "ci".into(), scopes: scopes.to_vec(), expires_at: None }
}

async fn create(house: &House, by: &SignedIn, scopes: &[Permission]) -> (ApiKey, SecretString) {
    house.session(by).await.api_keys().create(new_key(scopes)).await.unwrap()
}

async fn enter(hub: &Hub, text: &SecretString) -> Result<Caller> {
    hub.identity().caller_by_key(text, request()).await
}

#[tokio::test]
async fn a_key_acts_with_its_scopes_in_its_own_name() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let (key, text) = create(&house, &ada, &[AgentsRead, AgentsInvoke]).await;

    let caller = enter(&house.hub, &text).await.unwrap();

    assert_eq!((caller.organization, &caller.actor), (ada.organization.id, &Actor::ApiKey(key.id)));
    assert_eq!(caller.permissions, [AgentsRead, AgentsInvoke].into_iter().collect());
    assert_eq!(caller.request, request());
    let session = house.hub.enter(caller);
    assert_eq!(code(session.members().list(&Page::default()).await), Code::DENIED);
}

#[tokio::test]
async fn a_key_s_prefix_tells_it_from_others_and_does_not_open_anything() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let (one, text) = create(&house, &ada, &[AgentsRead]).await;
    let (other, _) = create(&house, &ada, &[AgentsRead]).await;

    assert_ne!(one.prefix, other.prefix);
    assert!(text.expose_secret().starts_with(&one.prefix) && one.prefix.starts_with("ahk_"));
    assert!(text.expose_secret().len() - one.prefix.len() > 32, "most of it stays unknown");
}

#[tokio::test]
async fn nobody_makes_a_key_that_may_do_more_than_its_maker() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let admin = house.join(&ada, "admin@example.org", Role::Admin).await;
    let session = house.session(&admin).await;

    let error = session.api_keys().create(new_key(&[AgentsRead, OrganizationManage])).await.unwrap_err();

    assert_eq!(error.code(), Code::API_KEY_TOO_WIDE);
    assert!(error.to_string().contains("organization:manage"), "{error}");
    let (wide, _) = create(&house, &ada, &[OrganizationManage]).await;
    assert_eq!(code(session.api_keys().rotate(wide.id).await), Code::API_KEY_TOO_WIDE, "nor by rotating one");
}

#[tokio::test]
async fn a_key_s_faults_are_all_told() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let keys = [
        (
            NewApiKey { name: String::new(), ..new_key(&[]) },
            vec![("/name", "value.required"), ("/scopes", "value.required")],
        ),
        (
            NewApiKey {
                expires_at: Some(house.clock.now()),
                ..new_key(&[AgentsRead, AgentsInvoke, AgentsRead])
            },
            vec![("/scopes/2", "value.duplicate"), ("/expires_at", "value.bad_format")],
        ),
    ];
    for (key, expected) in keys {
        let error = house.session(&ada).await.api_keys().create(key).await.unwrap_err();
        assert_eq!(faults(&error), expected);
    }
}

#[tokio::test]
async fn what_is_no_key_is_refused() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let bob = house.register("bob@example.org").await;
    let (_, text) = create(&house, &ada, &[AgentsRead]).await;
    let (_, other) = create(&house, &bob, &[AgentsRead]).await;
    let (text, other) = (text.expose_secret(), other.expose_secret());
    // The organization of one key with the secret of another.
    let mixed = format!("{}{}", &text[..26], &other[26..]);
    let nowhere = format!("ahk_{}", "A".repeat(64));
    for key in ["", "ahk_", &text[4..], &text[..60], &text.replace("ahk_", "ahr_"), &mixed, &nowhere] {
        assert_eq!(code(enter(&house.hub, &secret(key)).await), Code::TOKEN_INVALID, "{key}");
    }
}

#[tokio::test]
async fn a_revoked_key_is_refused_at_once() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let (key, text) = create(&house, &ada, &[AgentsRead]).await;
    enter(&house.hub, &text).await.unwrap();
    let session = house.session(&ada).await;

    let revoked = session.api_keys().revoke(key.id).await.unwrap();

    assert_eq!(code(enter(&house.hub, &text).await), Code::TOKEN_INVALID);
    assert_eq!(session.api_keys().get(key.id).await.unwrap(), revoked);
    assert_eq!(house.last_entry(&ada.organization).await.record.action, "revoke");
    let before = house.audit(&ada.organization).await;
    assert_eq!(session.api_keys().revoke(key.id).await.unwrap(), revoked, "once is enough");
    assert_eq!(house.audit(&ada.organization).await, before);
}

#[tokio::test]
async fn a_key_that_is_revoked_on_one_node_is_refused_on_every_other() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let (key, text) = create(&house, &ada, &[AgentsRead]).await;
    let neighbour = house.neighbour();
    enter(&neighbour, &text).await.unwrap();

    house.session(&ada).await.api_keys().revoke(key.id).await.unwrap();

    eventually(async || enter(&neighbour, &text).await.is_err()).await;
    assert_eq!(code(enter(&neighbour, &text).await), Code::TOKEN_INVALID);
}

#[tokio::test]
async fn a_key_ends_when_it_was_said_to() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let end = house.clock.now() + TimeDelta::hours(1);
    let new = NewApiKey { expires_at: Some(end), ..new_key(&[AgentsRead]) };
    let session = house.session(&ada).await;
    let (key, text) = session.api_keys().create(new).await.unwrap();
    house.pass(3599);
    enter(&house.hub, &text).await.unwrap();
    house.pass(1);

    assert_eq!(code(enter(&house.hub, &text).await), Code::TOKEN_EXPIRED);
    assert_eq!(code(session.api_keys().rotate(key.id).await), Code::API_KEY_ENDED);
}

#[tokio::test]
async fn a_rotated_key_has_the_same_scopes_and_the_old_one_ends() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let (old, old_text) = create(&house, &ada, &[AgentsRead, AgentsInvoke]).await;
    let session = house.session(&ada).await;

    let (new, text) = session.api_keys().rotate(old.id).await.unwrap();

    assert_eq!((&new.name, &new.scopes, new.expires_at), (&old.name, &old.scopes, old.expires_at));
    assert_ne!(new.id, old.id);
    assert_eq!(code(enter(&house.hub, &old_text).await), Code::TOKEN_INVALID);
    enter(&house.hub, &text).await.unwrap();
    let entries = house.audit(&ada.organization).await;
    assert!(actions(&entries).ends_with(&["revoke", "rotate"]));
    assert_eq!(code(session.api_keys().rotate(old.id).await), Code::API_KEY_ENDED);
}

#[tokio::test]
async fn the_use_of_a_key_is_noted_once_a_minute() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let (key, text) = create(&house, &ada, &[AgentsRead]).await;
    let session = house.session(&ada).await;
    let first = house.clock.now();
    let used = async || session.api_keys().get(key.id).await.unwrap().last_used_at;

    enter(&house.hub, &text).await.unwrap();
    eventually(async || used().await == Some(first)).await;
    house.pass(59);
    enter(&house.hub, &text).await.unwrap();
    house.pass(1);
    let second = house.clock.now();
    enter(&house.hub, &text).await.unwrap();
    eventually(async || used().await != Some(first)).await;

    assert_eq!(used().await, Some(second), "what came in between was not noted");
    house.hub.close().await;
}

#[tokio::test]
async fn keys_of_others_are_not_there() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let bob = house.register("bob@example.org").await;
    let (key, text) = create(&house, &ada, &[AgentsRead]).await;
    let stranger = house.session(&bob).await;

    for id in [key.id, ApiKeyId::new()] {
        assert_eq!(code(stranger.api_keys().get(id).await), Code::API_KEY_NOT_FOUND);
        assert_eq!(code(stranger.api_keys().revoke(id).await), Code::API_KEY_NOT_FOUND);
        assert_eq!(code(stranger.api_keys().rotate(id).await), Code::API_KEY_NOT_FOUND);
    }
    assert!(stranger.api_keys().list(&Page::default()).await.unwrap().items.is_empty());
    enter(&house.hub, &text).await.unwrap();
}

#[tokio::test]
async fn whoever_may_not_manage_keys_does_not() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let (key, _) = create(&house, &ada, &[AgentsRead]).await;
    for role in [Role::Viewer, Role::Auditor, Role::Developer, Role::Operator] {
        let somebody = house.join(&ada, &format!("{role}@example.org"), role).await;
        let session = house.session(&somebody).await;
        assert_eq!(code(session.api_keys().create(new_key(&[AgentsRead])).await), Code::DENIED);
        assert_eq!(code(session.api_keys().revoke(key.id).await), Code::DENIED);
        assert_eq!(code(session.api_keys().rotate(key.id).await), Code::DENIED);
        let may_look = role == Role::Auditor;
        assert_eq!(session.api_keys().list(&Page::default()).await.is_ok(), may_look, "{role}");
    }
}

#[tokio::test]
async fn a_key_manages_members_as_an_admin_at_most() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let bob = house.join(&ada, "bob@example.org", Role::Owner).await;
    let everything: Vec<_> = Permissions::all().iter().collect();
    for scopes in [vec![MembersManage], everything] {
        let (_, text) = create(&house, &ada, &scopes).await;
        let session = house.hub.enter(enter(&house.hub, &text).await.unwrap());
        assert_eq!(code(session.members().remove(bob.user.id).await), Code::ROLE_TOO_HIGH);
        let invited = session.invitations().create("carl@example.org", Role::Owner).await;
        assert_eq!(code(invited), Code::ROLE_TOO_HIGH);
        session.invitations().create("carl@example.org", Role::Admin).await.unwrap();
    }
}
