//! Exports of the audit log.

use chrono::{DateTime, Utc};

use super::Subject;
use super::paging;
use super::sample::{add_organization, code, hash, moment};
use crate::audit::export::{
    AuditExport, AuditExportId, ExportFailure, ExportFormat, ExportProgress, ExportRequest, ExportState,
    ExportStatus, ExportedFile,
};
use crate::audit::{Actor, AuditFilter, AuditQuery, SignedHead, TreeHash};
use crate::error::{Code, Result};
use crate::organization::OrganizationId;
use crate::user::UserId;

cases! { "audit_exports":
    keeps_every_field
    an_unknown_export_is_not_found
    refuses_a_taken_id_and_an_unknown_organization
    is_changed_only_from_the_revision_before
    of_two_that_change_it_at_once_one_does
    is_removed_once
    another_organizations_export_does_not_exist
    lists_newest_first_in_pages
    those_that_are_due_come_in_order_from_all_organizations
}

fn new_export(format: ExportFormat) -> AuditExport {
    AuditExport {
        id: AuditExportId::new(),
        request: ExportRequest {
            format,
            query: AuditQuery::default(),
            language: None,
            time_zone: None,
            personal: false,
        },
        state: ExportState::default(),
        created_by: Actor::System,
        created_at: moment(0),
        due_at: Some(moment(0)),
        revision: 0,
    }
}

fn next(export: &AuditExport, records: u64) -> AuditExport {
    let progress = ExportProgress { records, ..export.state.progress };
    export.next(ExportState { progress, ..export.state.clone() }, export.due_at)
}

async fn add(store: &Subject, organization: OrganizationId, exports: &[AuditExport]) -> Result<()> {
    let mut work = store.work(organization).await?;
    for export in exports {
        work.audit_exports().add(export).await?;
    }
    work.commit().await
}

async fn get(
    store: &Subject,
    organization: OrganizationId,
    id: AuditExportId,
) -> Result<Option<AuditExport>> {
    store.view(organization).await?.audit_exports().get(id).await
}

async fn change(store: &Subject, organization: OrganizationId, export: &AuditExport) -> Result<bool> {
    let mut work = store.work(organization).await?;
    let is_changed = work.audit_exports().change(export).await?;
    work.commit().await?;
    Ok(is_changed)
}

fn a_full_state(id: AuditExportId) -> ExportState {
    let sha256 = TreeHash(hash(id));
    ExportState {
        status: ExportStatus::Failed,
        error: Some(ExportFailure {
            code: "audit_export.no_room".to_owned(),
            message: "no room; \u{0} 日".to_owned(),
            arguments: [("free".to_owned(), "7".to_owned())].into(),
        }),
        progress: ExportProgress { total: 1 << 53, looked_at: u64::MAX >> 1, records: 7, bytes: 1 << 40 },
        head: Some(SignedHead {
            size: 8,
            root: sha256,
            made_at: moment(3),
            vkey: "a+b+c".to_owned(),
            note: "a\n\n— b c\n".to_owned(),
        }),
        file: Some(ExportedFile { name: "audit.csv".to_owned(), bytes: 1 << 40, sha256 }),
        finished_at: Some(moment(999_999)),
        expires_at: Some(moment(1_000_001)),
    }
}

async fn keeps_every_field(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let export = new_export(ExportFormat::Pdf);
    let filter = AuditFilter { q: Some("text:\"\u{0} ' 日本\"".to_owned()), ..AuditFilter::default() };
    let export = AuditExport {
        request: ExportRequest {
            query: filter.into(),
            language: Some("pt-BR".to_owned()),
            time_zone: Some("America/Sao_Paulo".to_owned()),
            personal: true,
            ..export.request
        },
        created_by: Actor::Human(UserId::new()),
        created_at: moment(5),
        due_at: Some(moment(999_999)),
        ..export
    };
    add(&store, organization, std::slice::from_ref(&export)).await?;
    assert_eq!(get(&store, organization, export.id).await?.as_ref(), Some(&export));
    let changed = export.next(a_full_state(export.id), None);
    assert!(change(&store, organization, &changed).await?);
    assert_eq!(get(&store, organization, export.id).await?, Some(changed));
    Ok(())
}

async fn an_unknown_export_is_not_found(store: Subject) -> Result<()> {
    for organization in [add_organization(&*store).await?, OrganizationId::new()] {
        assert_eq!(get(&store, organization, AuditExportId::new()).await?, None);
        let mut work = store.work(organization).await?;
        assert!(!work.audit_exports().change(&next(&new_export(ExportFormat::Csv), 1)).await?);
        assert!(!work.audit_exports().remove(AuditExportId::new()).await?);
    }
    Ok(())
}

