//! Files that somebody changed, and which record the check names.

use agenthub_core::audit::export::{ExportCheck, ExportFault, ExportFormat};
use agenthub_core::audit::{AuditQuery, Entry};
use serde_json::json;

use super::stage::{Stage, about, request, signer};

/// A file as lines, each a record.
type Lines = Vec<String>;

fn lines(file: &[u8]) -> Lines {
    String::from_utf8(file.to_vec()).unwrap().lines().map(|line| format!("{line}\n")).collect()
}

/// The record with another action, and the hash that it had.
fn changed(line: &str) -> String {
    let mut value: serde_json::Value = serde_json::from_str(line).unwrap();
    value["action"] = json!("forged");
    format!("{value}\n")
}

/// The record with another action, hashed anew.
fn rehashed(line: &str) -> String {
    let mut entry: Entry = serde_json::from_str(line).unwrap();
    entry.record.action = "forged".to_owned();
    format!(
        "{}\n",
        serde_json::to_string(&Entry::new(entry.organization_id, entry.sequence, entry.record)).unwrap()
    )
}

fn sequence(line: &str) -> u64 {
    serde_json::from_str::<Entry>(line).unwrap().sequence
}

fn named(fault: &ExportFault) -> (&'static str, u64) {
    match fault {
        ExportFault::RecordChanged { sequence, .. } => ("changed", *sequence),
        ExportFault::RecordsChanged { first, last } if first == last => ("rehashed", *first),
        ExportFault::RecordRemoved { sequence } => ("removed", *sequence),
        ExportFault::RecordInserted { sequence, .. } => ("inserted", *sequence),
        ExportFault::RecordMoved { sequence, .. } => ("moved", *sequence),
        ExportFault::RecordUnreadable { after } => ("unreadable", *after),
        ExportFault::Truncated { records, .. } => ("cut", *records),
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn the_first_record_that_is_wrong_is_named() {
    let stage = Stage::new().await;
    for _ in 0..10 {
        stage.records(&["pay", "send"]).await;
    }
    for query in [AuditQuery::default(), about("pay")] {
        let export = stage.done(request(ExportFormat::Jsonl, query)).await;
        let file = lines(&stage.file(&export).await);
        let check = async |lines: Lines| {
            let report = stage.check(&export, lines.concat().as_bytes()).await;
            assert!(!report.proven_by_tree);
            named(&report.fault.unwrap())
        };
        let last = file.len() - 1;
        for n in 0..file.len() {
            let at = sequence(&file[n]);
            let with = |n: usize, line: String| {
                let mut lines = file.clone();
                lines[n] = line;
                lines
            };
            assert_eq!(check(with(n, changed(&file[n]))).await, ("changed", at));
            assert_eq!(check(with(n, rehashed(&file[n]))).await, ("rehashed", at));
            assert_eq!(check(with(n, "{}\n".to_owned())).await, ("unreadable", n as u64));
            let mut lines = file.clone();
            lines.remove(n);
            assert_eq!(check(lines).await, ("removed", at));
            let mut lines = file.clone();
            lines.insert(n + 1, file[n].clone());
            assert_eq!(check(lines).await, ("inserted", at));
            if n < last {
                let mut lines = file.clone();
                lines.swap(n, n + 1);
                assert_eq!(check(lines).await, ("moved", sequence(&file[n + 1])));
            }
            if n + 2 < last {
                let mut lines = file.clone();
                let late = lines.remove(n);
                lines.push(late);
                assert_eq!(check(lines).await, ("moved", at));
                assert_eq!(check(file[..n].to_vec()).await, ("cut", n as u64));
            }
        }
    }
}

#[tokio::test]
async fn a_record_of_the_log_that_was_not_wanted_is_not_taken() {
    let stage = Stage::new().await;
    stage.records(&["pay", "send", "pay"]).await;
    let export = stage.done(request(ExportFormat::Jsonl, about("pay"))).await;
    let whole = stage.done(request(ExportFormat::Jsonl, AuditQuery::default())).await;
    let (mut some, all) = (lines(&stage.file(&export).await), lines(&stage.file(&whole).await));
    let other = all.iter().find(|line| line.contains("\"action\":\"send\"")).unwrap();
    some.insert(1, other.clone());
    let fault = stage.check(&export, some.concat().as_bytes()).await.fault.unwrap();
    assert_eq!(named(&fault), ("inserted", sequence(other)));
}

#[tokio::test]
async fn a_file_that_differs_only_between_its_records_is_found() {
    let stage = Stage::new().await;
    stage.records(&["pay"]).await;
    for format in [ExportFormat::Jsonl, ExportFormat::Json, ExportFormat::Csv] {
        let export = stage.done(request(format, AuditQuery::default())).await;
        let mut file = stage.file(&export).await;
        file.extend(b"\n");
        assert_eq!(stage.check(&export, &file).await.fault, Some(ExportFault::FileChanged), "{format:?}");
        file.extend(b"x");
        let fault = stage.check(&export, &file).await.fault.unwrap();
        assert_eq!(named(&fault).0, "unreadable", "{format:?}");
    }
}

#[tokio::test]
async fn every_byte_of_a_table_counts() {
    let stage = Stage::new().await;
    stage.records(&["=pay", "send"]).await;
    let export = stage.done(request(ExportFormat::Csv, about("=pay"))).await;
    let file = stage.file(&export).await;
    for place in 0..file.len() {
        let mut other = file.clone();
        other[place] ^= 1;
        let report = stage.check(&export, &other).await;
        assert!(report.fault.is_some(), "{place}");
    }
}

#[tokio::test]
async fn a_manifest_is_believed_only_as_it_was_signed() {
    let stage = Stage::new().await;
    stage.records(&["pay", "send", "pay"]).await;
    let export = stage.done(request(ExportFormat::Jsonl, about("pay"))).await;
    let good = stage.manifest(&export).await;
    let refused = |manifest, keys: &[_]| ExportCheck::new(manifest, keys).unwrap_err().to_string();
    assert!(refused(good.clone(), &signer(2).keys(stage.organization)).contains("no key that is known"));
    assert!(refused(good.clone(), &[]).contains("no key that is known"));
    let mut others = vec![good.clone(); 7];
    others[0].records += 1;
    others[1].file.bytes += 1;
    others[2].gaps = None;
    others[3].sections.clear();
    others[4].request.query = AuditQuery::default();
    others[5].head.size += 1;
    others[6].vkey.push('x');
    for other in others {
        assert!(refused(other.clone(), &stage.keys()).contains("not what was signed"), "{other:?}");
    }
    // A head is signed by the same key, and says something else.
    let mut head = good.clone();
    head.note = good.head.note.clone();
    assert!(refused(head, &stage.keys()).contains("not what was signed"));
}
