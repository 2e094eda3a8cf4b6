//! `/api/v1/organization`

use serde_json::json;

use crate::support::desk::Answered as _;
use crate::support::{Server, faults};

#[tokio::test]
async fn the_organization_is_shown_and_renamed_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        assert_eq!(ada.get("/organization").gives(200).await["name"], "ada");
        let renamed = ada.put("/organization", &json!({ "name": " Acme " })).gives(200).await;
        assert_eq!(renamed["name"], "Acme");
        assert_eq!(ada.get("/organization").gives(200).await, renamed);
        let record = &ada.records(1).await[0];
        assert_eq!(record["changes"]["name"], json!({ "old": "ada", "new": "Acme" }));
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_name_that_is_none_is_refused() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let cases = [
        (json!({}), "/name", "value.required"),
        (json!({ "name": "" }), "/name", "value.required"),
        (json!({ "name": "x".repeat(256) }), "/name", "value.too_long"),
        (json!({ "name": "A", "id": 1 }), "/id", "value.unknown_field"),
    ];
    for (body, place, code) in cases {
        let found = ada.put("/organization", &body).refused(422, "invalid").await;
        assert_eq!(faults(&found), [(place.to_owned(), code.to_owned())], "{body}");
    }
}

#[tokio::test]
async fn nobody_acts_in_an_organization_by_naming_it() {
    let server = Server::start().await;
    let (ada, mallory) = (server.owner().await, server.stranger().await);
    let acme = ada.get("/organization").gives(200).await;
    let named = |desk: &crate::support::desk::Desk<'_>| {
        desk.get("/organization").header("x-organization-id", acme["id"].as_str().unwrap())
    };
    assert_eq!(named(&ada).gives(200).await, acme);
    named(&mallory).refused(403, "auth.not_a_member").await;
    let key = mallory.key(&["organization:read"]).await;
    named(&key).refused(403, "auth.not_a_member").await;
}
