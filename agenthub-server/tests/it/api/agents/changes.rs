//! Changing an agent: versions, `ETag` and `If-Match`.

use reqwest::Method;
use serde_json::{Value, json};

use super::bodies::first_example;
use crate::support::Server;
use crate::support::desk::{Answered as _, each, header, list};

#[tokio::test]
async fn each_change_is_a_version_that_stays_as_it_was() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        let agent = ada.agent(&first_example()).await;
        let other = json!({ "name": "Renamed", "agent_type": "analytics" });
        let answer = ada.put(&format!("/agents/{agent}"), &other).answer().await;
        assert_eq!(header(&answer, "etag").unwrap(), "\"2\"");
        ada.put(&format!("/agents/{agent}/status"), &json!({ "status": "paused" })).gives(200).await;

        let versions = list(ada.get(&format!("/agents/{agent}/versions")).gives(200).await);
        assert_eq!(each(&versions, "version_number"), ["3", "2", "1"]);
        assert_eq!(each(&versions, "name"), ["Renamed", "Renamed", "Analytics Agent"]);
        assert_eq!(each(&versions, "status"), ["paused", "active", "active"]);
        let first = ada.get(&format!("/agents/{agent}/versions/1")).gives(200).await;
        assert_eq!(first, versions[2]);
        ada.get(&format!("/agents/{agent}/versions/4")).refused(404, "agent.version_not_found").await;
        ada.get(&format!("/agents/{agent}/versions/x")).refused(400, "request.bad_parameter").await;
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_change_that_is_meant_for_another_version_is_refused() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let agent = ada.agent(&first_example()).await;
    let path = format!("/agents/{agent}");
    let other = json!({ "name": "Renamed" });
    ada.put(&path, &other).header("if-match", "\"1\"").gives(200).await;
    let found =
        ada.put(&path, &other).header("if-match", "\"1\"").refused(412, "request.precondition_failed").await;
    assert!(found["detail"].as_str().unwrap().contains("version 2"), "{found}");
    let paused = json!({ "status": "paused" });
    ada.put(&format!("{path}/status"), &paused)
        .header("if-match", "\"9\"")
        .refused(412, "request.precondition_failed")
        .await;
    ada.delete(&path).header("if-match", "\"1\"").refused(412, "request.precondition_failed").await;
    ada.put(&path, &other).header("if-match", "2").refused(400, "request.bad_parameter").await;
    ada.delete(&path).header("if-match", "*").gives(204).await;
}

#[tokio::test]
async fn of_two_changes_of_one_version_one_is_done() {
    let server = Server::on_sqlite().await;
    let ada = server.owner().await;
    let agent = ada.agent(&first_example()).await;
    let change = async |name: &str| {
        let body = json!({ "name": name });
        let request = ada.put(&format!("/agents/{agent}"), &body).header("if-match", "\"1\"");
        request.answer().await.status().as_u16()
    };
    let mut statuses: [u16; 2] = tokio::join!(change("One"), change("Two")).into();
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412]);
    server.stop().await.unwrap();
}

#[tokio::test]
async fn two_versions_are_compared_place_by_place() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        let agent = ada.agent(&json!({ "name": "A", "goals": ["one", "two"], "config": { "a/b": 1 } })).await;
        let other =
            json!({ "name": "B", "goals": ["one"], "capabilities": { "ask": true }, "base_price": "2" });
        ada.put(&format!("/agents/{agent}"), &other).gives(200).await;
        ada.put(&format!("/agents/{agent}/status"), &json!({ "status": "paused" })).gives(200).await;

        let changed = json!([
            { "pointer": "/base_price", "new": "2" },
            { "pointer": "/capabilities/ask", "new": { "enabled": true } },
            { "pointer": "/config/a~1b", "old": 1 },
            { "pointer": "/goals/1", "old": "two" },
            { "pointer": "/name", "old": "A", "new": "B" },
        ]);
        for path in ["/agents", "/ai-agents"] {
            let diff =
                async |query: &str| ada.get(&format!("{path}/{agent}/versions/{query}")).gives(200).await;
            let from_first = diff("2/diff?against=1").await;
            assert_eq!(from_first["differences"], changed);
            assert_eq!((&from_first["version_number"], &from_first["against"]), (&json!(2), &json!(1)));
            assert_eq!(diff("2/diff").await, from_first, "against the one before, where nothing is said");
            let paused = json!([{ "pointer": "/status", "old": "active", "new": "paused" }]);
            assert_eq!(diff("3/diff").await["differences"], paused);
            let back = diff("1/diff?against=2").await;
            assert_eq!(back["differences"][4], json!({ "pointer": "/name", "old": "B", "new": "A" }));
            assert_eq!(diff("3/diff?against=3").await["differences"], json!([]));
            let beginning = diff("1/diff").await;
            assert_eq!(beginning["against"], json!(null));
            let named = json!({ "pointer": "/name", "new": "A" });
            assert!(list(beginning["differences"].clone()).contains(&named), "{beginning}");
        }
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn versions_that_are_not_there_are_not_compared() {
    let server = Server::start().await;
    let (ada, mallory) = (server.owner().await, server.stranger().await);
    let agent = ada.agent(&first_example()).await;
    let path = format!("/agents/{agent}/versions");
    for query in ["2/diff", "1/diff?against=2", "0/diff"] {
        ada.get(&format!("{path}/{query}")).refused(404, "agent.version_not_found").await;
    }
    for query in ["1/diff?against=0", "1/diff?against=x", "1/diff?with=1"] {
        ada.get(&format!("{path}/{query}")).refused(422, "invalid").await;
    }
    mallory.get(&format!("{path}/1/diff")).refused(404, "agent.not_found").await;
}

