//! Answers piece by piece, as server-sent events.

use serde_json::{Value, json};

use crate::support::Server;
use crate::support::desk::{Answered as _, Desk, header};
use crate::support::moody::moody;

/// The events of a call: their names and their data.
async fn events(ada: &Desk<'_>, call: &Value) -> Vec<(String, Value)> {
    let answer = ada.post("/invoke", call).header("accept", "text/event-stream").answer().await;
    assert_eq!(
        (answer.status().as_u16(), header(&answer, "content-type").unwrap().as_str()),
        (200, "text/event-stream")
    );
    let text = answer.text().await.unwrap();
    let event = |block: &str| {
        let field = |name: &str| {
            block.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_else(|| panic!("{block}"))
        };
        (field("event: ").to_owned(), serde_json::from_str(field("data: ")).unwrap())
    };
    text.split("\n\n").filter(|block| !block.trim().is_empty()).map(event).collect()
}

#[tokio::test]
async fn the_pieces_come_first_and_the_whole_answer_last() {
    for server in Server::on_each_store().await {
        let _hangs = server.be_moody();
        let ada = server.owner().await;
        ada.agent(&moody()).await;
        let events = events(&ada, &json!({ "capability": "count" })).await;
        assert_eq!(events[..2], [("delta".to_owned(), json!(1)), ("delta".to_owned(), json!(2))]);
        let (name, answer) = &events[2];
        assert_eq!((name.as_str(), &answer["output"], events.len()), ("answer", &json!(3), 3));
        let path = format!("/agents/interactions/{}", answer["interaction_id"].as_str().unwrap());
        assert_eq!(ada.get(&path).gives(200).await["outcome"], "success");
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_stream_that_fails_ends_with_a_problem() {
    let server = Server::start().await;
    let _hangs = server.be_moody();
    let ada = server.owner().await;
    ada.agent(&moody()).await;
    let cases = [("panic", 502, "agent.panicked"), ("cook", 422, "capability.not_offered")];
    for (capability, status, code) in cases {
        let events = events(&ada, &json!({ "capability": capability })).await;
        let (name, problem) = &events[0];
        assert_eq!((name.as_str(), events.len()), ("error", 1));
        assert_eq!((&problem["code"], &problem["status"]), (&json!(code), &json!(status)));
        assert!(problem["request_id"].is_string(), "{problem}");
    }
}

#[tokio::test]
async fn what_is_no_call_is_refused_before_a_stream_begins() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let stream =
        |desk: &Desk<'_>, body: &Value| desk.post("/invoke", body).header("accept", "text/event-stream");
    stream(&ada, &json!({})).refused(422, "invalid").await;
    let reader = ada.key(&["agents:read"]).await;
    stream(&reader, &json!({ "capability": "count" })).refused(403, "auth.denied").await;
}
