//! Connections: how long they may be held without asking for anything, and how many there may be.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use hyper_util::rt::{TokioExecutor, TokioIo};
use reqwest::StatusCode;
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::support::moody::moody;
use crate::support::program::{PROGRAM, Program};
use crate::support::{Server, expect, problem};

const LIVE: &[u8] = b"GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";

/// The settings that keep nobody waiting.
const SHORT: &[(&str, &str)] =
    &[("AGENTHUB_HEADER_TIMEOUT_SECONDS", "1"), ("AGENTHUB_IDLE_TIMEOUT_SECONDS", "1")];

/// Waits until the server has closed the connection; gives what it said before.
async fn until_closed(stream: &mut TcpStream) -> String {
    let mut said = Vec::new();
    let closed = timeout(Duration::from_secs(10), stream.read_to_end(&mut said)).await;
    // A reset is an end too.
    drop(closed.expect("the server keeps the connection"));
    String::from_utf8(said).unwrap()
}

/// Reads an answer without a body.
async fn answer(stream: &mut TcpStream) -> String {
    let mut said = Vec::new();
    while !said.ends_with(b"\r\n\r\n") {
        said.push(stream.read_u8().await.unwrap());
    }
    String::from_utf8(said).unwrap()
}

#[tokio::test]
async fn who_sends_the_headers_byte_by_byte_is_cut_off() {
    let server = Server::with(SHORT).await;
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    let begun = Instant::now();
    let mut endless = LIVE[..LIVE.len() - 2].iter().chain(b"X-Slow: ").chain(std::iter::repeat(&b'a'));
    let mut reply = [0; 64];
    loop {
        // An error is a connection that is closed already.
        if stream.write_all(&[*endless.next().unwrap()]).await.is_err() {
            break;
        }
        match timeout(Duration::from_millis(20), stream.read(&mut reply)).await {
            Ok(Ok(0) | Err(_)) => break,
            Ok(Ok(length)) => panic!("{}", String::from_utf8_lossy(&reply[..length])),
            Err(_) => assert!(begun.elapsed() < Duration::from_secs(10), "the server keeps listening"),
        }
    }
    assert!(begun.elapsed() >= Duration::from_secs(1), "the time that it has");
}

#[tokio::test]
async fn who_says_nothing_or_only_half_a_greeting_is_cut_off() {
    let server = Server::with(SHORT).await;
    let mut streams = Vec::new();
    for beginning in [&b""[..], b"P", b"PRI * HTTP/2.0\r\n\r\nSM\r\n", b"GET /health/live HTTP/1.1\r\n"] {
        let mut stream = TcpStream::connect(server.address).await.unwrap();
        stream.write_all(beginning).await.unwrap();
        streams.push(stream);
    }
    for mut stream in streams {
        assert_eq!(until_closed(&mut stream).await, "");
    }
}

#[tokio::test]
async fn a_connection_serves_many_requests_and_is_closed_when_it_is_idle() {
    let server = Server::with(SHORT).await;
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    for _ in 0..3 {
        stream.write_all(LIVE).await.unwrap();
        assert!(answer(&mut stream).await.starts_with("HTTP/1.1 204 "));
    }
    assert_eq!(until_closed(&mut stream).await, "");
}

#[tokio::test]
async fn an_idle_connection_over_http2_is_closed() {
    let server = Server::with(SHORT).await;
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    // The greeting, and settings that set nothing.
    stream.write_all(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0").await.unwrap();
    let mut said = Vec::new();
    timeout(Duration::from_secs(10), stream.read_to_end(&mut said)).await.unwrap().unwrap();
    assert_eq!(said[3], 4, "it greets with its settings");
}

#[tokio::test]
async fn http2_is_spoken_without_tls() {
    let server = Server::start().await;
    let stream = TcpStream::connect(server.address).await.unwrap();
    let (mut client, connection) =
        hyper::client::conn::http2::handshake(TokioExecutor::new(), TokioIo::new(stream)).await.unwrap();
    let request = hyper::Request::get(format!("http://{}/health/live", server.address));
    tokio::select! {
        ended = connection => panic!("{ended:?}"),
        answer = client.send_request(request.body(String::new()).unwrap()) => {
            assert_eq!(answer.unwrap().status(), StatusCode::NO_CONTENT);
        }
    }
}

#[tokio::test]
async fn a_call_that_takes_longer_than_a_connection_may_be_idle_is_answered() {
    let server = Server::with(SHORT).await;
    let _hangs = server.be_moody();
    let ada = server.register("ada@example.org").await;
    let created = server.post("/api/v1/agents", &moody()).bearer_auth(&ada.access).send().await.unwrap();
    let agent = expect(created, StatusCode::CREATED).await["id"].as_str().unwrap().to_owned();
    let call = json!({ "capability": "hang", "timeout_seconds": 3 });
    let path = format!("/api/v1/agents/{agent}/invoke");
    let answered = server.post(&path, &call).bearer_auth(&ada.access).send().await.unwrap();
    problem(answered, 504, "agent.timeout").await;
}

#[tokio::test]
async fn a_full_house_says_so_and_goes_on_when_somebody_leaves() {
    let server = Server::with(&[("AGENTHUB_MAX_CONNECTIONS", "1")]).await;
    let mut first = TcpStream::connect(server.address).await.unwrap();
    first.write_all(LIVE).await.unwrap();
    answer(&mut first).await;

    let refused = server.get("/api/v1/auth/me").send().await.unwrap();
    assert_eq!(refused.headers()["connection"], "close");
    assert!(refused.headers().contains_key("retry-after"));
    problem(refused, 503, "server.full").await;
    let live = server.get("/health/live").send().await.unwrap();
    assert_eq!(live.status(), StatusCode::NO_CONTENT, "watching goes on");

    // The first one is served as before, and makes room when it has gone: its end is closed when ours reads it.
    first
        .write_all(b"GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        .await
        .unwrap();
    assert!(until_closed(&mut first).await.starts_with("HTTP/1.1 204 "));
    drop(first);
    let status = async || server.get("/api/v1/auth/me").send().await.unwrap().status();
    let room = async { while status().await != StatusCode::UNAUTHORIZED {} };
    timeout(Duration::from_secs(10), room).await.expect("there is room again");
}

#[tokio::test]
async fn there_may_be_more_connections_than_files_are_allowed_by_habit() {
    let directory = tempfile::tempdir().unwrap();
    let arguments = ["-c", "ulimit -Sn 64; exec \"$0\" --listen 127.0.0.1:0 --log warn", PROGRAM];
    let mut command = Command::new("bash");
    let program = Program::run(command.args(arguments).current_dir(directory.path()).stdout(Stdio::piped()));
    let address = program.address().strip_prefix("http://").unwrap();
    let mut streams = Vec::new();
    for _ in 0..100 {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(LIVE).await.unwrap();
        assert!(answer(&mut stream).await.starts_with("HTTP/1.1 204 "));
        streams.push(stream);
    }
}

#[tokio::test]
async fn a_silent_connection_does_not_hold_up_the_end() {
    let server = Server::with(&[("AGENTHUB_DRAIN_TIMEOUT_SECONDS", "60")]).await;
    let mut silent = TcpStream::connect(server.address).await.unwrap();
    silent.write_all(LIVE).await.unwrap();
    answer(&mut silent).await;
    timeout(Duration::from_secs(10), server.stop()).await.expect("it waits for a silent client").unwrap();
    assert_eq!(until_closed(&mut silent).await, "");
}
