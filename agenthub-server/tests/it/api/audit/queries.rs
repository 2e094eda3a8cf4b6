//! Queries with groups and as text, and what is counted.

use serde_json::{Value, json};

use crate::support::desk::{Answered as _, Desk, each, header, list};
use crate::support::{Server, faults};

/// Records of what happened elsewhere, one with each action.
async fn record(desk: &Desk<'_>, actions: &[&str]) {
    for (action, n) in actions.iter().zip(1..) {
        let body = json!({
            "entity_type": "invoice", "entity_id": n, "action": action, "actor_type": "automation",
            "actor_id": "nightly", "triggered_by_automation": n % 2 == 0, "changes": { "total": n * 1000 },
        });
        desk.post("/audit-logs", &body).gives(201).await;
    }
}

#[tokio::test]
async fn groups_are_joined_by_and_or_and_not() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        record(&ada, &["draft", "send", "pay"]).await;
        let cases = [
            (
                json!({ "entity_type": "invoice", "any": [{ "action": "pay" }, { "action": "draft" }] }),
                vec!["pay", "draft"],
            ),
            (json!({ "entity_type": "invoice", "none": [{ "action": "pay" }] }), vec!["send", "draft"]),
            (
                json!({ "all": [{ "entity_type": "invoice" }, { "any": [{ "action": "send" }] }] }),
                vec!["send"],
            ),
            (json!({ "entity_type": "invoice", "order": "oldest" }), vec!["draft", "send", "pay"]),
            (json!({ "entity_type": "invoice", "none": [{ "q": "changes.total>=2000" }] }), vec!["draft"]),
        ];
        for (query, expected) in cases {
            let found = list(ada.post("/audit-logs/query", &query).gives(200).await);
            assert_eq!(each(&found, "action"), expected, "{query}");
        }
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_query_may_be_text_and_is_led_through_by_cursors() {
    let server = Server::start().await;
    let ada = server.owner().await;
    record(&ada, &["draft", "send", "pay", "send"]).await;
    let q = "q=actor.type:automation%20action:send,pay%20-changes.total%3E3500";
    let first = ada.get(&format!("/audit-logs?{q}&order=oldest&limit=1&count=true")).answer().await;
    assert_eq!(header(&first, "x-total-count").as_deref(), Some("2"));
    let link = header(&first, "link").unwrap();
    assert_eq!(each(&list(first.json().await.unwrap()), "action"), ["send"]);
    let next = link.trim_start_matches("</api/v1").split('>').next().unwrap();
    assert_eq!(each(&list(ada.get(next).gives(200).await), "action"), ["pay"]);
    let turned = next.replace("order=oldest", "order=newest");
    ada.get(&turned).refused(400, "page.bad_cursor").await;
}

#[tokio::test]
async fn what_cannot_be_read_is_told_with_its_place() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let deep = (0..20).fold(json!({}), |inner, _| json!({ "all": [inner] }));
    let wide = json!({ "any": vec![json!({ "action": "x" }); 500] });
    let cases: [(Value, &[(&str, &str)]); 6] = [
        (json!({ "q": "outcome:maybe" }), &[("/q", "value.bad_query")]),
        (
            json!({ "any": [{ "q": "(" }, { "all": [{ "q": "colour:red" }] }] }),
            &[("/any/0/q", "value.bad_query"), ("/any/1/all/0/q", "value.bad_query")],
        ),
        (json!({ "any": [{ "order": "oldest" }] }), &[("/any/0/order", "value.excludes")]),
        (json!({ "any": [{ "colour": "red" }] }), &[("/any/0/colour", "value.unknown_field")]),
        (deep, &[("/all/0/all/0/all/0/all/0/all/0/all/0/all/0/all/0/all/0", "value.too_many")]),
        (json!({ "any": { "action": "x" } }), &[("/any", "value.wrong_type")]),
    ];
    for (query, expected) in cases {
        let found = ada.post("/audit-logs/query", &query).refused(422, "invalid").await;
        let expected: Vec<_> =
            expected.iter().map(|(place, code)| ((*place).to_owned(), (*code).to_owned())).collect();
        assert_eq!(faults(&found), expected, "{query}");
    }
    let found = ada.post("/audit-logs/query", &wide).refused(422, "invalid").await;
    assert!(faults(&found).iter().all(|(_, code)| code == "value.too_many"), "{found}");
    let found = ada.get("/audit-logs?q=at%3Eyesterday").refused(422, "invalid").await;
    let told = found["errors"][0]["detail"].as_str().unwrap();
    assert!(told.contains("character 4") && told.contains("2026-01-31"), "{told}");
}

#[tokio::test]
async fn the_summary_counts_the_records_of_a_window() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        record(&ada, &["draft", "send", "pay", "send"]).await;
        let summary = ada
            .get("/audit-logs/statistics/summary?from=2026-11-20T11:50:00Z&until=2026-11-20T12:10:00Z&time_zone=Pacific/Auckland")
            .gives(200)
            .await;
        let total = summary["total"].as_u64().unwrap();
        assert_eq!(summary["from"], "2026-11-20T11:45:00Z");
        assert_eq!(summary["until"], "2026-11-20T12:15:00Z");
        assert_eq!(summary["by_action"]["send"], 2);
        assert_eq!(summary["by_actor_type"]["automation"], 4);
        assert_eq!(summary["by_day"], json!([{ "day": "2026-11-21", "records": total }]));
        assert_eq!(summary["top_actors"][0], json!({ "actor": "automation:nightly", "records": 4 }));
        assert_eq!(summary["automation_share"], json!(2.0 / total as f64));
        let elsewhen = ada.get("/audit-logs/statistics/summary?until=2026-11-20T11:00:00Z").gives(200).await;
        assert_eq!((&elsewhen["total"], &elsewhen["ai_share"]), (&json!(0), &Value::Null));
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_window_that_is_none_is_refused() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let cases = [
        ("time_zone=Mars/Olympus", "/time_zone", "value.bad_format"),
        ("from=2026-11-20T12:00:00Z&until=2026-11-20T12:00:00Z", "/until", "value.bad_format"),
        ("from=1026-11-20T12:00:00Z", "/from", "value.bad_format"),
        ("from=yesterday", "/from", "value.bad_format"),
        ("colour=red", "/colour", "value.unknown_field"),
    ];
    for (query, place, code) in cases {
        let path = format!("/audit-logs/statistics/summary?{query}");
        let found = ada.get(&path).refused(422, "invalid").await;
        assert_eq!(faults(&found), [(place.to_owned(), code.to_owned())], "{query}");
    }
}
