//! Settings: what the server can be told, from a file, the environment, and the command line.
//!
//! `table` lists every setting once; the help text, the parser of each source and the error messages all read it.

mod forward;
mod layers;
mod table;
mod value;

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use agenthub_core::HubOptions;
use http::{HeaderName, HeaderValue};
use secrecy::SecretString;

pub use forward::ForwardTarget;
pub use layers::{SettingsError, Sources};
pub use table::{SETTINGS, Setting};
pub use value::{DatabaseUrl, LogFormat, Migrate, Network};

/// Everything that the server can be told. [`Settings::default`] needs nothing but a writable directory.
#[derive(Clone)]
pub struct Settings {
    /// Address and port to listen on.
    pub listen: String,
    /// Where everything is kept.
    pub database: DatabaseUrl,
    /// The Redis over which the nodes of one database tell each other what changed; the address may hold a password.
    pub redis_url: Option<SecretString>,
    /// Below how many free bytes the disk of an SQLite file counts as degraded.
    pub min_free_disk: usize,
    /// When the database's schema is brought up to date at the start.
    pub auto_migrate: Migrate,
    /// The secret that signs access tokens; made and kept in [`Settings::secret_key_file`] where nothing is said.
    pub secret_key: Option<SecretString>,
    /// Where a secret that the server made itself is kept.
    pub secret_key_file: PathBuf,
    /// A private key (PEM, Ed25519 or RSA) that signs access tokens in the place of the secret.
    pub signing_key_file: Option<PathBuf>,
    /// Public keys (PEM) or former secrets whose tokens are taken besides, while keys are changed.
    pub verification_key_files: Vec<PathBuf>,
    /// Who issues the access tokens.
    pub token_issuer: String,
    /// For whom the access tokens are.
    pub token_audience: String,
    /// How long an access token is good.
    pub access_token_ttl: Duration,
    /// How long a refresh token is good.
    pub refresh_token_ttl: Duration,
    /// How long an invitation can be accepted.
    pub invitation_ttl: Duration,
    /// How long the answer to a request with an `Idempotency-Key` is kept.
    pub idempotency_ttl: Duration,
    /// Web pages of these origins may call the server; `*` for all.
    pub cors_origins: Vec<String>,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// Whether clients reach the server over HTTPS.
    pub https: bool,
    /// How long a request may take, calls of agents aside: those have limits of their own.
    pub request_timeout: Duration,
    /// How many connections may be open; on more, every request is answered that the server is full.
    pub max_connections: usize,
    /// How long a new connection may take until its first request is there, with all its headers.
    pub header_timeout: Duration,
    /// How long a connection may be open without a request, once it had one; at most twice as long.
    pub idle_timeout: Duration,
    /// How long accepted requests may take to end after the server was told to stop.
    pub drain_timeout: Duration,
    /// The largest request body, in bytes.
    pub max_body: usize,
    /// The largest body of a call of an agent, in bytes.
    pub max_invoke_body: usize,
    /// Requests a minute of one user or API key; `None` for no limit.
    pub rate_limit_principal: Option<std::num::NonZeroU32>,
    /// Requests a minute of one address; `None` for no limit.
    pub rate_limit_address: Option<std::num::NonZeroU32>,
    /// Attempts a minute of one address to sign in or register; `None` for no limit.
    pub rate_limit_auth: Option<std::num::NonZeroU32>,
    /// How long a call of an agent may take where the agent says nothing.
    pub call_timeout: Duration,
    /// How many passwords are hashed at a time, each with 19 MiB.
    pub password_workers: usize,
    /// How many finished calls may wait to be written.
    pub journal_capacity: usize,
    /// Whose audit logs they are, in their signed heads.
    pub audit_origin: String,
    /// Where the key that signs heads of the audit logs is kept; made at the first start.
    pub audit_key_file: PathBuf,
    /// Keys that signed heads before, whose heads are still good.
    pub audit_former_key_files: Vec<PathBuf>,
    /// Where the key is kept under which personal data in audit logs is sealed; made at the first start.
    pub personal_key_file: PathBuf,
    /// Keys under which it was sealed before, so that it is still read.
    pub personal_former_key_files: Vec<PathBuf>,
    /// How often heads are signed of audit logs that have grown.
    pub audit_heads_every: Duration,
    /// How many refusals a minute go on record in an organization's audit log, before they are only counted.
    pub audit_refusals_per_minute: u32,
    /// A file that signed heads are appended to.
    pub audit_witness_file: Option<PathBuf>,
    /// An address that signed heads are posted to.
    pub audit_witness_url: Option<String>,
    /// Where the files of exports of the audit logs are kept.
    pub audit_export_directory: PathBuf,
    /// How many bytes the file of such an export may have.
    pub audit_export_max: usize,
    /// How long it is kept.
    pub audit_export_ttl: Duration,
    /// After how long without a word of a server that works on an export another one goes on with it.
    pub audit_export_lease: Duration,
    /// Where the fonts for PDF files are.
    pub font_directory: PathBuf,
    /// Where the audit records of all organizations are forwarded to.
    pub audit_forward: Vec<ForwardTarget>,
    /// A header of what is forwarded to addresses on the web, marked as a secret.
    pub audit_forward_header: Option<(HeaderName, HeaderValue)>,
    /// Certificates of authorities (PEM) that are trusted beside the system's, where it is forwarded over TLS.
    pub audit_forward_ca_file: Option<PathBuf>,
    /// How many records are forwarded at a time at most.
    pub audit_forward_batch: usize,
    /// How many live tails of audit logs may be open.
    pub audit_tails: usize,
    /// How many live tails of one organization's audit log may be open.
    pub audit_tails_per_organization: usize,
    /// The filter of log messages, such as `info` or `agenthub_core=debug,info`.
    pub log: String,
    /// How log messages look.
    pub log_format: LogFormat,
}

