//! Exports of the audit logs: where their files are kept.

mod directory;
mod pdf;

use agenthub_core::hub::HubBuilder;

use self::directory::Directory;
use self::pdf::Pages;
use crate::key_file;
use crate::settings::{DatabaseUrl, Settings};

/// Has the hub that is being built make exports: keep their files where the settings say, and set pages. Where nothing else
/// is kept, files are not either.
pub fn with_exports(builder: HubBuilder, settings: &Settings) -> HubBuilder {
    let builder = builder.export_printer(Pages::new(&settings.font_directory));
    if matches!(settings.database, DatabaseUrl::Memory) {
        return builder;
    }
    let directory = key_file::beside_database(settings, &settings.audit_export_directory);
    builder.export_files(Directory::new(directory))
}
