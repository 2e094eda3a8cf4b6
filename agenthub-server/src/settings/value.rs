//! How the text of a setting becomes its value; `None` where it cannot.

use std::fmt;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use secrecy::SecretString;

/// Where everything is kept.
#[derive(Clone)]
pub enum DatabaseUrl {
    /// In memory, gone with the process.
    Memory,
    /// In an SQLite file.
    Sqlite(PathBuf),
    /// In PostgreSQL; the address may hold a password.
    Postgres(SecretString),
}

impl FromStr for DatabaseUrl {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        if matches!(text, "memory" | "memory:" | "sqlite::memory:") {
            return Ok(Self::Memory);
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.into()));
        }
        let path = text.strip_prefix("sqlite:").ok_or(())?;
        let path = path.strip_prefix("//").unwrap_or(path);
        if path.is_empty() { Err(()) } else { Ok(Self::Sqlite(path.into())) }
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Memory => f.write_str("memory (nothing is kept)"),
            Self::Sqlite(path) => write!(f, "SQLite file {}", path.display()),
            Self::Postgres(_) => f.write_str("PostgreSQL"),
        }
    }
}

/// When the database's schema is brought up to date at the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Migrate {
    /// An SQLite file always, PostgreSQL only while it is empty.
    Auto,
    /// Always.
    Always,
    /// Never; the server refuses to start instead.
    Never,
}

/// How log messages look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines: one JSON object a line.
    Json,
}

/// A range of addresses, such as `10.0.0.0/8`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    base: u128,
    mask: u128,
}

impl Network {
    /// Is `address` in the range?
    pub fn contains(self, address: IpAddr) -> bool {
        bits(address) & self.mask == self.base
    }
}

impl FromStr for Network {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (address, length) = text.split_once('/').map_or((text, None), |(a, l)| (a, Some(l)));
        let address: IpAddr = address.parse().map_err(drop)?;
        let width: u32 = if address.is_ipv4() { 32 } else { 128 };
        let length: u32 = length.map_or(Ok(width), str::parse).map_err(drop)?;
        let host_bits = width.checked_sub(length).ok_or(())?;
        let mask = u128::MAX.checked_shl(host_bits).unwrap_or(0);
        Ok(Self { base: bits(address) & mask, mask })
    }
}

/// An address as IPv6, so that `::ffff:10.0.0.1` is `10.0.0.1`.
fn bits(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(v4) => v4.to_ipv6_mapped().to_bits(),
        IpAddr::V6(v6) => v6.to_bits(),
    }
}

pub(super) fn address(text: &str) -> Option<String> {
    let (host, port) = text.rsplit_once(':')?;
    port.parse::<u16>().ok()?;
    (!host.is_empty()).then(|| text.to_owned())
}

pub(super) fn flag(text: &str) -> Option<bool> {
    match text {
        "true" | "yes" | "on" | "1" => Some(true),
        "false" | "no" | "off" | "0" => Some(false),
        _ => None,
    }
}

pub(super) fn migrate(text: &str) -> Option<Migrate> {
    match text {
        "auto" => Some(Migrate::Auto),
        "always" | "true" => Some(Migrate::Always),
        "never" | "false" => Some(Migrate::Never),
        _ => None,
    }
}

pub(super) fn log_format(text: &str) -> Option<LogFormat> {
    match text {
        "text" => Some(LogFormat::Text),
        "json" => Some(LogFormat::Json),
        _ => None,
    }
}

/// A secret: at least 32 characters, as fewer can be guessed. Nothing for none.
pub(super) fn secret(text: &str) -> Option<Option<SecretString>> {
    match text.len() {
        0 => Some(None),
        32.. => Some(Some(text.into())),
        _ => None,
    }
}

/// The address of a Redis. Nothing for none.
pub(super) fn redis_url(text: &str) -> Option<Option<SecretString>> {
    if text.is_empty() {
        return Some(None);
    }
    redis::Client::open(text).ok().map(|_| Some(text.into()))
}

pub(super) fn path(text: &str) -> Option<PathBuf> {
    (!text.is_empty()).then(|| text.into())
}

/// A name that a signed note can have: without spaces, `+` and control characters.
pub(super) fn origin(text: &str) -> Option<String> {
    let bad = |c: char| c.is_whitespace() || c.is_control() || c == '+';
    (!text.is_empty() && !text.contains(bad)).then(|| text.to_owned())
}

/// An address on the web; nothing for none.
pub(super) fn url(text: &str) -> Option<Option<String>> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    match (text, rest) {
        ("", _) => Some(None),
        (_, Some(host)) if !host.is_empty() => Some(Some(text.to_owned())),
        _ => None,
    }
}

pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|word| !word.is_empty())
}

pub(super) fn origins(text: &str) -> Option<Vec<String>> {
    let is_origin = |word: &str| {
        let rest = word.strip_prefix("https://").or_else(|| word.strip_prefix("http://"));
        word == "*" || rest.is_some_and(|host| !host.is_empty() && !host.contains('/'))
    };
    words(text).map(|word| is_origin(word).then(|| word.to_owned())).collect()
}

pub(super) fn networks(text: &str) -> Option<Vec<Network>> {
    words(text).map(|word| word.parse().ok()).collect()
}

/// A whole number of units, each of `seconds`; at least one.
pub(super) fn span(text: &str, seconds: u64) -> Option<Duration> {
    let count: u32 = text.parse().ok().filter(|count| *count > 0)?;
    Some(Duration::from_secs(u64::from(count) * seconds))
}

/// A whole number of units, each of `bytes`; at least one.
pub(super) fn size(text: &str, bytes: usize) -> Option<usize> {
    text.parse::<usize>().ok().filter(|count| *count > 0)?.checked_mul(bytes)
}

/// A limit; 0 for none.
pub(super) fn limit(text: &str) -> Option<Option<NonZeroU32>> {
    text.parse().ok().map(NonZeroU32::new)
}
