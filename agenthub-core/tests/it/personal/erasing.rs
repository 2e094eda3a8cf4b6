//! Erasing a person's data.

use agenthub_core::audit::personal::{ERASED, WITHHELD};
use agenthub_core::audit::{Entity, Person};
use agenthub_core::error::Code;
use agenthub_core::legal_hold::NewLegalHold;
use agenthub_core::user::UserId;
use agenthub_core::{Caller, Role};
use serde_json::json;

use super::{IP, caller, clerk, code, erase, ip, kept, moved, newest, person, register, value, world};
use crate::support::hello;

#[tokio::test]
async fn erasing_ends_what_was_and_not_what_will_be_nor_what_others_have() {
    let world = world().await;
    let (user, other) = (UserId::new(), UserId::new());
    let (alice, bob) = (person(&world, user), person(&world, other));
    let agent = world.echo().await;
    alice.invoke_on(agent.id, "echo", hello()).await.unwrap();
    let hers = alice.audit().add(moved(user, "a@example.org")).await.unwrap().record.id;
    let his = bob.audit().add(moved(other, "b@example.org")).await.unwrap();
    assert_eq!(erase(&bob, user).await, 1);
    let erased = bob.audit().get(hers).await.unwrap();
    assert_eq!((ip(&erased), value(&erased, "email")), (Some(ERASED), Some(&json!(ERASED))));
    assert_eq!(value(&erased, "floor"), Some(&json!(4)));
    assert_eq!(bob.audit().get(his.record.id).await.unwrap(), his);
    assert_eq!(ip(&clerk(&world).audit().get(hers).await.unwrap()), Some(WITHHELD));
    alice.invoke_on(agent.id, "echo", hello()).await.unwrap();
    assert_eq!(ip(&newest(&bob).await), Some(IP));
    assert_eq!(erase(&bob, user).await, 1, "that too, when it is asked for");
    assert_eq!(erase(&bob, user).await, 0);
}

#[tokio::test]
async fn erasing_twice_says_the_same_and_leaves_one_record() {
    let world = world().await;
    let user = UserId::new();
    person(&world, user).audit().add(moved(user, "a@example.org")).await.unwrap();
    let first = world.session().audit().erase(&Person::User(user)).await.unwrap();
    let record = newest(&world.session()).await;
    assert_eq!(record.record.action, "erase");
    assert_eq!(record.record.entity, Entity::new("subject", user));
    assert_eq!(value(&record, "keys"), Some(&json!(1)));
    let again = world.session().audit().erase(&Person::User(user)).await.unwrap();
    assert_eq!((again.erased_at, again.keys), (first.erased_at, 0));
    assert_eq!(newest(&world.session()).await, record);
}

#[tokio::test]
async fn who_erases_themselves_is_on_record() {
    let world = world().await;
    let user = UserId::new();
    let alice = person(&world, user);
    alice.audit().add(moved(user, "a@example.org")).await.unwrap();
    erase(&alice, user).await;
    let entry = newest(&alice).await;
    assert_eq!((entry.record.action.as_str(), ip(&entry)), ("erase", Some(IP)));
}

#[tokio::test]
async fn it_takes_the_permission_and_somebody_who_is_there() {
    let world = world().await;
    let (user, unknown) = (UserId::new(), UserId::new());
    person(&world, user).audit().add(moved(user, "a@example.org")).await.unwrap();
    for role in [Role::Viewer, Role::Auditor, Role::Developer, Role::Operator] {
        let session = world.hub.enter(caller(&world, unknown, role));
        assert_eq!(code(session.audit().erase(&Person::User(user)).await), Code::DENIED, "{role}");
    }
    let before = world.audit().await.len();
    for nobody in
        [Person::User(unknown), Person::Email("nobody@example.org".into()), Person::Email("\0".into())]
    {
        let refused = world.session().audit().erase(&nobody).await;
        assert_eq!(code(refused), Code::AUDIT_SUBJECT_NOT_FOUND, "{nobody:?}");
    }
    assert_eq!(world.audit().await.len(), before);
    let nowhere = world.hub.enter(Caller::system(agenthub_core::Id::new()));
    assert_eq!(code(nowhere.audit().erase(&Person::User(user)).await), Code::AUDIT_SUBJECT_NOT_FOUND);
}

