//! What is known of a request from its outside: its id, where it came from, who sent it.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, OnceLock};

use agenthub_core::localization::Localization;
use agenthub_core::organization::OrganizationId;
use agenthub_core::{Caller, Id, audit};
use axum::extract::ConnectInfo;
use http::{HeaderMap, HeaderName, HeaderValue, header};

use crate::locale::{Asked, Choice};
use crate::settings::Network;

/// The header in which a request's id travels.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// What is known of a request from its outside; every request has one among its extensions.
#[derive(Debug, Clone)]
pub struct Facts(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    id: String,
    address: IpAddr,
    user_agent: Option<String>,
    method: http::Method,
    path: String,
    languages: Option<String>,
    /// What its sender prefers, once that is known.
    entered: OnceLock<(OrganizationId, Localization)>,
    choice: OnceLock<Choice>,
}

impl Facts {
    pub(crate) fn of<B>(request: &http::Request<B>, trusted: &[Network]) -> Self {
        let headers = request.headers();
        Self(Arc::new(Inner {
            id: id(headers),
            address: address(request, trusted),
            user_agent: text(headers, header::USER_AGENT).map(|agent| agent.chars().take(255).collect()),
            method: request.method().clone(),
            path: request.uri().path().to_owned(),
            languages: languages(headers),
            entered: OnceLock::new(),
            choice: OnceLock::new(),
        }))
    }

    /// The request's id: the client's own where that is sane, or a new one.
    pub fn id(&self) -> &str {
        &self.0.id
    }

    /// The address of the client, as far as proxies can be believed.
    pub fn address(&self) -> IpAddr {
        self.0.address
    }

    /// The method.
    pub fn method(&self) -> &http::Method {
        &self.0.method
    }

    /// The path, without the query, in which secrets may stand.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The `Accept-Language` header.
    pub fn languages(&self) -> Option<&str> {
        self.0.languages.as_deref()
    }

    /// Notes who came with it, and so how the answer is said.
    pub(crate) fn enter(&self, caller: &Caller) {
        // Whoever enters twice in one request is the same.
        let _ = self.0.entered.set((caller.organization, caller.localization.clone()));
    }

    /// The organization that its sender acts in, and what both prefer; `None` where nobody knows.
    pub(crate) fn entered(&self) -> Option<&(OrganizationId, Localization)> {
        self.0.entered.get()
    }

    /// In which language and time zone the answer is said. It is chosen once, when something is first said.
    pub(crate) fn choice(&self) -> &Choice {
        self.0.choice.get_or_init(|| self.choice_for(Asked::default()))
    }

    /// The same, where the request asks for a language or a time zone by itself.
    pub(crate) fn choice_for(&self, asked: Asked<'_>) -> Choice {
        let nobody = Localization::default();
        let by = self.entered().map_or(&nobody, |(_, localization)| localization);
        Choice::new(asked, by, self.languages())
    }

    /// The id as a header.
    pub(crate) fn id_header(&self) -> Option<HeaderValue> {
        HeaderValue::from_str(&self.0.id).ok()
    }

    /// What the audit log keeps of it.
    pub fn for_audit(&self) -> audit::Request {
        audit::Request {
            id: Some(self.0.id.clone()),
            ip: Some(self.0.address.to_string()),
            user_agent: self.0.user_agent.clone(),
            path: Some(format!("{} {}", self.0.method, self.0.path)),
        }
    }
}

/// A client's id is taken where it is short and cannot break a log line.
fn id(headers: &HeaderMap) -> String {
    let is_sane = |id: &&str| {
        (1..=128).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.:".contains(&b))
    };
    match text(headers, REQUEST_ID).filter(is_sane) {
        Some(id) => id.to_owned(),
        None => Id::<Facts>::new().to_string(),
    }
}

/// The last address that no trusted proxy stands at. What stands before that, the client may have written itself.
fn address<B>(request: &http::Request<B>, trusted: &[Network]) -> IpAddr {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let mut address = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |info| info.0.ip());
    let is_trusted = |address: IpAddr| trusted.iter().any(|network| network.contains(address));
    let hops = request.headers().get_all(FORWARDED_FOR).iter().filter_map(|value| value.to_str().ok());
    let hops: Vec<_> = hops.flat_map(|list| list.split(',')).collect();
    for hop in hops.into_iter().rev() {
        let Ok(before) = hop.trim().parse() else { break };
        if !is_trusted(address) {
            break;
        }
        address = before;
    }
    address.to_canonical()
}

/// All lines of `Accept-Language`, which are one list (RFC 9110 §5.3).
fn languages(headers: &HeaderMap) -> Option<String> {
    let lines = headers.get_all(header::ACCEPT_LANGUAGE).iter().filter_map(|value| value.to_str().ok());
    let lines: Vec<_> = lines.collect();
    if lines.is_empty() { None } else { Some(lines.join(", ")) }
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}
