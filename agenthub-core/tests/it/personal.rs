//! What is personal in the audit log: who sees it, and how it is erased.

mod erasing;

use std::sync::Arc;

use agenthub_core::access::Permissions;
use agenthub_core::agent::Definition;
use agenthub_core::audit::personal::{ERASED, UNREADABLE, WITHHELD};
use agenthub_core::audit::{
    Actor, AuditFilter, AuditQuery, Changes, Entity, Entry, EntryId, NewRecord, Person, Request,
};
use agenthub_core::error::Code;
use agenthub_core::identity::{Registration, SignedIn};
use agenthub_core::interaction::Outcome;
use agenthub_core::page::Page;
use agenthub_core::store::memory::Memory;
use agenthub_core::subject_key::MasterKey;
use agenthub_core::user::UserId;
use agenthub_core::{Caller, Hub, Permission, Role, Session};
use futures_util::StreamExt as _;
use serde_json::{Value, json};
use tokio::sync::Notify;

use crate::identity::eventually;
use crate::support::{Echo, Gate, World, hello, new_record};

const IP: &str = "203.0.113.77";
const PASSWORD: &str = "a long enough sentence";

fn sealing(store: &Memory, master: MasterKey) -> Hub {
    Hub::builder(store.clone()).master_key(master).runtime("echo", Echo).build()
}

async fn world() -> World {
    World::of(sealing(&Memory::new(), MasterKey::new(&[3; 32]))).await
}

fn request(ip: &str) -> Request {
    Request { ip: Some(ip.to_owned()), user_agent: Some("Browser/7".to_owned()), ..Request::default() }
}

fn caller(world: &World, user: UserId, role: Role) -> Caller {
    Caller::new(world.organization, Actor::Human(user), role).with_request(request(IP))
}

/// A person who may do everything.
fn person(world: &World, user: UserId) -> Session {
    world.hub.enter(caller(world, user, Role::Owner))
}

/// Somebody who may read the log, but nothing personal in it.
fn clerk(world: &World) -> Session {
    let may: Permissions = [Permission::AuditRead, Permission::AuditWrite].into_iter().collect();
    world.hub.enter(Caller::system(world.organization).limited_to(may))
}

fn about(entity: Entity, changes: Changes) -> NewRecord {
    NewRecord { changes, ..new_record("move", entity) }
}

/// Somebody's new mail address.
fn moved(user: UserId, email: &str) -> NewRecord {
    about(Entity::new("user", user), Changes::none().with("email", email).with("floor", 4))
}

async fn list(session: &Session, filter: AuditFilter) -> Vec<Entry> {
    session.audit().list(filter, &Page::first(Page::MAX)).await.unwrap().items
}

async fn newest(session: &Session) -> Entry {
    list(session, AuditFilter::default()).await.swap_remove(0)
}

/// The address that a request came from.
fn ip(entry: &Entry) -> Option<&str> {
    entry.record.request.ip.as_deref()
}

/// The new value of a field.
fn value<'e>(entry: &'e Entry, field: &str) -> Option<&'e Value> {
    entry.record.changes.0.get(field)?.new.as_ref()
}

async fn kept(world: &World, id: EntryId) -> Entry {
    world.session().audit().prove(id, None).await.unwrap().entry.unwrap()
}

async fn erase(session: &Session, user: UserId) -> u64 {
    session.audit().erase(&Person::User(user)).await.unwrap().keys
}

fn code<T: std::fmt::Debug>(result: agenthub_core::Result<T>) -> Code {
    result.unwrap_err().code()
}

async fn register(hub: &Hub, email: &str) -> SignedIn {
    let new = Registration { full_name: Some("Ada".to_owned()), ..Registration::new(email, PASSWORD.into()) };
    hub.identity().register(new, request(IP)).await.unwrap()
}

#[tokio::test]
async fn without_a_master_key_all_is_in_clear_and_nothing_can_be_erased() {
    let world = World::new().await;
    let user = UserId::new();
    let entry = person(&world, user).audit().add(moved(user, "a@example.org")).await.unwrap();
    assert_eq!(ip(&kept(&world, entry.record.id).await), Some(IP));
    assert_eq!(ip(&newest(&clerk(&world)).await), Some(IP));
    assert_eq!(entry.leaf_hash_of(), entry.leaf_hash);
    let refused = world.session().audit().erase(&Person::User(user)).await;
    assert_eq!(code(refused), Code::AUDIT_NOT_SEALED);
}

