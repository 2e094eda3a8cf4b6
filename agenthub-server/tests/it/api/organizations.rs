//! `/api/v1/organization` and `/api/v1/organizations`

use reqwest::Method;
use serde_json::json;

use crate::support::desk::{Answered as _, each, header, id, list};
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

/// Who acts where: the header that names the organization.
const ELSEWHERE: &str = "x-organization-id";

#[tokio::test]
async fn a_member_of_several_organizations_acts_in_the_one_that_is_named() {
    for server in Server::on_each_store().await {
        let (ada, grace) = (server.owner().await, server.register("grace@example.org").await);
        let acme = id(&ada.get("/organization").gives(200).await);
        let invitation = json!({ "email": grace.email, "role": "viewer" });
        let token = ada.post("/invitations", &invitation).gives(201).await["token"].clone();
        let grace = server.desk(&grace);
        grace.get("/organization").header(ELSEWHERE, &acme).refused(403, "auth.not_a_member").await;
        grace.post("/invitations/accept", &json!({ "token": token })).gives(200).await;

        let own = id(&grace.get("/organization").gives(200).await);
        assert_ne!(own, acme);
        assert_eq!(id(&grace.get("/organization").header(ELSEWHERE, &acme).gives(200).await), acme);
        assert_eq!(id(&grace.get("/organization").header(ELSEWHERE, &own).gives(200).await), own);
        let new = json!({ "name": "Agent" });
        let found = grace.post("/agents", &new).header(ELSEWHERE, &acme).refused(403, "auth.denied").await;
        assert!(found["detail"].as_str().unwrap().contains("agents:write"), "there she is a viewer: {found}");
        let agent = id(&grace.post("/agents", &new).gives(201).await);
        let there = format!("/agents/{agent}");
        grace.get(&there).header(ELSEWHERE, &acme).refused(404, "agent.not_found").await;

        let member = id(&grace.get("/auth/me").gives(200).await);
        ada.delete(&format!("/members/{member}")).gives(204).await;
        grace.get("/organization").header(ELSEWHERE, &acme).refused(403, "auth.not_a_member").await;
        grace.get("/organization").gives(200).await;
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_superuser_acts_everywhere_and_the_records_say_who_it_was() {
    for server in Server::on_each_store().await {
        let (ada, root) = (server.owner().await, server.superuser().await);
        let acme = id(&ada.get("/organization").gives(200).await);
        let renamed = root.put("/organization", &json!({ "name": "Acme" })).header(ELSEWHERE, &acme);
        assert_eq!(id(&renamed.gives(200).await), acme);
        let new = root.post("/agents", &json!({ "name": "Agent" })).header(ELSEWHERE, &acme);
        let agent = new.gives(201).await;

        let who = json!({ "type": "human", "id": root.get("/auth/me").gives(200).await["id"] });
        assert_eq!(agent["created_by"], who);
        for (record, action) in ada.records(2).await.iter().zip(["create", "update"]) {
            assert_eq!((&record["action"], &record["actor"]), (&json!(action), &who), "{record}");
        }
        ada.get(&format!("/agents/{}", id(&agent))).gives(200).await;
        assert_eq!(root.get("/agents").gives(200).await, json!([]), "at home there is none");
        assert_eq!(ada.get("/members?count=true").answer().await.headers()["x-total-count"], "1");

        let nowhere = root.get("/organization").header(ELSEWHERE, "0198f3c4-5d6e-7f80-9a0b-1c2d3e4f5a6b");
        nowhere.refused(404, "organization.not_found").await;
        root.get("/organization").header(ELSEWHERE, "acme").refused(400, "request.bad_parameter").await;
        root.request(Method::POST, "/auth/logout").gives(204).await;
        root.get("/organization").header(ELSEWHERE, &acme).refused(401, "auth.token_invalid").await;
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_superuser_sees_every_organization_and_nobody_else_does() {
    for server in Server::on_each_store().await {
        let (ada, _) = (server.owner().await, server.stranger().await);
        server.clock.advance(chrono::TimeDelta::seconds(1));
        let root = server.superuser().await;
        let mut names = each(&list(root.get("/organizations").gives(200).await), "name");
        assert_eq!(names.pop().as_deref(), Some("root"), "the newest comes last");
        names.sort();
        assert_eq!(names, ["ada", "mallory"]);
        let answer = root.get("/organizations?limit=2&count=true").answer().await;
        assert_eq!(header(&answer, "x-total-count").unwrap(), "3");
        let link = header(&answer, "link").unwrap();
        let next = link.strip_prefix("</api/v1").unwrap().strip_suffix(">; rel=\"next\"").unwrap();
        assert_eq!(each(&list(root.get(next).gives(200).await), "name"), ["root"]);

        ada.get("/organizations").refused(403, "auth.superuser_needed").await;
        let key = root.key(&["organization:read"]).await;
        key.get("/organizations").refused(401, "auth.unauthenticated").await;
        server.stop().await.unwrap();
    }
}
