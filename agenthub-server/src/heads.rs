//! Signed heads of the audit logs: the key that signs them, and the witnesses that keep them.

mod file;
mod webhook;

use std::path::Path;

use agenthub_core::audit::HeadSigner;
use agenthub_core::hub::HubBuilder;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use self::file::WitnessFile;
use self::webhook::Webhook;
use crate::key_file::{self, KeyError};
use crate::settings::Settings;

/// The signer that the settings name; its key is made and kept at the first start.
///
/// # Errors
/// A key file cannot be read, does not hold a key, or cannot be written.
pub fn head_signer(settings: &Settings) -> Result<HeadSigner, KeyError> {
    let file = &settings.audit_key_file;
    let place = key_file::beside_database(settings, file);
    let seed = seed(&place, &key_file::read_or_make(settings, file)?)?;
    let signer = HeadSigner::new(&settings.audit_origin, &seed);
    let mut signer = signer.map_err(|error| KeyError::new(&place, error))?;
    for file in &settings.audit_former_key_files {
        let place = key_file::beside_database(settings, file);
        let former = std::fs::read(&place).map_err(|error| KeyError::new(&place, error))?;
        signer = signer.after(&self::seed(&place, former.trim_ascii())?);
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

fn seed(file: &Path, text: &[u8]) -> Result<[u8; 32], KeyError> {
    let bytes = URL_SAFE_NO_PAD.decode(text).ok().and_then(|bytes| bytes.try_into().ok());
    bytes.ok_or_else(|| KeyError::new(file, "it does not hold 32 bytes in base64url"))
}
