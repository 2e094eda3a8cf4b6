//! `/api/v1/audit-logs`

mod queries;

use serde_json::{Value, json};

use crate::support::desk::{Answered as _, each, header, id, list};
use crate::support::{Server, faults};

/// As the documentation shows it.
fn example() -> Value {
    json!({
        "entity_type": "invoice", "entity_id": 456, "action": "create", "actor_type": "ai_agent",
        "ai_agent_id": "0198f3c4-5d6e-7f80-9a0b-1c2d3e4f5a6b", "triggered_by_automation": true,
        "changes": { "total": 1000, "status": "draft" },
    })
}

#[tokio::test]
async fn what_happened_elsewhere_is_added_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        let request =
            ada.post("/audit-logs/", &example()).header("user-agent", "till/7").header("x-request-id", "r-1");
        let entry = request.gives(201).await;
        assert_eq!(entry["entity"], json!({ "type": "invoice", "id": "456" }));
        assert_eq!(
            entry["actor"],
            json!({ "type": "ai_agent", "id": "0198f3c4-5d6e-7f80-9a0b-1c2d3e4f5a6b" })
        );
        assert_eq!(entry["changes"]["total"], json!({ "new": 1000 }));
        assert_eq!((&entry["severity"], &entry["outcome"]), (&json!("info"), &json!("success")));
        let request = json!({ "id": "r-1", "ip": "127.0.0.1", "user_agent": "till/7", "path": "POST /api/v1/audit-logs" });
        assert_eq!(entry["request"], request);
        assert_eq!(ada.get(&format!("/audit-logs/{}", id(&entry))).gives(200).await, entry);
        assert_eq!(ada.records(1).await, [entry]);
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn the_caller_is_the_actor_where_nobody_else_is_said() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let body = json!({ "entity_type": "invoice", "entity_id": "a-1", "action": "pay", "changes": { "total": { "old": 1, "new": 2 } } });
    let entry = ada.post("/audit-logs", &body).gives(201).await;
    assert_eq!(entry["actor"]["type"], "human");
    assert_eq!(entry["changes"]["total"], json!({ "old": 1, "new": 2 }));
    let key = ada.key(&["audit:write"]).await;
    assert_eq!(key.post("/audit-logs", &body).gives(201).await["actor"]["type"], "api_key");
}

#[tokio::test]
async fn who_acted_may_be_said_in_more_ways_than_one() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let cases = [
        (
            json!({ "actor_type": "automation", "actor_id": "nightly" }),
            json!({ "type": "automation", "id": "nightly" }),
        ),
        (json!({ "actor_type": "system" }), json!({ "type": "system" })),
        (
            json!({ "ai_agent_id": "0198f3c4-5d6e-7f80-9a0b-1c2d3e4f5a6b" }),
            json!({ "type": "ai_agent", "id": "0198f3c4-5d6e-7f80-9a0b-1c2d3e4f5a6b" }),
        ),
    ];
    for (said, actor) in cases {
        let mut body = json!({ "entity_type": "invoice", "entity_id": 1, "action": "pay" });
        body.as_object_mut().unwrap().extend(said.as_object().unwrap().clone());
        assert_eq!(ada.post("/audit-logs", &body).gives(201).await["actor"], actor);
    }
}

#[tokio::test]
async fn place_time_and_hash_are_not_the_clients_to_give() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let cases = [
        ("sequence", json!(0)),
        ("leaf_hash", json!("00")),
        ("hash", json!("00")),
        ("at", json!("2026-01-01T00:00:00Z")),
        ("timestamp", json!("2026-01-01T00:00:00Z")),
        ("id", json!("0198f3c4-5d6e-7f80-9a0b-1c2d3e4f5a6b")),
        ("organization_id", json!(1)),
        ("request", json!({})),
    ];
    for (field, value) in cases {
        let mut body = example();
        body[field] = value;
        let found = ada.post("/audit-logs", &body).refused(422, "invalid").await;
        assert_eq!(faults(&found), [(format!("/{field}"), "value.unknown_field".to_owned())]);
    }
}

