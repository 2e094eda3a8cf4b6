use agenthub_core::agent::{Definition, Status};
use agenthub_core::audit::{Entity, Record, Severity};
use agenthub_core::error::Code;
use agenthub_core::interaction::Outcome;
use agenthub_core::{AgentId, HubOptions};
use serde_json::json;

use super::said;
use crate::identity::code;
use crate::support::{World, hello};

/// The calls that failed or were refused, oldest first, when all are written.
async fn refused(world: &World) -> Vec<Record> {
    world.hub.close().await;
    let mut entries = world.audit().await;
    entries.reverse();
    let records = entries.into_iter().map(|entry| entry.record);
    records.filter(|record| record.outcome == Outcome::Failure).collect()
}

#[tokio::test]
async fn a_call_that_no_agent_takes_is_on_record() {
    let world = World::new().await;
    let agent = world.echo().await;
    let session = world.session();
    session.agents().set_status(agent.id, Status::Paused, None).await.unwrap();

    let unknown = AgentId::new();
    assert_eq!(code(session.invoke_on(agent.id, "echo", hello()).await), Code::AGENT_NOT_ACTIVE);
    assert_eq!(code(session.invoke_on(unknown, "echo", hello()).await), Code::AGENT_NOT_FOUND);
    assert_eq!(code(session.invoke("echo", hello()).await), Code::CAPABILITY_NOT_OFFERED);

    let records = refused(&world).await;
    let codes = ["agent.not_active", "agent.not_found", "capability.not_offered"];
    assert_eq!(said(&records), codes.map(|code| ("invoke", code)));
    let things = [agent.id, unknown].map(|id| Entity::new("agent", id));
    assert_eq!(records[..2].iter().map(|it| it.entity.clone()).collect::<Vec<_>>(), things);
    assert_eq!(records[2].entity, Entity::new("capability", "echo"));
    for record in records {
        assert_eq!(record.severity, Severity::Warning);
        assert_eq!(record.changes.0["capability"].new, Some(json!("echo")));
    }
}

#[tokio::test]
async fn a_call_whose_input_does_not_fit_is_on_record_once() {
    let world = World::new().await;
    let agent = world.echo().await;

    assert_eq!(code(world.session().invoke_on(agent.id, "echo", json!({})).await), Code::INVALID);

    let records = refused(&world).await;
    assert_eq!(said(&records), [("invoke", "invalid")]);
    assert_eq!(records[0].entity.kind, "interaction");
}

#[tokio::test]
async fn a_call_for_which_the_journal_has_no_place_is_on_record() {
    let world = World::with(|options| HubOptions { journal_capacity: 1, ..options }).await;
    world.echo().await;
    let session = world.session();

    let calls = (0..2).map(|_| session.invoke("echo", hello()));
    let ended = futures_util::future::join_all(calls).await;

    assert_eq!(ended.iter().filter(|it| it.is_err()).count(), 1);
    assert_eq!(said(&refused(&world).await), [("invoke", "journal.full")]);
}

#[tokio::test]
async fn what_is_asked_for_is_kept_as_a_line_however_long_it_is() {
    let world = World::new().await;
    world.agent(Definition::new("Echo", "echo")).await;
    let long = format!("a\0\n{}", "x".repeat(100_000));

    assert_eq!(code(world.session().invoke(&long, hello()).await), Code::CAPABILITY_NOT_OFFERED);

    let [record] = &refused(&world).await[..] else { panic!("one record") };
    assert_eq!(record.entity.id, format!("a{}", "x".repeat(254)));
}
