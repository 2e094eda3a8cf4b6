//! Exports of a program that is killed, checked by one that has neither server nor database.

use std::fs;
use std::path::Path;
use std::time::Duration;

use agenthub_core::audit::{Actor, Changes, Entity, EntryId, Record, Request, Severity};
use agenthub_core::interaction::Outcome;
use agenthub_core::organization::OrganizationId;
use agenthub_core::store::Store as _;
use agenthub_store::SqlStore;
use http::StatusCode;
use serde_json::{Value, json};

use super::{ON_REQUEST, Visitor, run};
use crate::support::expect;
use crate::support::program::Program;

/// How many records there are: enough for some steps.
const RECORDS: u64 = 12_000;

impl Visitor {
    async fn ask(&self, body: Value) -> Value {
        let path = format!("{}/api/v1/audit-logs/exports", self.address);
        let answer = self.client.post(path).bearer_auth(&self.token).json(&body).send().await.unwrap();
        expect(answer, StatusCode::ACCEPTED).await
    }

    async fn get(&self, export: &Value, part: &str) -> reqwest::Response {
        let id = export["id"].as_str().unwrap();
        let path = format!("{}/api/v1/audit-logs/exports/{id}{part}", self.address);
        self.client.get(path).bearer_auth(&self.token).send().await.unwrap()
    }

    /// Looks until the export is so.
    async fn wait(&self, export: &Value, is_so: impl Fn(&Value) -> bool) -> Value {
        let look = async {
            loop {
                let found = expect(self.get(export, "").await, StatusCode::OK).await;
                assert_ne!(found["status"], "failed", "{found}");
                if is_so(&found) {
                    return found;
                }
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(120), look).await.expect("it never came to be so")
    }
}

async fn fill(directory: &Path, organization: OrganizationId) {
    let file = directory.join("agenthub.db");
    let store = SqlStore::open(&format!("sqlite:{}", file.display())).await.unwrap();
    let mut work = store.work(organization).await.unwrap();
    for n in 0..RECORDS {
        let record = Record {
            id: EntryId::new(),
            at: "2026-11-20T12:00:00Z".parse().unwrap(),
            actor: Actor::System,
            triggered_by_automation: false,
            action: "pay".to_owned(),
            entity: Entity::new("invoice", n),
            changes: Changes::none().with("total", n),
            request: Request::default(),
            severity: Severity::Info,
            compliance_tags: Vec::new(),
            outcome: Outcome::Success,
            error_code: None,
        };
        work.record(record).await.unwrap();
    }
    work.commit().await.unwrap();
    store.close().await;
}

#[tokio::test]
async fn an_export_goes_on_after_a_kill_and_is_checked_without_the_server() {
    let (home, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let settings = [&ON_REQUEST[..], &["--audit-export-lease-seconds", "1"]].concat();
    let program = Program::start(home.path(), &settings);
    let organization = Visitor::enter(program.address(), "register").await.organization;
    program.stop("-TERM");
    fill(home.path(), organization.parse().unwrap()).await;

    let program = Program::start(home.path(), &settings);
    let ada = Visitor::enter(program.address(), "login").await;
    let export = ada.ask(json!({ "format": "jsonl", "personal": true })).await;
    let records = |export: &Value| export["progress"]["records"].as_u64().unwrap();
    let begun = ada.wait(&export, |export| records(export) > 0).await;
    // `kill -9`
    drop(program);
    assert!(records(&begun) < RECORDS, "it was killed in the middle: {begun}");

    let program = Program::start(home.path(), &settings);
    let ada = Visitor::enter(program.address(), "login").await;
    let export = ada.wait(&export, |export| export["status"] == "done").await;
    assert!(records(&export) > RECORDS);
    let at = |name: &str| elsewhere.path().join(name);
    let file = ada.get(&export, "/file").await.bytes().await.unwrap();
    fs::write(at("log.jsonl"), &file).unwrap();
    fs::write(at("manifest.json"), ada.get(&export, "/manifest").await.bytes().await.unwrap()).unwrap();
    program.stop("-TERM");

    let key = export["head"]["vkey"].as_str().unwrap();
    let verify = ["verify", "--manifest", "manifest.json", "--key", key, "--export"];
    let check = |name: &str| run(elsewhere.path(), &[&verify[..], &[name]].concat());
    let (code, said) = check("log.jsonl");
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("follows from them"), "{said}");
    let text = String::from_utf8(file.to_vec()).unwrap();
    let line = text.lines().nth(7000).unwrap();
    fs::write(at("changed.jsonl"), text.replace(line, &line.replace("\"pay\"", "\"paid\""))).unwrap();
    let (code, said) = check("changed.jsonl");
    assert_eq!(code, Some(1));
    assert!(said.contains("record 7000 (") && said.contains("was changed"), "{said}");
    let removed: Vec<_> = text.lines().filter(|other| *other != line).collect();
    fs::write(at("removed.jsonl"), removed.join("\n") + "\n").unwrap();
    let (code, said) = run(elsewhere.path(), &[&verify[..], &["removed.jsonl", "--json"]].concat());
    assert_eq!(code, Some(1));
    let report: Value = serde_json::from_str(said.lines().next().unwrap()).unwrap();
    assert_eq!((&report["fault"], &report["sequence"]), (&json!("record_removed"), &json!(7000)));
    assert!(!at("agenthub.db").exists(), "no database was needed");
}
