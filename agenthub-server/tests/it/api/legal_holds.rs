//! `/api/v1/audit-logs/legal-holds`

use serde_json::{Value, json};

use crate::support::desk::{Answered as _, each, id, list};
use crate::support::{Server, faults};

const PATH: &str = "/audit-logs/legal-holds";

fn hold(name: &str) -> Value {
    json!({ "name": name, "reason": "A lawsuit,\nand what follows" })
}

#[tokio::test]
async fn a_hold_is_placed_shown_and_lifted_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        let held = async || ada.get("/audit-logs/retention").gives(200).await["is_held"].clone();
        let first = ada.post(PATH, &hold("First")).gives(201).await;
        let second = ada.post(PATH, &hold("Second")).gives(201).await;
        assert_eq!((&first["placed_by"]["type"], &first["lifted_at"]), (&json!("human"), &Value::Null));
        let listed = list(ada.get(PATH).gives(200).await);
        assert_eq!(listed, [second.clone(), first.clone()]);

        let lifted = ada.delete(&format!("{PATH}/{}", id(&first))).gives(200).await;
        assert_eq!((&lifted["id"], &lifted["lifted_by"]), (&first["id"], &first["placed_by"]));
        assert_eq!(held().await, true);
        ada.delete(&format!("{PATH}/{}", id(&second))).gives(200).await;
        assert_eq!(held().await, false);
        ada.delete(&format!("{PATH}/{}", id(&second))).refused(404, "legal_hold.not_found").await;
        assert_eq!(each(&list(ada.get(PATH).gives(200).await), "name"), ["Second", "First"]);
        assert_eq!(each(&ada.records(4).await, "action"), ["lift", "lift", "place", "place"]);
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn faults_of_a_hold_are_told_with_their_places() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let wrong = json!({ "name": "a\nb", "reason": " " });
    let found = ada.post(PATH, &wrong).refused(422, "invalid").await;
    let expected = [("/name", "value.bad_format"), ("/reason", "value.required")];
    assert_eq!(faults(&found), expected.map(|(place, code)| (place.to_owned(), code.to_owned())));
    let long = json!({ "name": "x".repeat(256), "reason": "x".repeat(4001) });
    let found = ada.post(PATH, &long).refused(422, "invalid").await;
    let expected = [("/name", "value.too_long"), ("/reason", "value.too_long")];
    assert_eq!(faults(&found), expected.map(|(place, code)| (place.to_owned(), code.to_owned())));
    ada.post(PATH, &json!({ "name": "x" })).refused(422, "invalid").await;
    assert_eq!(ada.get(PATH).gives(200).await, json!([]));
}

#[tokio::test]
async fn the_holds_of_another_organization_are_not_there() {
    let server = Server::start().await;
    let (ada, mallory) = (server.owner().await, server.stranger().await);
    let placed = ada.post(PATH, &hold("Ours")).gives(201).await;
    assert_eq!(mallory.get(PATH).gives(200).await, json!([]));
    mallory.delete(&format!("{PATH}/{}", id(&placed))).refused(404, "legal_hold.not_found").await;
    assert_eq!(mallory.get("/audit-logs/retention").gives(200).await["is_held"], false);
    assert_eq!(ada.get(PATH).gives(200).await, json!([placed]));
}

#[tokio::test]
async fn only_who_may_manage_the_log_places_and_lifts() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let placed = ada.post(PATH, &hold("Ours")).gives(201).await;
    let auditor = ada.member("bob@example.org", "auditor").await;
    assert_eq!(auditor.get(PATH).gives(200).await, json!([placed]));
    auditor.post(PATH, &hold("Theirs")).refused(403, "auth.denied").await;
    auditor.delete(&format!("{PATH}/{}", id(&placed))).refused(403, "auth.denied").await;
    let operator = ada.member("eve@example.org", "operator").await;
    operator.get(PATH).refused(403, "auth.denied").await;
}
