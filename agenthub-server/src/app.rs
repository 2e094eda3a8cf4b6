//! What every request needs: the hub, the settings, the keys, the limits.

use std::sync::{Arc, OnceLock};

use agenthub_core::Hub;
use metrics_exporter_prometheus::PrometheusHandle;
use tokio_util::sync::CancellationToken;

use crate::key_file::KeyError;
use crate::limits::Limits;
use crate::settings::Settings;
use crate::token::Tokens;
use crate::voices::Voices;

/// The server's state. Cheap to clone; all clones are the same server.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    hub: Hub,
    settings: Settings,
    tokens: Tokens,
    limits: Limits,
    voices: Voices,
    metrics: Option<PrometheusHandle>,
    document: OnceLock<String>,
    draining: CancellationToken,
}

impl App {
    /// Prepares a server over `hub`.
    ///
    /// # Errors
    /// The keys that sign access tokens cannot be read or kept.
    pub fn new(hub: Hub, settings: Settings) -> Result<Self, KeyError> {
        Self::with_metrics(hub, settings, None)
    }

    /// The same, showing at `/metrics` what `metrics` collects.
    ///
    /// # Errors
    /// As [`App::new`].
    pub fn with_metrics(
        hub: Hub,
        settings: Settings,
        metrics: Option<PrometheusHandle>,
    ) -> Result<Self, KeyError> {
        let tokens = Tokens::new(&settings)?;
        let limits = Limits::new(&settings);
        let (voices, document, draining) = Default::default();
        Ok(Self(Arc::new(Inner { hub, settings, tokens, limits, voices, metrics, document, draining })))
    }

    /// The hub.
    pub fn hub(&self) -> &Hub {
        &self.0.hub
    }

    /// The settings.
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// Makes and checks access tokens.
    pub fn tokens(&self) -> &Tokens {
        &self.0.tokens
    }

    pub(crate) fn limits(&self) -> &Limits {
        &self.0.limits
    }

    pub(crate) fn voices(&self) -> &Voices {
        &self.0.voices
    }

    pub(crate) fn metrics(&self) -> Option<&PrometheusHandle> {
        self.0.metrics.as_ref()
    }

    /// Cancelled when the server stops: answers without an end have to end then.
    pub(crate) fn draining(&self) -> &CancellationToken {
        &self.0.draining
    }

    /// The OpenAPI document as JSON, made when it is first asked for.
    pub(crate) fn document(&self) -> &str {
        self.0.document.get_or_init(crate::openapi::json)
    }
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").field("hub", &self.0.hub).finish_non_exhaustive()
    }
}