#[tokio::test]
async fn an_earlier_definition_becomes_the_newest_version_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        let agent = ada.agent(&first_example()).await;
        let path = format!("/agents/{agent}");
        ada.put(&path, &json!({ "name": "Mistake", "agent_type": "analytics" })).gives(200).await;
        ada.put(&format!("{path}/status"), &json!({ "status": "paused" })).gives(200).await;
        let back =
            |number: u32| ada.request(Method::POST, &format!("/ai-agents/{agent}/versions/{number}/restore"));

        back(1).header("if-match", "\"2\"").refused(412, "request.precondition_failed").await;
        let answer = back(1).header("if-match", "\"3\"").answer().await;
        assert_eq!(header(&answer, "etag").unwrap(), "\"4\"");
        let restored: Value = answer.json().await.unwrap();
        assert_eq!(restored["name"], "Analytics Agent");
        assert_eq!(restored["status"], "paused", "the status stays");
        assert_eq!(ada.get(&path).gives(200).await, restored);
        let same = ada.get(&format!("{path}/versions/4/diff?against=1")).gives(200).await;
        let only_status = json!([{ "pointer": "/status", "old": "active", "new": "paused" }]);
        assert_eq!(same["differences"], only_status);
        let record = &ada.records(1).await[0];
        assert_eq!((&record["action"], &record["entity"]["id"]), (&json!("restore_version"), &json!(agent)));
        let renamed = json!({ "old": "Mistake", "new": "Analytics Agent" });
        assert_eq!(record["changes"]["name"], renamed);

        assert_eq!(back(4).gives(200).await["version_number"], 4, "the present one is there already");
        back(5).refused(404, "agent.version_not_found").await;
        ada.delete(&path).gives(204).await;
        back(1).refused(409, "agent.deleted").await;
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn of_two_who_go_back_from_one_version_one_does() {
    let server = Server::on_sqlite().await;
    let ada = server.owner().await;
    let agent = ada.agent(&first_example()).await;
    for name in ["Two", "Three"] {
        ada.put(&format!("/agents/{agent}"), &json!({ "name": name })).gives(200).await;
    }
    let back = async |number: u32| {
        let path = format!("/agents/{agent}/versions/{number}/restore");
        let request = ada.request(Method::POST, &path).header("if-match", "\"3\"");
        request.answer().await.status().as_u16()
    };
    let mut statuses: [u16; 2] = tokio::join!(back(1), back(2)).into();
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412]);
    server.stop().await.unwrap();
}

#[tokio::test]
async fn every_version_is_found_through_the_links() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let agent = ada.agent(&first_example()).await;
    for name in ["Two", "Three"] {
        ada.put(&format!("/agents/{agent}"), &json!({ "name": name })).gives(200).await;
    }
    let answer = ada.get(&format!("/agents/{agent}/versions?limit=2&count=true")).answer().await;
    assert_eq!(header(&answer, "x-total-count").unwrap(), "3");
    assert!(header(&answer, "link").unwrap().contains(&format!("</api/v1/agents/{agent}/versions?")));
}
