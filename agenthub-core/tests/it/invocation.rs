use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use agenthub_core::access::{Caller, Permission, Role};
use agenthub_core::agent::{Definition, Status};
use agenthub_core::audit::Actor;
use agenthub_core::error::{Code, ErrorKind};
use agenthub_core::interaction::{Kept, Outcome};
use agenthub_core::invocation::{Event, Invocation};
use agenthub_core::user::UserId;
use agenthub_core::{Hub, HubOptions};
use futures_util::{StreamExt as _, poll};
use serde_json::json;
use tokio::sync::Notify;

use crate::support::{Gate, Way, World, hello};

#[tokio::test]
async fn a_call_is_answered_and_its_interaction_and_audit_record_are_there() {
    let world = World::new().await;
    let definition = Definition {
        base_price: Some("0.25".parse().unwrap()),
        token_rate: Some("0.001".parse().unwrap()),
        ..Definition::new("Echo", "echo")
    };
    let agent = world.agent(definition).await;

    let answer = world.session().run(Invocation::new("echo", hello()).session("tour-1")).await.unwrap();

    assert_eq!(answer.output, hello());
    assert_eq!(answer.usage.cost.to_string(), "0.255 USD");
    let interactions = world.interactions().await;
    assert_eq!(interactions.len(), 1);
    let interaction = &interactions[0];
    assert_eq!(interaction.id, answer.interaction_id);
    assert_eq!((interaction.agent_id, interaction.agent_version), (agent.id, 1));
    assert_eq!(interaction.input, Kept::Whole(hello()));
    assert_eq!(interaction.output, Some(Kept::Whole(hello())));
    assert_eq!(interaction.session_id.as_deref(), Some("tour-1"));
    assert_eq!(interaction.outcome, Outcome::Success);
    assert_eq!(interaction.usage, answer.usage);
    assert_eq!(interaction.routing.as_ref().unwrap().chosen, Some(agent.id));

    let audit = world.audit().await;
    let entry = &audit[0];
    assert_eq!((entry.record.action.as_str(), entry.record.entity.kind.as_str()), ("invoke", "interaction"));
    assert_eq!(entry.record.entity.id, answer.interaction_id.to_string());
    assert!(audit.iter().all(|entry| entry.leaf_hash_of() == entry.leaf_hash));
}

#[tokio::test]
async fn a_caller_without_the_permission_is_refused_before_anything_happens() {
    let world = World::new().await;
    world.echo().await;
    let viewer = Caller::new(world.organization, Actor::Human(UserId::new()), Role::Viewer);

    let error = world.hub.enter(viewer).invoke("echo", hello()).await.unwrap_err();

    assert_eq!(error.code(), Code::DENIED);
    assert!(error.to_string().contains("agents:invoke"));
    assert!(world.interactions().await.is_empty());
}

#[tokio::test]
async fn an_agent_may_ask_for_more_permissions_of_its_callers() {
    let world = World::new().await;
    let agent =
        Definition { required_permissions: vec!["audit:read".into()], ..Definition::new("Echo", "echo") };
    let agent = world.agent(agent).await;
    let developer = Caller::new(world.organization, Actor::System, Role::Developer);
    assert!(!developer.permissions.contains(Permission::AuditRead));
    let session = world.hub.enter(developer);

    let named = session.invoke_on(agent.id, "echo", hello()).await.unwrap_err();
    let routed = session.invoke("echo", hello()).await.unwrap_err();

    assert_eq!(named.code(), Code::DENIED);
    assert_eq!(routed.to_string(), "no agent for echo can take the call: 1 not permitted to you");
}

#[tokio::test]
async fn another_organization_does_not_see_the_agent() {
    let world = World::new().await;
    let agent = world.echo().await;
    let other = world.hub.create_organization("Other").await.unwrap();
    let stranger = world.hub.enter(Caller::system(other.id));

    assert_eq!(
        stranger.invoke_on(agent.id, "echo", hello()).await.unwrap_err().code(),
        Code::AGENT_NOT_FOUND
    );
    assert_eq!(stranger.invoke("echo", hello()).await.unwrap_err().code(), Code::CAPABILITY_NOT_OFFERED);
}

