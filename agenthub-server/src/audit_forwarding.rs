//! Where audit records are forwarded to: an address on the web, a port, or a file.

mod file;
mod http;
mod tcp;

use agenthub_core::hub::HubBuilder;

use self::file::FileTarget;
use self::http::HttpTarget;
use self::tcp::TcpTarget;
use crate::settings::{ForwardTarget, Settings};

/// The targets that the settings name, served by the hub that is being built.
pub(crate) fn with_targets(builder: HubBuilder, settings: &Settings) -> HubBuilder {
    settings.audit_forward.iter().fold(builder, |builder, target| {
        let name = target.name();
        match target {
            ForwardTarget::Http(url) => {
                builder.forward(name, HttpTarget::new(url, settings.audit_forward_header.as_ref()))
            }
            ForwardTarget::Tcp(address) => builder.forward(name, TcpTarget::new(address)),
            ForwardTarget::File(path) => builder.forward(name, FileTarget::new(path)),
        }
    })
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
