//! Exports that tell personal data.

use std::sync::{Arc, Mutex};

use agenthub_core::access::Permission;
use agenthub_core::api_key::NewApiKey;
use agenthub_core::async_trait;
use agenthub_core::audit::export::{
    AuditExport, AuditExportId, ExportFiles as _, ExportFormat, ExportPrinter, ExportProgress, ExportRequest,
    ExportState, ExportStatus, MemoryFiles, Printed,
};
use agenthub_core::audit::personal::{ERASED, WITHHELD};
use agenthub_core::audit::{Actor, AuditQuery, Person, Request};
use agenthub_core::identity::Registration;
use agenthub_core::store::Store as _;
use agenthub_core::subject_key::MasterKey;
use agenthub_core::user::UserId;
use agenthub_core::{Clock as _, Id, Result, Role};
use chrono::TimeDelta;

use super::stage::{Stage, request};
use crate::identity::eventually;

const EMAIL: &str = "ada@example.org";

fn telling(format: ExportFormat) -> ExportRequest {
    ExportRequest { personal: true, ..request(format, AuditQuery::default()) }
}

impl Stage {
    /// One that seals, in the organization of a person who registered.
    async fn of_ada() -> (Self, UserId) {
        Self::of_ada_with(Arc::default()).await
    }

    async fn of_ada_with(pages: Arc<Pages>) -> (Self, UserId) {
        let sealing = |hub: agenthub_core::hub::HubBuilder| {
            hub.master_key(MasterKey::new(&[3; 32])).export_printer(Printer(pages))
        };
        let mut stage = Self::built(MemoryFiles::default(), sealing).await;
        let new = Registration::new(EMAIL, "a long enough sentence".into());
        let ada = stage.hub.identity().register(new, Request::default()).await.unwrap();
        stage.organization = ada.organization.id;
        (stage, ada.user.id)
    }

    async fn text(&self, export: &AuditExport) -> String {
        String::from_utf8(self.file(export).await).unwrap()
    }

    async fn look(&self, id: AuditExportId) -> AuditExport {
        self.session().audit_exports().get(id).await.unwrap()
    }

    /// Puts an export there that somebody else asked for, in this state, and held so long.
    async fn put(&self, created_by: Actor, state: ExportState, held: TimeDelta) -> AuditExport {
        let export = AuditExport {
            id: AuditExportId::new(),
            request: telling(ExportFormat::Jsonl),
            state,
            created_by,
            created_at: self.clock.now(),
            due_at: Some(self.clock.now() + held),
            revision: 0,
        };
        let mut work = self.store.work(self.organization).await.unwrap();
        work.audit_exports().add(&export).await.unwrap();
        work.commit().await.unwrap();
        export
    }
}

/// What was to be set on pages.
#[derive(Debug, Default)]
struct Pages(Mutex<String>);

/// Sets nothing on pages, and shows what it was given.
#[derive(Debug)]
struct Printer(Arc<Pages>);

#[async_trait]
impl ExportPrinter for Printer {
    fn most(&self) -> u64 {
        100
    }
    fn check(&self, _: Option<&str>) -> Result<()> {
        Ok(())
    }
    async fn print(&self, printed: Printed) -> Result<Vec<u8>> {
        *self.0.0.lock().unwrap() = serde_json::to_string(&printed.entries).unwrap();
        Ok(b"%PDF-".to_vec())
    }
}

#[tokio::test]
async fn an_erasure_ends_files_that_tell_personal_data_and_no_others() {
    let (stage, ada) = Stage::of_ada().await;
    let told = stage.done(telling(ExportFormat::Csv)).await;
    let sealed = stage.done(request(ExportFormat::Csv, AuditQuery::default())).await;
    assert!(stage.text(&told).await.contains(EMAIL) && !stage.text(&sealed).await.contains(EMAIL));

    stage.session().audit().erase(&Person::User(ada)).await.unwrap();
    assert!(stage.session().audit_exports().file(told.id).await.is_err(), "it is out of reach at once");
    eventually(async || stage.look(told.id).await.state.status == ExportStatus::Expired).await;
    let kept = stage.files.names();
    assert!(kept.iter().all(|name| name.starts_with(&sealed.id.to_string())), "{kept:?}");
    assert!(stage.check(&sealed, &stage.file(&sealed).await).await.fault.is_none());
    let after = stage.text(&stage.done(telling(ExportFormat::Csv)).await).await;
    assert!(after.contains(ERASED) && !after.contains(EMAIL), "{after}");
}