#[tokio::test]
async fn a_paused_or_deleted_agent_is_not_invoked() {
    let world = World::new().await;
    let agent = world.echo().await;
    let session = world.session();

    session.agents().set_status(agent.id, Status::Paused, None).await.unwrap();
    let paused = session.invoke_on(agent.id, "echo", hello()).await.unwrap_err();
    assert_eq!(paused.to_string(), "the agent Echo is paused; only an active agent can be invoked");

    session.agents().delete(agent.id, None).await.unwrap();
    let deleted = session.invoke_on(agent.id, "echo", hello()).await.unwrap_err();
    assert_eq!(deleted.code(), Code::AGENT_DELETED);

    session.agents().restore(agent.id).await.unwrap();
    session.agents().set_status(agent.id, Status::Active, None).await.unwrap();
    session.invoke_on(agent.id, "echo", hello()).await.unwrap();
}

#[tokio::test]
async fn a_capability_that_is_not_offered_is_answered_with_those_that_are() {
    let world = World::new().await;
    let agent = world.echo().await;

    let named = world.session().invoke_on(agent.id, "sing", hello()).await.unwrap_err();
    let routed = world.session().invoke("sing", hello()).await.unwrap_err();

    assert_eq!(named.to_string(), "the capability sing is not offered; offered are echo");
    assert_eq!(routed.to_string(), named.to_string());
}

#[tokio::test]
async fn input_that_breaks_the_schema_is_refused_with_every_fault() {
    let world = World::new().await;
    world.echo().await;

    let input = json!({ "text": "x".repeat(30), "colour": "red" });
    let error = world.session().invoke("echo", input).await.unwrap_err();

    assert_eq!(error.kind(), ErrorKind::Invalid);
    let mut pointers: Vec<_> = error.violations().iter().map(|it| it.pointer.as_str()).collect();
    pointers.sort_unstable();
    assert_eq!(pointers, ["/input", "/input/text"]);
    let interaction = &world.interactions().await[0];
    assert_eq!(interaction.outcome, Outcome::Failure);
    assert_eq!(interaction.error_code.as_deref(), Some("invalid"));
    assert!(interaction.usage.cost.is_zero());
}

#[tokio::test]
async fn an_agent_that_panics_harms_nothing_else() {
    let world = World::new().await;
    let (agent, _) = world.faulty(Way::Panics, 50).await;

    let error = world.session().invoke_on(agent.id, "echo", hello()).await.unwrap_err();

    assert_eq!(error.code(), Code::AGENT_PANICKED);
    let echo = world.echo().await;
    world.session().invoke_on(echo.id, "echo", hello()).await.unwrap();
    assert_eq!(world.interactions().await.len(), 2);
}

#[tokio::test]
async fn an_agent_that_hangs_is_left_at_its_deadline() {
    let world = World::new().await;
    let (agent, _) = world.faulty(Way::Hangs, 50).await;

    let error = world.session().invoke_on(agent.id, "echo", hello()).await.unwrap_err();

    assert_eq!(error.to_string(), "the agent Faulty did not answer within 0.2 seconds");
    assert_eq!(error.kind(), ErrorKind::Timeout);
}

#[tokio::test]
async fn output_outside_of_its_schema_is_the_agents_fault_and_is_withheld() {
    let world = World::new().await;
    let (agent, _) = world.faulty(Way::ReturnsRubbish, 50).await;

    let error = world.session().invoke_on(agent.id, "echo", hello()).await.unwrap_err();

    assert_eq!((error.code(), error.kind()), (Code::AGENT_BAD_OUTPUT, ErrorKind::Fault));
    assert_eq!(world.interactions().await[0].output, None);
}

