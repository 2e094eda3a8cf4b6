//! A request that is sent twice is done once.

use std::sync::Arc;
use std::time::Duration;

use agenthub_core::audit::Actor;
use agenthub_core::error::Code;
use agenthub_core::idempotency::{Begun, Claim, IdempotencyKey};
use agenthub_core::store::memory::Memory;
use agenthub_core::user::UserId;
use agenthub_core::{Caller, Hub, ManualClock, Session};
use chrono::TimeDelta;

use crate::support::World;

struct Desk {
    clock: Arc<ManualClock>,
    world: World,
    session: Session,
}

async fn desk() -> Desk {
    let clock = Arc::new(ManualClock::starting_at("2026-11-20T12:00:00Z".parse().unwrap()));
    let world = World::of(Hub::builder(Memory::new()).clock(clock.clone()).build()).await;
    let session = world.session();
    Desk { clock, world, session }
}

fn key() -> IdempotencyKey {
    "4be8c9f0-order-7".parse().unwrap()
}

async fn first(session: &Session, request: &[u8]) -> Claim {
    match session.idempotency().begin(&key(), &[request]).await.unwrap() {
        Begun::First(claim) => claim,
        Begun::Before(answer) => panic!("it was done before: {answer:?}"),
    }
}

async fn before(session: &Session, request: &[u8]) -> Vec<u8> {
    match session.idempotency().begin(&key(), &[request]).await.unwrap() {
        Begun::First(_) => panic!("it was not done before"),
        Begun::Before(answer) => answer,
    }
}

async fn refused(session: &Session, request: &[u8]) -> Code {
    session.idempotency().begin(&key(), &[request]).await.unwrap_err().code()
}

#[test]
fn a_key_has_8_to_255_visible_characters() {
    let (shortest, longest) = ("!".repeat(8), "~".repeat(255));
    for good in [&*shortest, &longest, "0198f3c4-5d6e-7f80-9a0b-1c2d3e4f5a6b", "\"quoted\""] {
        assert_eq!(good.parse::<IdempotencyKey>().unwrap().text(), good);
    }
    for bad in ["", "!!!!!!!", &"~".repeat(256), "with space", "tab\tinside", "größere", "line\nbreak"] {
        let error = bad.parse::<IdempotencyKey>().unwrap_err();
        assert_eq!(error.code(), Code::BAD_PARAMETER);
        assert!(error.to_string().contains("8 to 255 visible ASCII characters"), "{error}");
    }
    assert!(!format!("{:?}", key()).contains("order"), "a key is not shown");
}

#[tokio::test]
async fn what_was_kept_comes_again_until_its_time_is_over() {
    let desk = desk().await;
    first(&desk.session, b"pay").await.keep(b"paid".to_vec()).await;
    for hours in [0, 12, 11] {
        desk.clock.advance(TimeDelta::hours(hours));
        assert_eq!(before(&desk.session, b"pay").await, b"paid");
    }
    desk.clock.advance(TimeDelta::hours(1));
    first(&desk.session, b"pay").await.keep(b"paid again".to_vec()).await;
    assert_eq!(before(&desk.session, b"pay").await, b"paid again");
}

#[tokio::test]
async fn a_key_is_for_one_request() {
    let desk = desk().await;
    let running = first(&desk.session, b"pay").await;
    assert_eq!(refused(&desk.session, b"pay twice").await, Code::IDEMPOTENCY_KEY_REUSED);
    running.keep(b"paid".to_vec()).await;
    assert_eq!(refused(&desk.session, b"pay twice").await, Code::IDEMPOTENCY_KEY_REUSED);
    assert_eq!(before(&desk.session, b"pay").await, b"paid");
}

#[tokio::test]
async fn a_key_that_was_freed_is_good_for_any_request() {
    let desk = desk().await;
    first(&desk.session, b"py").await.free().await;
    first(&desk.session, b"pay").await;
}

#[tokio::test]
async fn each_caller_has_keys_of_its_own() {
    let desk = desk().await;
    first(&desk.session, b"pay").await.keep(b"the owner's".to_vec()).await;
    let colleague = Caller { actor: Actor::Human(UserId::new()), ..desk.session.caller().clone() };
    let elsewhere = desk.world.hub.create_organization("Umbrella").await.unwrap().id;
    for caller in [colleague, Caller::system(elsewhere)] {
        first(&desk.world.hub.enter(caller), b"pay").await;
    }
}

#[tokio::test]
async fn a_request_whose_process_died_can_run_again_after_a_minute() {
    let desk = desk().await;
    let dead = first(&desk.session, b"pay").await;
    desk.clock.advance(TimeDelta::seconds(59));
    let error = desk.session.idempotency().begin(&key(), &[b"pay"]).await.unwrap_err();
    assert_eq!(error.code(), Code::IDEMPOTENCY_KEY_IN_FLIGHT);
    assert_eq!(error.retry_after(), Some(Duration::from_secs(1)));
    desk.clock.advance(TimeDelta::seconds(1));
    assert_eq!(refused(&desk.session, b"pay twice").await, Code::IDEMPOTENCY_KEY_REUSED);
    let second = first(&desk.session, b"pay").await;

    // It was not dead, but asleep: what it says now comes too late.
    dead.clone().free().await;
    dead.keep(b"paid by the dead".to_vec()).await;
    assert_eq!(refused(&desk.session, b"pay").await, Code::IDEMPOTENCY_KEY_IN_FLIGHT);
    second.keep(b"paid".to_vec()).await;
    assert_eq!(before(&desk.session, b"pay").await, b"paid");
}

#[tokio::test]
async fn a_request_runs_to_its_end_though_nobody_waits() {
    let desk = desk().await;
    let (go, gone) = tokio::sync::oneshot::channel::<()>();
    let running = first(&desk.session, b"pay").await.run(|claim| async move {
        gone.await.unwrap();
        claim.keep(b"paid".to_vec()).await;
    });
    drop(running);
    assert_eq!(refused(&desk.session, b"pay").await, Code::IDEMPOTENCY_KEY_IN_FLIGHT);
    go.send(()).unwrap();
    desk.world.hub.close().await;
    assert_eq!(before(&desk.session, b"pay").await, b"paid");
}

#[tokio::test]
async fn a_request_that_panics_frees_its_key() {
    let desk = desk().await;
    let running = first(&desk.session, b"pay").await.run(|_| async { panic!("a bad day") });
    assert!(running.await.unwrap_err().is_panic());
    first(&desk.session, b"pay").await;
}

#[tokio::test]
async fn of_many_that_come_at_once_one_runs() {
    let desk = desk().await;
    let idempotency = desk.session.idempotency();
    let (key, request) = (key(), [&b"pay"[..]]);
    let all = futures_util::future::join_all((0..32).map(|_| idempotency.begin(&key, &request))).await;
    let (firsts, others): (Vec<_>, Vec<_>) = all.into_iter().partition(Result::is_ok);
    assert_eq!(firsts.len(), 1);
    for other in others {
        assert_eq!(other.unwrap_err().code(), Code::IDEMPOTENCY_KEY_IN_FLIGHT);
    }
}
