//! The secret that signs access tokens where no key pair does: set, or made once and kept.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use secrecy::ExposeSecret as _;

use super::{KeyError, wrong};
use crate::settings::{DatabaseUrl, Settings};

/// The shortest secret that is taken.
const SECRET_LENGTH: usize = 32;

/// The secret that was set, or the one that was made at an earlier start, or a new one.
pub(super) fn secret(settings: &Settings) -> Result<Vec<u8>, KeyError> {
    if let Some(secret) = &settings.secret_key {
        return Ok(secret.expose_secret().as_bytes().to_vec());
    }
    if matches!(settings.database, DatabaseUrl::Memory) {
        return Ok(new_secret().into_bytes());
    }
    let file = secret_file(settings);
    match fs::read(&file) {
        Ok(secret) if secret.trim_ascii().len() >= SECRET_LENGTH => Ok(secret.trim_ascii().to_vec()),
        Ok(_) => Err(wrong(&file, "it is shorter than 32 characters; remove it to have a new one made")),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => keep(&file, new_secret()),
        Err(error) => Err(wrong(&file, error)),
    }
}

/// A bare file name stands beside the database, so that both are found, kept and backed up together.
fn secret_file(settings: &Settings) -> PathBuf {
    let file = &settings.secret_key_file;
    match &settings.database {
        DatabaseUrl::Sqlite(database) if file.components().count() == 1 => database.with_file_name(file),
        _ => file.clone(),
    }
}

fn new_secret() -> String {
    URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>())
}

fn keep(file: &Path, secret: String) -> Result<Vec<u8>, KeyError> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(file).and_then(|mut open| open.write_all(secret.as_bytes()));
    written.map_err(|error| wrong(file, format!("a new secret cannot be written to it: {error}")))?;
    Ok(secret.into_bytes())
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
