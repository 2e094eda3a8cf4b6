//! `agenthub serve`: the server, from its settings to its end.

use std::error::Error;
use std::io::IsTerminal as _;

use agenthub_core::Hub;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use secrecy::ExposeSecret as _;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;

use super::{Ended, say};
use crate::app::App;
use crate::audit_forwarding;
use crate::notices::RedisNotices;
use crate::open::Opened;
use crate::settings::{DatabaseUrl, LogFormat, Settings};
use crate::{exports, heads, personal};

/// Upper bounds of the buckets of durations, in seconds.
const SECONDS: [f64; 12] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 30.0];

/// Upper bounds of the buckets of ratios.
const RATIOS: [f64; 5] = [0.25, 0.5, 0.75, 0.9, 1.0];

pub(super) async fn run(settings: Settings) -> Ended {
    start_log(&settings)?;
    let metrics = start_metrics()?;
    let store = Opened::new(&settings).await?;
    let added = store.prepare(&settings).await.map_err(advise)?;
    let hub = Hub::builder_on(store.store()).options(settings.hub_options());
    let hub = hub.master_key(personal::master_key(&settings)?);
    let hub = exports::with_exports(hub, &settings);
    let hub = heads::with_witnesses(hub.head_signer(heads::head_signer(&settings)?), &settings);
    let mut hub = audit_forwarding::with_targets(hub, &settings)?;
    if let Some(notices) = notices(&settings, &store).await? {
        hub = hub.notices(notices);
    }
    let app = App::with_metrics(hub.build(), settings, Some(metrics))?;
    raise_open_files();
    let listener = listen(&app.settings().listen).await?;
    if let Err(error) = greet(&listener, app.settings(), !added.is_empty()) {
        // Nobody reads the standard output; that is no reason not to serve.
        tracing::debug!(%error, "failed to say where the server listens");
    }
    crate::serve(listener, &app, stopped()).await?;
    store.close().await;
    Ok(())
}

fn start_log(settings: &Settings) -> Ended {
    let filter: EnvFilter = settings.log.parse()?;
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    match settings.log_format {
        LogFormat::Text => log.try_init(),
        LogFormat::Json => log.json().flatten_event(true).try_init(),
    }
}

fn start_metrics() -> Result<PrometheusHandle, metrics_exporter_prometheus::BuildError> {
    PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &SECONDS)?
        .set_buckets_for_metric(Matcher::Suffix("_ratio".to_owned()), &RATIOS)?
        .install_recorder()
}

/// What tells the other servers on the database of changes, where the settings name a Redis.
async fn notices(
    settings: &Settings,
    store: &Opened,
) -> Result<Option<RedisNotices>, Box<dyn Error + Send + Sync>> {
    let Some(url) = &settings.redis_url else { return Ok(None) };
    let Some(deployment) = store.deployment().await? else { return Ok(None) };
    Ok(Some(RedisNotices::new(url.expose_secret(), &deployment)?))
}

/// Each connection takes a file. Most systems allow few by habit and many for the asking.
fn raise_open_files() {
    let limit = getrlimit(Resource::Nofile);
    if let Err(error) = setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, ..limit }) {
        tracing::warn!(%error, limit = limit.current, "failed to raise the limit of open files");
    }
}

async fn listen(address: &str) -> Result<TcpListener, String> {
    let bound = TcpListener::bind(address).await;
    bound.map_err(|error| format!("cannot listen on {address}: {error}; choose another with --listen"))
}

fn greet(listener: &TcpListener, settings: &Settings, is_new: bool) -> Ended {
    let address = listener.local_addr()?;
    say(&format!("AgentHub {} listens on http://{address}", env!("CARGO_PKG_VERSION")))?;
    say(&format!("  documentation  http://{address}/docs"))?;
    say(&format!("  data           {}", settings.database))?;
    match settings.database {
        DatabaseUrl::Memory => say(&format!("  first user     POST http://{address}/api/v1/auth/register")),
        _ if is_new => say("  first user     agenthub user create --email you@example.com --superuser"),
        _ => Ok(()),
    }
}

/// What to do about a schema that is behind.
fn advise(error: agenthub_core::Error) -> String {
    match error.code() {
        agenthub_core::error::Code::STORE_NOT_MIGRATED => {
            format!("{error}: run `agenthub migrate up`, or start with --auto-migrate always")
        }
        _ => error.to_string(),
    }
}

/// Waits for Ctrl-C or for the signal that ends services.
async fn stopped() {
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return tokio::signal::ctrl_c().await.unwrap_or_default();
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}
