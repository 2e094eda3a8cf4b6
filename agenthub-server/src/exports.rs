//! Exports of the audit logs: where their files are kept.

mod directory;

use agenthub_core::hub::HubBuilder;

use self::directory::Directory;
use crate::key_file;
use crate::settings::{DatabaseUrl, Settings};

/// Has the hub that is being built keep the files of exports where the settings say. Where nothing else is kept, they are
/// not either.
pub fn with_exports(builder: HubBuilder, settings: &Settings) -> HubBuilder {
    if matches!(settings.database, DatabaseUrl::Memory) {
        return builder;
    }
    let directory = key_file::beside_database(settings, &settings.audit_export_directory);
    builder.export_files(Directory::new(directory))
}