async fn refuses_a_taken_id_and_an_unknown_organization(store: Subject) -> Result<()> {
    let export = new_export(ExportFormat::Csv);
    let unknown = add(&store, OrganizationId::new(), std::slice::from_ref(&export)).await;
    assert_eq!(code(unknown), Some(Code::STORE_CONFLICT));
    let organization = add_organization(&*store).await?;
    let twice = add(&store, organization, &[export.clone(), export]).await;
    assert_eq!(code(twice), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn is_changed_only_from_the_revision_before(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let first = new_export(ExportFormat::Json);
    add(&store, organization, std::slice::from_ref(&first)).await?;
    let (second, other) = (next(&first, 1), next(&first, 2));
    assert!(change(&store, organization, &second).await?);
    for late in [&other, &second, &first] {
        assert!(!change(&store, organization, late).await?);
    }
    assert!(!change(&store, organization, &next(&next(&second, 3), 4)).await?, "one is left out");
    assert_eq!(get(&store, organization, first.id).await?, Some(second));
    Ok(())
}

async fn of_two_that_change_it_at_once_one_does(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut export = new_export(ExportFormat::Jsonl);
    add(&store, organization, std::slice::from_ref(&export)).await?;
    for round in 0..10 {
        let (one, two) = (next(&export, 2 * round), next(&export, 2 * round + 1));
        let both =
            futures_util::try_join!(change(&store, organization, &one), change(&store, organization, &two))?;
        assert!(both.0 != both.1, "{both:?}");
        export = if both.0 { one } else { two };
        assert_eq!(get(&store, organization, export.id).await?.as_ref(), Some(&export));
    }
    Ok(())
}

async fn is_removed_once(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let export = new_export(ExportFormat::Csv);
    add(&store, organization, std::slice::from_ref(&export)).await?;
    let mut work = store.work(organization).await?;
    assert!(work.audit_exports().remove(export.id).await?);
    assert!(!work.audit_exports().remove(export.id).await?);
    work.commit().await?;
    assert_eq!(get(&store, organization, export.id).await?, None);
    assert!(!change(&store, organization, &next(&export, 1)).await?);
    Ok(())
}

async fn another_organizations_export_does_not_exist(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    let export = new_export(ExportFormat::Csv);
    add(&store, theirs, std::slice::from_ref(&export)).await?;
    assert_eq!(get(&store, ours, export.id).await?, None);
    assert!(!change(&store, ours, &next(&export, 1)).await?);
    let mut work = store.work(ours).await?;
    assert!(!work.audit_exports().remove(export.id).await?);
    drop(work);
    paging::holds(&[], async |page| store.view(ours).await?.audit_exports().list(&page).await).await
}

async fn lists_newest_first_in_pages(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut all: Vec<_> = (0..8)
        .map(|n| AuditExport { created_at: moment(n / 2), ..new_export(ExportFormat::ALL[n as usize % 4]) })
        .collect();
    add(&store, organization, &all).await?;
    all.sort_by_key(|export| std::cmp::Reverse((export.created_at, export.id)));
    paging::holds(&all, async |page| store.view(organization).await?.audit_exports().list(&page).await).await
}

async fn those_that_are_due_come_in_order_from_all_organizations(store: Subject) -> Result<()> {
    let (one, two) = (add_organization(&*store).await?, add_organization(&*store).await?);
    let due_at = |due_at: Option<DateTime<Utc>>| AuditExport { due_at, ..new_export(ExportFormat::Csv) };
    let (never, late, first, second) =
        (due_at(None), due_at(Some(moment(11))), due_at(Some(moment(3))), due_at(Some(moment(10))));
    let second = AuditExport { state: a_full_state(second.id), ..second };
    add(&store, one, &[never, second.clone(), late]).await?;
    add(&store, two, std::slice::from_ref(&first)).await?;
    let due = async |limit| store.overview().await?.audit_exports().due(moment(10), limit).await;
    assert_eq!(due(10).await?, [(two, first.id), (one, second.id)]);
    assert_eq!(due(1).await?, [(two, first.id)]);
    assert!(change(&store, two, &first.next(first.state.clone(), Some(moment(20)))).await?);
    assert_eq!(due(10).await?, [(one, second.id)]);
    Ok(())
}
