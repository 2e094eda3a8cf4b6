mod damage;
mod failed;
mod personal;
mod stage;

use agenthub_core::audit::export::{ExportFormat, ExportProgress, ExportStatus, MemoryFiles};
use agenthub_core::audit::{AuditFilter, AuditOrder, AuditQuery};
use agenthub_core::error::Code;
use agenthub_core::page::Page;
use agenthub_core::{Caller, Hub, HubOptions};
use chrono::TimeDelta;

use crate::identity::{actions, code, eventually};
use stage::{Stage, about, request};

const FOR_PROGRAMS: [ExportFormat; 3] = [ExportFormat::Csv, ExportFormat::Jsonl, ExportFormat::Json];

#[tokio::test]
async fn the_whole_log_is_proven_by_its_file_and_the_signed_head() {
    let stage = Stage::new().await;
    stage.records(&["draft", "send", "pay"]).await;
    for format in FOR_PROGRAMS {
        let export = stage.done(request(format, AuditQuery::default())).await;
        let report = stage.check(&export, &stage.file(&export).await).await;
        assert_eq!((report.fault, report.proven_by_tree), (None, true), "{format:?}");
        let head = export.state.head.unwrap();
        assert_eq!((report.records, report.size), (head.size, head.size));
    }
}

#[tokio::test]
async fn a_choice_is_proven_to_be_a_part_of_the_log() {
    let stage = Stage::new().await;
    for _ in 0..20 {
        stage.records(&["draft", "pay", "send", "pay"]).await;
    }
    for format in FOR_PROGRAMS {
        for (query, records) in [(about("pay"), 40), (about("nothing"), 0), (about("draft"), 20)] {
            let export = stage.done(request(format, query)).await;
            let report = stage.check(&export, &stage.file(&export).await).await;
            assert_eq!((report.fault, report.proven_by_tree, report.records), (None, true, records));
        }
    }
}

#[tokio::test]
async fn what_comes_after_the_head_is_not_in_the_file() {
    let stage = Stage::new().await;
    let query =
        AuditFilter { q: Some("action:create entity.type:audit_export".to_owned()), ..Default::default() };
    for expected in 1..4 {
        let export = stage.done(request(ExportFormat::Jsonl, query.clone().into())).await;
        assert_eq!(export.state.progress.records, expected, "its own request is, its end is not");
    }
}

#[tokio::test]
async fn cells_that_a_spreadsheet_could_run_are_texts_and_come_back() {
    let stage = Stage::new().await;
    let texts = ["=HYPERLINK(\"http://x\")", "+1", "-2+3", "@SUM(A1)", "'=1", "a\"b,c", "＝1", "  =1", "%0A"];
    stage.records(&texts).await;
    let export = stage.done(request(ExportFormat::Csv, AuditQuery::default())).await;
    let file = stage.file(&export).await;
    let mut reader = csv::Reader::from_reader(file.as_slice());
    for cell in reader.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()) {
        assert!(!cell.trim_start().starts_with(['=', '+', '-', '@', '＝']), "{cell}");
    }
    let text = String::from_utf8(file.clone()).unwrap();
    assert!(text.contains("\"'=HYPERLINK(\"\"http://x\"\")\"") && text.contains("\"a\"\"b,c\""), "{text}");
    assert_eq!(stage.check(&export, &file).await.fault, None);
}

#[tokio::test]
async fn an_export_goes_on_from_its_last_note() {
    let stage = Stage::new().await;
    stage.records(&["one"; 30]).await;
    let whole = stage.done(request(ExportFormat::Jsonl, AuditQuery::default())).await;
    let file = stage.file(&whole).await;
    let lines: Vec<_> = file.split_inclusive(|byte| *byte == b'\n').collect();
    for (noted, there) in [(0, 0), (7, 7), (7, 9), (7, 3), (lines.len(), lines.len())] {
        // As a hub leaves it that is killed: some more bytes than it noted, or fewer where the disk was changed.
        let bytes = lines[..noted].concat().len() as u64;
        let total = whole.state.head.as_ref().unwrap().size;
        let progress = ExportProgress { total, looked_at: noted as u64, records: noted as u64, bytes };
        let left = stage
            .left_behind(&whole, progress, &[&lines[..there].concat(), b"{\"seq".as_slice()].concat())
            .await;
        let export = stage.end(left).await;
        assert_eq!(export.state.status, ExportStatus::Done, "{:?}", export.state);
        assert_eq!(stage.file(&export).await, file);
        assert_eq!(stage.check(&export, &file).await.fault, None);
    }
}