#[tokio::test]
async fn it_is_kept_sealed_and_shown_to_who_may_see_it() {
    let world = world().await;
    let user = UserId::new();
    let changes = Changes(
        json!({ "email": { "old": "a@example.org", "new": "b@example.org" }, "full_name": { "new": { "first": "Ada" } },
                "floor": { "new": 4 }, "phone": {} })
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, change)| (name.clone(), serde_json::from_value(change.clone()).unwrap()))
        .collect(),
    );
    let entry =
        person(&world, user).audit().add(about(Entity::new("user", user), changes.clone())).await.unwrap();
    assert_eq!((ip(&entry), &entry.record.changes), (Some(IP), &changes));
    let stored = kept(&world, entry.record.id).await;
    assert_eq!(stored.leaf_hash_of(), stored.leaf_hash);
    assert_ne!(entry.leaf_hash_of(), entry.leaf_hash, "what is shown is not what was hashed");
    let text = serde_json::to_string(&stored).unwrap();
    for plain in [IP, "Browser/7", "a@example.org", "b@example.org", "Ada"] {
        assert!(!text.contains(plain), "{plain} in {text}");
    }
    assert_eq!(value(&stored, "floor"), Some(&json!(4)), "what is not personal is as it was");
    let seen = clerk(&world).audit().get(entry.record.id).await.unwrap();
    assert_eq!((ip(&seen), seen.record.request.user_agent.as_deref()), (Some(WITHHELD), Some(WITHHELD)));
    let email = &seen.record.changes.0["email"];
    assert_eq!((email.old.as_ref(), email.new.as_ref()), (Some(&json!(WITHHELD)), Some(&json!(WITHHELD))));
    assert_eq!(newest(&clerk(&world)).await, seen, "the same in a list");
}

#[tokio::test]
async fn the_records_of_calls_are_sealed_too_also_of_those_that_are_dropped() {
    let world = world().await;
    let agent = world.echo().await;
    let session = person(&world, UserId::new());
    session.invoke_on(agent.id, "echo", hello()).await.unwrap();
    let entry = newest(&session).await;
    assert_eq!((entry.record.action.as_str(), ip(&entry)), ("invoke", Some(IP)));
    assert!(!serde_json::to_string(&kept(&world, entry.record.id).await).unwrap().contains(IP));
    // A second call has the key in mind.
    session.invoke_on(agent.id, "echo", hello()).await.unwrap();
    assert_eq!(ip(&newest(&session).await), Some(IP));

    let (arrived, open) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    world.hub.runtimes().register("gate", Gate { arrived: Arc::clone(&arrived), open });
    let agent = world.agent(Definition::new("Gate", "gate")).await.id;
    let caller = session.clone();
    let call = tokio::spawn(async move { caller.invoke_on(agent, "echo", hello()).await });
    arrived.notified().await;
    call.abort();
    call.await.unwrap_err();
    world.hub.close().await;
    let entry = newest(&session).await;
    assert_eq!((entry.record.outcome, ip(&entry)), (Outcome::Cancelled, Some(IP)));
    assert!(!serde_json::to_string(&kept(&world, entry.record.id).await).unwrap().contains(IP));
}

#[tokio::test]
async fn a_search_finds_only_what_is_shown() {
    let world = world().await;
    let user = UserId::new();
    person(&world, user).audit().add(moved(user, "hidden@example.org")).await.unwrap();
    let asked = ["hidden@example.org", "changes.email:hidden@example.org", "changes.email>=hidden"];
    for q in asked {
        let filter = AuditFilter { q: Some(q.to_owned()), ..AuditFilter::default() };
        assert_eq!(list(&world.session(), filter.clone()).await.len(), 1, "{q}");
        let page = Page { count: true, ..Page::first(Page::MAX) };
        let found = clerk(&world).audit().list(filter.clone(), &page).await.unwrap();
        assert_eq!((found.items.len(), found.total), (0, Some(0)), "{q}");
        let opposite = AuditQuery { none: vec![filter.into()], ..AuditQuery::default() };
        let all = clerk(&world).audit().list(opposite, &Page::first(Page::MAX)).await.unwrap().items.len();
        assert_eq!(all, list(&clerk(&world), AuditFilter::default()).await.len(), "{q}");
    }
    let by_field = AuditFilter { changed_field: Some("email".to_owned()), ..AuditFilter::default() };
    assert_eq!(list(&clerk(&world), by_field).await.len(), 1, "that it changed is no secret");
    erase(&world.session(), user).await;
    for q in &asked[..2] {
        let filter = AuditFilter { q: Some((*q).to_owned()), ..AuditFilter::default() };
        assert_eq!(list(&world.session(), filter).await.len(), 0, "{q}");
    }
}

#[tokio::test]
async fn a_tail_shows_what_its_reader_may_see() {
    let world = world().await;
    let user = UserId::new();
    let entry = person(&world, user).audit().add(moved(user, "a@example.org")).await.unwrap();
    for (session, shown) in [(world.session(), IP), (clerk(&world), WITHHELD)] {
        let mut tail = session.audit().tail(AuditFilter::default(), Some(entry.sequence)).await.unwrap();
        let seen = tail.next().await.unwrap().unwrap();
        assert_eq!((seen.record.id, ip(&seen)), (entry.record.id, Some(shown)));
    }
}

