//! The secret that signs access tokens where no key pair does: set, or made once and kept.

use std::path::Path;

use secrecy::ExposeSecret as _;

use super::{KeyError, wrong};
use crate::key_file;
use crate::settings::Settings;

/// The shortest secret that is taken.
const SECRET_LENGTH: usize = 32;

/// The secret that was set, or the one that was made at an earlier start, or a new one.
pub(super) fn secret(settings: &Settings) -> Result<Vec<u8>, KeyError> {
    if let Some(secret) = &settings.secret_key {
        return Ok(secret.expose_secret().as_bytes().to_vec());
    }
    let file = &settings.secret_key_file;
    let secret = key_file::read_or_make(settings, file)?;
    if secret.len() < SECRET_LENGTH {
        let reason = "it is shorter than 32 characters; remove it to have a new one made";
        return Err(wrong(&key_file::beside_database(settings, file), reason));
    }
    Ok(secret)
}

/// A former secret. A public key in another form than PEM must not pass for one: everybody may know it, and could then
/// sign with it.
pub(super) fn former_secret<'t>(file: &Path, text: &'t [u8]) -> Result<&'t [u8], KeyError> {
    let secret = text.trim_ascii();
    let is_line = str::from_utf8(secret).is_ok_and(|secret| !secret.contains(char::is_control));
    let is_public = secret.starts_with(b"{") || secret.starts_with(b"ssh-");
    if is_line && !is_public && secret.len() >= SECRET_LENGTH {
        return Ok(secret);
    }
    Err(wrong(
        file,
        "it holds neither a public key in PEM form nor a secret, one line of at least 32 characters",
    ))
}
