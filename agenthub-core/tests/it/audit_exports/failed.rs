//! Exports that failed: nobody makes them, and their files go, whatever comes between.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use agenthub_core::audit::export::{
    AuditExport, ExportFiles, ExportFormat, ExportPrinter, ExportState, ExportStatus, MemoryFiles, Printed,
};
use agenthub_core::audit::{AuditFilter, AuditQuery};
use agenthub_core::error::{Code, Error};
use agenthub_core::organization::OrganizationId;
use agenthub_core::page::Page;
use agenthub_core::store::memory::Memory;
use agenthub_core::store::{FinishedCall, Overview, Platform, Store, View, Work};
use agenthub_core::{Result, async_trait};
use chrono::{DateTime, Utc};

use super::stage::{Stage, request};
use crate::identity::{actions, eventually};

/// Files that cannot be removed for a while.
#[derive(Debug)]
struct Sticky {
    files: Arc<MemoryFiles>,
    was_asked: AtomicBool,
}

#[async_trait]
impl ExportFiles for Sticky {
    async fn write(&self, name: &str, at: u64, bytes: Vec<u8>) -> Result<()> {
        self.files.write(name, at, bytes).await
    }
    async fn read(&self, name: &str, part: Range<u64>) -> Result<Vec<u8>> {
        self.files.read(name, part).await
    }
    async fn length(&self, name: &str) -> Result<Option<u64>> {
        self.files.length(name).await
    }
    async fn remove(&self, _: &str) -> Result<()> {
        self.was_asked.store(true, Ordering::SeqCst);
        Err(Error::new(Code::AUDIT_EXPORT_STORAGE_FAILED))
    }
    async fn room(&self) -> Result<Option<u64>> {
        self.files.room().await
    }
}

#[tokio::test]
async fn files_that_could_not_be_removed_when_it_failed_are_removed_by_whoever_comes_next() {
    let stage = Stage::deserted(MemoryFiles::new(2000)).await;
    stage.records(&["one"; 30]).await;
    let text = AuditFilter { text: Some("one".to_owned()), ..AuditFilter::default() };
    let asked = stage.ask(request(ExportFormat::Jsonl, text.into())).await;
    let sticky = Arc::new(Sticky { files: Arc::clone(&stage.files), was_asked: AtomicBool::new(false) });

    let hub = stage.hub_over(stage.store.clone(), Arc::clone(&sticky));
    let failed = stage.end(asked).await;
    assert_eq!(failed.state.error.as_ref().unwrap().code, "audit_export.no_room");
    eventually(async || sticky.was_asked.load(Ordering::SeqCst)).await;
    hub.close().await;
    assert_eq!(stage.files.names(), [format!("{}.jsonl", failed.id)]);

    let _other = stage.another_hub();
    eventually(async || stage.files.names().is_empty()).await;
    eventually(async || !stage.is_due().await).await;
    let now = stage.end(failed.clone()).await;
    assert_eq!(now.state, failed.state);
    assert_eq!(actions(&stage.told(&now).await), ["create", "finish"], "it failed once");
}

/// A store in which another node finds that an export cannot be made, just before this one changes something while the
/// export has a status.
#[derive(Debug)]
struct Overtaken {
    store: Memory,
    at: ExportStatus,
    /// When somebody has to look after it then.
    due_at: Option<DateTime<Utc>>,
}

impl Overtaken {
    async fn overtake(&self, organization: OrganizationId) -> Result<()> {
        let mut work = self.store.work(organization).await?;
        let all = work.audit_exports().list(&Page::default()).await?.items;
        for export in all.into_iter().filter(|export| export.state.status == self.at) {
            let state = ExportState { status: ExportStatus::Failed, ..export.state.clone() };
            let (due_at, revision) = (self.due_at, export.revision + 1);
            work.audit_exports().change(&AuditExport { state, due_at, revision, ..export }).await?;
        }
        work.commit().await
    }
}

#[async_trait]
impl Store for Overtaken {
    async fn view(&self, organization: OrganizationId) -> Result<Box<dyn View>> {
        self.store.view(organization).await
    }
    async fn work(&self, organization: OrganizationId) -> Result<Box<dyn Work>> {
        self.overtake(organization).await?;
        self.store.work(organization).await
    }
    async fn overview(&self) -> Result<Box<dyn Overview>> {
        self.store.overview().await
    }
    async fn platform(&self) -> Result<Box<dyn Platform>> {
        self.store.platform().await
    }
    async fn append(&self, calls: &[FinishedCall]) -> Result<()> {
        self.store.append(calls).await
    }
    async fn ping(&self) -> Result<()> {
        self.store.ping().await
    }
}

#[tokio::test]
async fn one_that_fails_elsewhere_is_not_begun() {
    let stage = Stage::deserted(MemoryFiles::default()).await;
    let asked = stage.ask(request(ExportFormat::Jsonl, AuditQuery::default())).await;
    let store = Overtaken { store: stage.store.clone(), at: ExportStatus::Queued, due_at: asked.due_at };
    let _hub = stage.hub_over(store, Arc::clone(&stage.files));
    eventually(async || !stage.is_due().await).await;
    assert_eq!(stage.end(asked.clone()).await.state.status, ExportStatus::Failed);
    assert_eq!(actions(&stage.told(&asked).await), ["create"]);
}

#[tokio::test]
async fn whoever_works_on_one_that_failed_elsewhere_leaves_no_file() {
    let stage = Stage::deserted(MemoryFiles::default()).await;
    let asked = stage.ask(request(ExportFormat::Jsonl, AuditQuery::default())).await;
    let store = Overtaken { store: stage.store.clone(), at: ExportStatus::Running, due_at: None };
    let _hub = stage.hub_over(store, Arc::clone(&stage.files));
    // By then it has written some, and does not know.
    assert_eq!(stage.end(asked).await.state.status, ExportStatus::Failed);
    eventually(async || stage.files.names().is_empty()).await;
}

/// Cannot set anything on pages.
#[derive(Debug)]
struct OutOfInk;

#[async_trait]
impl ExportPrinter for OutOfInk {
    fn most(&self) -> u64 {
        100
    }
    fn check(&self, _: Option<&str>) -> Result<()> {
        Ok(())
    }
    async fn print(&self, _: Printed) -> Result<Vec<u8>> {
        panic!("no ink")
    }
}

#[tokio::test]
async fn one_whose_making_panics_has_failed_and_others_are_made() {
    let stage = Stage::built(MemoryFiles::default(), |hub| hub.export_printer(OutOfInk)).await;
    let asked = stage.ask(request(ExportFormat::Pdf, AuditQuery::default())).await;
    let failed = stage.end(asked).await;
    assert_eq!(failed.state.error.as_ref().unwrap().code, "internal");
    eventually(async || !stage.is_due().await).await;
    stage.done(request(ExportFormat::Jsonl, AuditQuery::default())).await;
    assert_eq!(actions(&stage.told(&failed).await), ["create", "finish"]);
}
