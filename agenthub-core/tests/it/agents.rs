use agenthub_core::agent::{AgentFilter, Capability, Definition, Kpi, Status, Tool};
use agenthub_core::audit::Actor;
use agenthub_core::error::{Code, ErrorKind};
use agenthub_core::page::Page;
use agenthub_core::{Caller, Role};
use serde_json::{Value, json};

use crate::support::World;

#[tokio::test]
async fn a_new_agent_is_active_at_version_one_with_its_runtimes_capabilities() {
    let world = World::new().await;

    let agent = world.echo().await;

    assert_eq!((agent.version_number, agent.status), (1, Status::Active));
    let echo = &agent.definition.capabilities["echo"];
    assert_eq!(echo.description.as_deref(), Some("Says it again"));
    assert!(echo.input_schema.is_some());
    assert_eq!(world.session().agents().get(agent.id).await.unwrap(), agent);
}

#[tokio::test]
async fn the_short_form_switches_capabilities_on_and_off() {
    let world = World::new().await;
    let body =
        json!({ "name": "Echo", "agent_type": "echo", "capabilities": { "echo": true, "sing": false } });

    let agent = world.agent(serde_json::from_value(body).unwrap()).await;

    assert!(agent.definition.capabilities["echo"].input_schema.is_some());
    assert_eq!(agent.definition.capabilities["sing"], Capability::switched(false));
    assert_eq!(agent.definition.offered().collect::<Vec<_>>(), ["echo"]);
}

#[tokio::test]
async fn a_capability_that_the_runtime_cannot_do_is_refused_with_those_that_it_can() {
    let world = World::new().await;
    let body = json!({ "name": "Echo", "agent_type": "echo", "capabilities": { "sing": true } });

    let error = world.session().agents().create(serde_json::from_value(body).unwrap()).await.unwrap_err();

    assert_eq!(error.to_string(), "the input breaks its rules: /capabilities/sing must be one of echo");
}

#[tokio::test]
async fn every_fault_of_a_definition_is_told_with_its_place() {
    let world = World::new().await;
    let capability =
        Capability { input_schema: Some(json!({ "type": "strung" })), ..Capability::switched(true) };
    let definition = Definition {
        name: " ".into(),
        agent_type: "Not A Word".into(),
        goals: vec!["sell".into(), String::new()],
        tools: vec![Tool { name: String::new(), description: String::new() }],
        kpis: vec![Kpi { name: String::new(), target: "5".into(), current: None }],
        required_permissions: vec!["agents:juggle".into()],
        base_price: Some("-1".parse().unwrap()),
        token_rate: Some("0.00000000001".parse().unwrap()),
        success_fee_percent: Some("101".parse().unwrap()),
        priority: Some(101),
        max_concurrency: Some(0),
        timeout_seconds: Some(0),
        capabilities: [("a/b".to_owned(), capability)].into(),
        ..Definition::default()
    };

    let error = world.session().agents().create(definition).await.unwrap_err();

    assert_eq!(error.kind(), ErrorKind::Invalid);
    let mut places: Vec<_> = error.violations().iter().map(|it| it.pointer.as_str()).collect();
    places.sort_unstable();
    let expected = [
        "/agent_type",
        "/base_price",
        "/capabilities/a~1b",
        "/capabilities/a~1b/input_schema/type",
        "/goals/1",
        "/kpis/0/name",
        "/max_concurrency",
        "/name",
        "/priority",
        "/required_permissions/0",
        "/success_fee_percent",
        "/timeout_seconds",
        "/token_rate",
        "/tools/0/name",
    ];
    assert_eq!(places, expected);
    assert!(
        world
            .session()
            .agents()
            .list(&AgentFilter::default(), &Page::default())
            .await
            .unwrap()
            .items
            .is_empty()
    );
}

#[tokio::test]
async fn each_change_writes_a_version_that_is_never_changed_again() {
    let world = World::new().await;
    let agents = world.session();
    let agents = agents.agents();
    let first = world.echo().await;

    let second = agents.update(first.id, Definition::new("Renamed", "echo"), None).await.unwrap();
    let third = agents.set_status(first.id, Status::Paused, None).await.unwrap();
    agents.delete(first.id, None).await.unwrap();
    let fifth = agents.restore(first.id).await.unwrap();

    assert_eq!((second.version_number, third.version_number, fifth.version_number), (2, 3, 5));
    assert_eq!(fifth.status, Status::Paused, "an agent comes back as it was");
    let versions = agents.versions(first.id, &Page::default()).await.unwrap().items;
    let told: Vec<_> = versions
        .iter()
        .map(|it| (it.version_number, it.definition.name.as_str(), it.status, it.deleted))
        .collect();
    let expected = [
        (5, "Renamed", Status::Paused, false),
        (4, "Renamed", Status::Paused, true),
        (3, "Renamed", Status::Paused, false),
        (2, "Renamed", Status::Active, false),
        (1, "Echo", Status::Active, false),
    ];
    assert_eq!(told, expected);
    assert_eq!(agents.version(first.id, 1).await.unwrap(), first.as_version());
    assert_eq!(agents.version(first.id, 6).await.unwrap_err().code(), Code::AGENT_VERSION_NOT_FOUND);
}

