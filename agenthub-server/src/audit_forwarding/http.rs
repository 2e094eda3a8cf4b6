//! An address on the web, to which lines of JSON are posted.

use std::fmt;
use std::time::Duration;

use agenthub_core::async_trait;
use agenthub_core::audit::forwarding::{Forwarder, SendError};
use http::{HeaderName, HeaderValue, StatusCode, header};
use reqwest::redirect::Policy;
use reqwest::{Certificate, Client};
use secrecy::{ExposeSecret as _, SecretString};

use super::joined;
use super::tls::{Authorities, refusal};

/// How long the address may take.
const TIMEOUT: Duration = Duration::from_secs(10);

/// Posts batches. One is taken when the answer says so (2xx).
pub(super) struct HttpTarget {
    /// It may hold a password, or be one.
    url: SecretString,
    /// A header that says who is asking.
    header: Option<(HeaderName, HeaderValue)>,
    client: Option<Client>,
}

impl HttpTarget {
    pub(super) fn new(
        url: &SecretString,
        header: Option<&(HeaderName, HeaderValue)>,
        authorities: &Authorities,
    ) -> Self {
        Self { url: url.clone(), header: header.cloned(), client: client(authorities).ok() }
    }
}

fn client(authorities: &Authorities) -> reqwest::Result<Client> {
    let trusted: Vec<_> = authorities.iter().map(|it| Certificate::from_der(it)).collect::<Result<_, _>>()?;
    // What is posted goes where the settings say, and nowhere else.
    Client::builder().redirect(Policy::none()).timeout(TIMEOUT).tls_certs_merge(trusted).build()
}

impl fmt::Debug for HttpTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpTarget").finish_non_exhaustive()
    }
}

#[async_trait]
impl Forwarder for HttpTarget {
    async fn send(&self, lines: &[String]) -> Result<(), SendError> {
        let Some(client) = &self.client else {
            return Err(SendError::Refused("no client could be made".to_owned()));
        };
        let mut post = client.post(self.url.expose_secret());
        post = post.header(header::CONTENT_TYPE, "application/x-ndjson");
        if let Some((name, value)) = &self.header {
            post = post.header(name, value);
        }
        let answer = post.body(joined(lines)).send().await;
        let answer = answer.map_err(|error| {
            refusal(&error).unwrap_or_else(|| SendError::Away(error.without_url().to_string()))
        })?;
        verdict(answer.status())
    }
}

/// What an answer means: that the target has the lines, that they are to be sent again soon, or that somebody has to
/// look after it.
fn verdict(status: StatusCode) -> Result<(), SendError> {
    let said = format!("it answered {status}");
    match status {
        _ if status.is_success() => Ok(()),
        StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS => Err(SendError::Away(said)),
        _ if status.is_server_error() => Err(SendError::Away(said)),
        _ => Err(SendError::Refused(said)),
    }
}