#[tokio::test]
async fn registration_and_failed_sign_ins_are_about_the_user() {
    let world = world().await;
    let signed = register(&world.hub, "ada@example.org").await;
    let session = world.hub.enter(Caller::system(signed.organization.id));
    let wrong =
        world.hub.identity().login("ada@example.org", &"wrong".into(), None, request("10.9.9.9")).await;
    assert_eq!(code(wrong), Code::BAD_CREDENTIALS);
    eventually(async || newest(&session).await.record.outcome == Outcome::Failure).await;
    let failed = newest(&session).await;
    assert_eq!((&failed.record.actor, ip(&failed)), (&Actor::System, Some("10.9.9.9")));
    let all = list(&session, AuditFilter::default()).await;
    let registered = all.iter().find(|it| it.record.action == "register").unwrap();
    assert_eq!(value(registered, "email"), Some(&json!("ada@example.org")));
    assert_eq!(value(registered, "full_name"), Some(&json!("Ada")));

    assert_eq!(erase(&session, signed.user.id).await, 1);

    let all = list(&session, AuditFilter::default()).await;
    assert!(all.iter().filter_map(ip).all(|ip| ip == ERASED), "{all:?}");
    let registered = all.iter().find(|it| it.record.action == "register").unwrap();
    assert_eq!(value(registered, "email"), Some(&json!(ERASED)));
}

#[tokio::test]
async fn a_service_and_the_system_have_nothing_personal() {
    let world = world().await;
    let key = Actor::ApiKey(agenthub_core::Id::new());
    let service = Caller::new(world.organization, key, Role::Owner).with_request(request("10.1.1.1"));
    // In the name of a person: where the service runs is not that person's.
    let new = NewRecord { actor: Some(Actor::Human(UserId::new())), ..moved(UserId::new(), "a@example.org") };
    let entry = world.hub.enter(service).audit().add(new).await.unwrap();
    let stored = kept(&world, entry.record.id).await;
    assert_eq!(ip(&stored), Some("10.1.1.1"));
    assert_ne!(value(&stored, "email"), Some(&json!("a@example.org")));
    // A thing that is called like a user and has no user's id is nobody's.
    let outside = about(Entity::new("user", 456), Changes::none().with("email", "b@example.org"));
    let entry = world.session().audit().add(outside).await.unwrap();
    assert_eq!(value(&kept(&world, entry.record.id).await, "email"), Some(&json!("b@example.org")));
    assert_eq!(entry.leaf_hash_of(), entry.leaf_hash);
}

#[tokio::test]
async fn text_that_only_looks_sealed_harms_nothing() {
    let world = world().await;
    let user = UserId::new();
    let other =
        kept(&world, person(&world, user).audit().add(moved(user, "a@example.org")).await.unwrap().record.id)
            .await;
    let copied = value(&other, "email").unwrap().clone();
    for text in [json!("sealed:1:"), json!("sealed:1:AAAA"), json!("sealed:1:ü"), copied] {
        let changes = Changes::none().with("colour", text.clone()).with("list", json!([text.clone()]));
        let entry = world.session().audit().add(about(Entity::new("car", 1), changes)).await.unwrap();
        assert_eq!(value(&entry, "colour"), Some(&json!(UNREADABLE)), "{text}");
        assert_eq!(value(&entry, "list"), Some(&json!([text])));
        // In a personal field it is sealed as any text is.
        let new = about(Entity::new("user", user), Changes::none().with("email", text.clone()));
        let entry = world.session().audit().add(new).await.unwrap();
        assert_eq!(value(&entry, "email"), Some(&text));
    }
}

#[tokio::test]
async fn a_master_key_is_changed_and_one_that_is_lost_stops_nobody() {
    let store = Memory::new();
    let world = World::of(sealing(&store, MasterKey::new(&[1; 32]))).await;
    let user = UserId::new();
    let before = person(&world, user).audit().add(moved(user, "a@example.org")).await.unwrap();
    let on = |master| World { hub: sealing(&store, master), organization: world.organization };
    let changed = on(MasterKey::new(&[2; 32]).after(&[1; 32]));
    assert_eq!(changed.session().audit().get(before.record.id).await.unwrap(), before);
    let lost = on(MasterKey::new(&[9; 32]));
    assert_eq!(ip(&lost.session().audit().get(before.record.id).await.unwrap()), Some(UNREADABLE));
    let after = person(&lost, user).audit().add(moved(user, "c@example.org")).await.unwrap();
    assert_eq!(value(&after, "email"), Some(&json!("c@example.org")));
    assert_eq!(erase(&changed.session(), user).await, 2, "both keys are the person's");
    assert_eq!(ip(&lost.session().audit().get(after.record.id).await.unwrap()), Some(ERASED));
    let none = World { hub: Hub::new(store.clone()), organization: world.organization };
    let seen = none.session().audit().get(before.record.id).await.unwrap();
    assert_eq!(seen.leaf_hash_of(), seen.leaf_hash, "without a key it is shown as it is kept");
}

#[tokio::test]
async fn a_change_that_fails_makes_no_key() {
    let world = world().await;
    let user = UserId::new();
    let refused = person(&world, user).agents().create(Definition::new("", "echo")).await;
    assert_eq!(code(refused), Code::INVALID);
    assert_eq!(code(world.session().audit().erase(&Person::User(user)).await), Code::AUDIT_SUBJECT_NOT_FOUND);
}
