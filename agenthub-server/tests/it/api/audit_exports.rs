//! `/api/v1/audit-logs/exports`

mod personal;

use agenthub_core::audit::VerifierKey;
use agenthub_core::audit::export::{ExportCheck, ExportReport};
use agenthub_store::testing::postgres_is_required;
use chrono::TimeDelta;
use reqwest::{Method, Response, StatusCode, header};
use serde_json::{Value, json};

use crate::support::desk::{Answered as _, Desk, eventually, header as header_of, id, list};
use crate::support::{Server, faults, problem, skipped};

/// Waits until nobody works on an export any more.
async fn end(desk: &Desk<'_>, asked: &Value) -> Value {
    let path = format!("/audit-logs/exports/{}", id(asked));
    eventually(async || {
        let export = desk.get(&path).gives(200).await;
        (!["queued", "running"].contains(&export["status"].as_str().unwrap())).then_some(export)
    })
    .await
}

async fn done(desk: &Desk<'_>, body: &Value) -> Value {
    let asked = desk.post("/audit-logs/exports", body).gives(202).await;
    let export = end(desk, &asked).await;
    assert_eq!(export["status"], "done", "{export}");
    export
}

fn path(export: &Value, part: &str) -> String {
    format!("/audit-logs/exports/{}{part}", id(export))
}

async fn file(desk: &Desk<'_>, export: &Value) -> Vec<u8> {
    let answer = desk.get(&path(export, "/file")).answer().await;
    assert_eq!(answer.status(), StatusCode::OK);
    answer.bytes().await.unwrap().to_vec()
}

async fn check(desk: &Desk<'_>, export: &Value, file: &[u8]) -> ExportReport {
    let keys = desk.get("/audit-logs/keys").gives(200).await;
    let key: VerifierKey = keys["present"].as_str().unwrap().parse().unwrap();
    let manifest = desk.get(&path(export, "/manifest")).gives(200).await;
    let mut check = ExportCheck::new(serde_json::from_value(manifest).unwrap(), &[key]).unwrap();
    check.take(file);
    check.finish()
}

#[tokio::test]
async fn a_file_of_each_form_is_made_and_proven_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        for n in 0..5 {
            ada.agent(&json!({ "name": format!("=Agent {n}"), "agent_type": "analytics" })).await;
        }
        let media = [
            ("csv", "text/csv; charset=utf-8; header=present"),
            ("jsonl", "application/jsonl"),
            ("json", "application/json"),
        ];
        for (format, media_type) in media {
            for query in [json!({}), json!({ "q": "entity.type:agent" })] {
                let answer = ada
                    .post("/audit-logs/exports", &json!({ "format": format, "query": query }))
                    .answer()
                    .await;
                assert_eq!(answer.status(), StatusCode::ACCEPTED);
                let place = header_of(&answer, "location").unwrap();
                let asked: Value = answer.json().await.unwrap();
                assert_eq!(place, format!("/api/v1{}", path(&asked, "")));
                let export = end(&ada, &asked).await;
                assert_eq!(export["status"], "done", "{export}");
                let answer = ada.get(&path(&export, "/file")).answer().await;
                assert_eq!(header_of(&answer, "content-type").unwrap(), media_type);
                let name = export["file"]["name"].as_str().unwrap();
                assert!(header_of(&answer, "content-disposition").unwrap().contains(name));
                let file = answer.bytes().await.unwrap();
                assert_eq!(export["file"]["bytes"], file.len());
                let report = check(&ada, &export, &file).await;
                assert_eq!((report.fault, report.proven_by_tree), (None, true));
                assert_eq!(export["progress"]["records"], report.records);
            }
        }
        let exports = list(ada.get("/audit-logs/exports").gives(200).await);
        assert_eq!(exports.len(), 6);
        server.stop().await.unwrap();
    }
}

/// A part of a file, as these headers ask for it.
async fn part(desk: &Desk<'_>, export: &Value, headers: &[(header::HeaderName, &str)]) -> Response {
    let request = desk.get(&path(export, "/file"));
    headers.iter().fold(request, |request, (name, value)| request.header(name, *value)).answer().await
}

