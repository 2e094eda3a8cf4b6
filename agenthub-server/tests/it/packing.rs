//! Answers are packed where that is worth it, and never held back for it.

use std::io::Read as _;
use std::time::Duration;

use flate2::read::GzDecoder;
use reqwest::Response;
use serde_json::{Value, json};

use crate::support::Server;
use crate::support::desk::{Answered as _, Desk, header, list};
use crate::support::moody::moody;

/// An owner with a list of agents that is worth packing.
async fn with_agents(server: &Server) -> Desk<'_> {
    let ada = server.owner().await;
    for number in 0..30 {
        ada.agent(&json!({ "name": format!("Agent {number}"), "description": "Much the same. ".repeat(20) }))
            .await;
    }
    ada
}

async fn asked(desk: &Desk<'_>, path: &str, encodings: &str) -> Response {
    desk.get(path).header("accept-encoding", encodings).answer().await
}

fn encoding(answer: &Response) -> Option<String> {
    header(answer, "content-encoding")
}

#[tokio::test]
async fn a_long_list_comes_packed_and_is_the_same_list() {
    let server = Server::start().await;
    let ada = with_agents(&server).await;
    let plain = ada.get("/agents").answer().await;
    assert_eq!(encoding(&plain), None, "nobody asked for it");
    assert!(header(&plain, "vary").unwrap().contains("accept-encoding"), "a cache keeps the two apart");
    let plain = plain.bytes().await.unwrap();

    let answer = asked(&ada, "/agents?count=true", "br;q=0.5, gzip").await;
    assert_eq!(encoding(&answer).as_deref(), Some("gzip"));
    assert_eq!(header(&answer, "content-type").as_deref(), Some("application/json"));
    assert_eq!(header(&answer, "x-total-count").as_deref(), Some("30"));
    let packed = answer.bytes().await.unwrap();
    assert!(packed.len() * 5 < plain.len(), "{} of {} bytes", packed.len(), plain.len());
    let mut unpacked = Vec::new();
    GzDecoder::new(&packed[..]).read_to_end(&mut unpacked).unwrap();
    assert_eq!(unpacked, plain);
    assert_eq!(list(serde_json::from_slice(&unpacked).unwrap()).len(), 30);
}

#[tokio::test]
async fn what_was_not_asked_for_is_not_packed() {
    let server = Server::start().await;
    let ada = with_agents(&server).await;
    for encodings in ["identity", "br", "gzip;q=0", "*;q=0, identity", ""] {
        let answer = asked(&ada, "/agents", encodings).await;
        assert_eq!((answer.status().as_u16(), encoding(&answer)), (200, None), "{encodings}");
        assert_eq!(list(answer.json().await.unwrap()).len(), 30);
    }
}

#[tokio::test]
async fn a_short_answer_is_not_packed() {
    let server = Server::start().await;
    let ada = with_agents(&server).await;
    for path in ["/organization", "/api-keys", "/agents/7"] {
        let answer = asked(&ada, path, "gzip").await;
        let (encoding, body) = (encoding(&answer), answer.bytes().await.unwrap());
        assert!(body.len() < 1024, "{path} is worth it");
        assert_eq!(encoding, None, "{path}");
        serde_json::from_slice::<Value>(&body).unwrap();
    }
}

#[tokio::test]
async fn a_stream_is_neither_packed_nor_held_back() {
    let server = Server::start().await;
    let _hangs = server.be_moody();
    let ada = server.owner().await;
    ada.agent(&moody()).await;
    let call = ada.post("/invoke", &json!({ "capability": "dawdle" })).header("accept", "text/event-stream");
    let mut answer = call.header("accept-encoding", "gzip").answer().await;
    assert_eq!(encoding(&answer), None);
    assert_eq!(header(&answer, "content-length"), None);

    // The agent never gives a second piece, so the first one has come by itself.
    let first = tokio::time::timeout(Duration::from_secs(10), answer.chunk()).await;
    let first = first.expect("the first piece is held back").unwrap().unwrap();
    let first = str::from_utf8(&first).unwrap();
    assert!(first.starts_with("event: delta\ndata: 1\n"), "{first}");
}
