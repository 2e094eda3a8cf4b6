//! Answers piece by piece, sent for twice.

use reqwest::RequestBuilder;
use serde_json::{Value, json};

use super::{KEY, Keyed as _, come_again, is_replayed};
use crate::support::Server;
use crate::support::desk::{Answered as _, Desk, list};
use crate::support::gate::Gate;
use crate::support::moody::moody;

fn stream(desk: &Desk<'_>, call: &Value) -> RequestBuilder {
    desk.post("/invoke", call).header("accept", "text/event-stream").key(KEY)
}

async fn count_of_calls(desk: &Desk<'_>) -> usize {
    list(desk.get("/agents/interactions").gives(200).await).len()
}

#[tokio::test]
async fn the_same_events_come_again_and_the_call_is_made_once() {
    for server in Server::on_each_store().await {
        let _hangs = server.be_moody();
        let ada = server.owner().await;
        ada.agent(&moody()).await;
        let call = json!({ "capability": "count" });
        let first = stream(&ada, &call).answer().await;
        assert!(!is_replayed(&first));
        let told = first.text().await.unwrap();
        let second = stream(&ada, &call).answer().await;
        assert!(is_replayed(&second));
        assert_eq!(second.headers()["content-type"], "text/event-stream");
        assert_eq!(second.text().await.unwrap(), told);
        assert_eq!(told.matches("event: delta").count(), 2);
        assert_eq!(count_of_calls(&ada).await, 1);
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn events_come_as_they_happen_with_a_key_too() {
    let server = Server::start().await;
    let gate = server.gate();
    let ada = server.owner().await;
    ada.agent(&Gate::agent()).await;
    let mut answer = stream(&ada, &json!({ "capability": "wait" })).answer().await;
    let first = answer.chunk().await.unwrap().unwrap();
    assert!(first.starts_with(b"event: delta\n"), "{first:?}");
    gate.open();
    let rest = answer.text().await.unwrap();
    assert!(rest.contains("event: answer\n"), "{rest}");
}

#[tokio::test]
async fn a_stream_whose_reader_leaves_goes_on_and_is_there_when_the_reader_comes_back() {
    let server = Server::start().await;
    let gate = server.gate();
    let ada = server.owner().await;
    ada.agent(&Gate::agent()).await;
    let call = json!({ "capability": "wait" });
    let answer = stream(&ada, &call).answer().await;
    gate.arrived().await;
    drop(answer);
    gate.open();
    let answer = come_again(|| stream(&ada, &call)).await;
    assert!(is_replayed(&answer));
    let told = answer.text().await.unwrap();
    assert!(told.contains("event: delta\n") && told.contains("event: answer\n"), "{told}");
    assert_eq!(count_of_calls(&ada).await, 1);
}

#[tokio::test]
async fn a_stream_that_fails_frees_the_key() {
    let server = Server::start().await;
    let _hangs = server.be_moody();
    let ada = server.owner().await;
    ada.agent(&moody()).await;
    for made in 1..=2 {
        let answer = stream(&ada, &json!({ "capability": "panic" })).answer().await;
        assert!(!is_replayed(&answer));
        assert!(answer.text().await.unwrap().contains("event: error\n"));
        assert_eq!(count_of_calls(&ada).await, made);
    }
}
