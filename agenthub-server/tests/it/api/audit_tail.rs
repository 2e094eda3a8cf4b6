use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::Server;
use crate::support::desk::{Answered as _, Desk, id};
use crate::support::events::Events;

const TAIL: &str = "/audit-logs/tail";

async fn tail(desk: &Desk<'_>, query: &str) -> Events {
    Events::of(desk.get(&format!("{TAIL}{query}")).answer().await)
}

async fn make_agent(desk: &Desk<'_>) -> String {
    desk.agent(&json!({ "name": "Analyst", "agent_type": "analytics" })).await
}

/// The records of the next events; the id of each is its sequence number.
async fn records(events: &mut Events, count: usize) -> Vec<Value> {
    let mut records = Vec::new();
    for _ in 0..count {
        let event = events.next().await.unwrap();
        assert_eq!((event.name.as_str(), event.id), ("record", Some(event.data["sequence"].to_string())));
        records.push(event.data);
    }
    records
}

fn numbers(records: &[Value]) -> Vec<u64> {
    records.iter().map(|record| record["sequence"].as_u64().unwrap()).collect()
}

#[tokio::test]
async fn a_record_is_told_as_the_list_shows_it() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        let mut events = tail(&ada, "").await;
        make_agent(&ada).await;
        assert_eq!(records(&mut events, 1).await, ada.records(1).await);
        drop(events);
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn who_lost_the_connection_goes_on_without_a_gap_and_nothing_twice() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        for _ in 0..5 {
            make_agent(&ada).await;
        }
        let mut seen = numbers(&records(&mut tail(&ada, "?from=0").await, 3).await);
        for _ in 0..2 {
            make_agent(&ada).await;
        }
        let last = seen.last().unwrap().to_string();
        let again = ada.get(&format!("{TAIL}?from=0")).header("last-event-id", last);
        let mut events = Events::of(again.answer().await);
        let total = ada.records(100).await.len();
        seen.extend(numbers(&records(&mut events, total - 3).await));
        assert_eq!(seen, (0..total as u64).collect::<Vec<_>>());
        drop(events);
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn it_tells_what_the_text_asks_for() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let mut events = tail(&ada, "?q=action:delete&from=0").await;
    let agent = make_agent(&ada).await;
    ada.delete(&format!("/agents/{agent}")).gives(204).await;
    assert_eq!(records(&mut events, 1).await[0]["action"], "delete");
}

#[tokio::test]
async fn another_tenant_sees_nothing() {
    for server in Server::on_each_store().await {
        let (ada, mallory) = (server.owner().await, server.stranger().await);
        let mut events = tail(&mallory, "").await;
        make_agent(&ada).await;
        make_agent(&mallory).await;
        assert_eq!(records(&mut events, 1).await, mallory.records(1).await);
        drop(events);
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_before_the_stream_begins() {
    let server = Server::start().await;
    let ada = server.owner().await;
    for (query, pointer) in [("?q=action:", "/q"), ("?from=999", "/from"), ("?form=1", "/form")] {
        let problem = ada.get(&format!("{TAIL}{query}")).refused(422, "invalid").await;
        assert_eq!(problem["errors"][0]["pointer"], pointer, "{problem}");
    }
    let odd = ada.get(TAIL).header("last-event-id", "yesterday");
    odd.refused(400, "request.bad_parameter").await;
    ada.key(&["agents:read"]).await.get(TAIL).refused(403, "auth.denied").await;
}

#[tokio::test]
async fn a_tail_beyond_the_limit_is_refused_until_another_one_ends() {
    let server = Server::with(&[("AGENTHUB_AUDIT_TAILS_PER_ORGANIZATION", "1")]).await;
    let ada = server.owner().await;
    let first = tail(&ada, "").await;
    let problem = ada.get(TAIL).refused(429, "audit.too_many_tails").await;
    assert!(problem["detail"].as_str().unwrap().contains('1'), "{problem}");
    drop(first);
    crate::support::desk::eventually(async || (ada.get(TAIL).answer().await.status() == 200).then_some(()))
        .await;
}

/// The end of a stream that was cut off with this problem.
async fn cut_off(events: &mut Events, code: &str) {
    let mut last = events.next().await.unwrap();
    while last.name == "record" {
        last = events.next().await.unwrap();
    }
    assert_eq!((last.name.as_str(), &last.data["code"]), ("error", &json!(code)));
    assert!(events.next().await.is_none(), "it ends there");
}

#[tokio::test]
async fn it_ends_when_the_token_expires() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let mut events = tail(&ada, "").await;
    server.clock.advance(TimeDelta::minutes(16));
    cut_off(&mut events, "auth.token_expired").await;
}

#[tokio::test]
async fn it_ends_when_the_key_is_revoked() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let scopes = ["audit:read"];
    let made = ada.post("/api-keys", &json!({ "name": "SIEM", "scopes": scopes })).gives(201).await;
    let mut events = tail(&server.service(made["key"].as_str().unwrap()), "").await;
    ada.delete(&format!("/api-keys/{}", id(&made))).gives(200).await;
    cut_off(&mut events, "auth.token_invalid").await;
}

#[tokio::test]
async fn it_ends_when_the_role_allows_it_no_more() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let bob = ada.member("bob@example.org", "auditor").await;
    let who = id(&bob.get("/auth/me").gives(200).await);
    let mut events = tail(&bob, "").await;
    ada.put(&format!("/members/{who}"), &json!({ "role": "viewer" })).gives(200).await;
    cut_off(&mut events, "auth.denied").await;
}

#[tokio::test]
async fn it_ends_when_the_server_stops() {
    let mut server = Server::start().await;
    let user = server.register("ada@example.org").await;
    let mut events = tail(&server.desk(&user), "").await;
    server.tell_to_stop();
    assert!(events.next().await.is_none());
    server.stop().await.unwrap();
}
