//! The key under which personal data in the audit log is sealed, as the program keeps it.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use reqwest::Client;
use serde_json::{Value, json};

use crate::support::PASSWORD;
use crate::support::program::{Program, agenthub};

const BROWSER: &str = "Browser of Ada/1.0";

/// What the program that is started with these settings shows of where the oldest request came from. Whoever comes
/// for the first time registers.
async fn seen(directory: &Path, arguments: &[&str], how: &str) -> String {
    let program = Program::start(directory, arguments);
    let client = Client::builder().no_proxy().user_agent(BROWSER).build().unwrap();
    let body = json!({ "email": "ada@example.org", "password": PASSWORD });
    let path = format!("{}/api/v1/auth/{how}", program.address());
    let tokens: Value = client.post(path).json(&body).send().await.unwrap().json().await.unwrap();
    let path = format!("{}/api/v1/audit-logs?order=oldest&limit=1", program.address());
    let asked = client.get(path).bearer_auth(tokens["access_token"].as_str().unwrap());
    let records: Value = asked.send().await.unwrap().json().await.unwrap();
    program.stop("-TERM");
    records[0]["request"]["user_agent"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn it_is_made_at_the_first_start_and_opens_what_it_sealed_as_long_as_it_is_named() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path();
    assert_eq!(seen(path, &[], "register").await, BROWSER);
    let key = fs::metadata(path.join("agenthub-personal.key")).unwrap();
    assert_eq!(key.permissions().mode() & 0o777, 0o600, "its owner reads it, and nobody else");
    let database = fs::read(path.join("agenthub.db")).unwrap();
    assert!(!database.windows(BROWSER.len()).any(|it| it == BROWSER.as_bytes()), "it stands in the database");
    assert_eq!(seen(path, &[], "login").await, BROWSER, "another start has the same key");

    let new = ["--personal-key-file", "new.key"];
    let both = [&new[..], &["--personal-former-key-files", "agenthub-personal.key"]].concat();
    assert_eq!(seen(path, &both, "login").await, BROWSER);
    assert_eq!(seen(path, &new, "login").await, "[unreadable]", "and yet one signs in");
}

#[test]
fn a_file_that_holds_no_key_stops_the_start() {
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join("agenthub-personal.key"), "nonsense").unwrap();
    let output = agenthub(directory.path(), &["--listen", "127.0.0.1:0"]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && said.contains("agenthub-personal.key"), "{said}");
}
