//! Where audit records are forwarded to: an address on the web, a port, or a file.

mod file;
mod http;
mod tcp;
mod tls;

use agenthub_core::hub::HubBuilder;

use self::file::FileTarget;
use self::http::HttpTarget;
use self::tcp::TcpTarget;
use self::tls::{Authorities, Tls, TrustError};
use crate::settings::{ForwardTarget, Settings};

/// The targets that the settings name, served by the hub that is being built.
///
/// # Errors
/// The file of authorities cannot be used, or TLS is to be spoken where no authority is trusted.
pub(crate) fn with_targets(mut builder: HubBuilder, settings: &Settings) -> Result<HubBuilder, TrustError> {
    let authorities = Authorities::read(settings.audit_forward_ca_file.as_deref())?;
    for target in &settings.audit_forward {
        let name = target.name();
        builder = match target {
            ForwardTarget::Http(url) => {
                let header = settings.audit_forward_header.as_ref();
                builder.forward(name, HttpTarget::new(url, header, &authorities))
            }
            ForwardTarget::Tcp(address) => builder.forward(name, TcpTarget::new(address)),
            ForwardTarget::Tls { address, host } => {
                let tls = Tls::new(host, &authorities)?;
                builder.forward(name, TcpTarget::inside(tls, address))
            }
            ForwardTarget::File(path) => builder.forward(name, FileTarget::new(path)),
        };
    }
    Ok(builder)
}

/// Lines as they go out: each ends with a line break.
fn joined(lines: &[String]) -> String {
    let mut text = String::with_capacity(lines.iter().map(|line| line.len() + 1).sum());
    for line in lines {
        text.push_str(line);
        text.push('\n');
    }
    text
}