#[tokio::test]
async fn a_legal_hold_keeps_what_is_known_of_a_person() {
    let world = world().await;
    let (owner, user) = (world.session(), UserId::new());
    let entry = person(&world, user).audit().add(moved(user, "a@example.org")).await.unwrap();
    let hold = NewLegalHold { name: "Acme ./. Initech".to_owned(), reason: "a letter".to_owned() };
    let hold = owner.legal_holds().place(hold).await.unwrap();
    assert_eq!(code(owner.audit().erase(&Person::User(user)).await), Code::LEGAL_HOLD_STANDS);
    assert_eq!(owner.audit().get(entry.record.id).await.unwrap(), entry, "it reads as before");
    owner.legal_holds().lift(hold.id).await.unwrap();
    assert_eq!(erase(&owner, user).await, 1);
}

#[tokio::test]
async fn another_organizations_people_are_not_there_and_keep_what_they_have() {
    let world = world().await;
    let other = world.hub.create_organization("Other").await.unwrap().id;
    let user = UserId::new();
    let here = person(&world, user).audit().add(moved(user, "a@example.org")).await.unwrap();
    let stranger = world.hub.enter(Caller::system(other));
    let asked = stranger.audit().erase(&Person::User(user)).await;
    assert_eq!(code(asked), Code::AUDIT_SUBJECT_NOT_FOUND);
    // The same person is there as well; the two know nothing of each other.
    let there = world.hub.enter(Caller { organization: other, ..caller(&world, user, Role::Owner) });
    there.audit().add(moved(user, "a@example.org")).await.unwrap();
    assert_eq!(erase(&stranger, user).await, 1);
    assert_eq!(ip(&newest(&there).await), None, "the record of the erasure, by the system");
    assert_eq!(world.session().audit().get(here.record.id).await.unwrap(), here);
}

#[tokio::test]
async fn who_was_invited_is_erased_by_address_or_as_the_user_of_it() {
    let world = world().await;
    let owner = world.session();
    let invited = async |email: &str| {
        owner.invitations().create(email, Role::Viewer).await.unwrap();
        newest(&owner).await.record.id
    };
    let email_of = async |id| value(&owner.audit().get(id).await.unwrap(), "email").cloned();
    let (bob, ada) = (invited("Bob@example.org").await, invited("ada@example.org").await);
    assert_eq!(email_of(bob).await, Some(json!("bob@example.org")));
    assert!(!serde_json::to_string(&kept(&world, bob).await).unwrap().contains("bob@"));

    let erased = owner.audit().erase(&Person::Email("BOB@example.org ".into())).await.unwrap();
    assert_eq!(erased.keys, 1);
    assert_eq!(
        (email_of(bob).await, email_of(ada).await),
        (Some(json!(ERASED)), Some(json!("ada@example.org")))
    );
    assert!(
        !serde_json::to_string(&newest(&owner).await).unwrap().contains("bob@"),
        "nor does its record say so"
    );

    // Ada has an account elsewhere, which an invitation does not tell.
    let signed = register(&world.hub, "ada@example.org").await;
    let asked = owner.audit().erase(&Person::User(signed.user.id)).await;
    assert_eq!(code(asked), Code::AUDIT_SUBJECT_NOT_FOUND);
    person(&world, signed.user.id).audit().add(moved(signed.user.id, "x@example.org")).await.unwrap();
    assert_eq!(erase(&owner, signed.user.id).await, 2, "what she did, and what she was invited by");
    assert_eq!(email_of(ada).await, Some(json!(ERASED)));
}

#[tokio::test]
async fn an_erasure_by_address_does_not_tell_who_has_an_account_elsewhere() {
    let world = world().await;
    let signed = register(&world.hub, "ada@example.org").await;
    world.session().invitations().create("ada@example.org", Role::Viewer).await.unwrap();
    world.session().audit().erase(&Person::Email("ada@example.org".into())).await.unwrap();
    let record = newest(&world.session()).await.record;
    assert_eq!(record.action, "erase");
    assert_ne!(record.entity.id, signed.user.id.to_string());
}
