//! The life of an agent: from status to status, deleted, and restored.

use serde_json::json;

use super::bodies::first_example;
use crate::support::Server;
use crate::support::desk::{Answered as _, each, list};

#[tokio::test]
async fn an_agent_goes_only_where_it_may() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let agent = ada.agent(&json!({ "name": "A", "status": "draft" })).await;
    let path = format!("/agents/{agent}/status");
    let found = ada.put(&path, &json!({ "status": "paused" })).refused(409, "agent.bad_move").await;
    let detail = found["detail"].as_str().unwrap();
    assert!(detail.contains("active") && detail.contains("retired"), "{detail}");
    for status in ["active", "paused", "maintenance", "stopped", "active", "error", "retired"] {
        assert_eq!(ada.put(&path, &json!({ "status": status })).gives(200).await["status"], status);
    }
    ada.put(&path, &json!({ "status": "active" })).refused(409, "agent.bad_move").await;
}

#[tokio::test]
async fn going_where_it_is_changes_nothing() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let agent = ada.agent(&first_example()).await;
    let same = ada.put(&format!("/agents/{agent}/status"), &json!({ "status": "active" })).gives(200).await;
    assert_eq!(same["version_number"], 1);
}

#[tokio::test]
async fn a_deleted_agent_is_out_of_sight_and_can_be_restored() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        let agent = ada.agent(&first_example()).await;
        let path = format!("/agents/{agent}");
        ada.delete(&path).gives(204).await;
        assert_eq!(ada.get("/agents").gives(200).await, json!([]));
        assert_eq!(
            each(&list(ada.get("/agents?deleted=true").gives(200).await), "id"),
            std::slice::from_ref(&agent)
        );
        assert!(ada.get(&path).gives(200).await["deleted_at"].is_string());

        ada.delete(&path).refused(404, "agent.not_found").await;
        ada.put(&path, &first_example()).refused(409, "agent.deleted").await;
        ada.put(&format!("{path}/status"), &json!({ "status": "paused" }))
            .refused(409, "agent.deleted")
            .await;

        let restored = ada.request(reqwest::Method::POST, &format!("{path}/restore")).gives(200).await;
        assert_eq!((&restored["deleted_at"], &restored["version_number"]), (&json!(null), &json!(3)));
        ada.request(reqwest::Method::POST, &format!("{path}/restore"))
            .refused(409, "agent.not_deleted")
            .await;
        server.stop().await.unwrap();
    }
}
