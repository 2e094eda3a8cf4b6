//! `/api/v1/audit-logs/views`

use serde_json::json;

use crate::support::desk::{Answered as _, each, id, list};
use crate::support::{Server, faults};

#[tokio::test]
async fn a_saved_view_shows_its_records_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        for action in ["draft", "pay", "send"] {
            let record = json!({ "entity_type": "invoice", "entity_id": 1, "action": action });
            ada.post("/audit-logs", &record).gives(201).await;
        }
        let body = json!({
            "name": "Invoices", "query": { "entity_type": "invoice", "none": [{ "action": "pay" }], "order": "oldest" },
            "columns": ["at", "actor", "changes.total"],
        });
        let view = ada.post("/audit-logs/views", &body).gives(201).await;
        let path = format!("/audit-logs/views/{}", id(&view));
        assert_eq!(ada.get(&path).gives(200).await, view);
        assert_eq!(ada.get("/audit-logs/views").gives(200).await, json!([view]));
        let records = list(ada.get(&format!("{path}/records")).gives(200).await);
        assert_eq!(each(&records, "action"), ["draft", "send"]);
        let changed = ada.put(&path, &json!({ "name": "All", "shared": true })).gives(200).await;
        assert_eq!((&changed["name"], &changed["query"]), (&json!("All"), &json!({})));
        ada.delete(&path).gives(204).await;
        ada.get(&path).refused(404, "audit_view.not_found").await;
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_view_is_its_makers_until_it_is_shared() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let auditor = ada.member("bob@example.org", "auditor").await;
    let mine = auditor.post("/audit-logs/views", &json!({ "name": "Mine" })).gives(201).await;
    let path = format!("/audit-logs/views/{}", id(&mine));
    ada.get(&path).refused(404, "audit_view.not_found").await;
    ada.get(&format!("{path}/records")).refused(404, "audit_view.not_found").await;
    ada.delete(&path).refused(404, "audit_view.not_found").await;
    assert_eq!(ada.get("/audit-logs/views").gives(200).await, json!([]));

    let shared = json!({ "name": "Ours", "shared": true });
    auditor.put(&path, &shared).gives(200).await;
    assert_eq!(each(&list(ada.get("/audit-logs/views").gives(200).await), "name"), ["Ours"]);
    ada.put(&path, &json!({ "name": "Everybody's", "shared": true })).gives(200).await;
    assert_eq!(each(&list(auditor.get("/audit-logs/views").gives(200).await), "name"), ["Everybody's"]);
    ada.delete(&path).gives(204).await;
}

#[tokio::test]
async fn faults_of_a_view_are_told_with_their_places() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let body = json!({
        "name": "", "query": { "any": [{ "q": "colour:red" }] }, "columns": ["at", "colour", "at", "changes."],
    });
    let found = ada.post("/audit-logs/views", &body).refused(422, "invalid").await;
    let expected = [
        ("/columns/1", "value.not_one_of"),
        ("/columns/2", "value.duplicate"),
        ("/columns/3", "value.not_one_of"),
        ("/name", "value.required"),
        ("/query/any/0/q", "value.bad_query"),
    ];
    assert_eq!(faults(&found), expected.map(|(place, code)| (place.to_owned(), code.to_owned())));
    let found =
        ada.post("/audit-logs/views", &json!({ "name": "x", "colour": 1 })).refused(422, "invalid").await;
    assert_eq!(faults(&found), [("/colour".to_owned(), "value.unknown_field".to_owned())]);
    assert_eq!(ada.get("/audit-logs/views").gives(200).await, json!([]));
}

#[tokio::test]
async fn the_views_of_another_organization_are_not_there() {
    let server = Server::start().await;
    let (ada, mallory) = (server.owner().await, server.stranger().await);
    let view = ada.post("/audit-logs/views", &json!({ "name": "Ours", "shared": true })).gives(201).await;
    let path = format!("/audit-logs/views/{}", id(&view));
    mallory.get(&path).refused(404, "audit_view.not_found").await;
    mallory.put(&path, &json!({ "name": "x" })).refused(404, "audit_view.not_found").await;
    mallory.delete(&path).refused(404, "audit_view.not_found").await;
    assert_eq!(mallory.get("/audit-logs/views").gives(200).await, json!([]));
}