#[tokio::test]
async fn of_several_hubs_one_makes_an_export() {
    let stage = Stage::new().await;
    stage.records(&["one"; 10]).await;
    let _others = [stage.another_hub(), stage.another_hub()];
    for _ in 0..5 {
        stage.done(request(ExportFormat::Csv, AuditQuery::default())).await;
    }
    let ends = AuditFilter { action: Some("finish".to_owned()), ..AuditFilter::default() };
    let ends = stage.session().audit().list(ends, &Page::default()).await.unwrap().items;
    assert_eq!(ends.len(), 5);
}

#[tokio::test]
async fn a_hub_that_stops_lets_another_one_go_on() {
    let stage = Stage::deserted(MemoryFiles::default()).await;
    stage.records(&["one"; 10]).await;
    let asked =
        stage.session().audit_exports().request(request(ExportFormat::Json, AuditQuery::default())).await;
    let asked = asked.unwrap();
    assert_eq!(asked.state.status, ExportStatus::Queued);
    let _other = stage.another_hub();
    assert_eq!(stage.end(asked).await.state.status, ExportStatus::Done);
}

#[tokio::test]
async fn what_cannot_fit_is_refused_when_it_is_asked_for() {
    let options = HubOptions { export_max_bytes: 2000, ..stage::options() };
    let stage = Stage::with_hub(options, MemoryFiles::default()).await;
    stage.records(&["one"; 30]).await;
    stage.indexed().await;
    let exports = stage.session();
    let exports = exports.audit_exports();
    let whole = request(ExportFormat::Jsonl, AuditQuery::default());
    assert_eq!(code(exports.request(whole).await), Code::AUDIT_EXPORT_TOO_LARGE);
    assert!(exports.list(&Page::default()).await.unwrap().items.is_empty());
    let small = stage.done(request(ExportFormat::Jsonl, about("nothing"))).await;
    assert_eq!(small.state.progress.records, 0);
}

#[tokio::test]
async fn a_full_disk_ends_an_export_and_nothing_else() {
    let stage = Stage::with_hub(stage::options(), MemoryFiles::new(6000)).await;
    stage.records(&["one"; 3]).await;
    let small = stage.done(request(ExportFormat::Jsonl, about("nothing"))).await;
    stage.records(&["one"; 30]).await;
    // Nothing of this is indexed, so nobody knows before.
    let text = AuditFilter { text: Some("one".to_owned()), ..AuditFilter::default() };
    let asked = stage.ask(request(ExportFormat::Jsonl, text.into())).await;
    let failed = stage.end(asked).await;
    let error = failed.state.error.as_ref().unwrap();
    assert_eq!((failed.state.status, error.code.as_str()), (ExportStatus::Failed, "audit_export.no_room"));
    assert!(error.arguments.contains_key("free") && !error.message.is_empty());
    eventually(async || !stage.files.names().iter().any(|name| name.contains(&failed.id.to_string()))).await;
    assert_eq!(code(stage.session().audit_exports().file(failed.id).await), Code::AUDIT_EXPORT_NOT_READY);
    assert_eq!(stage.check(&small, &stage.file(&small).await).await.fault, None);
}

#[tokio::test]
async fn an_export_that_grows_beyond_the_bound_ends() {
    let options = HubOptions { export_max_bytes: 3000, ..stage::options() };
    let stage = Stage::with_hub(options, MemoryFiles::default()).await;
    stage.records(&["one"; 30]).await;
    let text = AuditFilter { text: Some("one".to_owned()), ..AuditFilter::default() };
    let asked = stage.ask(request(ExportFormat::Csv, text.into())).await;
    let failed = stage.end(asked).await;
    assert_eq!(failed.state.error.unwrap().code, "audit_export.too_large");
    assert_eq!(stage.files.names(), [] as [&str; 0]);
}