#[tokio::test]
async fn a_change_of_a_version_that_is_not_the_present_one_is_refused() {
    let world = World::new().await;
    let session = world.session();
    let agent = world.echo().await;
    session.agents().update(agent.id, Definition::new("Second", "echo"), Some(1)).await.unwrap();

    let late = session.agents().update(agent.id, Definition::new("Late", "echo"), Some(1)).await.unwrap_err();

    assert_eq!(late.to_string(), "it was changed meanwhile: it is at version 2, not 1");
    assert_eq!(session.agents().get(agent.id).await.unwrap().definition.name, "Second");
}

#[tokio::test]
async fn of_many_changes_at_once_to_the_same_version_one_is_made() {
    let world = World::new().await;
    let agent = world.echo().await;
    let change = |i: u8| {
        let session = world.session();
        async move { session.agents().update(agent.id, Definition::new(format!("{i}"), "echo"), Some(1)).await }
    };

    let ended = futures_util::future::join_all((0..16).map(change)).await;

    assert_eq!(ended.iter().filter(|it| it.is_ok()).count(), 1);
    assert!(ended.iter().flat_map(|it| it.as_ref().err()).all(|it| it.code() == Code::PRECONDITION_FAILED));
    assert_eq!(world.session().agents().get(agent.id).await.unwrap().version_number, 2);
}

#[tokio::test]
async fn an_agent_moves_through_its_life_only_as_the_table_of_moves_says() {
    let world = World::new().await;
    for from in Status::ALL {
        for to in Status::ALL {
            let definition = Definition { status: Some(from), ..Definition::new("Echo", "echo") };
            let agent = world.agent(definition).await;
            let moved = world.session().agents().set_status(agent.id, to, None).await;
            let lawful = from == to || from.moves().contains(&to);
            assert_eq!(moved.is_ok(), lawful, "{from} to {to}");
            if let Err(error) = moved {
                assert_eq!(error.code(), Code::AGENT_BAD_MOVE);
            }
        }
    }
}

#[tokio::test]
async fn what_a_role_may_not_do_with_agents_is_refused() {
    let world = World::new().await;
    let agent = world.echo().await;
    let viewer = world.hub.enter(Caller::new(world.organization, Actor::System, Role::Viewer));
    let developer = world.hub.enter(Caller::new(world.organization, Actor::System, Role::Developer));

    viewer.agents().get(agent.id).await.unwrap();
    let created = viewer.agents().create(Definition::new("Mine", "echo")).await.unwrap_err();
    let deleted = developer.agents().delete(agent.id, None).await.unwrap_err();

    assert_eq!(created.to_string(), "this needs the permission agents:write");
    assert_eq!(deleted.to_string(), "this needs the permission agents:delete");
}

#[tokio::test]
async fn another_organizations_agent_is_not_found_by_any_door() {
    let world = World::new().await;
    let id = world.echo().await.id;
    let other = world.hub.create_organization("Other").await.unwrap();
    let stranger = world.hub.enter(Caller::system(other.id));
    let agents = stranger.agents();

    let errors = [
        agents.get(id).await.unwrap_err(),
        agents.update(id, Definition::new("Mine now", "echo"), None).await.unwrap_err(),
        agents.set_status(id, Status::Paused, None).await.unwrap_err(),
        agents.delete(id, None).await.unwrap_err(),
        agents.restore(id).await.unwrap_err(),
        agents.versions(id, &Page::default()).await.unwrap_err(),
        agents.version(id, 1).await.unwrap_err(),
    ];

    assert!(errors.iter().all(|error| error.code() == Code::AGENT_NOT_FOUND));
    assert!(agents.list(&AgentFilter::default(), &Page::default()).await.unwrap().items.is_empty());
}

#[test]
fn prices_are_read_from_text_and_from_numbers_and_written_as_text() {
    let body = json!({ "name": "Paid", "base_price": "12.50", "token_rate": 0.000015, "estimated_cost_per_month": 40 });

    let definition: Definition = serde_json::from_value(body).unwrap();

    assert_eq!(definition.base_price.unwrap().to_string(), "12.50");
    assert_eq!(definition.token_rate.unwrap().to_string(), "0.000015");
    let written = serde_json::to_value(&definition).unwrap();
    assert_eq!(written["estimated_cost_per_month"], Value::from("40"));
}

#[test]
fn an_unknown_field_is_refused_by_name() {
    let error = serde_json::from_value::<Definition>(json!({ "name": "x", "colour": "red" })).unwrap_err();
    assert!(error.to_string().contains("`colour`"), "{error}");
}
