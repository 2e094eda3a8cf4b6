//! What is personal in exports.

use agenthub_core::audit::Entry;
use agenthub_core::audit::export::ExportFault;
use reqwest::StatusCode;
use serde_json::{Value, json};

use super::{check, done, end, file, lacks_fonts, path};
use crate::support::desk::{Answered as _, Desk, eventually, id, list};
use crate::support::{Server, faults};

const FORMATS: [&str; 3] = ["csv", "json", "jsonl"];

async fn make_agent(desk: &Desk<'_>, browser: &str) {
    let agent = json!({ "name": "Analyst", "agent_type": "analytics" });
    desk.post("/agents", &agent).header("user-agent", browser).gives(201).await;
}

/// What somebody asks for who wants to see personal data, or not.
fn of(format: &str, personal: bool) -> Value {
    json!({ "format": format, "personal": personal, "query": { "q": "entity.type:agent OR action:register" } })
}

async fn text(desk: &Desk<'_>, export: &Value) -> String {
    let file = file(desk, export).await;
    let report = check(desk, export, &file).await;
    assert_eq!((report.fault, report.proven_by_tree), (None, true), "{export}");
    String::from_utf8(file).unwrap()
}

/// What the last cell of a row of a table says.
fn last_cell(row: &str) -> Value {
    let (_, cell) = row.rsplit_once("\",\"{").unwrap();
    serde_json::from_str(&format!("{{{}", cell.trim_end_matches('"').replace("\"\"", "\""))).unwrap()
}

/// What is told beside each record of a file.
fn beside(format: &str, text: &str) -> Vec<Value> {
    let records: Vec<Value> = match format {
        "csv" => return text.lines().skip(1).map(last_cell).collect(),
        "json" => serde_json::from_str(text).unwrap(),
        _ => text.lines().map(|line| serde_json::from_str(line).unwrap()).collect(),
    };
    let personal = |record: Value| {
        let entry: Entry = serde_json::from_value(record.clone()).unwrap();
        assert_eq!(entry.leaf_hash_of(), entry.leaf_hash, "it stands outside of what is hashed");
        record["personal"].clone()
    };
    records.into_iter().map(personal).collect()
}

#[tokio::test]
async fn it_is_told_beside_the_records_to_who_asks_for_it() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        make_agent(&ada, "Ada/1").await;
        for format in FORMATS {
            let export = done(&ada, &of(format, true)).await;
            assert_eq!(export["personal"], true);
            let told = text(&ada, &export).await;
            assert!(told.contains("sealed:1:"), "the records are as they are kept");
            let beside = beside(format, &told);
            assert_eq!(beside.len(), export["progress"]["records"]);
            let registered = beside.iter().find(|it| it["changes.email.new"] == "ada@example.org");
            assert!(registered.is_some(), "{format}: {beside:?}");
            let made = json!({ "request.ip": "127.0.0.1", "request.user_agent": "Ada/1" });
            assert_eq!(beside.last(), Some(&made), "{format}");

            let export = done(&ada, &of(format, false)).await;
            assert_eq!(export.get("personal"), None);
            let kept = text(&ada, &export).await;
            assert!(kept.contains("sealed:1:") && !kept.contains("Ada/1") && !kept.contains("\"personal\""));
            if format == "csv" {
                assert!(told.lines().next().unwrap().ends_with("\"leaf_hash\",\"personal\""));
                assert!(kept.lines().next().unwrap().ends_with("\"leaf_hash\""));
            }
        }
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_change_of_what_is_told_is_found_in_the_file_as_a_whole() {
    let server = Server::start().await;
    let ada = server.owner().await;
    make_agent(&ada, "Ada/1").await;
    for format in FORMATS {
        let export = done(&ada, &of(format, true)).await;
        let other = text(&ada, &export).await.replace("Ada/1", "Eve/1");
        assert_eq!(check(&ada, &export, other.as_bytes()).await.fault, Some(ExportFault::FileChanged));
    }
}

