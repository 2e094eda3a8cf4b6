//! `/api/v1/audit-logs/retention`

use std::sync::Arc;
use std::time::Duration;

use agenthub_core::{Hub, HubOptions};
use agenthub_store::testing::TestDatabase;
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::desk::{Answered as _, each, eventually, header, id};
use crate::support::{Server, faults, settings};

const PATH: &str = "/audit-logs/retention";

#[tokio::test]
async fn a_policy_is_set_shown_and_taken_back_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        let at_first = json!({ "begins_at": 0, "is_held": false });
        assert_eq!(ada.get(PATH).gives(200).await, at_first);
        ada.delete(PATH).refused(404, "audit_retention.not_found").await;
        for days in [1, 36_500, 30] {
            let set = ada.put(PATH, &json!({ "days": days })).gives(200).await;
            assert_eq!(
                (&set["policy"]["days"], &set["policy"]["set_by"]["type"]),
                (&json!(days), &json!("human"))
            );
            assert_eq!(ada.get(PATH).gives(200).await, set);
        }
        ada.delete(PATH).gives(204).await;
        assert_eq!(ada.get(PATH).gives(200).await, at_first);
        let records = ada.records(5).await;
        assert_eq!(each(&records[..4], "action"), ["remove", "set", "set", "set"]);
        assert_eq!(records[1]["changes"]["days"], json!({ "old": 36_500, "new": 30 }));
        assert_eq!(records[1]["severity"], "warning");
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn days_that_cannot_be_are_refused_with_their_place() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let wrong = [json!(0), json!(36_501), json!(-1), json!(1.5), json!("30"), Value::Null];
    for days in wrong {
        let found = ada.put(PATH, &json!({ "days": days })).refused(422, "invalid").await;
        assert_eq!(faults(&found)[0].0, "/days", "{days}");
    }
    let found = ada.put(PATH, &json!({ "days": 1, "before": 7 })).refused(422, "invalid").await;
    assert_eq!(faults(&found), [("/before".to_owned(), "value.unknown_field".to_owned())]);
    assert_eq!(ada.get(PATH).gives(200).await, json!({ "begins_at": 0, "is_held": false }));
}

#[tokio::test]
async fn the_policy_of_another_organization_is_its_own() {
    let server = Server::start().await;
    let (ada, mallory) = (server.owner().await, server.stranger().await);
    let set = ada.put(PATH, &json!({ "days": 30 })).gives(200).await;
    mallory.delete(PATH).refused(404, "audit_retention.not_found").await;
    mallory.put(PATH, &json!({ "days": 1 })).gives(200).await;
    assert_eq!(ada.get(PATH).gives(200).await, set);
    mallory.delete(PATH).gives(204).await;
    assert_eq!(ada.get(PATH).gives(200).await, set);
}

#[tokio::test]
async fn who_may_read_the_log_sees_the_policy_and_only_who_may_manage_it_sets_it() {
    let server = Server::start().await;
    let ada = server.owner().await;
    ada.put(PATH, &json!({ "days": 30 })).gives(200).await;
    let auditor = ada.member("bob@example.org", "auditor").await;
    auditor.get(PATH).gives(200).await;
    auditor.put(PATH, &json!({ "days": 1 })).refused(403, "auth.denied").await;
    auditor.delete(PATH).refused(403, "auth.denied").await;
    let admin = ada.member("eve@example.org", "admin").await;
    admin.put(PATH, &json!({ "days": 60 })).gives(200).await;
}

#[tokio::test]
async fn nobody_records_that_others_are_to_leave() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let record = json!({
        "entity_type": "audit_log", "entity_id": "x", "action": "retain", "changes": { "removed_before": 9 },
    });
    let found = ada.post("/audit-logs", &record).refused(422, "invalid").await;
    assert_eq!(faults(&found), [("/entity_type".to_owned(), "value.bad_format".to_owned())]);
}

#[tokio::test]
async fn a_record_is_proven_by_its_number() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let record = ada.records(1).await.remove(0);
    let sequence = record["sequence"].as_u64().unwrap();
    let head = ada.post("/audit-logs/heads", &json!({})).gives(201).await;
    let proof = ada.get(&format!("/audit-logs/inclusion?sequence={sequence}")).gives(200).await;
    assert_eq!((&proof["leaf_hash"], &proof["root"]), (&record["leaf_hash"], &head["root"]));
    let by_id = format!("/audit-logs/{}/proof", record["id"].as_str().unwrap());
    let mut with_record = ada.get(&by_id).gives(200).await;
    assert_eq!(with_record.as_object_mut().unwrap().remove("entry").unwrap()["sequence"], sequence);
    assert_eq!(with_record, proof);
    for query in ["sequence=999", "sequence=3&size=3", "sequence=0&size=999"] {
        let path = format!("/audit-logs/inclusion?{query}");
        ada.get(&path).refused(422, "audit.no_such_size").await;
    }
}

/// A server that does everything of the audit log all the time.
async fn busy_server() -> Server {
    let database = TestDatabase::sqlite_file().unwrap();
    let (settings, often) = (settings(&[]), Duration::from_millis(1));
    let options = HubOptions {
        tree_every: often,
        heads_every: often,
        retention_every: often,
        ..settings.hub_options()
    };
    let hub = Hub::builder_on(Arc::new(database.store().await.unwrap())).options(options);
    Server::over(hub, settings, Some(database)).await
}

#[tokio::test]
async fn what_has_left_is_nowhere_but_in_proofs() {
    let server = busy_server().await;
    let old = server.owner().await.records(100).await;
    server.clock.advance(TimeDelta::days(40));
    let ada = server.desk(&server.login("ada@example.org").await);
    let mallory = server.stranger().await;
    ada.put(PATH, &json!({ "days": 30 })).gives(200).await;
    let begins_at = old.len() as u64;
    eventually(async || (ada.get(PATH).gives(200).await["begins_at"] == begins_at).then_some(())).await;
    for record in &old {
        ada.get(&format!("/audit-logs/{}", id(record))).refused(404, "audit.not_found").await;
        let proof = format!("/audit-logs/inclusion?sequence={}", record["sequence"]);
        assert_eq!(ada.get(&proof).gives(200).await["leaf_hash"], record["leaf_hash"]);
    }
    let since = "from=2026-11-01T00:00:00Z&until=2027-01-01T00:00:00Z";
    let counted = ada.get(&format!("/audit-logs/statistics/summary?{since}")).gives(200).await;
    let listed = ada.get(&format!("/audit-logs?{since}&count=true&order=oldest")).answer().await;
    assert_eq!(header(&listed, "x-total-count"), Some(counted["total"].to_string()));
    let listed: Value = listed.json().await.unwrap();
    assert_eq!(
        (&listed[0]["sequence"], listed.as_array().map(Vec::len)),
        (&json!(begins_at), counted["total"].as_u64().map(|it| it as usize))
    );
    assert_eq!(mallory.get(PATH).gives(200).await["begins_at"], 0, "nobody else is cut");
    server.stop().await.unwrap();
}
