//! The key under which what is personal in the audit logs is sealed.

use agenthub_core::subject_key::MasterKey;

use crate::key_file::{self, KeyError};
use crate::settings::Settings;

/// The master key that the settings name; made and kept at the first start.
///
/// # Errors
/// A key file cannot be read, does not hold a key, or cannot be written.
pub fn master_key(settings: &Settings) -> Result<MasterKey, KeyError> {
    let mut master = MasterKey::new(&key_file::read_or_make_bytes(settings, &settings.personal_key_file)?);
    for file in &settings.personal_former_key_files {
        master = master.after(&key_file::read_bytes(settings, file)?);
    }
    Ok(master)
}
