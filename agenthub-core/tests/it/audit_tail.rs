use std::time::Duration;

use agenthub_core::audit::{AuditFilter, Entry, Tail};
use agenthub_core::error::Code;
use agenthub_core::store::memory::Memory;
use agenthub_core::{Caller, Hub, HubOptions, Permissions};
use futures_util::{FutureExt as _, StreamExt as _};

use crate::support::{Echo, World, hello};

/// Longer than any test: what comes so soon, came because somebody was woken.
const NEVER: Duration = Duration::from_secs(3600);

fn everything() -> AuditFilter {
    AuditFilter::default()
}

fn q(text: &str) -> AuditFilter {
    AuditFilter { q: Some(text.to_owned()), ..AuditFilter::default() }
}

async fn next(tail: &mut Tail) -> Entry {
    let next = tokio::time::timeout(Duration::from_secs(5), tail.next());
    next.await.expect("no record came").expect("it has ended").unwrap()
}

/// The sequence numbers of the next records.
async fn numbers(tail: &mut Tail, count: usize) -> Vec<u64> {
    let mut numbers = Vec::new();
    for _ in 0..count {
        numbers.push(next(tail).await.sequence);
    }
    numbers
}

async fn patient() -> World {
    World::with(|options| HubOptions { tail_every: NEVER, ..options }).await
}

#[tokio::test]
async fn every_door_that_writes_records_wakes_a_tail_at_once() {
    let world = patient().await;
    let mut tail = world.session().audit().tail(everything(), None).await.unwrap();
    assert!(tail.next().now_or_never().is_none(), "what was there before is not told");
    let agent = world.echo().await;
    assert_eq!(next(&mut tail).await.record.action, "create");
    world.session().invoke_on(agent.id, "echo", hello()).await.unwrap();
    assert_eq!(next(&mut tail).await.record.action, "invoke");
    let invite = world.session();
    invite.invitations().create("bob@example.org", agenthub_core::Role::Viewer).await.unwrap();
    assert_eq!(next(&mut tail).await.record.entity.kind, "invitation");
}

#[tokio::test]
async fn it_has_every_record_once_and_in_order_however_many_write_at_once() {
    let world = patient().await;
    let agent = world.echo().await;
    let mut tail = world.session().audit().tail(everything(), Some(0)).await.unwrap();
    let before = numbers(&mut tail, 2).await;
    for _ in 0..20 {
        let session = world.session();
        tokio::spawn(async move {
            for _ in 0..10 {
                session.invoke_on(agent.id, "echo", hello()).await.unwrap();
            }
        });
    }
    let seen = [before, numbers(&mut tail, 200).await].concat();
    assert_eq!(seen, (0..202).collect::<Vec<_>>());
}

#[tokio::test]
async fn who_goes_on_behind_the_last_record_misses_none_and_sees_none_twice() {
    let world = patient().await;
    let agent = world.echo().await;
    for _ in 0..200 {
        world.session().invoke_on(agent.id, "echo", hello()).await.unwrap();
    }
    let (mut from, mut seen) = (0, Vec::new());
    for part in [1, 63, 64, 65, 7] {
        let mut tail = world.session().audit().tail(everything(), Some(from)).await.unwrap();
        seen.extend(numbers(&mut tail, part).await);
        from = seen.last().unwrap() + 1;
    }
    assert_eq!(seen, (0..200).collect::<Vec<_>>());
}

#[tokio::test]
async fn it_tells_only_what_was_asked_for() {
    let world = patient().await;
    let agent = world.echo().await;
    let mut tail = world.session().audit().tail(q("action:delete,create"), Some(0)).await.unwrap();
    for _ in 0..100 {
        world.session().invoke_on(agent.id, "echo", hello()).await.unwrap();
    }
    world.session().agents().delete(agent.id, None).await.unwrap();
    let mut seen = Vec::new();
    for _ in 0..3 {
        seen.push(next(&mut tail).await.record.action);
    }
    assert_eq!(seen, ["create", "create", "delete"]);
    assert!(tail.next().now_or_never().is_none());
}

#[tokio::test]
async fn what_another_node_writes_is_found_by_looking() {
    let store = Memory::new();
    let options = HubOptions { tail_every: Duration::from_millis(1), ..HubOptions::default() };
    let (here, there) = (
        World::of(Hub::builder(store.clone()).options(options).build()).await,
        Hub::builder(store).runtime("echo", Echo).build(),
    );
    let mut tail = here.session().audit().tail(everything(), None).await.unwrap();
    World { hub: there, organization: here.organization }.echo().await;
    assert_eq!(next(&mut tail).await.record.action, "create");
}

#[tokio::test]
async fn another_organizations_records_are_not_told() {
    let world = patient().await;
    let other = world.hub.create_organization("Other").await.unwrap();
    let stranger = world.hub.enter(Caller::system(other.id));
    let mut tail = stranger.audit().tail(everything(), Some(0)).await.unwrap();
    world.echo().await;
    assert_eq!(next(&mut tail).await.organization_id, other.id);
    assert!(tail.next().now_or_never().is_none());
}

#[tokio::test]
async fn it_needs_its_permission_a_query_that_can_be_read_and_a_place_in_the_log() {
    let world = patient().await;
    let caller = Caller::system(world.organization).limited_to(Permissions::default());
    let refused = world.hub.enter(caller).audit().tail(everything(), None).await.unwrap_err();
    assert_eq!(refused.code(), Code::DENIED);
    let audit = world.session();
    assert_eq!(audit.audit().tail(q("action:"), None).await.unwrap_err().code(), Code::INVALID);
    audit.audit().tail(everything(), Some(1)).await.unwrap();
    let beyond = audit.audit().tail(everything(), Some(2)).await.unwrap_err();
    assert_eq!((beyond.code(), beyond.violations()[0].pointer.as_str()), (Code::INVALID, "/from"));
}

#[tokio::test]
async fn there_are_so_many_of_an_organization_and_so_many_in_all() {
    let world = World::with(|options| HubOptions { tails: 3, tails_per_organization: 2, ..options }).await;
    let other = world.hub.create_organization("Other").await.unwrap();
    let (ours, theirs) = (world.session(), world.hub.enter(Caller::system(other.id)));
    let first = ours.audit().tail(everything(), None).await.unwrap();
    let _second = ours.audit().tail(everything(), None).await.unwrap();
    let refused = ours.audit().tail(everything(), None).await.unwrap_err();
    assert_eq!((refused.code(), refused.to_string().contains('2')), (Code::AUDIT_TOO_MANY_TAILS, true));
    let _third = theirs.audit().tail(everything(), None).await.unwrap();
    assert_eq!(theirs.audit().tail(everything(), None).await.unwrap_err().code(), Code::AUDIT_TOO_MANY_TAILS);
    drop(first);
    theirs.audit().tail(everything(), None).await.unwrap();
}

#[tokio::test]
async fn it_ends_with_the_hub() {
    let world = patient().await;
    let mut tail = world.session().audit().tail(everything(), None).await.unwrap();
    let (ended, ()) = tokio::join!(tail.next(), world.hub.close());
    assert!(ended.is_none());
}
