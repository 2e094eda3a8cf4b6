//! Whether an export will fit, as far as that can be told before it is made.

use std::ops::Range;

use super::super::{ExportFormat, ExportRequest, format};
use super::Exports;
use crate::audit::export::files::no_room;
use crate::audit::query::Query;
use crate::audit::search::scan::{count_at_least, scan};
use crate::error::{Code, Error, Result};
use crate::store::View;

/// In how many places of the log records are measured, and how many in each.
const PLACES: u64 = 8;
const EACH: usize = 8;

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
    let query = request.query.query()?;
    let records = count_at_least(view, &query, whole.clone()).await?;
    if request.format == ExportFormat::Pdf {
        return check_records(records, exports.printer()?.most());
    }
    let bytes = records.saturating_mul(mean(view, request, &query, whole, records).await?);
    exports.check_length(bytes)?;
    match exports.files.room().await? {
        Some(free) if free < bytes => Err(no_room(bytes, free)),
        _ => Ok(()),
    }
}

/// How many bytes a record has that is wanted, as far as some show.
async fn mean(
    view: &mut dyn View,
    request: &ExportRequest,
    query: &Query,
    whole: Range<u64>,
    records: u64,
) -> Result<u64> {
    let (mut measured, mut bytes) = (0, 0);
    // Without one that is known to be wanted, looking for some could take long.
    let places = if records > 0 { PLACES } else { 0 };
    for place in 0..places {
        let from = whole.start + (whole.end - whole.start) / PLACES * place;
        for entry in scan(view, query, from..whole.end, EACH).await?.entries {
            bytes += format::record(request.format, &entry, None, 1)?.len() as u64;
            measured += 1;
        }
    }
    Ok(bytes / u64::max(measured, 1))
}

/// Refuses more records than can be set on pages.
pub(super) fn check_records(records: u64, most: u64) -> Result<()> {
    if records <= most {
        return Ok(());
    }
    Err(Error::new(Code::AUDIT_EXPORT_TOO_MANY_RECORDS).with("max", most))
}
