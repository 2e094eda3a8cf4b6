//! The table of settings.

use super::{Settings, forward, value};

/// One setting: its name everywhere, what it takes, and what it does.
#[derive(Debug)]
pub struct Setting {
    /// The name in the file; `AGENTHUB_` and the name in capitals is its variable, `--` and the name with `-` its flag.
    pub key: &'static str,
    /// Another environment variable that is read too, where `AGENTHUB_…` is not set.
    pub also: Option<&'static str>,
    /// What it is where nothing is said.
    pub default: &'static str,
    /// What it takes, to finish the sentence "it takes …".
    pub accepts: &'static str,
    /// What it does.
    pub help: &'static str,
    /// Whether its value must not be shown.
    pub secret: bool,
    pub(super) set: fn(&mut Settings, &str) -> Option<()>,
}

impl Setting {
    /// The name of its environment variable.
    pub fn variable(&self) -> String {
        format!("AGENTHUB_{}", self.key.to_uppercase())
    }

    /// The name of its command-line flag, without the dashes in front.
    pub fn flag(&self) -> String {
        self.key.replace('_', "-")
    }

    /// The setting of this name in the file.
    pub fn named(key: &str) -> Option<&'static Self> {
        SETTINGS.iter().find(|setting| setting.key == key)
    }

    const fn also(mut self, variable: &'static str) -> Self {
        self.also = Some(variable);
        self
    }

    const fn secret(mut self) -> Self {
        self.secret = true;
        self
    }
}

const fn setting(
    key: &'static str,
    default: &'static str,
    accepts: &'static str,
    help: &'static str,
    set: fn(&mut Settings, &str) -> Option<()>,
) -> Setting {
    Setting { key, also: None, default, accepts, help, secret: false, set }
}

const SECONDS: &str = "a whole number of seconds, at least 1";
const DAYS: &str = "a whole number of days, at least 1";
const PER_MINUTE: &str = "a whole number; 0 for no limit";
const COUNT: &str = "a whole number, at least 1";

