//! `/api/v1/members`

use serde_json::{Value, json};

use super::agents::example as analyst;
use crate::support::desk::{Answered as _, Desk, each, list};
use crate::support::{Server, faults};

async fn members(ada: &Desk<'_>) -> Vec<Value> {
    list(ada.get("/members").gives(200).await)
}

/// The id of the member with this mail address.
async fn user(ada: &Desk<'_>, email: &str) -> String {
    let members = members(ada).await;
    let member = members.iter().find(|member| member["email"] == email).unwrap();
    member["user_id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn members_are_listed_and_shown_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        server.clock.advance(chrono::TimeDelta::seconds(1));
        ada.member("grace@example.org", "developer").await;
        let members = members(&ada).await;
        assert_eq!(each(&members, "email"), ["ada@example.org", "grace@example.org"]);
        assert_eq!(each(&members, "role"), ["owner", "developer"]);
        let grace = user(&ada, "grace@example.org").await;
        assert_eq!(ada.get(&format!("/members/{grace}")).gives(200).await, members[1]);
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn another_role_is_in_force_with_the_next_request() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        let grace = ada.member("grace@example.org", "developer").await;
        let path = format!("/members/{}", user(&ada, "grace@example.org").await);
        grace.post("/agents", &analyst()).gives(201).await;
        assert_eq!(ada.put(&path, &json!({ "role": "viewer" })).gives(200).await["role"], "viewer");
        let found = grace.post("/agents", &analyst()).refused(403, "auth.denied").await;
        assert!(found["detail"].as_str().unwrap().contains("agents:write"), "{found}");
        ada.put(&path, &json!({ "role": "admin" })).gives(200).await;
        grace.get("/api-keys").gives(200).await;
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn who_was_removed_is_out_with_the_next_request() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        let grace = ada.member("grace@example.org", "developer").await;
        grace.get("/agents").gives(200).await;
        let path = format!("/members/{}", user(&ada, "grace@example.org").await);
        ada.delete(&path).gives(204).await;
        grace.get("/agents").refused(403, "auth.not_a_member").await;
        ada.get(&path).refused(404, "user.not_found").await;
        ada.delete(&path).refused(404, "user.not_found").await;
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn an_organization_keeps_an_owner() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let path = format!("/members/{}", user(&ada, "ada@example.org").await);
    ada.put(&path, &json!({ "role": "admin" })).refused(409, "member.last_owner").await;
    ada.delete(&path).refused(409, "member.last_owner").await;
    ada.member("grace@example.org", "owner").await;
    ada.put(&path, &json!({ "role": "admin" })).gives(200).await;
}

#[tokio::test]
async fn nobody_gives_or_takes_a_role_above_the_own() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let admin = ada.member("grace@example.org", "admin").await;
    let (owner, own) = (user(&ada, "ada@example.org").await, user(&ada, "grace@example.org").await);
    let found = admin
        .put(&format!("/members/{own}"), &json!({ "role": "owner" }))
        .refused(403, "member.role_too_high")
        .await;
    assert!(found["detail"].as_str().unwrap().contains("Owner"), "{found}");
    admin
        .put(&format!("/members/{owner}"), &json!({ "role": "viewer" }))
        .refused(403, "member.role_too_high")
        .await;
    admin.delete(&format!("/members/{owner}")).refused(403, "member.role_too_high").await;
}

#[tokio::test]
async fn a_role_that_is_none_is_refused() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let path = format!("/members/{}", user(&ada, "ada@example.org").await);
    let found = ada.put(&path, &json!({ "role": "king" })).refused(422, "invalid").await;
    assert_eq!(faults(&found), [("/role".to_owned(), "value.not_one_of".to_owned())]);
}

#[tokio::test]
async fn members_of_another_organization_are_not_there() {
    let server = Server::start().await;
    let (ada, mallory) = (server.owner().await, server.stranger().await);
    let path = format!("/members/{}", user(&ada, "ada@example.org").await);
    mallory.get(&path).refused(404, "user.not_found").await;
    mallory.put(&path, &json!({ "role": "viewer" })).refused(404, "user.not_found").await;
    mallory.delete(&path).refused(404, "user.not_found").await;
}
