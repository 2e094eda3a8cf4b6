//! The program from its start to its end.

use std::io::Write as _;
use std::process::Stdio;

use agenthub_core::store::memory::Memory;
use reqwest::StatusCode;
use serde_json::json;
use std::sync::Arc;

use crate::support::program::{Program, agenthub};
use crate::support::{Server, expect, settings};

#[tokio::test]
async fn a_fresh_machine_needs_one_command() {
    let directory = tempfile::tempdir().unwrap();
    let program = Program::start(directory.path(), &[]);
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let address = program.address();
    let body = json!({ "email": "ada@example.org", "password": "a long enough sentence" });
    let request = client.post(format!("{address}/api/v1/auth/register")).json(&body);
    let tokens = expect(request.send().await.unwrap(), StatusCode::CREATED).await;

    program.stop("-TERM");

    // What was there is there after a restart, and so is the key that signed the token.
    let program = Program::start(directory.path(), &[]);
    let address = program.address();
    let me =
        client.get(format!("{address}/api/v1/auth/me")).bearer_auth(tokens["access_token"].as_str().unwrap());
    expect(me.send().await.unwrap(), StatusCode::OK).await;
    program.stop("-INT");
}

#[test]
fn the_first_user_is_made_on_the_command_line() {
    let directory = tempfile::tempdir().unwrap();
    let arguments = ["user", "create", "--email", "Ada@Example.org", "--superuser"];
    let mut child = agenthub(directory.path(), &arguments).stdin(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"a long enough sentence\n").unwrap();
    let output = child.wait_with_output().unwrap();
    let said =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("made the user ada@example.org"), "{said}");
}

#[test]
fn migrations_go_up_and_down_and_tell_where_they_are() {
    let directory = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| {
        let output = agenthub(directory.path(), arguments).output().unwrap();
        (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    assert!(run(&["migrate", "up"]).1.contains("version 1 added"));
    assert_eq!(run(&["migrate", "up"]), (true, "nothing to do\n".to_owned()));
    assert!(run(&["migrate", "down", "--to", "0"]).0);
    assert!(run(&["migrate", "status"]).1.starts_with("the database is at version 0 of "));
}

#[test]
fn a_database_that_is_behind_is_refused_with_what_to_do() {
    let directory = tempfile::tempdir().unwrap();
    let output =
        agenthub(directory.path(), &["--auto-migrate", "never", "--listen", "127.0.0.1:0"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("agenthub migrate up"), "{said}");
}

#[tokio::test]
async fn requests_that_were_accepted_are_answered_while_stopping() {
    let mut server = Server::on(Arc::new(Memory::new()), settings(&[]), None).await;
    // Hashing a password takes long enough to be in the middle of it.
    let bodies = (0..4)
        .map(|i| json!({ "email": format!("user{i}@example.org"), "password": "a long enough sentence" }));
    let requests: Vec<_> = bodies.map(|body| server.post("/api/v1/auth/register", &body).send()).collect();
    let mut running = tokio::task::JoinSet::new();
    for request in requests {
        running.spawn(request);
    }
    let first = running.join_next().await.unwrap().unwrap().unwrap();
    assert_eq!(first.status(), StatusCode::CREATED);
    server.tell_to_stop();
    while let Some(answer) = running.join_next().await {
        assert_eq!(answer.unwrap().unwrap().status(), StatusCode::CREATED);
    }
    server.stop().await.unwrap();
}