#[tokio::test]
async fn what_an_agent_says_in_private_does_not_reach_the_caller() {
    let world = World::new().await;
    let (agent, _) = world.faulty(Way::IsAway, 50).await;

    let error = world.session().invoke_on(agent.id, "echo", hello()).await.unwrap_err();

    assert_eq!(error.to_string(), "the agent Faulty failed: see its log");
    assert!(!world.interactions().await[0].error_message.as_ref().unwrap().contains("hunter2"));
}

#[tokio::test]
async fn a_routed_call_goes_on_to_the_next_agent_when_one_fails_by_its_own_fault() {
    let world = World::new().await;
    let (first, asked) = world.faulty(Way::Panics, 100).await;
    let second = world.agent(Definition { priority: Some(0), ..Definition::new("Echo", "echo") }).await;

    let answer = world.session().invoke("echo", hello()).await.unwrap();

    assert_eq!(answer.agent_id, second.id);
    assert_eq!(asked.load(Ordering::SeqCst), 1);
    let decision = answer.routing.unwrap();
    assert_eq!(decision.chosen, Some(second.id));
    assert_eq!(decision.failed_over.len(), 1);
    assert_eq!(decision.failed_over[0].agent_id, first.id);
    assert_eq!(decision.failed_over[0].error_code, "agent.panicked");
    assert_eq!(world.interactions().await.len(), 1, "one call is one interaction");
}