#[tokio::test]
async fn a_download_that_broke_off_goes_on() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let export = done(&ada, &json!({ "format": "jsonl" })).await;
    let whole = file(&ada, &export).await;
    let etag = format!("\"{}\"", export["file"]["sha256"].as_str().unwrap());
    let middle = whole.len() / 2;
    let first = part(&ada, &export, &[(header::RANGE, &format!("bytes=0-{}", middle - 1))]).await;
    assert_eq!(first.status(), StatusCode::PARTIAL_CONTENT);
    assert_eq!(
        header_of(&first, "content-range").unwrap(),
        format!("bytes 0-{}/{}", middle - 1, whole.len())
    );
    assert_eq!(header_of(&first, "etag").unwrap(), etag);
    assert_eq!(header_of(&first, "accept-ranges").unwrap(), "bytes");
    assert_eq!(header_of(&first, "content-length").unwrap(), middle.to_string());
    let rest = [(header::RANGE, &*format!("bytes={middle}-")), (header::IF_RANGE, &etag)];
    let rest = part(&ada, &export, &rest).await;
    assert_eq!(rest.status(), StatusCode::PARTIAL_CONTENT);
    let joined = [first.bytes().await.unwrap(), rest.bytes().await.unwrap()].concat();
    assert_eq!(joined, whole);
    assert_eq!(check(&ada, &export, &joined).await.fault, None);

    let last = part(&ada, &export, &[(header::RANGE, "bytes=-1")]).await;
    assert_eq!(last.bytes().await.unwrap(), &whole[whole.len() - 1..]);
    for headers in [
        [(header::RANGE, "bytes=0-1"), (header::IF_RANGE, "\"other\"")],
        [(header::RANGE, "bytes=0-1,3-4"), (header::ACCEPT_ENCODING, "gzip")],
    ] {
        let answer = part(&ada, &export, &headers).await;
        assert_eq!((answer.status(), header_of(&answer, "content-encoding")), (StatusCode::OK, None));
        assert_eq!(answer.bytes().await.unwrap(), whole);
    }
    let behind = part(&ada, &export, &[(header::RANGE, &format!("bytes={}-", whole.len()))]).await;
    assert_eq!(header_of(&behind, "content-range").unwrap(), format!("bytes */{}", whole.len()));
    problem(behind, 416, "audit_export.bad_range").await;
    let same = part(&ada, &export, &[(header::IF_NONE_MATCH, &etag)]).await;
    assert_eq!(same.status(), StatusCode::NOT_MODIFIED);
    let head = ada.request(Method::HEAD, &path(&export, "/file")).answer().await;
    assert_eq!(header_of(&head, "content-length").unwrap(), whole.len().to_string());
}

#[tokio::test]
async fn each_download_is_recorded_and_what_gives_nothing_is_not() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let export = done(&ada, &json!({ "format": "csv" })).await;
    let etag = format!("\"{}\"", export["file"]["sha256"].as_str().unwrap());
    for headers in
        [[(header::RANGE, "bytes=0-9")], [(header::RANGE, "bytes=999999-")], [(header::IF_NONE_MATCH, &etag)]]
    {
        part(&ada, &export, &headers).await;
    }
    file(&ada, &export).await;
    let records = ada.get("/audit-logs?action=download").gives(200).await;
    let parts: Vec<_> = list(records).iter().map(|it| it["changes"]["to"]["new"].clone()).collect();
    assert_eq!(parts, [export["file"]["bytes"].clone(), json!(10)]);
}

#[tokio::test]
async fn the_exports_of_another_organization_are_not_there() {
    for server in Server::on_each_store().await {
        let (ada, mallory) = (server.owner().await, server.stranger().await);
        let export = done(&ada, &json!({ "format": "csv" })).await;
        for part in ["", "/file", "/manifest"] {
            mallory.get(&path(&export, part)).refused(404, "audit_export.not_found").await;
        }
        mallory.delete(&path(&export, "")).refused(404, "audit_export.not_found").await;
        assert_eq!(mallory.get("/audit-logs/exports").gives(200).await, json!([]));
        assert_eq!(check(&ada, &export, &file(&ada, &export).await).await.fault, None);
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_file_is_gone_when_its_time_is_over() {
    let server = Server::on_sqlite().await;
    let ada = server.owner().await;
    let export = done(&ada, &json!({ "format": "jsonl" })).await;
    server.clock.advance(TimeDelta::days(7));
    let ada = server.desk(&server.login("ada@example.org").await);
    for part in ["/file", "/manifest"] {
        ada.get(&path(&export, part)).refused(410, "audit_export.expired").await;
    }
}

#[tokio::test]
async fn an_export_is_removed_with_its_file() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let export = done(&ada, &json!({ "format": "json" })).await;
    ada.delete(&path(&export, "")).gives(204).await;
    ada.get(&path(&export, "/file")).refused(404, "audit_export.not_found").await;
}

#[tokio::test]
async fn what_is_too_large_ends_and_says_so() {
    let server = Server::with(&[("AGENTHUB_AUDIT_EXPORT_MAX_MIB", "1")]).await;
    let ada = server.owner().await;
    let changes = json!({ "text": "x".repeat(200_000) });
    for _ in 0..8 {
        let record = json!({ "entity_type": "invoice", "entity_id": 1, "action": "pay", "changes": changes });
        ada.post("/audit-logs", &record).gives(201).await;
    }
    // Of a text the index does not tell how often it is there.
    let asked = ada.post("/audit-logs/exports", &json!({ "format": "csv", "query": { "text": "invoice" } }));
    let failed = end(&ada, &asked.gives(202).await).await;
    assert_eq!(
        (&failed["status"], &failed["error"]["code"]),
        (&json!("failed"), &json!("audit_export.too_large"))
    );
    let problem = ada.get(&path(&failed, "/file")).refused(409, "audit_export.not_ready").await;
    assert!(problem["detail"].as_str().unwrap().contains("(status: failed)"), "{problem}");
    let german = ada.get(&path(&failed, "/file")).header("accept-language", "de");
    let problem = german.refused(409, "audit_export.not_ready").await;
    assert!(problem["detail"].as_str().unwrap().contains("(Status: gescheitert)"), "{problem}");
    let whole = json!({ "format": "csv", "query": { "entity_type": "invoice" } });
    eventually(async || {
        let answer = ada.post("/audit-logs/exports", &whole).answer().await;
        (answer.status() == StatusCode::UNPROCESSABLE_ENTITY).then_some(())
    })
    .await;
    ada.post("/audit-logs/exports", &whole).refused(422, "audit_export.too_large").await;
}

#[tokio::test]
async fn faults_of_what_is_asked_for_are_told_with_their_places() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let asked = json!({ "format": "csv", "query": { "q": "colour:red", "order": "newest" }, "time_zone": "Europe/Paris" });
    let found = ada.post("/audit-logs/exports", &asked).refused(422, "invalid").await;
    let expected = [
        ("/query/order", "value.not_one_of"),
        ("/query/q", "value.bad_query"),
        ("/time_zone", "value.excludes"),
    ];
    assert_eq!(faults(&found), expected.map(|(place, code)| (place.to_owned(), code.to_owned())));
    for wrong in [json!({}), json!({ "format": "docx" }), json!({ "format": "csv", "rows": 1 })] {
        ada.post("/audit-logs/exports", &wrong).refused(422, "invalid").await;
    }
}

