use agenthub_core::access::{Permission, Permissions};
use agenthub_core::audit::{Actor, Severity};
use agenthub_core::error::Code;
use agenthub_core::organization::OrganizationUpdate;
use agenthub_core::page::Page;
use agenthub_core::user::UserId;
use agenthub_core::{Caller, Role};
use serde_json::json;

use super::{House, PASSWORD, claims, code, eventually, faults, request};

#[tokio::test]
async fn members_are_listed_first_come_first() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    house.pass(1);
    let bob = house.join(&ada, "bob@example.org", Role::Developer).await;

    let session = house.session(&ada).await;
    let members = session.members().list(&Page::default()).await.unwrap().items;

    let seen: Vec<_> = members.iter().map(|it| (it.email.as_str(), it.member.role)).collect();
    assert_eq!(seen, [("ada@example.org", Role::Owner), ("bob@example.org", Role::Developer)]);
    assert_eq!(session.members().get(bob.user.id).await.unwrap(), members[1]);
}

#[tokio::test]
async fn a_role_is_changed_at_once_and_on_record() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let bob = house.join(&ada, "bob@example.org", Role::Viewer).await;
    assert!(!house.caller(&bob).await.unwrap().permissions.contains(Permission::AgentsWrite));

    let changed = house.session(&ada).await.members().set_role(bob.user.id, Role::Developer).await.unwrap();

    assert_eq!(changed.member.role, Role::Developer);
    assert!(house.caller(&bob).await.unwrap().permissions.contains(Permission::AgentsWrite));
    let record = house.last_entry(&ada.organization).await.record;
    assert_eq!((record.action.as_str(), record.actor), ("set_role", Actor::Human(ada.user.id)));
    let role = &record.changes.0["role"];
    assert_eq!((role.old.as_ref(), role.new.as_ref()), (Some(&json!("viewer")), Some(&json!("developer"))));
}

#[tokio::test]
async fn the_role_that_somebody_has_is_not_given_again() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let before = house.audit(&ada.organization).await;

    house.session(&ada).await.members().set_role(ada.user.id, Role::Owner).await.unwrap();

    assert_eq!(house.audit(&ada.organization).await, before);
}

#[tokio::test]
async fn the_last_owner_stays() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    house.join(&ada, "bob@example.org", Role::Admin).await;
    let session = house.session(&ada).await;

    assert_eq!(code(session.members().set_role(ada.user.id, Role::Admin).await), Code::LAST_OWNER);
    assert_eq!(code(session.members().remove(ada.user.id).await), Code::LAST_OWNER);
    house.refresh(&ada).await.unwrap();
}

#[tokio::test]
async fn of_two_owners_who_remove_each_other_at_once_one_stays() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let bob = house.join(&ada, "bob@example.org", Role::Owner).await;
    let (of_ada, of_bob) = (house.session(&ada).await, house.session(&bob).await);

    let (members_of_ada, members_of_bob) = (of_ada.members(), of_bob.members());
    let removals = tokio::join!(members_of_ada.remove(bob.user.id), members_of_bob.remove(ada.user.id));

    assert_eq!(u8::from(removals.0.is_ok()) + u8::from(removals.1.is_ok()), 1);
}

#[tokio::test]
async fn an_admin_neither_gives_nor_takes_the_role_of_an_owner() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let second = house.join(&ada, "second@example.org", Role::Owner).await;
    let admin = house.join(&ada, "admin@example.org", Role::Admin).await;
    let viewer = house.join(&ada, "viewer@example.org", Role::Viewer).await;
    let session = house.session(&admin).await;
    let members = session.members();

    for user in [viewer.user.id, admin.user.id] {
        assert_eq!(code(members.set_role(user, Role::Owner).await), Code::ROLE_TOO_HIGH);
    }
    assert_eq!(code(members.set_role(second.user.id, Role::Viewer).await), Code::ROLE_TOO_HIGH);
    assert_eq!(code(members.remove(second.user.id).await), Code::ROLE_TOO_HIGH);
    let invited = session.invitations().create("new@example.org", Role::Owner).await;
    assert_eq!(code(invited), Code::ROLE_TOO_HIGH);
    members.set_role(viewer.user.id, Role::Admin).await.unwrap();
    members.remove(viewer.user.id).await.unwrap();
    house.refresh(&second).await.unwrap();
}

#[tokio::test]
async fn whoever_may_not_manage_members_does_not() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    for role in [Role::Viewer, Role::Auditor, Role::Developer, Role::Operator] {
        let somebody = house.join(&ada, &format!("{role}@example.org"), role).await;
        let session = house.session(&somebody).await;
        assert_eq!(code(session.members().set_role(ada.user.id, Role::Viewer).await), Code::DENIED);
        assert_eq!(code(session.members().remove(somebody.user.id).await), Code::DENIED);
        assert_eq!(code(session.invitations().create("x@example.org", Role::Viewer).await), Code::DENIED);
        assert_eq!(code(session.organization().update(renamed("Mine")).await), Code::DENIED);
    }
}

