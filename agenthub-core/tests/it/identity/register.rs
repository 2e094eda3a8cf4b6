use agenthub_core::Role;
use agenthub_core::audit::Actor;
use agenthub_core::error::Code;
use agenthub_core::identity::{NewUser, Registration};

use super::{House, PASSWORD, actions, claims, code, faults, request, secret};

#[tokio::test]
async fn who_registers_owns_an_organization_and_is_signed_in() {
    let house = House::new();

    let ada = house.register("  Ada@Example.org ").await;

    assert_eq!((ada.user.email.as_str(), ada.role), ("ada@example.org", Role::Owner));
    assert_eq!(ada.organization.name, "ada", "after the mail address");
    let caller = house.caller(&ada).await.unwrap();
    assert_eq!((caller.actor, caller.permissions), (Actor::Human(ada.user.id), Role::Owner.permissions()));
    let me = house.hub.identity().me(ada.user.id).await.unwrap();
    assert_eq!(me.organizations.len(), 1);
    let (organization, member) = &me.organizations[0];
    assert_eq!((organization, member.role), (&ada.organization, Role::Owner));
}

#[tokio::test]
async fn a_registration_leaves_records_of_who_and_from_where() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;

    let entries = house.audit(&ada.organization).await;

    assert_eq!(actions(&entries), ["create", "register", "login"]);
    assert!(entries.iter().all(|it| it.record.actor == Actor::Human(ada.user.id)));
    assert!(entries.iter().all(|it| it.record.request == request()));
}

#[tokio::test]
async fn every_fault_is_told_with_its_place() {
    let house = House::new();
    let new = Registration {
        email: "not an address".into(),
        password: secret("short"),
        full_name: Some("line\nbreak".into()),
        organization_name: Some(" ".into()),
        invitation: Some(secret("ahi_x")),
    };

    let error = house.hub.identity().register(new, request()).await.unwrap_err();

    assert_eq!(error.code(), Code::INVALID);
    let expected = [
        ("/invitation", "value.excludes"),
        ("/email", "value.bad_format"),
        ("/password", "value.too_short"),
        ("/full_name", "value.bad_format"),
        ("/organization_name", "value.required"),
    ];
    assert_eq!(faults(&error), expected);
}

#[tokio::test]
async fn passwords_that_anybody_would_guess_are_refused_by_name() {
    let house = House::new();
    let long = "x".repeat(100) + &"y".repeat(101);
    let refused = [
        ("", "value.required"),
        ("123456789", "value.too_short"),
        (long.as_str(), "value.too_long"),
        ("Ada@Example.org", "password.is_email"),
        ("Password123", "password.too_common"),
        ("1234567890", "password.too_common"),
        ("zzzzzzzzzzzz", "password.too_common"),
    ];
    for (password, rule) in refused {
        let new = Registration::new("ada@example.org", secret(password));
        let error = house.hub.identity().register(new, request()).await.unwrap_err();
        assert_eq!(faults(&error), [("/password", rule)], "{password}");
    }
}

#[tokio::test]
async fn the_length_of_a_password_is_counted_in_characters() {
    let house = House::new();
    let ten = "пароль мир";
    let new = Registration::new("ada@example.org", secret(ten));

    house.hub.identity().register(new, request()).await.unwrap();

    house.login("ada@example.org", ten).await.unwrap();
}

#[tokio::test]
async fn an_address_has_one_account_also_when_two_take_it_at_once() {
    let house = House::new();
    let register = |email: &str| {
        let new = Registration::new(email, secret(PASSWORD));
        let identity = house.hub.identity();
        async move { identity.register(new, request()).await }
    };

    let (one, other) = tokio::join!(register("ada@example.org"), register("ADA@example.org"));

    assert_eq!(u8::from(one.is_ok()) + u8::from(other.is_ok()), 1);
    let refused = if one.is_ok() { other } else { one };
    assert_eq!(code(refused), Code::EMAIL_TAKEN);
    assert_eq!(code(register("ada@example.org").await), Code::EMAIL_TAKEN);
}

#[tokio::test]
async fn the_program_makes_superusers_who_act_everywhere() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let new = NewUser {
        email: "root@localhost".into(),
        password: secret(PASSWORD),
        full_name: Some("Root".into()),
        organization_name: None,
        superuser: true,
    };

    house.hub.identity().create_user(new.clone()).await.unwrap();

    let root = house.login("root@localhost", PASSWORD).await.unwrap();
    assert_eq!((root.organization.name.as_str(), root.role), ("root", Role::Owner));
    assert_eq!(house.audit(&root.organization).await[0].record.actor, Actor::System);
    let identity = house.hub.identity();
    let there = Some(ada.organization.id);
    let abroad = identity.login("root@localhost", &secret(PASSWORD), there, request()).await.unwrap();
    assert_eq!((abroad.organization.id, abroad.role), (ada.organization.id, Role::Owner));
    assert!(claims(&abroad).superuser);
    assert_eq!(house.session(&abroad).await.organization().get().await.unwrap(), ada.organization);
    assert_eq!(code(identity.create_user(new).await), Code::EMAIL_TAKEN);
}

#[tokio::test]
async fn an_organization_of_the_program_has_a_name_and_nobody_in_it() {
    let house = House::new();

    let error = house.hub.create_organization("").await.unwrap_err();
    let acme = house.hub.create_organization(" Acme ").await.unwrap();

    assert_eq!(faults(&error), [("/name", "value.required")]);
    assert_eq!(acme.name, "Acme");
    assert_eq!(actions(&house.audit(&acme).await), ["create"]);
}
