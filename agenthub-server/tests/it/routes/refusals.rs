//! The other side of the walk: what is refused leaves the record of that, and what cannot be recorded is refused.

use std::sync::Arc;

use agenthub_core::Permission;
use agenthub_core::organization::OrganizationId;
use agenthub_server::{Access, Route, routes};
use agenthub_store::testing::{TestDatabase, every_row, refuse_records};
use reqwest::{Method, StatusCode};
use serde_json::json;

use super::stage::{Stage, nowhere, send};
use super::{expected_records, governed};
use crate::support::desk::{Answered as _, eventually};
use crate::support::{PASSWORD, Server, settings};

/// Room for every refusal of a walk.
const ROOM: (&str, &str) = ("AGENTHUB_AUDIT_REFUSALS_PER_MINUTE", "100000");

/// Waits for the record of a refusal: its action, and the kind of thing.
async fn assert_told(stage: &Stage<'_>, organization: OrganizationId, request: &str, told: (&str, &str)) {
    let look = async || Some(stage.records(organization, request).await).filter(|left| !left.is_empty());
    let left = eventually(look).await;
    let left: Vec<_> = left.iter().map(|(action, kind)| (action.as_str(), kind.as_str())).collect();
    assert_eq!(left, [told], "{request}");
}

#[tokio::test]
async fn a_route_that_is_closed_to_somebody_leaves_the_record_of_that() {
    let server = Server::with(&[ROOM]).await;
    let stage = Stage::new(&server).await;
    for (number, (route, needed)) in governed().into_iter().enumerate() {
        let other = Permission::all().find(|permission| *permission != needed).unwrap();
        let key = stage.ada.key(&[other.as_str()]).await;
        let body = stage.body(&route);
        // A key for the request has the permission asked for earlier.
        for header in ["accept", "idempotency-key"] {
            let request = format!("{header}-{number}");
            let sent =
                send(&key, &route.method, &nowhere(&route), body.as_ref()).header(header, "application/json");
            sent.header("x-request-id", &request).refused(403, "auth.denied").await;
            assert_told(&stage, stage.organization, &request, ("access", "permission")).await;
        }
    }
    server.stop().await.unwrap();
}

#[tokio::test]
async fn a_person_whose_login_ended_leaves_the_record_of_that_at_every_route() {
    let server = Server::with(&[ROOM]).await;
    let stage = Stage::new(&server).await;
    let ended = server.login("ada@example.org").await;
    let desk = server.desk(&ended);
    desk.post("/auth/logout", &json!({})).answer().await;
    let is_personal = |route: &Route| matches!(route.access, Access::Person | Access::Superuser);
    for (number, route) in routes().into_iter().filter(is_personal).enumerate() {
        let (request, body) = (format!("ended-{number}"), stage.body(&route));
        let sent = send(&desk, &route.method, &route.path, body.as_ref()).header("x-request-id", &request);
        sent.refused(401, "auth.token_invalid").await;
        assert_told(&stage, stage.organization, &request, ("access", "organization")).await;
    }
    server.stop().await.unwrap();
}

#[tokio::test]
async fn what_fails_before_anybody_is_known_is_told_where_it_was_aimed() {
    let server = Server::with(&[ROOM]).await;
    let stage = Stage::new(&server).await;
    let invitation = stage
        .ada
        .post("/invitations", &json!({ "email": "bob@example.org", "role": "viewer" }))
        .gives(201)
        .await;
    let spent = server.login("ada@example.org").await;
    server.post("/api/v1/auth/refresh", &json!({ "refresh_token": spent.refresh })).gives(200).await;
    let stolen =
        json!({ "email": "carl@example.org", "password": PASSWORD, "invitation": invitation["token"] });
    let tried = [
        ("login", json!({ "email": "ada@example.org", "password": "not my password" }), ("login", "user")),
        ("refresh", json!({ "refresh_token": spent.refresh }), ("refresh", "login")),
        ("register", stolen, ("accept", "invitation")),
    ];
    for (route, body, told) in tried {
        let path = format!("/api/v1/auth/{route}");
        let answer = server.post(&path, &body).header("x-request-id", route).answer().await;
        assert!(answer.status().is_client_error(), "{route}");
        assert_told(&stage, stage.organization, route, told).await;
    }
    server.stop().await.unwrap();
}

#[tokio::test]
async fn who_wants_into_an_organization_of_others_leaves_the_record_at_home() {
    let server = Server::with(&[ROOM]).await;
    let stage = Stage::new(&server).await;
    let mallory = server.register("mallory@example.net").await;
    let home: OrganizationId = mallory.organization.parse().unwrap();
    let desk = server.desk(&mallory);
    let there = stage.organization.to_string();
    let key = desk.key(&["agents:read"]).await;
    for (request, desk) in [("person", &desk), ("service", &key)] {
        let sent = desk.get("/agents").header("x-organization-id", &there).header("x-request-id", request);
        sent.refused(403, "auth.not_a_member").await;
        assert_told(&stage, home, request, ("access", "organization")).await;
        assert_eq!(stage.records(stage.organization, request).await, []);
    }
    server.stop().await.unwrap();
}

#[tokio::test]
async fn a_change_whose_record_cannot_be_written_is_not_made() {
    let database = TestDatabase::sqlite_file().unwrap();
    let store = Arc::new(database.store().await.unwrap());
    let rarely = [("AGENTHUB_AUDIT_HEADS_SECONDS", "3600")];
    let server = Server::on(store.clone(), settings(&rarely), Some(database)).await;
    let stage = Stage::new(&server).await;
    let changes = |route: &Route| route.method != Method::GET && !expected_records(route).is_empty();
    for route in routes().into_iter().filter(changes) {
        let (person, personal_body) = stage.person(&route).await;
        let (path, own) = (stage.path(&route).await, server.desk(&person));
        let (desk, body) = match route.access {
            Access::Needs(_) => (&stage.ada, stage.body(&route)),
            _ => (&own, personal_body),
        };
        let before = every_row(&store).await.unwrap();
        refuse_records(&store, true).await.unwrap();

        let answer = send(desk, &route.method, &path, body.as_ref()).answer().await;

        refuse_records(&store, false).await.unwrap();
        assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE, "{route:?}");
        let after = every_row(&store).await.unwrap();
        assert!(before == after, "{route:?} changed {:#?}", difference(&before, &after));
    }
    server.stop().await.unwrap();
}

/// The rows that are there only once.
fn difference<'r>(before: &'r [String], after: &'r [String]) -> Vec<&'r String> {
    let gone = before.iter().filter(|row| !after.contains(row));
    gone.chain(after.iter().filter(|row| !before.contains(row))).collect()
}
