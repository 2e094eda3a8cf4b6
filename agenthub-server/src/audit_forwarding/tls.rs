//! TLS: who is trusted to say who a target is, and connections that begin with that.

use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::{fmt, fs, io, iter};

use agenthub_core::audit::forwarding::SendError;
use rustls_platform_verifier::Verifier;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{self, ClientConfig, RootCertStore};

/// Why nobody can be trusted as the settings say.
#[derive(Debug)]
pub(crate) struct TrustError(String);

impl fmt::Display for TrustError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for TrustError {}

/// The certificates of authorities that are trusted beside those of the system.
pub(super) struct Authorities(Vec<CertificateDer<'static>>);

impl Authorities {
    /// Those of a PEM file; none where there is no file.
    ///
    /// # Errors
    /// It cannot be read, or holds something that is no certificate, or nothing.
    pub(super) fn read(file: Option<&Path>) -> Result<Self, TrustError> {
        let Some(file) = file else { return Ok(Self(Vec::new())) };
        certificates(file).map(Self).map_err(|reason| {
            TrustError(format!("the file {} of authorities cannot be used: {reason}", file.display()))
        })
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &CertificateDer<'static>> {
        self.0.iter()
    }
}

fn certificates(file: &Path) -> Result<Vec<CertificateDer<'static>>, Box<dyn Error>> {
    let text = fs::read(file)?;
    let found: Vec<_> = CertificateDer::pem_slice_iter(&text).collect::<Result<_, _>>()?;
    if found.is_empty() {
        return Err("it holds no certificate".into());
    }
    let mut store = RootCertStore::empty();
    found.iter().try_for_each(|it| store.add(it.clone())).map_err(|_| "what it holds is no certificate")?;
    Ok(found)
}

/// The way into TLS with one host.
pub(super) struct Tls {
    host: ServerName<'static>,
    connector: TlsConnector,
}

impl Tls {
    /// Checks certificates as the HTTP client does: with what the system trusts, and these authorities.
    ///
    /// # Errors
    /// The system trusts nobody, and there are no others.
    pub(super) fn new(host: &ServerName<'static>, authorities: &Authorities) -> Result<Self, TrustError> {
        let config = config(authorities);
        let config = config.map_err(|error| TrustError(format!("TLS cannot be spoken: {error}")))?;
        Ok(Self { host: host.clone(), connector: Arc::new(config).into() })
    }

    /// Begins TLS on a connection, once the other side has proven that it is the host.
    pub(super) async fn begin<S>(&self, stream: S) -> io::Result<TlsStream<S>>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        self.connector.connect(self.host.clone(), stream).await
    }
}

impl fmt::Debug for Tls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tls").field("host", &self.host).finish_non_exhaustive()
    }
}

fn config(authorities: &Authorities) -> Result<ClientConfig, rustls::Error> {
    let provider = Arc::new(aws_lc_rs::default_provider());
    let verifier = Verifier::new_with_extra_roots(authorities.iter().cloned(), Arc::clone(&provider))?;
    let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    // So rustls calls any verifier but its own; this one asks that with the system's certificates.
    let builder = builder.dangerous().with_custom_certificate_verifier(Arc::new(verifier));
    Ok(builder.with_no_client_auth())
}

/// What TLS has against the other side, where that is what failed: it does not pass by itself.
pub(super) fn refusal(error: &(dyn Error + 'static)) -> Option<SendError> {
    let found = iter::successors(Some(error), |it| cause(*it)).find_map(|it| it.downcast_ref());
    found.map(|error: &rustls::Error| SendError::Refused(error.to_string()))
}

/// What is behind an error. One of I/O passes over what it wraps when it is asked for that.
fn cause<'e>(error: &'e (dyn Error + 'static)) -> Option<&'e (dyn Error + 'static)> {
    match error.downcast_ref::<io::Error>() {
        Some(wrapper) => wrapper.get_ref().map(|inner| inner as _),
        None => error.source(),
    }
}