#[tokio::test]
async fn a_removed_member_is_out_at_once_with_every_token() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let bob = house.join(&ada, "bob@example.org", Role::Developer).await;
    house.caller(&bob).await.unwrap();

    house.session(&ada).await.members().remove(bob.user.id).await.unwrap();

    let record = house.last_entry(&ada.organization).await.record;
    assert_eq!(code(house.caller(&bob).await), Code::NOT_A_MEMBER);
    assert_eq!(code(house.refresh(&bob).await), Code::TOKEN_INVALID);
    assert_eq!(code(house.login("bob@example.org", PASSWORD).await), Code::NOT_A_MEMBER);
    assert_eq!((record.action.as_str(), record.severity), ("remove", Severity::Warning));
}

#[tokio::test]
async fn a_member_who_comes_back_does_not_bring_the_old_tokens_back() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let bob = house.join(&ada, "bob@example.org", Role::Developer).await;
    let session = house.session(&ada).await;
    session.members().remove(bob.user.id).await.unwrap();
    let (_, token) = session.invitations().create("bob@example.org", Role::Viewer).await.unwrap();
    house.hub.identity().accept_invitation(bob.user.id, &token, request()).await.unwrap();

    assert_eq!(code(house.caller(&bob).await), Code::TOKEN_INVALID);
    assert_eq!(code(house.refresh(&bob).await), Code::TOKEN_INVALID);
    let again = house.login("bob@example.org", PASSWORD).await.unwrap();
    assert_eq!(house.caller(&again).await.unwrap().permissions, Role::Viewer.permissions());
}

#[tokio::test]
async fn a_member_who_is_removed_here_stays_signed_in_elsewhere() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let bob = house.register("bob@example.org").await;
    let session = house.session(&ada).await;
    let (_, token) = session.invitations().create("bob@example.org", Role::Viewer).await.unwrap();
    house.hub.identity().accept_invitation(bob.user.id, &token, request()).await.unwrap();

    session.members().remove(bob.user.id).await.unwrap();

    house.caller(&bob).await.unwrap();
    house.refresh(&bob).await.unwrap();
}

#[tokio::test]
async fn a_removed_member_is_out_on_every_node() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let bob = house.join(&ada, "bob@example.org", Role::Developer).await;
    let neighbour = house.neighbour();
    neighbour.identity().caller(&claims(&bob), request()).await.unwrap();

    house.session(&ada).await.members().remove(bob.user.id).await.unwrap();

    eventually(async || neighbour.identity().caller(&claims(&bob), request()).await.is_err()).await;
}

#[tokio::test]
async fn members_of_others_are_not_there() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let bob = house.register("bob@example.org").await;
    let session = house.session(&ada).await;
    let before = house.audit(&bob.organization).await;

    for user in [bob.user.id, UserId::new()] {
        assert_eq!(code(session.members().get(user).await), Code::USER_NOT_FOUND);
        assert_eq!(code(session.members().set_role(user, Role::Viewer).await), Code::USER_NOT_FOUND);
        assert_eq!(code(session.members().remove(user).await), Code::USER_NOT_FOUND);
    }
    house.refresh(&bob).await.unwrap();
    assert_eq!(house.audit(&bob.organization).await.len(), before.len() + 1, "the refresh alone");
}

#[tokio::test]
async fn an_owner_with_a_narrower_token_acts_as_an_admin() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let bob = house.join(&ada, "bob@example.org", Role::Viewer).await;
    let scopes: Permissions = [Permission::MembersManage].into_iter().collect();
    let narrow = house.hub.enter(house.caller(&ada).await.unwrap().limited_to(scopes));

    assert_eq!(code(narrow.members().set_role(bob.user.id, Role::Owner).await), Code::ROLE_TOO_HIGH);
    narrow.members().set_role(bob.user.id, Role::Admin).await.unwrap();
}

fn renamed(name: &str) -> OrganizationUpdate {
    OrganizationUpdate { name: Some(name.to_owned()), ..OrganizationUpdate::default() }
}

#[tokio::test]
async fn an_organization_is_renamed_on_record() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let session = house.session(&ada).await;
    house.pass(5);

    let now = session.organization().update(renamed(" Analytical Engines ")).await.unwrap();

    assert_eq!(now.name, "Analytical Engines");
    assert_eq!(session.organization().get().await.unwrap(), now);
    let name = &house.last_entry(&now).await.record.changes.0["name"];
    assert_eq!(
        (name.old.as_ref(), name.new.as_ref()),
        (Some(&json!("ada")), Some(&json!("Analytical Engines")))
    );
    let error = session.organization().update(renamed(&"x".repeat(256))).await.unwrap_err();
    assert_eq!(faults(&error), [("/name", "value.too_long")]);
}

#[tokio::test]
async fn an_organization_that_is_not_there_is_not_found() {
    let house = House::new();
    let nowhere = house.hub.enter(Caller::system(agenthub_core::Id::new()));

    assert_eq!(code(nowhere.organization().get().await), Code::ORGANIZATION_NOT_FOUND);
    assert_eq!(code(nowhere.organization().update(renamed("x")).await), Code::ORGANIZATION_NOT_FOUND);
    assert_eq!(code(nowhere.members().remove(UserId::new()).await), Code::USER_NOT_FOUND);
}
