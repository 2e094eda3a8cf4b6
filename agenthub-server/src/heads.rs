//! Signed heads of the audit logs: the key that signs them, and the witnesses that keep them.

mod file;
mod webhook;

use agenthub_core::audit::HeadSigner;
use agenthub_core::hub::HubBuilder;

use self::file::WitnessFile;
use self::webhook::Webhook;
use crate::key_file::{self, KeyError};
use crate::settings::Settings;

/// The signer that the settings name; its key is made and kept at the first start.
///
/// # Errors
/// A key file cannot be read, does not hold a key, or cannot be written.
pub fn head_signer(settings: &Settings) -> Result<HeadSigner, KeyError> {
    let seed = key_file::read_or_make_bytes(settings, &settings.audit_key_file)?;
    let signer = HeadSigner::new(&settings.audit_origin, &seed);
    let place = key_file::beside_database(settings, &settings.audit_key_file);
    let mut signer = signer.map_err(|error| KeyError::new(&place, error))?;
    for file in &settings.audit_former_key_files {
        signer = signer.after(&key_file::read_bytes(settings, file)?);
    }
    Ok(signer)
}

/// The witnesses that the settings name, told by the hub that is being built.
pub(crate) fn with_witnesses(mut builder: HubBuilder, settings: &Settings) -> HubBuilder {
    if let Some(file) = &settings.audit_witness_file {
        builder = builder.witness(WitnessFile::new(file));
    }
    if let Some(url) = &settings.audit_witness_url {
        builder = builder.witness(Webhook::new(url));
    }
    builder
}