#[tokio::test]
async fn faults_of_a_record_are_told_with_their_places() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let cases = [
        ("action", json!(""), "/action", "value.required"),
        ("action", json!("a\u{7}"), "/action", "value.bad_format"),
        ("entity_id", json!(true), "/entity_id", "value.wrong_type"),
        ("severity", json!("grave"), "/severity", "value.not_one_of"),
        ("ai_agent_id", json!(789), "/ai_agent_id", "value.wrong_type"),
        ("ai_agent_id", json!("789"), "/ai_agent_id", "value.bad_format"),
        ("actor_type", json!("human"), "/ai_agent_id", "value.bad_format"),
        ("compliance_tags", json!([""]), "/compliance_tags/0", "value.required"),
        ("changes", json!([1]), "/changes", "value.wrong_type"),
    ];
    for (field, value, place, code) in cases {
        let mut body = example();
        body[field] = value;
        let found = ada.post("/audit-logs", &body).refused(422, "invalid").await;
        assert_eq!(faults(&found), [(place.to_owned(), code.to_owned())], "{body}");
    }
    let nobody = json!({ "entity_type": "invoice", "entity_id": 1, "action": "pay", "actor_type": "plugin" });
    let found = ada.post("/audit-logs", &nobody).refused(422, "invalid").await;
    assert_eq!(faults(&found), [("/actor_id".to_owned(), "value.required".to_owned())]);
}

#[tokio::test]
async fn each_filter_keeps_what_it_says_in_the_query_and_in_the_body() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        let later = |seconds| server.clock.advance(chrono::TimeDelta::seconds(seconds));
        later(60);
        ada.post("/audit-logs", &example()).header("x-request-id", "r-1").gives(201).await;
        later(60);
        let mut other = example();
        for (field, value) in [
            ("entity_type", json!("order")),
            ("entity_id", json!("o-1")),
            ("action", json!("ship")),
            ("severity", json!("critical")),
            ("outcome", json!("failure")),
            ("compliance_tags", json!(["gdpr"])),
            ("triggered_by_automation", json!(false)),
            ("changes", json!({ "place": "sea" })),
            ("ai_agent_id", json!("0198f3c4-5d6e-7f80-9a0b-000000000000")),
        ] {
            other[field] = value;
        }
        ada.post("/audit-logs", &other).gives(201).await;
        let cases = [
            ("action", json!("ship"), vec!["ship"]),
            ("entity_type", json!("order"), vec!["ship"]),
            ("entity_id", json!("456"), vec!["create"]),
            ("min_severity", json!("warning"), vec!["ship"]),
            ("compliance_tag", json!("gdpr"), vec!["ship"]),
            ("outcome", json!("failure"), vec!["ship"]),
            ("actor_type", json!("ai_agent"), vec!["ship", "create"]),
            ("actor_id", json!("0198f3c4-5d6e-7f80-9a0b-000000000000"), vec!["ship"]),
            ("triggered_by_automation", json!(true), vec!["create"]),
            ("request_id", json!("r-1"), vec!["create"]),
            ("changed_field", json!("place"), vec!["ship"]),
            ("from", json!("2026-11-20T12:02:00Z"), vec!["ship"]),
        ];
        for (field, value, expected) in cases {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let by_query = ada.get(&format!("/audit-logs?{field}={text}")).gives(200).await;
            assert_eq!(each(&list(by_query.clone()), "action"), expected, "{field}");
            assert_eq!(ada.post("/audit-logs/query", &json!({ field: value })).gives(200).await, by_query);
        }
        let before = ada.get("/audit-logs?until=2026-11-20T12:01:00Z&entity_type=invoice").gives(200).await;
        assert_eq!(before, json!([]));
        let found = ada.post("/audit-logs/query", &json!({ "colour": "red" })).refused(422, "invalid").await;
        assert_eq!(faults(&found), [("/colour".to_owned(), "value.unknown_field".to_owned())]);
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn records_are_numbered_without_a_gap() {
    let server = Server::start().await;
    let ada = server.owner().await;
    for _ in 0..3 {
        ada.post("/audit-logs", &example()).gives(201).await;
    }
    let answer = ada.get("/audit-logs?count=true").answer().await;
    let total: u64 = header(&answer, "x-total-count").unwrap().parse().unwrap();
    let sequences: Vec<_> =
        list(answer.json().await.unwrap()).iter().map(|it| it["sequence"].as_u64().unwrap()).collect();
    assert_eq!(sequences, (0..total).rev().collect::<Vec<_>>());
}

#[tokio::test]
async fn the_log_of_another_organization_is_not_there() {
    let server = Server::start().await;
    let (ada, mallory) = (server.owner().await, server.stranger().await);
    let entry = ada.post("/audit-logs", &example()).gives(201).await;
    mallory.get(&format!("/audit-logs/{}", id(&entry))).refused(404, "audit.not_found").await;
    assert_eq!(mallory.get("/audit-logs?entity_type=invoice").gives(200).await, json!([]));
}