#[tokio::test]
async fn who_may_not_see_it_neither_asks_for_it_nor_takes_it_and_that_is_on_record() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        let told = done(&ada, &of("jsonl", true)).await;
        let kept = done(&ada, &of("jsonl", false)).await;
        let clerk = ada.key(&["audit:read", "audit:export"]).await;
        clerk.post("/audit-logs/exports", &of("jsonl", true)).refused(403, "auth.denied").await;
        let refused = eventually(async || {
            let found = ada.get("/audit-logs?error_code=auth.denied").gives(200).await;
            list(found).pop()
        })
        .await;
        assert_eq!(refused["entity"], json!({ "type": "permission", "id": "audit:read_personal" }));
        clerk.get(&path(&told, "/file")).refused(403, "auth.denied").await;
        let head = clerk.request(reqwest::Method::HEAD, &path(&told, "/file")).answer().await;
        assert_eq!(head.status(), StatusCode::FORBIDDEN);
        clerk.get(&path(&told, "/manifest")).gives(200).await;
        assert!(!text(&clerk, &kept).await.is_empty());
        done(&clerk, &of("jsonl", false)).await;

        let nobody = ada.key(&["audit:read_personal"]).await;
        nobody.post("/audit-logs/exports", &of("jsonl", true)).refused(403, "auth.denied").await;
        let auditor = ada.member("auditor@example.org", "auditor").await;
        assert!(text(&auditor, &told).await.contains("ada@example.org"));
        done(&auditor, &of("jsonl", true)).await;
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn what_was_erased_is_in_no_file_that_can_still_be_taken() {
    for server in Server::on_each_store().await {
        let (ada, mallory) = (server.owner().await, server.stranger().await);
        let grace = ada.member("grace@example.org", "developer").await;
        make_agent(&grace, "Grace/1").await;
        make_agent(&ada, "Ada/1").await;
        let told = done(&ada, &of("csv", true)).await;
        let kept = done(&ada, &of("csv", false)).await;
        let theirs = done(&mallory, &of("csv", true)).await;
        assert!(text(&ada, &told).await.contains("Grace/1"));

        let person = id(&grace.get("/auth/me").gives(200).await);
        ada.post("/audit-logs/erasures", &json!({ "subject": person })).gives(200).await;
        for part in ["/file", "/manifest"] {
            ada.get(&path(&told, part)).refused(410, "audit_export.expired").await;
        }
        assert_eq!(end_of(&ada, &told).await["status"], "expired");
        text(&ada, &kept).await;
        assert!(text(&mallory, &theirs).await.contains("mallory@example.net"), "of nobody else");
        for format in FORMATS {
            let after = text(&ada, &done(&ada, &of(format, true)).await).await;
            assert!(after.contains("[erased]") && after.contains("Ada/1"), "{after}");
            assert!(!after.contains("Grace/1") && !after.contains("grace@"), "{after}");
        }
        server.stop().await.unwrap();
    }
}

/// The export when its file is gone.
async fn end_of(desk: &Desk<'_>, export: &Value) -> Value {
    eventually(async || {
        let export = desk.get(&path(export, "")).gives(200).await;
        (export["status"] != "done").then_some(export)
    })
    .await
}

#[tokio::test]
async fn another_organization_sees_and_tells_nothing_of_it() {
    for server in Server::on_each_store().await {
        let (ada, mallory) = (server.owner().await, server.stranger().await);
        let export = done(&ada, &of("jsonl", true)).await;
        for part in ["", "/file", "/manifest"] {
            mallory.get(&path(&export, part)).refused(404, "audit_export.not_found").await;
        }
        let theirs = text(&mallory, &done(&mallory, &of("jsonl", true)).await).await;
        assert!(theirs.contains("mallory@example.net") && !theirs.contains("ada@example.org"));
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn pages_tell_it_too() {
    if lacks_fonts() {
        return;
    }
    let server = Server::start().await;
    let ada = server.owner().await;
    for personal in [false, true] {
        let export = done(&ada, &of("pdf", personal)).await;
        let pages = file(&ada, &export).await;
        assert!(pages.starts_with(b"%PDF-"));
        assert_eq!(check(&ada, &export, &pages).await.fault, None);
    }
    let clerk = ada.key(&["audit:export"]).await;
    clerk.post("/audit-logs/exports", &of("pdf", true)).refused(403, "auth.denied").await;
    let asked = clerk.post("/audit-logs/exports", &of("pdf", false)).gives(202).await;
    assert_eq!(end(&clerk, &asked).await["status"], "done");
}

#[tokio::test]
async fn whether_it_is_told_is_yes_or_no() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let asked = json!({ "format": "csv", "personal": "all" });
    let problem = ada.post("/audit-logs/exports", &asked).refused(422, "invalid").await;
    assert_eq!(faults(&problem)[0].0, "/personal");
}
