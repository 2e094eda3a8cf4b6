//! What becomes of exports that tell personal data, when somebody's data is erased.

use chrono::{DateTime, Utc};

use super::{AuditExport, AuditExportId, ExportState, ExportStatus};
use crate::error::Result;
use crate::page::Page;
use crate::store::Rows;

/// Ends the exports of an organization that tell personal data, in the change that erases somebody's: their files are out
/// of reach with it, and are removed soon after, also where a crash comes between. Those that are not done yet begin anew.
pub(crate) async fn end_personal_exports(rows: &mut dyn Rows, now: DateTime<Utc>) -> Result<()> {
    let all = rows.audit_exports().list(&Page::first(Page::MAX)).await?.items;
    for export in all.into_iter().filter(|export| export.request.personal) {
        end(rows, export.id, now).await?;
    }
    Ok(())
}

/// Whoever makes it may note something at the same time; then it is looked at again.
async fn end(rows: &mut dyn Rows, id: AuditExportId, now: DateTime<Utc>) -> Result<()> {
    while let Some(export) = rows.audit_exports().get(id).await? {
        let Some(ended) = ended(&export, now) else { return Ok(()) };
        if rows.audit_exports().change(&ended).await? {
            return Ok(());
        }
    }
    Ok(())
}

/// The export as it is without what was erased; `None` where it has nothing of that.
fn ended(export: &AuditExport, now: DateTime<Utc>) -> Option<AuditExport> {
    match export.state.status {
        // Whoever makes it finds another revision, and stops. Nobody begins anew as long as that one holds it, as two
        // must not write into one file.
        ExportStatus::Queued | ExportStatus::Running => {
            Some(export.next(ExportState::default(), export.due_at))
        }
        ExportStatus::Done if export.state.expires_at.is_none_or(|end| end > now) => {
            let state = ExportState { expires_at: Some(now), ..export.state.clone() };
            Some(export.next(state, Some(now)))
        }
        ExportStatus::Done | ExportStatus::Failed | ExportStatus::Expired => None,
    }
}