impl Settings {
    /// What the hub needs to know of this.
    pub fn hub_options(&self) -> HubOptions {
        HubOptions {
            call_timeout: self.call_timeout,
            password_workers: self.password_workers,
            journal_capacity: self.journal_capacity,
            heads_every: self.audit_heads_every,
            refusals_per_minute: self.audit_refusals_per_minute,
            forward_batch: self.audit_forward_batch,
            tails: self.audit_tails,
            tails_per_organization: self.audit_tails_per_organization,
            access_ttl: self.access_token_ttl,
            refresh_ttl: self.refresh_token_ttl,
            invitation_ttl: self.invitation_ttl,
            idempotency_ttl: self.idempotency_ttl,
            export_max_bytes: self.audit_export_max as u64,
            export_ttl: self.audit_export_ttl,
            export_lease: self.audit_export_lease,
            ..HubOptions::default()
        }
    }

    /// Before any setting is applied; only [`Settings::default`] may start from here.
    fn blank() -> Self {
        Self {
            listen: String::new(),
            database: DatabaseUrl::Memory,
            redis_url: None,
            min_free_disk: 0,
            auto_migrate: Migrate::Auto,
            secret_key: None,
            secret_key_file: PathBuf::new(),
            signing_key_file: None,
            verification_key_files: Vec::new(),
            token_issuer: String::new(),
            token_audience: String::new(),
            access_token_ttl: Duration::ZERO,
            refresh_token_ttl: Duration::ZERO,
            invitation_ttl: Duration::ZERO,
            idempotency_ttl: Duration::ZERO,
            cors_origins: Vec::new(),
            trusted_proxies: Vec::new(),
            https: false,
            request_timeout: Duration::ZERO,
            max_connections: 1,
            header_timeout: Duration::ZERO,
            idle_timeout: Duration::ZERO,
            drain_timeout: Duration::ZERO,
            max_body: 0,
            max_invoke_body: 0,
            rate_limit_principal: None,
            rate_limit_address: None,
            rate_limit_auth: None,
            call_timeout: Duration::ZERO,
            password_workers: 1,
            journal_capacity: 1,
            audit_origin: String::new(),
            audit_key_file: PathBuf::new(),
            audit_former_key_files: Vec::new(),
            personal_key_file: PathBuf::new(),
            personal_former_key_files: Vec::new(),
            audit_heads_every: Duration::ZERO,
            audit_refusals_per_minute: 0,
            audit_witness_file: None,
            audit_witness_url: None,
            font_directory: PathBuf::new(),
            audit_export_directory: PathBuf::new(),
            audit_export_max: 0,
            audit_export_ttl: Duration::ZERO,
            audit_export_lease: Duration::ZERO,
            audit_forward: Vec::new(),
            audit_forward_header: None,
            audit_forward_ca_file: None,
            audit_forward_batch: 1,
            audit_tails: 1,
            audit_tails_per_organization: 1,
            log: String::new(),
            log_format: LogFormat::Text,
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        let mut settings = Self::blank();
        for setting in SETTINGS {
            // A test sees to it that every default is taken.
            let _taken = (setting.set)(&mut settings, setting.default);
        }
        settings
    }
}

impl fmt::Debug for Settings {
    /// Shows no secrets: neither keys nor the database's address, which may hold a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings").field("listen", &self.listen).finish_non_exhaustive()
    }
}
