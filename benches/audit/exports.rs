//! How fast a whole log is exported, and how much memory that takes.

use std::fs;
use std::time::{Duration, Instant};

use agenthub_benches::{Failure, Table};
use agenthub_core::Session;
use agenthub_core::audit::AuditQuery;
use agenthub_core::audit::export::{ExportFormat, ExportRequest};

/// Adds the rates of exports, beside that of SHA-256 alone, and how much the process grew at the most.
pub async fn exports(table: &mut Table, session: &Session, hashed: f64) -> Result<(), Failure> {
    for format in [ExportFormat::Jsonl, ExportFormat::Csv, ExportFormat::Json] {
        // From here on the kernel notes the most anew.
        fs::write("/proc/self/clear_refs", "5")?;
        let before = memory("VmRSS:")?;
        let exported = export(session, format).await?;
        let grown = memory("VmHWM:")?.saturating_sub(before);
        let name = format.as_str();
        table.row(
            &format!("records exported as {name}, read again and held to the head"),
            format!("{exported:.0}/s"),
            format!("{hashed:.0}/s"),
            format!("{:.2}", exported / hashed),
            String::new(),
        );
        table.row(
            &format!("memory that the export as {name} takes"),
            format!("{:.1} MiB", grown as f64 / 1024.0),
            String::new(),
            String::new(),
            String::new(),
        );
    }
    Ok(())
}

/// Records a second of an export of the whole log, from the request until it is done.
async fn export(session: &Session, format: ExportFormat) -> Result<f64, Failure> {
    let begun = Instant::now();
    let request = ExportRequest {
        format,
        query: AuditQuery::default(),
        language: None,
        time_zone: None,
        personal: false,
    };
    let id = session.audit_exports().request(request).await?.id;
    loop {
        let state = session.audit_exports().get(id).await?.state;
        if state.finished_at.is_some() {
            assert_eq!(state.error, None);
            return Ok(state.progress.records as f64 / begun.elapsed().as_secs_f64());
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// What the kernel says of this process, in KiB.
fn memory(of: &str) -> Result<u64, Failure> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(of)).ok_or("the kernel does not tell")?;
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}
