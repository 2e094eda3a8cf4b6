use agenthub_core::Role;
use agenthub_core::audit::Actor;
use agenthub_core::error::Code;
use agenthub_core::identity::Registration;
use agenthub_core::page::Page;
use chrono::TimeDelta;
use secrecy::SecretString;

use super::{House, PASSWORD, actions, code, faults, request, secret};

async fn register_with(house: &House, email: &str, token: &SecretString) -> agenthub_core::Result<Role> {
    let new = Registration { invitation: Some(token.clone()), ..Registration::new(email, secret(PASSWORD)) };
    house.hub.identity().register(new, request()).await.map(|signed_in| signed_in.role)
}

#[tokio::test]
async fn who_is_invited_registers_into_the_organization() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;

    let bob = house.join(&ada, " Bob@Example.org", Role::Operator).await;

    assert_eq!((bob.organization.id, bob.role), (ada.organization.id, Role::Operator));
    assert_eq!(house.hub.identity().me(bob.user.id).await.unwrap().organizations.len(), 1);
    assert_eq!(house.caller(&bob).await.unwrap().permissions, Role::Operator.permissions());
    let entries = house.audit(&ada.organization).await;
    assert_eq!(actions(&entries)[3..], ["create", "accept", "register", "login"]);
    assert_eq!(entries[3].record.actor, Actor::Human(ada.user.id));
    assert!(entries[4..].iter().all(|it| it.record.actor == Actor::Human(bob.user.id)));
}

#[tokio::test]
async fn who_has_an_account_accepts_and_signs_in_there() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let bob = house.register("bob@example.org").await;
    house.pass(1);
    let session = house.session(&ada).await;
    let (invitation, token) = session.invitations().create("bob@example.org", Role::Auditor).await.unwrap();

    let identity = house.hub.identity();
    let (organization, member) = identity.accept_invitation(bob.user.id, &token, request()).await.unwrap();

    assert_eq!((organization.id, member.role), (ada.organization.id, Role::Auditor));
    let there = Some(organization.id);
    let abroad = identity.login("bob@example.org", &secret(PASSWORD), there, request()).await.unwrap();
    assert_eq!(abroad.role, Role::Auditor);
    assert_eq!(house.login("bob@example.org", PASSWORD).await.unwrap().organization.id, bob.organization.id);
    let listed = session.invitations().list(&Page::default()).await.unwrap().items;
    assert_eq!((listed[0].id, listed[0].accepted_at.is_some()), (invitation.id, true));
}

#[tokio::test]
async fn an_invitation_is_good_once_also_when_two_use_it_at_once() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let session = house.session(&ada).await;
    let (_, token) = session.invitations().create("bob@example.org", Role::Viewer).await.unwrap();

    let both = tokio::join!(
        register_with(&house, "bob@example.org", &token),
        register_with(&house, "bob@example.org", &token)
    );

    assert_eq!(u8::from(both.0.is_ok()) + u8::from(both.1.is_ok()), 1);
    let bob = house.login("bob@example.org", PASSWORD).await.unwrap();
    let again = house.hub.identity().accept_invitation(bob.user.id, &token, request()).await;
    assert_eq!(code(again), Code::INVITATION_NOT_FOUND);
}

#[tokio::test]
async fn an_invitation_expires() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let bob = house.register("bob@example.org").await;
    let session = house.session(&ada).await;
    let (invitation, token) = session.invitations().create("bob@example.org", Role::Viewer).await.unwrap();
    assert_eq!(invitation.expires_at - invitation.created_at, TimeDelta::days(7));
    let (_, other) = session.invitations().create("carl@example.org", Role::Viewer).await.unwrap();
    house.clock.advance(TimeDelta::days(7));

    let identity = house.hub.identity();
    let accepted = identity.accept_invitation(bob.user.id, &token, request()).await;
    assert_eq!(code(accepted), Code::INVITATION_NOT_FOUND);
    assert_eq!(code(register_with(&house, "carl@example.org", &other).await), Code::INVITATION_NOT_FOUND);
}

#[tokio::test]
async fn an_invitation_is_for_one_address_only() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let eve = house.register("eve@example.org").await;
    let session = house.session(&ada).await;
    let (_, token) = session.invitations().create("bob@example.org", Role::Admin).await.unwrap();

    let identity = house.hub.identity();
    let accepted = identity.accept_invitation(eve.user.id, &token, request()).await;
    assert_eq!(code(accepted), Code::INVITATION_NOT_FOUND);
    assert_eq!(code(register_with(&house, "mallory@example.org", &token).await), Code::INVITATION_NOT_FOUND);
    assert_eq!(register_with(&house, "bob@example.org", &token).await.unwrap(), Role::Admin);
}

#[tokio::test]
async fn an_invitation_that_is_taken_back_or_made_up_is_good_for_nothing() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let session = house.session(&ada).await;
    let (invitation, token) = session.invitations().create("bob@example.org", Role::Viewer).await.unwrap();

    session.invitations().remove(invitation.id).await.unwrap();

    let made_up = secret(&format!("ahi_{}", "A".repeat(64)));
    for token in [token, made_up, secret("ahi_"), secret("")] {
        assert_eq!(code(register_with(&house, "bob@example.org", &token).await), Code::INVITATION_NOT_FOUND);
    }
    assert_eq!(code(session.invitations().remove(invitation.id).await), Code::INVITATION_NOT_FOUND);
    assert_eq!(house.last_entry(&ada.organization).await.record.action, "remove");
}

#[tokio::test]
async fn members_are_not_invited_again() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let session = house.session(&ada).await;
    let bob = house.register("bob@example.org").await;
    let (_, first) = session.invitations().create("bob@example.org", Role::Viewer).await.unwrap();
    let (_, second) = session.invitations().create("bob@example.org", Role::Admin).await.unwrap();
    let identity = house.hub.identity();
    identity.accept_invitation(bob.user.id, &first, request()).await.unwrap();

    let invited = session.invitations().create("bob@example.org", Role::Viewer).await;
    assert_eq!(code(invited), Code::MEMBER_EXISTS);
    let accepted = identity.accept_invitation(bob.user.id, &second, request()).await;
    assert_eq!(code(accepted), Code::MEMBER_EXISTS);
    let error = session.invitations().create("nobody", Role::Viewer).await.unwrap_err();
    assert_eq!(faults(&error), [("/email", "value.bad_format")]);
}

#[tokio::test]
async fn invitations_of_others_are_not_there() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let bob = house.register("bob@example.org").await;
    let (invitation, token) =
        house.session(&ada).await.invitations().create("carl@example.org", Role::Viewer).await.unwrap();
    let stranger = house.session(&bob).await;

    assert_eq!(code(stranger.invitations().remove(invitation.id).await), Code::INVITATION_NOT_FOUND);
    assert!(stranger.invitations().list(&Page::default()).await.unwrap().items.is_empty());
    register_with(&house, "carl@example.org", &token).await.unwrap();
}

#[tokio::test]
async fn an_admin_does_not_take_back_what_an_owner_offered_an_owner() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let admin = house.join(&ada, "admin@example.org", Role::Admin).await;
    let (invitation, _) =
        house.session(&ada).await.invitations().create("carl@example.org", Role::Owner).await.unwrap();

    let taken_back = house.session(&admin).await.invitations().remove(invitation.id).await;

    assert_eq!(code(taken_back), Code::ROLE_TOO_HIGH);
}
