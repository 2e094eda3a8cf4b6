//! `Idempotency-Key`: a request that is sent twice is done once.

mod crowd;
mod keys;
mod lost;
mod streams;

use reqwest::{Method, RequestBuilder, Response};
use serde_json::{Value, json};

use crate::support::desk::{Answered as _, Desk, eventually, header, id, list};
use crate::support::{Server, User};

const KEY: &str = "0198f3c4-5d6e-7f80-9a0b-1c2d3e4f5a6b";

/// A request with a key.
trait Keyed {
    fn key(self, key: &str) -> Self;
}

impl Keyed for RequestBuilder {
    fn key(self, key: &str) -> Self {
        self.header("idempotency-key", key)
    }
}

/// Whether an answer was given before.
fn is_replayed(answer: &Response) -> bool {
    let said = header(answer, "idempotency-replayed");
    assert!(said.is_none() || said.as_deref() == Some("true"));
    said.is_some()
}

/// What of an answer must be the same when it comes again.
async fn told(answer: Response) -> (u16, Vec<Option<String>>, String) {
    let names = ["content-type", "content-length", "etag", "location", "link", "x-total-count"];
    let headers = names.map(|name| header(&answer, name)).to_vec();
    (answer.status().as_u16(), headers, answer.text().await.unwrap())
}

/// Sends a request twice; it is done once, and answered twice. Gives the answer.
async fn twice(send: impl Fn() -> RequestBuilder) -> Value {
    let (first, second) = (send().answer().await, send().answer().await);
    assert_eq!((is_replayed(&first), is_replayed(&second)), (false, true), "{first:?} {second:?}");
    assert_ne!(header(&first, "x-request-id"), header(&second, "x-request-id"));
    let (first, second) = (told(first).await, told(second).await);
    assert_eq!(first, second);
    serde_json::from_str(&first.2).unwrap_or_default()
}

/// Asks again until the first request has ended.
async fn come_again(request: impl Fn() -> RequestBuilder) -> Response {
    eventually(async || Some(request().answer().await).filter(|answer| answer.status() != 409)).await
}

fn agent(name: &str) -> Value {
    json!({ "name": name, "agent_type": "analytics" })
}

async fn count_of_agents(desk: &Desk<'_>) -> usize {
    list(desk.get("/agents").gives(200).await).len()
}

#[tokio::test]
async fn a_change_that_is_sent_twice_is_done_and_recorded_once_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        let path =
            format!("/agents/{}", id(&twice(|| ada.post("/agents", &agent("A")).key("create-it")).await));
        twice(|| ada.put(&path, &agent("B")).header("if-match", "\"1\"").key("update-it")).await;
        twice(|| ada.put(&path, &agent("C")).key("update-it-again")).await;
        let moved = json!({ "status": "paused" });
        twice(|| ada.put(&format!("{path}/status"), &moved).key("switch-it-off")).await;
        twice(|| ada.delete(&path).key("delete-it")).await;
        twice(|| ada.post(&format!("{path}/restore"), &json!({})).key("restore-it")).await;

        let records = ada.records(100).await;
        let of_agents = records.iter().filter(|record| record["entity"]["type"] == "agent");
        let actions: Vec<_> = of_agents.map(|record| record["action"].as_str().unwrap()).collect();
        assert_eq!(actions, ["restore", "delete", "set_status", "update", "update", "create"]);
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_list_that_is_asked_for_by_post_comes_again_with_its_headers() {
    let server = Server::start().await;
    let ada = server.owner().await;
    ada.agent(&agent("A")).await;
    let first = twice(|| ada.post("/audit-logs/query?limit=1&count=true", &json!({})).key(KEY)).await;
    assert_eq!(list(first).len(), 1);
}

#[tokio::test]
async fn what_a_person_does_is_done_once_too() {
    let server = Server::start().await;
    let user: User = server.register("ada@example.org").await;
    let ada = server.desk(&user);
    let new = "another long sentence";
    let passwords = json!({ "current_password": crate::support::PASSWORD, "new_password": new });
    // Done again, it would be refused: the password is another one by then.
    twice(|| ada.post("/auth/change-password", &passwords).key(KEY)).await;
}

#[tokio::test]
async fn a_call_that_is_sent_twice_is_made_and_paid_once() {
    let server = Server::start().await;
    let _hangs = server.be_moody();
    let ada = server.owner().await;
    ada.agent(&crate::support::moody::moody()).await;
    let call = json!({ "capability": "greet", "input": { "name": "Ada" } });
    let answer = twice(|| ada.post("/invoke", &call).key(KEY)).await;
    let interactions = list(ada.get("/agents/interactions").gives(200).await);
    assert_eq!(interactions.len(), 1);
    assert_eq!(interactions[0]["id"], answer["interaction_id"]);
}

#[tokio::test]
async fn a_secret_that_is_shown_once_is_shown_again_and_stands_nowhere_in_the_database() {
    let server = Server::on_sqlite().await;
    let ada = server.owner().await;
    let key = json!({ "name": "Service", "scopes": ["agents:read"] });
    let made = twice(|| ada.post("/api-keys", &key).key(KEY)).await;
    let secret = made["key"].as_str().unwrap().to_owned();
    assert_eq!(list(ada.get("/api-keys").gives(200).await).len(), 1);
    server.service(&secret).get("/agents").gives(200).await;

    let file = server.database.as_ref().unwrap().file().unwrap();
    let log = file.with_extension("db-wal");
    let bytes = [std::fs::read(&file).unwrap(), std::fs::read(log).unwrap_or_default()].concat();
    let contains = |text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
    assert!(contains("ada@example.org"), "the right file was read");
    assert!(!contains(&secret) && !contains(KEY));
}

#[tokio::test]
async fn a_refusal_frees_the_key_so_that_the_request_can_be_mended() {
    let server = Server::start().await;
    let ada = server.owner().await;
    ada.post("/agents", &json!({ "name": "" })).key(KEY).refused(422, "invalid").await;
    let text = ada.request(Method::POST, "/agents").body("A").header("content-type", "text/plain");
    text.key(KEY).refused(415, "request.bad_media_type").await;
    twice(|| ada.post("/agents", &agent("A")).key(KEY)).await;
    let nowhere = "/agents/0198f3c4-5d6e-7f80-9a0b-1c2d3e4f5a6b";
    for _ in 0..2 {
        let answer = ada.delete(nowhere).key("delete-what-is-not-there").answer().await;
        assert!(!is_replayed(&answer));
        crate::support::problem(answer, 404, "agent.not_found").await;
    }
}

#[tokio::test]
async fn after_a_day_a_key_is_new_again() {
    let server = Server::start().await;
    let ada = server.owner().await;
    twice(|| ada.post("/agents", &agent("A")).key(KEY)).await;
    server.clock.advance(chrono::TimeDelta::hours(24));
    let ada = server.desk(&server.login("ada@example.org").await);
    let answer = ada.post("/agents", &agent("A")).key(KEY).answer().await;
    assert!(!is_replayed(&answer));
    assert_eq!(count_of_agents(&ada).await, 2);
}
