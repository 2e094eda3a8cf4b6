//! `/api/v1/invitations`

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::desk::{Answered as _, Desk, each, id, list};
use crate::support::{PASSWORD, Server, faults};

async fn invite(ada: &Desk<'_>, email: &str) -> Value {
    ada.post("/invitations", &json!({ "email": email, "role": "developer" })).gives(201).await
}

fn registration(email: &str, invitation: &Value) -> Value {
    json!({ "email": email, "password": PASSWORD, "invitation": invitation["token"] })
}

#[tokio::test]
async fn who_is_invited_registers_into_the_organization_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        let invitation = invite(&ada, "grace@example.org").await;
        assert!(invitation["token"].as_str().unwrap().starts_with("ahi_"));
        let open = list(ada.get("/invitations").gives(200).await);
        assert_eq!(each(&open, "email"), ["grace@example.org"]);
        assert_eq!((open[0].get("token"), &open[0]["accepted_at"]), (None, &json!(null)));

        let body = registration("grace@example.org", &invitation);
        let tokens = server.post("/api/v1/auth/register", &body).gives(201).await;
        assert_eq!((&tokens["role"], &tokens["organization"]["name"]), (&json!("developer"), &json!("ada")));
        assert!(ada.get("/invitations").gives(200).await[0]["accepted_at"].is_string());
        assert_eq!(ada.records(20).await.iter().filter(|record| record["action"] == "accept").count(), 1);
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn an_invitation_is_for_one_address_once_and_for_a_while() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let register = async |email: &str, invitation: &Value| {
        server
            .post("/api/v1/auth/register", &registration(email, invitation))
            .refused(404, "invitation.not_found")
            .await
    };
    let invitation = invite(&ada, "grace@example.org").await;
    register("mallory@example.org", &invitation).await;
    register("grace@example.org", &json!({ "token": "ahi_made_up" })).await;
    server.post("/api/v1/auth/register", &registration("grace@example.org", &invitation)).gives(201).await;
    register("hedy@example.org", &invitation).await;

    let late = invite(&ada, "hedy@example.org").await;
    let taken_back = invite(&ada, "joan@example.org").await;
    ada.delete(&format!("/invitations/{}", id(&taken_back))).gives(204).await;
    register("joan@example.org", &taken_back).await;
    server.clock.advance(TimeDelta::days(8));
    register("hedy@example.org", &late).await;
}

#[tokio::test]
async fn who_has_an_account_accepts_with_it_and_acts_in_both_organizations() {
    for server in Server::on_each_store().await {
        let (ada, grace) = (server.owner().await, server.desk(&server.register("grace@example.org").await));
        let invitation = invite(&ada, "grace@example.org").await;
        let body = json!({ "token": invitation["token"] });
        let joined = grace.post("/invitations/accept", &body).gives(200).await;
        assert_eq!((&joined["organization"]["name"], &joined["role"]), (&json!("ada"), &json!("developer")));
        assert_eq!(grace.get("/organization").gives(200).await["name"], "grace");
        let there = grace.get("/organization").header("x-organization-id", id(&joined["organization"]));
        assert_eq!(there.gives(200).await["name"], "ada");
        grace.post("/invitations/accept", &body).refused(404, "invitation.not_found").await;
        ada.post("/invitations", &json!({ "email": "grace@example.org", "role": "viewer" }))
            .refused(409, "member.exists")
            .await;
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn faults_of_an_invitation_are_told_with_their_places() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let cases = [
        (json!({ "role": "viewer" }), "/email", "value.required"),
        (json!({ "email": "nobody", "role": "viewer" }), "/email", "value.bad_format"),
        (json!({ "email": "a@example.org", "role": "king" }), "/role", "value.not_one_of"),
        (
            json!({ "email": "a@example.org", "role": "viewer", "token": "x" }),
            "/token",
            "value.unknown_field",
        ),
    ];
    for (body, place, code) in cases {
        let found = ada.post("/invitations", &body).refused(422, "invalid").await;
        assert_eq!(faults(&found), [(place.to_owned(), code.to_owned())], "{body}");
    }
}

#[tokio::test]
async fn nobody_invites_above_the_own_role() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let admin = ada.member("grace@example.org", "admin").await;
    let body = json!({ "email": "hedy@example.org", "role": "owner" });
    admin.post("/invitations", &body).refused(403, "member.role_too_high").await;
    let invitation = id(&ada.post("/invitations", &body).gives(201).await);
    admin.delete(&format!("/invitations/{invitation}")).refused(403, "member.role_too_high").await;
}

#[tokio::test]
async fn invitations_of_another_organization_are_not_there() {
    let server = Server::start().await;
    let (ada, mallory) = (server.owner().await, server.stranger().await);
    let invitation = id(&invite(&ada, "grace@example.org").await);
    mallory.delete(&format!("/invitations/{invitation}")).refused(404, "invitation.not_found").await;
    assert_eq!(mallory.get("/invitations").gives(200).await, json!([]));
    assert_eq!(list(ada.get("/invitations").gives(200).await).len(), 1);
}
