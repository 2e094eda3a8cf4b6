//! Targets that audit records are forwarded to, as the settings name them.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use http::{HeaderName, HeaderValue};
use reqwest::Url;
use secrecy::{ExposeSecret as _, SecretString};
use sha2::{Digest as _, Sha256};
use tokio_rustls::rustls::pki_types::{IpAddr, ServerName};

/// Where audit records are forwarded to.
#[derive(Clone)]
pub enum ForwardTarget {
    /// An address on the web. It may hold a password, or be one.
    Http(SecretString),
    /// A host and a port.
    Tcp(String),
    /// A host and a port, inside TLS.
    Tls {
        /// Both of them.
        address: String,
        /// The host, for which its certificate must be.
        host: ServerName<'static>,
    },
    /// A file.
    File(PathBuf),
}

impl ForwardTarget {
    /// What it is called where others see it, and where it is kept how far it has come. It holds no secret: paths are told
    /// from each other, and not shown.
    pub fn name(&self) -> String {
        match self {
            Self::Tcp(address) => format!("tcp://{address}"),
            Self::Tls { address, .. } => format!("tls://{address}"),
            Self::File(path) => {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                format!("file://{name}#{}", short(&path.to_string_lossy()))
            }
            Self::Http(url) => {
                let Ok(url) = Url::parse(url.expose_secret()) else { return "https".to_owned() };
                let origin = url.origin().ascii_serialization();
                let rest = format!("{}?{}", url.path(), url.query().unwrap_or_default());
                if rest == "/?" {
                    return origin;
                }
                format!("{origin}/#{}", short(&rest))
            }
        }
    }
}

/// Enough of a digest to tell texts from each other.
fn short(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

impl fmt::Debug for ForwardTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name())
    }
}

impl FromStr for ForwardTarget {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        if let Some(path) = text.strip_prefix("file://") {
            return if path.starts_with('/') { Ok(Self::File(path.into())) } else { Err(()) };
        }
        if let Some(address) = text.strip_prefix("tcp://") {
            return super::value::address(address).map(Self::Tcp).ok_or(());
        }
        if let Some(address) = text.strip_prefix("tls://") {
            return tls(address).ok_or(());
        }
        let url = Url::parse(text).map_err(drop)?;
        if matches!(url.scheme(), "https" | "http") { Ok(Self::Http(text.into())) } else { Err(()) }
    }
}

/// A port inside TLS, of a host by its name or its IPv4 address.
fn tls(text: &str) -> Option<ForwardTarget> {
    let address = super::value::address(text)?;
    let (host, _port) = address.rsplit_once(':')?;
    let host = ServerName::try_from(host.to_owned()).ok()?;
    // Of IPv6, `::1:6514` could be all address and no port.
    let is_ipv6 = matches!(host, ServerName::IpAddress(IpAddr::V6(_)));
    (!is_ipv6).then_some(ForwardTarget::Tls { address, host })
}

/// The targets, separated by commas.
pub(super) fn targets(text: &str) -> Option<Vec<ForwardTarget>> {
    super::value::words(text).map(|word| word.parse().ok()).collect()
}

/// A header as it is written, `Name: value`; nothing for none.
pub(super) fn header(text: &str) -> Option<Option<(HeaderName, HeaderValue)>> {
    if text.is_empty() {
        return Some(None);
    }
    let (name, value) = text.split_once(':')?;
    let mut value = HeaderValue::from_str(value.trim()).ok()?;
    value.set_sensitive(true);
    Some(Some((name.trim().parse().ok()?, value)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_target_tells_it_from_others_and_holds_no_secret() {
        let name = |text: &str| text.parse::<ForwardTarget>().unwrap().name();
        assert_eq!(name("https://me:hunter2@siem.example.org"), "https://siem.example.org");
        assert_eq!(name("tcp://10.0.0.7:514"), "tcp://10.0.0.7:514");
        assert_eq!(name("tls://10.0.0.7:6514"), "tls://10.0.0.7:6514");
        assert_eq!(name("tls://siem.example.org:6514"), "tls://siem.example.org:6514");
        assert!(name("file:///var/log/audit.jsonl").starts_with("file://audit.jsonl#"));
        assert_ne!(name("file:///var/log/audit.jsonl"), name("file:///tmp/audit.jsonl"));
        let (one, other) = (
            name("https://siem.example.org:8088/in/hunter2"),
            name("https://siem.example.org:8088/in/hunter3"),
        );
        assert!(one.starts_with("https://siem.example.org:8088/#") && one != other, "{one} {other}");
        assert!(!one.contains("hunter2"));
    }

    #[test]
    fn what_is_no_target_is_refused() {
        for text in ["siem.example.org", "tcp://siem", "udp://siem:514", "file://audit.jsonl", "https://"] {
            assert!(text.parse::<ForwardTarget>().is_err(), "{text}");
        }
        for address in
            ["siem", ":6514", "siem:port", "siem:6514/in", "me@siem:6514", "[::1]:6514", "::1:6514"]
        {
            assert!(format!("tls://{address}").parse::<ForwardTarget>().is_err(), "{address}");
        }
    }
}