/// Every setting.
pub static SETTINGS: &[Setting] = &[
    setting(
        "listen",
        "127.0.0.1:8000",
        "an address and a port, such as 0.0.0.0:8000",
        "Where to listen",
        |s, text| {
            s.listen = value::address(text)?;
            Some(())
        },
    ),
    setting(
        "database_url",
        "sqlite:agenthub.db",
        "sqlite:FILE, postgres://USER:PASSWORD@HOST/DATABASE, or memory:",
        "Where everything is kept",
        |s, text| {
            s.database = text.parse().ok()?;
            Some(())
        },
    )
    .also("DATABASE_URL")
    .secret(),
    setting(
        "redis_url",
        "",
        "redis://USER:PASSWORD@HOST:PORT, rediss:// for TLS; nothing for none",
        "Where the servers on one PostgreSQL tell each other at once what changed",
        |s, text| {
            s.redis_url = value::redis_url(text)?;
            Some(())
        },
    )
    .also("REDIS_URL")
    .secret(),
    setting(
        "min_free_disk_mib",
        "512",
        "a whole number of MiB, at least 1",
        "Below how much free space the disk of an SQLite file counts as degraded",
        |s, text| {
            s.min_free_disk = value::size(text, 1024 * 1024)?;
            Some(())
        },
    ),
    setting(
        "auto_migrate",
        "auto",
        "auto (SQLite always, PostgreSQL only while it is empty), always, or never",
        "When the database is brought up to date at the start",
        |s, text| {
            s.auto_migrate = value::migrate(text)?;
            Some(())
        },
    ),
    setting(
        "secret_key",
        "",
        "at least 32 characters; nothing, to have one made and kept",
        "The secret that signs access tokens",
        |s, text| {
            s.secret_key = value::secret(text)?;
            Some(())
        },
    )
    .also("SECRET_KEY")
    .secret(),
    setting(
        "secret_key_file",
        "agenthub.key",
        "a file; a name without a directory stands beside an SQLite database",
        "Where a secret that the server made itself is kept",
        |s, text| {
            s.secret_key_file = value::path(text)?;
            Some(())
        },
    ),
    setting(
        "signing_key_file",
        "",
        "a PEM file with an Ed25519 or RSA private key (PKCS #8)",
        "Sign access tokens with this key instead of the secret",
        |s, text| {
            s.signing_key_file = value::path(text);
            Some(())
        },
    ),
    setting(
        "verification_key_files",
        "",
        "files, separated by commas: PEM public keys, or former secrets",
        "Take tokens that were signed with these too, while keys are changed",
        |s, text| {
            s.verification_key_files = value::words(text).map(Into::into).collect();
            Some(())
        },
    ),
    setting("token_issuer", "agenthub", "text", "Who issues access tokens (claim iss)", |s, text| {
        s.token_issuer = text.to_owned();
        Some(())
    }),
    setting("token_audience", "agenthub", "text", "For whom access tokens are (claim aud)", |s, text| {
        s.token_audience = text.to_owned();
        Some(())
    }),
    setting(
        "access_token_minutes",
        "15",
        "a whole number of minutes, at least 1",
        "How long an access token is good",
        |s, text| {
            s.access_token_ttl = value::span(text, 60)?;
            Some(())
        },
    )
    .also("ACCESS_TOKEN_EXPIRE_MINUTES"),
    setting("refresh_token_days", "30", DAYS, "How long a refresh token is good", |s, text| {
        s.refresh_token_ttl = value::span(text, 24 * 3600)?;
        Some(())
    }),
    setting("invitation_days", "7", DAYS, "How long an invitation can be accepted", |s, text| {
        s.invitation_ttl = value::span(text, 24 * 3600)?;
        Some(())
    }),
    setting(
        "idempotency_hours",
        "24",
        "a whole number of hours, at least 1",
        "How long the answer to a request with an Idempotency-Key is kept",
        |s, text| {
            s.idempotency_ttl = value::span(text, 3600)?;
            Some(())
        },
    ),
    setting(
        "cors_origins",
        "",
        "origins such as https://app.example.com, separated by commas, or *",
        "Web pages of these origins may call the server",
        |s, text| {
            s.cors_origins = value::origins(text)?;
            Some(())
        },
    )
    .also("CORS_ORIGINS"),
    setting(
        "trusted_proxies",
        "",
        "addresses or networks such as 10.0.0.0/8, separated by commas",
        "Proxies whose X-Forwarded-For is believed",
        |s, text| {
            s.trusted_proxies = value::networks(text)?;
            Some(())
        },
    ),
    setting(
        "https",
        "false",
        "true or false",
        "Clients reach the server over HTTPS (by a proxy): tell browsers to insist on it",
        |s, text| {
            s.https = value::flag(text)?;
            Some(())
        },
    ),
    setting(
        "request_timeout_seconds",
        "30",
        SECONDS,
        "How long a request may take; calls of agents have limits of their own",
        |s, text| {
            s.request_timeout = value::span(text, 1)?;
            Some(())
        },
    ),
    setting(
        "max_connections",
        "4096",
        COUNT,
        "How many connections may be open; on more, requests are refused",
        |s, text| {
            s.max_connections = value::size(text, 1)?;
            Some(())
        },
    ),
    setting(
        "header_timeout_seconds",
        "15",
        SECONDS,
        "How long a new connection may take until its first request is there, with all its headers",
        |s, text| {
            s.header_timeout = value::span(text, 1)?;
            Some(())
        },
    ),
    setting(
        "idle_timeout_seconds",
        "75",
        SECONDS,
        "How long a connection may be open without a request; longer than a proxy before the server keeps it",
        |s, text| {
            s.idle_timeout = value::span(text, 1)?;
            Some(())
        },
    ),
    setting(
        "drain_timeout_seconds",
        "30",
        SECONDS,
        "How long accepted requests may take to end after the server was told to stop",
        |s, text| {
            s.drain_timeout = value::span(text, 1)?;
            Some(())
        },
    ),
    setting(
        "max_body_kib",
        "1024",
        "a whole number of KiB, at least 1",
        "The largest request body",
        |s, text| {
            s.max_body = value::size(text, 1024)?;
            Some(())
        },
    ),
    setting(
        "max_invoke_body_mib",
        "64",
        "a whole number of MiB, at least 1",
        "The largest input of a call of an agent",
        |s, text| {
            s.max_invoke_body = value::size(text, 1024 * 1024)?;
            Some(())
        },
    ),
    setting(
        "rate_limit_principal",
        "6000",
        PER_MINUTE,
        "Requests a minute of one user or API key",
        |s, text| {
            s.rate_limit_principal = value::limit(text)?;
            Some(())
        },
    ),
    setting("rate_limit_address", "12000", PER_MINUTE, "Requests a minute of one address", |s, text| {
        s.rate_limit_address = value::limit(text)?;
        Some(())
    }),
    setting(
        "rate_limit_auth",
        "60",
        PER_MINUTE,
        "Attempts a minute of one address to sign in or register",
        |s, text| {
            s.rate_limit_auth = value::limit(text)?;
            Some(())
        },
    ),
    setting(
        "call_timeout_seconds",
        "60",
        SECONDS,
        "How long a call of an agent may take where the agent says nothing",
        |s, text| {
            s.call_timeout = value::span(text, 1)?;
            Some(())
        },
    ),
    setting(
        "password_workers",
        "2",
        COUNT,
        "How many passwords are hashed at a time, each with 19 MiB",
        |s, text| {
            s.password_workers = value::size(text, 1)?;
            Some(())
        },
    ),
    setting(
        "journal_capacity",
        "16384",
        COUNT,
        "How many calls may run or wait to be written; more are refused",
        |s, text| {
            s.journal_capacity = value::size(text, 1)?;
            Some(())
        },
    ),
    setting(
        "audit_origin",
        "agenthub",
        "a name without spaces and +, such as hub.example.org",
        "Whose audit logs they are, in their signed heads",
        |s, text| {
            s.audit_origin = value::origin(text)?;
            Some(())
        },
    ),
    setting(
        "audit_key_file",
        "agenthub-audit.key",
        "a file; a name without a directory stands beside an SQLite database",
        "Where the key that signs heads of the audit logs is kept; made at the first start",
        |s, text| {
            s.audit_key_file = value::path(text)?;
            Some(())
        },
    ),
    setting(
        "audit_former_key_files",
        "",
        "files, separated by commas",
        "Keys that signed heads of the audit logs before",
        |s, text| {
            s.audit_former_key_files = value::words(text).map(Into::into).collect();
            Some(())
        },
    ),
    setting(
        "personal_key_file",
        "agenthub-personal.key",
        "a file; a name without a directory stands beside an SQLite database",
        "Where the key is kept under which personal data in the audit logs is sealed; made at the first start",
        |s, text| {
            s.personal_key_file = value::path(text)?;
            Some(())
        },
    ),
    setting(
        "personal_former_key_files",
        "",
        "files, separated by commas",
        "Keys under which personal data in the audit logs was sealed before",
        |s, text| {
            s.personal_former_key_files = value::words(text).map(Into::into).collect();
            Some(())
        },
    ),
    setting(
        "audit_heads_seconds",
        "10",
        SECONDS,
        "How often heads are signed of audit logs that have grown",
        |s, text| {
            s.audit_heads_every = value::span(text, 1)?;
            Some(())
        },
    ),
    setting(
        "audit_refusals_per_minute",
        "60",
        "a whole number",
        "How many refusals a minute go on record in an organization's audit log, before they are only counted",
        |s, text| {
            s.audit_refusals_per_minute = text.parse().ok()?;
            Some(())
        },
    ),
    setting(
        "audit_witness_file",
        "",
        "a file; nothing for none",
        "Append signed heads of the audit logs to this file, which is best on another machine's disk",
        |s, text| {
            s.audit_witness_file = value::path(text);
            Some(())
        },
    ),
    setting(
        "audit_witness_url",
        "",
        "an address that begins with https:// or http://; nothing for none",
        "Post signed heads of the audit logs to this address",
        |s, text| {
            s.audit_witness_url = value::url(text)?;
            Some(())
        },
    ),
    setting(
        "audit_export_directory",
        "agenthub-exports",
        "a directory; a name without another one in front stands beside an SQLite database",
        "Where the files of exports of the audit logs are kept; the same for all servers on one database",
        |s, text| {
            s.audit_export_directory = value::path(text)?;
            Some(())
        },
    ),
    setting(
        "audit_export_max_mib",
        "2048",
        "a whole number of MiB, at least 1",
        "How large the file of an export of an audit log may be",
        |s, text| {
            s.audit_export_max = value::size(text, 1024 * 1024)?;
            Some(())
        },
    ),
    setting("audit_export_days", "7", DAYS, "How long the files of exports are kept", |s, text| {
        s.audit_export_ttl = value::span(text, 24 * 3600)?;
        Some(())
    }),
    setting(
        "audit_export_lease_seconds",
        "30",
        SECONDS,
        "After how long without a word of a server that makes an export another one goes on with it",
        |s, text| {
            s.audit_export_lease = value::span(text, 1)?;
            Some(())
        },
    ),
    setting(
        "font_directory",
        "/usr/share/fonts",
        "a directory",
        "Where the fonts for PDF files are",
        |s, text| {
            s.font_directory = value::path(text)?;
            Some(())
        },
    ),
    setting(
        "audit_forward",
        "",
        "https://…, http://…, tcp://HOST:PORT, tls://HOST:PORT (no IPv6 address) or file:///PATH, separated by \
         commas; nothing for none",
        "Forward all audit records there, as OCSF events in lines of JSON",
        |s, text| {
            s.audit_forward = forward::targets(text)?;
            Some(())
        },
    )
    .secret(),
    setting(
        "audit_forward_header",
        "",
        "a header such as Authorization: Bearer TOKEN; nothing for none",
        "Send this header with what is forwarded to https:// and http://",
        |s, text| {
            s.audit_forward_header = forward::header(text)?;
            Some(())
        },
    )
    .secret(),
    setting(
        "audit_forward_ca_file",
        "",
        "a PEM file with certificates of authorities; nothing for none",
        "Trust these beside the system's, where it is forwarded to https:// and tls://",
        |s, text| {
            s.audit_forward_ca_file = value::path(text);
            Some(())
        },
    ),
    setting(
        "audit_forward_batch",
        "500",
        COUNT,
        "How many audit records are forwarded at a time; fewer where they have more than 1 MiB",
        |s, text| {
            s.audit_forward_batch = value::size(text, 1)?;
            Some(())
        },
    ),
    setting("audit_tails", "256", COUNT, "How many live tails of audit logs may be open", |s, text| {
        s.audit_tails = value::size(text, 1)?;
        Some(())
    }),
    setting(
        "audit_tails_per_organization",
        "16",
        COUNT,
        "How many of them may be of one organization's log",
        |s, text| {
            s.audit_tails_per_organization = value::size(text, 1)?;
            Some(())
        },
    ),
    setting(
        "log",
        "info",
        "a filter such as warn, or agenthub_core=debug,info",
        "What is logged",
        |s, text| {
            text.parse::<tracing_subscriber::EnvFilter>().ok()?;
            s.log = text.to_owned();
            Some(())
        },
    ),
    setting("log_format", "text", "text or json", "How log messages look", |s, text| {
        s.log_format = value::log_format(text)?;
        Some(())
    }),
];
