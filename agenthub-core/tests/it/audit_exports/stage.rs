//! A hub that makes exports, and somebody who checks them.

use std::sync::Arc;
use std::time::Duration;

use agenthub_core::audit::export::{
    AuditExport, AuditExportId, ExportCheck, ExportFiles, ExportFormat, ExportManifest, ExportProgress,
    ExportReport, ExportRequest, ExportState, ExportStatus, MemoryFiles,
};
use agenthub_core::audit::{
    AuditFilter, AuditOrder, AuditQuery, Changes, Entity, Entry, HeadSigner, NewRecord, VerifierKey,
};
use agenthub_core::hub::HubBuilder;
use agenthub_core::organization::OrganizationId;
use agenthub_core::page::Page;
use agenthub_core::store::Store;
use agenthub_core::store::memory::Memory;
use agenthub_core::{Caller, Clock as _, Hub, HubOptions, ManualClock, Session};

use crate::identity::eventually;
use crate::support::new_record;

pub(super) struct Stage {
    pub(super) hub: Hub,
    pub(super) store: Memory,
    pub(super) files: Arc<MemoryFiles>,
    pub(super) clock: Arc<ManualClock>,
    pub(super) organization: OrganizationId,
}

/// Looks often, and signs when it is asked to.
pub(super) fn options() -> HubOptions {
    let (often, never) = (Duration::from_millis(1), Duration::from_secs(3600));
    HubOptions { tree_every: often, exports_every: often, heads_every: never, ..HubOptions::default() }
}

pub(super) fn signer(seed: u8) -> HeadSigner {
    HeadSigner::new("hub.example.org", &[seed; 32]).unwrap()
}

pub(super) fn request(format: ExportFormat, query: AuditQuery) -> ExportRequest {
    ExportRequest { format, query, language: None, time_zone: None, personal: false }
}

/// The records with this action.
pub(super) fn about(action: &str) -> AuditQuery {
    AuditFilter { action: Some(action.to_owned()), ..AuditFilter::default() }.into()
}

impl Stage {
    pub(super) async fn new() -> Self {
        Self::with_hub(options(), MemoryFiles::default()).await
    }

    pub(super) async fn with_hub(options: HubOptions, files: MemoryFiles) -> Self {
        Self::built(files, |hub| hub.options(options)).await
    }

    pub(super) async fn built(files: MemoryFiles, more: impl FnOnce(HubBuilder) -> HubBuilder) -> Self {
        let (store, files) = (Memory::new(), Arc::new(files));
        let clock = Arc::new(ManualClock::starting_at("2026-11-20T12:00:00Z".parse().unwrap()));
        let hub = Hub::builder(store.clone()).options(options()).clock(clock.clone());
        let hub = more(hub.head_signer(signer(1)).export_files(Arc::clone(&files))).build();
        let organization = hub.create_organization("Acme").await.unwrap().id;
        Self { hub, store, files, clock, organization }
    }

    /// One whose hub is gone, so that nobody works on what is asked for.
    pub(super) async fn deserted(files: MemoryFiles) -> Self {
        let stage =
            Self::with_hub(HubOptions { exports_every: Duration::from_secs(3600), ..options() }, files).await;
        stage.hub.close().await;
        stage
    }

    /// Another one over the same store and files.
    pub(super) fn another_hub(&self) -> Hub {
        self.hub_over(self.store.clone(), Arc::clone(&self.files))
    }

    /// Another one over others.
    pub(super) fn hub_over(&self, store: impl Store, files: impl ExportFiles) -> Hub {
        let hub = Hub::builder(store).options(options()).clock(self.clock.clone());
        hub.head_signer(signer(1)).export_files(files).build()
    }

    pub(super) fn session(&self) -> Session {
        self.hub.enter(Caller::system(self.organization))
    }

    pub(super) fn keys(&self) -> Vec<VerifierKey> {
        signer(1).keys(self.organization)
    }

