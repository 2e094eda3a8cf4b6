//! The program from its start to its end.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use agenthub_core::store::memory::Memory;
use reqwest::StatusCode;
use serde_json::json;
use std::sync::Arc;

use crate::support::{Server, expect, settings};

pub(crate) fn agenthub(directory: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_agenthub"));
    command
        .args(arguments)
        .env("NO_PROXY", "127.0.0.1")
        .current_dir(directory)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Starts the program on a free port; gives it with the address that it prints.
pub(crate) fn start(directory: &Path, settings: &[&str]) -> (Child, String) {
    let arguments = [&["--listen", "127.0.0.1:0", "--log", "warn"], settings].concat();
    let mut child = agenthub(directory, &arguments).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let first = lines.next().unwrap().unwrap();
    let address = first.rsplit(' ').next().unwrap().to_owned();
    (child, address)
}

/// Tells the program to end, and waits until it has.
pub(crate) fn stop(child: &mut Child) {
    assert!(Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap().success());
    assert!(child.wait().unwrap().success());
}

#[tokio::test]
async fn a_fresh_machine_needs_one_command() {
    let directory = tempfile::tempdir().unwrap();
    let (mut child, address) = start(directory.path(), &[]);
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let body = json!({ "email": "ada@example.org", "password": "a long enough sentence" });
    let request = client.post(format!("{address}/api/v1/auth/register")).json(&body);
    let tokens = expect(request.send().await.unwrap(), StatusCode::CREATED).await;

    stop(&mut child);

    // What was there is there after a restart, and so is the key that signed the token.
    let (mut child, address) = start(directory.path(), &[]);
    let me =
        client.get(format!("{address}/api/v1/auth/me")).bearer_auth(tokens["access_token"].as_str().unwrap());
    expect(me.send().await.unwrap(), StatusCode::OK).await;
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    assert!(child.wait().unwrap().success());
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
