//! Keys that the server makes itself at its first start, and keeps in files.

use std::fmt;
use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::settings::{DatabaseUrl, Settings};

/// A key file that cannot be used.
#[derive(Debug)]
pub struct KeyError {
    file: PathBuf,
    reason: String,
}

impl KeyError {
    pub(crate) fn new(file: &Path, reason: impl fmt::Display) -> Self {
        Self { file: file.to_owned(), reason: reason.to_string() }
    }
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the key file {} cannot be used: {}", self.file.display(), self.reason)
    }
}

impl std::error::Error for KeyError {}

/// The key in the file, without the white space around it; made where there is no file. Where nothing is kept, the key
/// is not either.
pub(crate) fn read_or_make(settings: &Settings, file: &Path) -> Result<Vec<u8>, KeyError> {
    if matches!(settings.database, DatabaseUrl::Memory) {
        return Ok(new_key().into_bytes());
    }
    let file = beside_database(settings, file);
    match fs::read(&file) {
        Ok(key) => Ok(key.trim_ascii().to_vec()),
        Err(error) if error.kind() == ErrorKind::NotFound => keep(&file, new_key()),
        Err(error) => Err(KeyError::new(&file, error)),
    }
}

/// The key of 32 bytes that the file has as text; made where there is no file.
pub(crate) fn read_or_make_bytes(settings: &Settings, file: &Path) -> Result<[u8; 32], KeyError> {
    bytes(&beside_database(settings, file), &read_or_make(settings, file)?)
}

/// The key of 32 bytes in a file that must be there.
pub(crate) fn read_bytes(settings: &Settings, file: &Path) -> Result<[u8; 32], KeyError> {
    let place = beside_database(settings, file);
    let text = fs::read(&place).map_err(|error| KeyError::new(&place, error))?;
    bytes(&place, text.trim_ascii())
}

fn bytes(file: &Path, text: &[u8]) -> Result<[u8; 32], KeyError> {
    let bytes = URL_SAFE_NO_PAD.decode(text).ok().and_then(|bytes| bytes.try_into().ok());
    bytes.ok_or_else(|| KeyError::new(file, "it does not hold 32 bytes in base64url"))
}

/// A bare file name stands beside the database, so that both are found, kept and backed up together.
pub(crate) fn beside_database(settings: &Settings, file: &Path) -> PathBuf {
    match &settings.database {
        DatabaseUrl::Sqlite(database) if file.components().count() == 1 => database.with_file_name(file),
        _ => file.to_owned(),
    }
}

/// 32 random bytes as text.
fn new_key() -> String {
    URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>())
}

fn keep(file: &Path, key: String) -> Result<Vec<u8>, KeyError> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(file).and_then(|mut open| open.write_all(key.as_bytes()));
    written.map_err(|error| KeyError::new(file, format!("a new key cannot be written to it: {error}")))?;
    Ok(key.into_bytes())
}