/// Are the fonts missing that all ten languages need, and may they be? Then it says so.
fn lacks_fonts() -> bool {
    let noto = std::path::Path::new("/usr/share/fonts");
    let are_there = noto.join("truetype/noto/NotoSansDevanagari-Regular.ttf").exists()
        && noto.join("opentype/noto/NotoSansCJK-Regular.ttc").exists();
    let is_left_out = !are_there && !postgres_is_required();
    if is_left_out {
        skipped("fonts-noto-core and fonts-noto-cjk are not there");
    }
    is_left_out
}

#[tokio::test]
async fn pages_are_set_in_every_language() {
    if lacks_fonts() {
        return;
    }
    let server = Server::start().await;
    let ada = server.owner().await;
    let texts = ["=1+1", "سجل التدقيق", "ऑडिट क्षेत्र", "审计日志", "監査ログ", "журнал", "\u{202e}x\u{1f600}"];
    for text in texts {
        let changes = json!({ "text": text, "long": "x".repeat(3000) });
        let record = json!({ "entity_type": "invoice", "entity_id": text.replace('\u{202e}', ""), "action": "pay", "changes": changes });
        ada.post("/audit-logs", &record).gives(201).await;
    }
    for language in ["ar", "de", "en", "es", "fr", "hi", "ja", "pt-BR", "ru", "zh"] {
        let asked = json!({ "format": "pdf", "query": { "action": "pay" }, "language": language, "time_zone": "Asia/Tokyo" });
        let export = done(&ada, &asked).await;
        assert_eq!(export["progress"]["records"], texts.len());
        let file = file(&ada, &export).await;
        assert!(file.starts_with(b"%PDF-"));
        let report = check(&ada, &export, &file).await;
        assert_eq!((report.fault, report.proven_by_tree), (None, false), "{language}");
        let mut other = file;
        other[100] ^= 1;
        assert!(check(&ada, &export, &other).await.fault.is_some());
    }
}

#[tokio::test]
async fn pages_are_in_the_readers_language_where_nothing_else_is_said() {
    if lacks_fonts() {
        return;
    }
    let server = Server::start().await;
    let ada = server.owner().await;
    let prefers = json!({ "language": "hi", "time_zone": "Asia/Kolkata" });
    ada.request(Method::PATCH, "/auth/me").json(&prefers).gives(200).await;
    let export = done(&ada, &json!({ "format": "pdf" })).await;
    assert_eq!((&export["language"], &export["time_zone"]), (&json!("hi"), &json!("Asia/Kolkata")));
}

#[tokio::test]
async fn a_font_that_is_missing_is_named() {
    let empty = tempfile::tempdir().unwrap();
    let server = Server::with(&[("AGENTHUB_FONT_DIRECTORY", empty.path().to_str().unwrap())]).await;
    let ada = server.owner().await;
    let asked = json!({ "format": "pdf", "language": "en" });
    let problem = ada.post("/audit-logs/exports", &asked).refused(503, "audit_export.no_font").await;
    assert!(problem["detail"].as_str().unwrap().contains("fonts-noto-core"), "{problem}");
    let japanese = ada.post("/audit-logs/exports", &asked).header("accept-language", "ja");
    let problem = japanese.refused(503, "audit_export.no_font").await;
    let script = "（文字体系：ラテン文字、ギリシャ文字、キリル文字）";
    assert!(problem["detail"].as_str().unwrap().contains(script), "{problem}");
    let unspoken = json!({ "format": "pdf", "language": "eo" });
    ada.post("/audit-logs/exports", &unspoken).refused(404, "language.not_found").await;
}
