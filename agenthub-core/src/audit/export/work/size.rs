//! Whether an export will fit, as far as that can be told before it is made.

use super::super::{ExportFormat, ExportRequest, format};
use super::Exports;
use crate::audit::export::files::no_room;
use crate::audit::search::scan::count_at_least;
use crate::error::{Code, Error, Result};
use crate::store::View;

/// In how many places of the log records are measured, and how many in each.
const PLACES: u64 = 8;
const EACH: u32 = 8;

/// Refuses what surely will not fit.
///
/// # Errors
/// `audit_export.too_large`, `audit_export.too_many_records`, `audit_export.no_room`.
pub(in crate::audit::export) async fn check_at_request(
    view: &mut dyn View,
    request: &ExportRequest,
    exports: &Exports,
) -> Result<()> {
    let whole = view.audit().extent().await?;
    let records = count_at_least(view, &request.query.query()?, whole.clone()).await?;
    if request.format == ExportFormat::Pdf {
        return check_records(records, exports.printer()?.most());
    }
    let (mut measured, mut bytes) = (0, 0);
    for place in 0..PLACES {
        let from = whole.start + (whole.end - whole.start) / PLACES * place;
        for entry in view.audit().range(from, EACH).await? {
            bytes += format::record(request.format, &entry, 1)?.len() as u64;
            measured += 1;
        }
    }
    let bytes = records.saturating_mul(bytes / u64::max(measured, 1));
    exports.check_length(bytes)?;
    match exports.files.room().await? {
        Some(free) if free < bytes => Err(no_room(bytes, free)),
        _ => Ok(()),
    }
}

/// Refuses more records than can be set on pages.
pub(super) fn check_records(records: u64, most: u64) -> Result<()> {
    if records <= most {
        return Ok(());
    }
    Err(Error::new(Code::AUDIT_EXPORT_TOO_MANY_RECORDS).with("max", most))
}