#[tokio::test]
async fn a_file_is_removed_when_its_time_is_over() {
    let stage = Stage::new().await;
    let export = stage.done(request(ExportFormat::Json, AuditQuery::default())).await;
    assert_eq!(stage.files.names().len(), 2, "the file and its manifest");
    stage.clock.advance(TimeDelta::days(7));
    let (session, id) = (stage.session(), export.id);
    let exports = session.audit_exports();
    assert_eq!(code(exports.file(id).await), Code::AUDIT_EXPORT_EXPIRED, "also before somebody tidies up");
    eventually(async || exports.get(id).await.unwrap().state.status == ExportStatus::Expired).await;
    assert_eq!(stage.files.names(), [] as [&str; 0]);
    assert_eq!(code(exports.download(id, 0..1).await), Code::AUDIT_EXPORT_EXPIRED);
    assert_eq!(code(exports.manifest(id).await), Code::AUDIT_EXPORT_EXPIRED);
}

#[tokio::test]
async fn an_export_that_is_removed_leaves_nothing() {
    let stage = Stage::new().await;
    let export = stage.done(request(ExportFormat::Csv, AuditQuery::default())).await;
    stage.session().audit_exports().remove(export.id).await.unwrap();
    assert_eq!(stage.files.names(), [] as [&str; 0]);
    assert_eq!(code(stage.session().audit_exports().remove(export.id).await), Code::AUDIT_EXPORT_NOT_FOUND);
}

#[tokio::test]
async fn there_is_a_bound_on_how_many_exports_are_kept() {
    let stage = Stage::new().await;
    let session = stage.session();
    for _ in 0..100 {
        stage.ask(request(ExportFormat::Csv, about("nothing"))).await;
    }
    let one_more = session.audit_exports().request(request(ExportFormat::Csv, AuditQuery::default())).await;
    assert_eq!(code(one_more), Code::AUDIT_EXPORT_TOO_MANY);
}

#[tokio::test]
async fn what_is_asked_for_is_checked() {
    let stage = Stage::new().await;
    let session = stage.session();
    let newest = AuditFilter {
        order: Some(AuditOrder::Newest),
        q: Some("colour:red".to_owned()),
        ..Default::default()
    };
    let mut asked = request(ExportFormat::Csv, newest.into());
    asked.language = Some("no language".to_owned());
    asked.time_zone = Some("x y".to_owned());
    let error = session.audit_exports().request(asked).await.unwrap_err();
    let places: Vec<_> = error.violations().iter().map(|fault| fault.pointer.as_str()).collect();
    assert_eq!(places, ["/query/q", "/query/order", "/language", "/time_zone", "/language"]);
    let pdf = session.audit_exports().request(request(ExportFormat::Pdf, AuditQuery::default())).await;
    assert_eq!(code(pdf), Code::AUDIT_EXPORT_NOT_OFFERED);
}

#[tokio::test]
async fn a_hub_without_a_key_makes_no_exports() {
    let stage = Stage::new().await;
    let hub = Hub::new(stage.store.clone());
    let session = hub.enter(Caller::system(stage.organization));
    let asked = session.audit_exports().request(request(ExportFormat::Csv, AuditQuery::default())).await;
    assert_eq!(code(asked), Code::AUDIT_NO_KEY);
}

#[tokio::test]
async fn a_file_that_does_not_fit_its_records_is_not_handed_out() {
    let stage = Stage::new().await;
    stage.records(&["one"; 10]).await;
    let whole = stage.done(request(ExportFormat::Jsonl, AuditQuery::default())).await;
    // As if the file was changed on the disk while it was written.
    let mut file = stage.file(&whole).await;
    let place = file.windows(5).position(|some| some == b"\"one\"").unwrap();
    file[place + 1] = b'O';
    let progress = whole.state.progress;
    let left = stage.left_behind(&whole, progress, &file).await;
    let failed = stage.end(left).await;
    assert_eq!(failed.state.error.unwrap().code, "audit.log_changed");
}

#[tokio::test]
async fn everything_about_an_export_is_recorded() {
    let stage = Stage::new().await;
    let session = stage.session();
    let export = stage.done(request(ExportFormat::Jsonl, AuditQuery::default())).await;
    stage.file(&export).await;
    session.audit_exports().remove(export.id).await.unwrap();
    assert_eq!(actions(&stage.told(&export).await), ["create", "finish", "download", "remove"]);
}