#[tokio::test]
async fn an_export_that_is_being_made_begins_anew_after_an_erasure() {
    let (stage, ada) = Stage::of_ada().await;
    let half = b"half of a file with ada@example.org";
    let progress = ExportProgress { total: 9, looked_at: 5, records: 5, bytes: half.len() as u64 };
    let state = ExportState { status: ExportStatus::Running, progress, ..ExportState::default() };
    let held = TimeDelta::seconds(20);
    let export = stage.put(Actor::System, state, held).await;
    stage.files.write(&format!("{}.jsonl", export.id), 0, half.to_vec()).await.unwrap();

    stage.session().audit().erase(&Person::User(ada)).await.unwrap();
    let found = stage.look(export.id).await;
    assert_eq!((found.state, found.due_at), (ExportState::default(), export.due_at), "and is held as before");
    stage.clock.advance(held);
    let export = stage.end(export).await;
    let text = stage.text(&export).await;
    assert!(text.contains(ERASED) && !text.contains(EMAIL), "{text}");
    assert_eq!(stage.check(&export, text.as_bytes()).await.fault, None);
}

#[tokio::test]
async fn who_asked_must_still_be_allowed_it_when_it_is_made() {
    let (stage, ada) = Stage::of_ada().await;
    let ended = async |who: Actor| {
        let export = stage.put(who, ExportState::default(), TimeDelta::zero()).await;
        let state = stage.end(export).await.state;
        (state.status, state.error.map(|error| error.code))
    };
    let is_made = (ExportStatus::Done, None);
    let is_denied = (ExportStatus::Failed, Some("auth.denied".to_owned()));
    for role in Role::ALL {
        let mut work = stage.store.work(stage.organization).await.unwrap();
        let mut member = work.members().get(ada).await.unwrap().unwrap().member;
        member.role = role;
        work.members().change(&member).await.unwrap();
        work.commit().await.unwrap();
        let may = role.permissions().contains(Permission::AuditReadPersonal);
        assert_eq!(
            ended(Actor::Human(ada)).await,
            if may { is_made.clone() } else { is_denied.clone() },
            "{role}"
        );
    }
    let mut work = stage.store.work(stage.organization).await.unwrap();
    work.members().remove(ada).await.unwrap();
    work.commit().await.unwrap();
    assert_eq!(ended(Actor::Human(ada)).await, is_denied, "who is a member no more");
    assert_eq!(ended(Actor::Human(Id::new())).await, is_made, "whom the program vouched for");

    let session = stage.session();
    let key = async |scopes: &[Permission]| {
        let new = NewApiKey { name: "Service".to_owned(), scopes: scopes.to_vec(), expires_at: None };
        session.api_keys().create(new).await.unwrap().0.id
    };
    let wide = key(&[Permission::AuditExport, Permission::AuditReadPersonal]).await;
    assert_eq!(ended(Actor::ApiKey(wide)).await, is_made);
    session.api_keys().revoke(wide).await.unwrap();
    assert_eq!(ended(Actor::ApiKey(wide)).await, is_denied);
    let narrow = key(&[Permission::AuditExport]).await;
    assert_eq!(ended(Actor::ApiKey(narrow)).await, is_denied);
}

#[tokio::test]
async fn pages_show_what_is_personal_only_where_that_was_asked_for() {
    let pages = Arc::<Pages>::default();
    let (stage, ada) = Stage::of_ada_with(Arc::clone(&pages)).await;
    let printed = async |request: ExportRequest| {
        stage.done(request).await;
        pages.0.lock().unwrap().clone()
    };
    let plain = request(ExportFormat::Pdf, AuditQuery::default());
    let shown = printed(plain.clone()).await;
    assert!(shown.contains(WITHHELD) && !shown.contains(EMAIL) && !shown.contains("sealed:1:"), "{shown}");
    let shown = printed(telling(ExportFormat::Pdf)).await;
    assert!(shown.contains(EMAIL) && !shown.contains(WITHHELD), "{shown}");
    stage.session().audit().erase(&Person::User(ada)).await.unwrap();
    let shown = printed(telling(ExportFormat::Pdf)).await;
    assert!(shown.contains(ERASED) && !shown.contains(EMAIL), "{shown}");
    let shown = printed(plain).await;
    assert!(shown.contains(WITHHELD) && !shown.contains(ERASED), "who sees nothing does not see that either");
}
