//! Checking the file of an export: no server, no database, no settings.

use std::fs::{self, File};
use std::io::Read as _;

use agenthub_core::audit::export::{ExportCheck, ExportManifest, ExportReport};
use clap::ArgMatches;

use super::evidence::{self, Read};
use crate::cli::{Ended, say};

/// The longest manifest that is read, in bytes.
const MAX_MANIFEST: u64 = 64 * 1024 * 1024;

pub(super) fn check(matches: &ArgMatches) -> Ended {
    let evidence = evidence::read(matches)?;
    let named = |name: &str| matches.get_one::<String>(name).map(String::as_str).unwrap_or_default();
    let manifest = manifest(named("manifest"))?;
    let export = manifest.export_id;
    let check = match ExportCheck::new(manifest, evidence.keys()) {
        Ok(check) => check,
        Err(fault) => return Err(format!("{export}: WRONG: {fault}").into()),
    };
    let report = read(check, named("export"))?;
    let is_json = matches.get_flag("json");
    say(&if is_json { serde_json::to_string(&report)? } else { report.to_string() })?;
    if report.fault.is_some() { Err("the export is not what it was".into()) } else { Ok(()) }
}

fn manifest(file: &str) -> Read<ExportManifest> {
    let failed = |error: &dyn std::fmt::Display| format!("{file}: it is no manifest of an export: {error}");
    if fs::metadata(file).is_ok_and(|found| found.len() > MAX_MANIFEST) {
        return Err(failed(&"it is too long").into());
    }
    let text = fs::read(file).map_err(|error| format!("{file}: cannot be read: {error}"))?;
    Ok(serde_json::from_slice(&text).map_err(|error| failed(&error))?)
}

fn read(mut check: ExportCheck, name: &str) -> Read<ExportReport> {
    let failed = |error| format!("{name}: cannot be read: {error}");
    let mut file = File::open(name).map_err(failed)?;
    let mut bytes = vec![0; 256 * 1024];
    loop {
        match file.read(&mut bytes).map_err(failed)? {
            0 => return Ok(check.finish()),
            length => check.take(&bytes[..length]),
        }
    }
}
