//! `agenthub audit`, and the witnesses that the program tells of its heads.

mod exports;

use std::fs;
use std::path::Path;

use agenthub_core::audit::{HeadSigner, SignedHead};
use agenthub_core::organization::OrganizationId;
use axum::Router;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::post;
use http::StatusCode;
use reqwest::Client;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio_util::task::TaskTracker;

use crate::support::program::{Program, agenthub};
use crate::support::{PASSWORD, expect};

/// Heads are signed when somebody asks.
const ON_REQUEST: [&str; 2] = ["--audit-heads-seconds", "3600"];

/// Somebody who talks to the program.
struct Visitor {
    client: Client,
    address: String,
    token: String,
    organization: String,
}

impl Visitor {
    /// Registers, or signs in.
    async fn enter(address: &str, how: &str) -> Self {
        let client = Client::builder().no_proxy().build().unwrap();
        let body = json!({ "email": "ada@example.org", "password": PASSWORD });
        let answer = client.post(format!("{address}/api/v1/auth/{how}")).json(&body).send().await.unwrap();
        let tokens: Value = answer.json().await.unwrap();
        let text = |pointer: &str| tokens.pointer(pointer).unwrap().as_str().unwrap().to_owned();
        let (token, organization) = (text("/access_token"), text("/organization/id"));
        Self { client, address: address.to_owned(), token, organization }
    }

    async fn sign(&self) -> SignedHead {
        let path = format!("{}/api/v1/audit-logs/heads", self.address);
        let answer = self.client.post(path).bearer_auth(&self.token).send().await.unwrap();
        serde_json::from_value(expect(answer, StatusCode::CREATED).await).unwrap()
    }
}

/// What a command said, and how it ended.
fn run(directory: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = agenthub(directory, &[&["audit"], arguments].concat()).output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(said).unwrap())
}

#[tokio::test]
async fn a_log_is_checked_offline_by_who_has_the_public_key() {
    let directory = tempfile::tempdir().unwrap();
    let program = Program::start(directory.path(), &ON_REQUEST);
    let address = program.address();
    let head = Visitor::enter(address, "register").await.sign().await;
    program.stop("-TERM");
    let (code, keys) = run(directory.path(), &["keys"]);
    assert_eq!((code, keys.trim()), (Some(0), head.vkey.as_str()));
    fs::write(directory.path().join("keys.txt"), keys).unwrap();
    fs::write(directory.path().join("head.txt"), &head.note).unwrap();

    let (code, said) = run(directory.path(), &["verify", "--keys", "keys.txt", "--witness", "head.txt"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains(&format!("{} of them are proven by 1 signed heads", head.size)), "{said}");
    let (code, said) = run(directory.path(), &["verify", "--key", &head.vkey, "--json"]);
    assert_eq!(code, Some(0), "{said}");
    let report: Value = serde_json::from_str(&said).unwrap();
    assert_eq!((&report["proven"], &report["fault"]), (&json!(head.size), &Value::Null));

    let stranger = HeadSigner::new("agenthub", &[9; 32]).unwrap();
    let organization: OrganizationId = report["organization_id"].as_str().unwrap().parse().unwrap();
    let strange = stranger.keys(organization)[0].to_string();
    let (code, said) = run(directory.path(), &["verify", "--key", &strange]);
    assert_eq!(code, Some(1));
    assert!(said.contains("is signed by no key that is known"), "{said}");
    for wrong in [&["verify"][..], &["verify", "--key", "nonsense"], &["verify", "--keys", "nowhere.txt"]] {
        assert_eq!(run(directory.path(), wrong).0, Some(1), "{wrong:?}");
    }
}

#[tokio::test]
async fn a_database_that_was_set_back_is_found_by_who_kept_the_heads() {
    let directory = tempfile::tempdir().unwrap();
    let at = |name: &str| directory.path().join(name);
    let settings = [&ON_REQUEST[..], &["--audit-witness-file", "witness.jsonl"]].concat();
    let program = Program::start(directory.path(), &settings);
    let address = program.address();
    Visitor::enter(address, "register").await.sign().await;
    program.stop("-TERM");
    fs::copy(at("agenthub.db"), at("earlier.db")).unwrap();
    let program = Program::start(directory.path(), &settings);
    let address = program.address();
    let head = Visitor::enter(address, "login").await.sign().await;
    program.stop("-TERM");

    assert_eq!(fs::read_to_string(at("witness.jsonl")).unwrap().lines().count(), 2);
    let checked = ["verify", "--key", &head.vkey, "--witness", "witness.jsonl", "--json"];
    assert_eq!(run(directory.path(), &checked).0, Some(0));
    fs::copy(at("earlier.db"), at("agenthub.db")).unwrap();
    assert_eq!(run(directory.path(), &checked[..3]).0, Some(0), "without the witness it looks well");
    let (code, said) = run(directory.path(), &checked);
    assert_eq!(code, Some(1));
    let report: Value = serde_json::from_str(said.lines().next().unwrap()).unwrap();
    assert_eq!((&report["fault"], &report["expected"]), (&json!("truncated"), &json!(head.size)));
}

/// A witness on the web that answers in these ways, one after the other, and shows what it was sent.
async fn witness(answers: Vec<Response>) -> (String, mpsc::UnboundedReceiver<String>) {
    let (sender, received) = mpsc::unbounded_channel();
    let answers = std::sync::Arc::new(std::sync::Mutex::new(answers.into_iter()));
    let hear = move |path: &'static str| {
        let (sender, answers) = (sender.clone(), answers.clone());
        post(async move |body: String| {
            sender.send(format!("{path} {body}")).unwrap();
            answers.lock().unwrap().next().unwrap_or_else(|| StatusCode::OK.into_response())
        })
    };
    let router = Router::new().route("/heads", hear("/heads")).route("/elsewhere", hear("/elsewhere"));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/heads", listener.local_addr().unwrap());
    TaskTracker::new().spawn(async move { axum::serve(listener, router).await });
    (url, received)
}

#[tokio::test]
async fn a_witness_on_the_web_is_told_until_it_has_the_head_and_nobody_else_is() {
    let refused =
        [Redirect::temporary("/elsewhere").into_response(), StatusCode::BAD_GATEWAY.into_response()];
    let (url, mut received) = witness(refused.into()).await;
    let directory = tempfile::tempdir().unwrap();
    let settings = [&ON_REQUEST[..], &["--audit-witness-url", &url]].concat();
    let program = Program::start(directory.path(), &settings);
    let address = program.address();
    let ada = Visitor::enter(address, "register").await;
    for _ in 0..3 {
        let head = ada.sign().await;
        assert_eq!(received.recv().await.unwrap(), format!("/heads {}", head.note));
    }
    program.stop("-TERM");
    assert!(received.try_recv().is_err(), "what it has it is not told again");
}
