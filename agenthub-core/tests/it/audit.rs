use agenthub_core::agent::{Definition, Status};
use agenthub_core::audit::{Actor, ActorKind, AuditFilter, Changes, Entity, NewRecord, Severity};
use agenthub_core::error::Code;
use agenthub_core::interaction::Outcome;
use agenthub_core::page::Page;
use agenthub_core::{AgentId, Caller};
use serde_json::json;

use crate::support::{World, hello};

#[tokio::test]
async fn a_change_is_recorded_with_its_old_and_new_values() {
    let world = World::new().await;
    let agent = world.echo().await;

    world.session().agents().update(agent.id, Definition::new("Renamed", "echo"), None).await.unwrap();

    let entry = &world.audit().await[0];
    assert_eq!(entry.record.action, "update");
    assert_eq!(entry.record.entity, Entity::new("agent", agent.id));
    let name = &entry.record.changes.0["name"];
    assert_eq!((name.old.as_ref(), name.new.as_ref()), (Some(&json!("Echo")), Some(&json!("Renamed"))));
    assert!(!entry.record.changes.0.contains_key("agent_type"), "what is the same is left out");
}

#[tokio::test]
async fn records_are_numbered_without_a_gap_whatever_happens_at_once() {
    let world = World::new().await;
    let agent = world.echo().await;
    let tasks = (0..40).map(|i| {
        let session = world.session();
        tokio::spawn(async move {
            if i % 4 == 0 {
                session.agents().create(Definition::new(format!("{i}"), "echo")).await.unwrap();
            } else {
                session.invoke_on(agent.id, "echo", hello()).await.unwrap();
            }
        })
    });
    for task in tasks.collect::<Vec<_>>() {
        task.await.unwrap();
    }

    let mut numbers: Vec<_> = world.audit().await.iter().map(|entry| entry.sequence).collect();
    numbers.reverse();
    assert_eq!(numbers, (0..numbers.len() as u64).collect::<Vec<_>>());
    assert!(world.audit().await.iter().all(|entry| entry.leaf_hash_of() == entry.leaf_hash));
}

#[tokio::test]
async fn every_door_that_changes_agents_leaves_a_record() {
    let world = World::new().await;
    let session = world.session();
    let agents = session.agents();
    let id = agents.create(Definition::new("Echo", "echo")).await.unwrap().id;
    agents.update(id, Definition::new("Renamed", "echo"), None).await.unwrap();
    agents.set_status(id, Status::Paused, None).await.unwrap();
    agents.delete(id, None).await.unwrap();
    agents.restore(id).await.unwrap();

    let entries = world.audit().await;
    let mut actions: Vec<_> = entries.iter().map(|it| it.record.action.as_str()).collect();
    actions.reverse();
    let agents_actions: Vec<_> = actions.iter().skip_while(|it| **it != "create").copied().collect();
    assert!(
        agents_actions.ends_with(&["create", "update", "set_status", "delete", "restore"]),
        "{actions:?}"
    );
}

#[tokio::test]
async fn a_refused_change_leaves_neither_row_nor_record() {
    let world = World::new().await;
    let agent = world.echo().await;
    let before = world.audit().await.len();

    world.session().agents().update(agent.id, Definition::new("", "echo"), None).await.unwrap_err();

    assert_eq!(world.audit().await.len(), before);
}

#[tokio::test]
async fn an_event_from_outside_is_recorded_as_its_author_says() {
    let world = World::new().await;
    let ai = AgentId::new();
    let new = NewRecord {
        action: "create".into(),
        entity: Entity::new("invoice", 456),
        actor: Some(Actor::AiAgent(ai)),
        triggered_by_automation: true,
        changes: Changes::none().with("total", 1000).with("status", "draft"),
        severity: Severity::Warning,
        compliance_tags: vec!["sox".into()],
        outcome: Outcome::Success,
    };

    let entry = world.session().audit().add(new).await.unwrap();

    assert_eq!(world.session().audit().get(entry.record.id).await.unwrap(), entry);
    let wanted = AuditFilter {
        actor_type: Some(ActorKind::AiAgent),
        compliance_tag: Some("sox".into()),
        triggered_by_automation: Some(true),
        changed_field: Some("total".into()),
        ..AuditFilter::default()
    };
    let found = world.session().audit().list(wanted, &Page::default()).await.unwrap().items;
    assert_eq!(found, [entry]);
}

#[tokio::test]
async fn another_organizations_log_is_not_there() {
    let world = World::new().await;
    world.echo().await;
    let id = world.audit().await[0].record.id;
    let other = world.hub.create_organization("Other").await.unwrap();
    let stranger = world.hub.enter(Caller::system(other.id));

    assert_eq!(stranger.audit().get(id).await.unwrap_err().code(), Code::AUDIT_NOT_FOUND);
    let seen = stranger.audit().list(AuditFilter::default(), &Page::default()).await.unwrap().items;
    assert!(seen.iter().all(|entry| entry.organization_id == other.id));
}

#[tokio::test]
async fn any_change_to_a_record_is_seen_in_its_hash() {
    let world = World::new().await;
    world.echo().await;
    let entry = world.audit().await[0].clone();
    type Edit = fn(&mut agenthub_core::audit::Entry);
    let edits: [Edit; 12] = [
        |it| it.sequence += 1,
        |it| it.record.id = agenthub_core::Id::new(),
        |it| it.record.at += chrono::TimeDelta::microseconds(1),
        |it| it.record.actor = Actor::Automation("x".into()),
        |it| it.record.triggered_by_automation = true,
        |it| it.record.action.push('x'),
        |it| it.record.entity.id.push('x'),
        |it| it.record.changes = Changes::none(),
        |it| it.record.request.ip = Some(String::new()),
        |it| it.record.severity = Severity::Critical,
        |it| it.record.compliance_tags.push("x".into()),
        |it| it.record.outcome = Outcome::Failure,
    ];
    for edit in edits {
        let mut changed = entry.clone();
        edit(&mut changed);
        assert_ne!(changed.leaf_hash_of(), entry.leaf_hash);
    }
}
