//! Changing an agent: versions, `ETag` and `If-Match`.

use serde_json::json;

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