#[tokio::test]
async fn a_fault_of_the_caller_is_not_tried_on_another_agent() {
    let world = World::new().await;
    let (_, asked) = world.faulty(Way::Refuses, 100).await;
    world.agent(Definition { priority: Some(0), ..Definition::new("Echo", "echo") }).await;

    let error = world.session().invoke("echo", hello()).await.unwrap_err();

    assert_eq!(error.kind(), ErrorKind::Invalid);
    assert_eq!(asked.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn an_agent_that_fails_again_and_again_is_left_alone() {
    let world = World::with(|options| HubOptions { breaker_faults: 2, ..options }).await;
    let (agent, asked) = world.faulty(Way::Panics, 50).await;
    for _ in 0..2 {
        world.session().invoke_on(agent.id, "echo", hello()).await.unwrap_err();
    }

    let named = world.session().invoke_on(agent.id, "echo", hello()).await.unwrap_err();
    let routed = world.session().invoke("echo", hello()).await.unwrap_err();

    assert_eq!(asked.load(Ordering::SeqCst), 2);
    assert_eq!(named.code(), Code::AGENT_UNHEALTHY);
    assert!(named.retry_after().is_some());
    assert_eq!(routed.to_string(), "no agent for echo can take the call: 1 resting after faults");
}

#[tokio::test]
async fn an_agent_takes_no_more_calls_at_a_time_than_it_says() {
    let world = World::with(|options| HubOptions { call_timeout: Duration::from_secs(60), ..options }).await;
    let (arrived, open) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    world.hub.runtimes().register("gate", Gate { arrived: Arc::clone(&arrived), open: Arc::clone(&open) });
    let agent = Definition { max_concurrency: Some(1), ..Definition::new("Gate", "gate") };
    let agent = world.agent(agent).await;
    let session = world.session();
    let first = tokio::spawn(async move { session.invoke_on(agent.id, "echo", hello()).await });
    arrived.notified().await;

    let second = world.session().invoke_on(agent.id, "echo", hello()).await.unwrap_err();

    assert_eq!(second.to_string(), "the agent Gate is at its limit of 1 calls at a time");
    open.notify_one();
    first.await.unwrap().unwrap();
    open.notify_one();
    world.session().invoke_on(agent.id, "echo", hello()).await.unwrap();
}

#[tokio::test]
async fn a_call_whose_caller_goes_away_is_cancelled_and_recorded() {
    let world = World::with(|options| HubOptions { call_timeout: Duration::from_secs(60), ..options }).await;
    let (arrived, open) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    world.hub.runtimes().register("gate", Gate { arrived: Arc::clone(&arrived), open });
    let agent = world.agent(Definition::new("Gate", "gate")).await;
    let session = world.session();
    let call = tokio::spawn(async move { session.invoke_on(agent.id, "echo", hello()).await });
    arrived.notified().await;

    call.abort();
    call.await.unwrap_err();
    let hub: Hub = world.hub.clone();
    hub.close().await;

    let interactions = world.interactions().await;
    assert_eq!(interactions[0].outcome, Outcome::Cancelled);
    assert_eq!(interactions[0].error_code.as_deref(), Some("invocation.cancelled"));
}

#[tokio::test]
async fn a_full_journal_refuses_new_calls_and_says_when_to_come_again() {
    let options =
        |options| HubOptions { journal_capacity: 1, call_timeout: Duration::from_secs(60), ..options };
    let world = World::with(options).await;
    let (arrived, open) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    world.hub.runtimes().register("gate", Gate { arrived: Arc::clone(&arrived), open: Arc::clone(&open) });
    let agent = world.agent(Definition::new("Gate", "gate")).await;
    let session = world.session();
    let first = tokio::spawn(async move { session.invoke_on(agent.id, "echo", hello()).await });
    arrived.notified().await;

    let second = world.session().invoke_on(agent.id, "echo", hello()).await.unwrap_err();

    assert_eq!((second.code(), second.kind()), (Code::JOURNAL_FULL, ErrorKind::Unavailable));
    assert!(second.retry_after().is_some());
    open.notify_one();
    first.await.unwrap().unwrap();
}

#[tokio::test]
async fn closing_waits_for_running_calls_and_takes_no_more() {
    let world = World::with(|options| HubOptions { call_timeout: Duration::from_secs(60), ..options }).await;
    let (arrived, open) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    world.hub.runtimes().register("gate", Gate { arrived: Arc::clone(&arrived), open: Arc::clone(&open) });
    let agent = world.agent(Definition::new("Gate", "gate")).await;
    let session = world.session();
    let running = tokio::spawn(async move { session.invoke_on(agent.id, "echo", hello()).await });
    arrived.notified().await;

    let hub = world.hub.clone();
    let mut closing = Box::pin(hub.close());
    assert!(poll!(&mut closing).is_pending(), "a call is running");
    let refused = world.session().invoke_on(agent.id, "echo", hello()).await.unwrap_err();

    assert_eq!(refused.code(), Code::SHUTTING_DOWN);
    open.notify_one();
    running.await.unwrap().unwrap();
    closing.await;
}

#[tokio::test]
async fn an_answer_that_streams_ends_with_the_durable_answer() {
    let world = World::new().await;
    world.echo().await;

    let events: Vec<_> = world.session().stream(Invocation::new("echo", hello())).collect().await;

    assert!(matches!(&events[..2], [Event::Delta(a), Event::Delta(b)] if a == "a" && b == "b"));
    let Some(Event::Ended(Ok(answer))) = events.last() else { panic!("{events:?}") };
    assert_eq!(world.interactions().await[0].id, answer.interaction_id);
}

#[tokio::test]
async fn dropping_the_events_cancels_the_call() {
    let world = World::with(|options| HubOptions { call_timeout: Duration::from_secs(60), ..options }).await;
    let (arrived, open) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    world.hub.runtimes().register("gate", Gate { arrived: Arc::clone(&arrived), open });
    let agent = world.agent(Definition::new("Gate", "gate")).await;

    let events = world.session().stream(Invocation::new("echo", hello()).on(agent.id));
    arrived.notified().await;
    drop(events);
    world.hub.close().await;

    assert_eq!(world.interactions().await[0].outcome, Outcome::Cancelled);
}

#[tokio::test]
async fn a_document_that_is_too_large_to_keep_is_kept_by_its_digest() {
    let world = World::with(|options| HubOptions { kept_bytes: 10, ..options }).await;
    world.echo().await;

    world.session().invoke("echo", hello()).await.unwrap();

    // As `printf '{"text":"hello"}' | sha256sum` says.
    let sha256 = "cbbbdcd27692344de5dbab3abcaba413fb0f45307267de7081401576df1cb176".to_owned();
    assert_eq!(world.interactions().await[0].input, Kept::Digest { bytes: 16, sha256 });
}