    /// Has a record written for each of these actions.
    pub(super) async fn records(&self, actions: &[&str]) {
        for action in actions {
            let record = NewRecord {
                changes: Changes::none().with("text", "=1\n\"x\""),
                compliance_tags: vec!["gdpr".to_owned()],
                ..new_record(action, Entity::new("invoice", "7"))
            };
            self.session().audit().add(record).await.unwrap();
        }
    }

    /// Waits until the index has the whole log.
    pub(super) async fn indexed(&self) {
        eventually(async || {
            let mut view = self.store.view(self.organization).await.unwrap();
            let log = view.audit().extent().await.unwrap().end;
            view.audit_index().length().await.unwrap() == log
        })
        .await;
    }

    pub(super) async fn ask(&self, request: ExportRequest) -> AuditExport {
        self.session().audit_exports().request(request).await.unwrap()
    }

    /// Waits until nobody works on an export any more.
    pub(super) async fn end(&self, asked: AuditExport) -> AuditExport {
        let session = self.session();
        let look = async || session.audit_exports().get(asked.id).await.unwrap();
        let working = [ExportStatus::Queued, ExportStatus::Running];
        eventually(async || !working.contains(&look().await.state.status)).await;
        look().await
    }

    pub(super) async fn done(&self, request: ExportRequest) -> AuditExport {
        let export = self.end(self.ask(request).await).await;
        assert_eq!(export.state.status, ExportStatus::Done, "{:?}", export.state);
        export
    }

    /// Does somebody have to look after an export?
    pub(super) async fn is_due(&self) -> bool {
        let mut overview = self.store.overview().await.unwrap();
        !overview.audit_exports().due(self.clock.now(), 1).await.unwrap().is_empty()
    }

    /// What was done with an export, as the log has it, oldest first.
    pub(super) async fn told(&self, export: &AuditExport) -> Vec<Entry> {
        let about = AuditFilter {
            entity_type: Some("audit_export".to_owned()),
            entity_id: Some(export.id.to_string()),
            order: Some(AuditOrder::Oldest),
            ..AuditFilter::default()
        };
        self.session().audit().list(about, &Page::default()).await.unwrap().items
    }

    pub(super) async fn file(&self, export: &AuditExport) -> Vec<u8> {
        let mut download = self.session().audit_exports().download(export.id, 0..u64::MAX).await.unwrap();
        let mut file = Vec::new();
        loop {
            let bytes = download.next(1000).await.unwrap();
            if bytes.is_empty() {
                return file;
            }
            file.extend(bytes);
        }
    }

    pub(super) async fn manifest(&self, export: &AuditExport) -> ExportManifest {
        serde_json::from_slice(&self.session().audit_exports().manifest(export.id).await.unwrap()).unwrap()
    }

    /// Checks a file by the manifest of an export.
    pub(super) async fn check(&self, export: &AuditExport, file: &[u8]) -> ExportReport {
        let mut check = ExportCheck::new(self.manifest(export).await, &self.keys()).unwrap();
        file.chunks(777).for_each(|bytes| check.take(bytes));
        check.finish()
    }

    /// Puts an export there as a hub leaves it that is killed.
    pub(super) async fn left_behind(
        &self,
        like: &AuditExport,
        progress: ExportProgress,
        file: &[u8],
    ) -> AuditExport {
        let id = AuditExportId::new();
        let export = AuditExport {
            id,
            state: ExportState {
                status: ExportStatus::Running,
                progress,
                head: like.state.head.clone(),
                ..ExportState::default()
            },
            due_at: Some(self.clock.now()),
            revision: 7,
            ..like.clone()
        };
        let name = format!("{id}.{}", export.request.format.as_str());
        self.files.write(&name, 0, file.to_vec()).await.unwrap();
        let mut work = self.store.work(self.organization).await.unwrap();
        work.audit_exports().add(&export).await.unwrap();
        work.commit().await.unwrap();
        export
    }
}
