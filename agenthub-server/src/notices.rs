//! Notices over Redis: the nodes of one database tell each other by publish and subscribe what changed.

use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use agenthub_core::agent::Health;
use agenthub_core::async_trait;
use agenthub_core::notices::{Heard, Notices};
use agenthub_core::organization::OrganizationId;
use redis::aio::MultiplexedConnection;
use redis::{
    AsyncConnectionConfig, Client, IntoConnectionInfo as _, ProtocolVersion, PushInfo, PushKind, RedisResult,
};
use tokio::sync::mpsc;
use tokio::time::{sleep, timeout};

/// How long Redis may take to answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// How long to wait before Redis is tried again.
const RETRY_IN: Duration = Duration::from_secs(1);

/// After so long a silence Redis is asked whether it is there, as a broken wire is silent too.
const PING_AFTER: Duration = Duration::from_secs(5);

/// How many notices may wait. Of more it is only kept that there were some, so that nobody can fill the memory.
const WAITING: usize = 1024;

/// Carries notices over a channel of Redis (6 or newer).
///
/// Connects by itself when it is first listened to, and again whenever the connection breaks.
#[derive(Debug)]
pub struct RedisNotices {
    client: Client,
    channel: String,
    state: Mutex<State>,
    link: tokio::sync::Mutex<Option<Link>>,
}

#[derive(Debug)]
struct State {
    health: Health,
    /// What publishes, while Redis is there.
    connection: Option<MultiplexedConnection>,
}

/// The receiving end of a connection that subscribed.
#[derive(Debug)]
struct Link {
    connection: MultiplexedConnection,
    said: mpsc::Receiver<OrganizationId>,
    overflown: Arc<AtomicBool>,
}

impl RedisNotices {
    /// Notices by way of the Redis at `url`, among those who name the same `deployment`: nodes of one database must,
    /// and others must not, or they wake each other for nothing.
    ///
    /// # Errors
    /// The URL is not one of Redis.
    pub fn new(url: &str, deployment: &str) -> RedisResult<Self> {
        let info = url.into_connection_info()?;
        // The third version of the protocol has messages and answers on one connection.
        let redis = info.redis_settings().clone().set_protocol(ProtocolVersion::RESP3);
        let health = Health::Degraded("it is not connected yet".to_owned());
        Ok(Self {
            client: Client::open(info.set_redis_settings(redis))?,
            channel: format!("agenthub:{deployment}:changed"),
            state: Mutex::new(State { health, connection: None }),
            link: tokio::sync::Mutex::default(),
        })
    }

    async fn connect(&self) -> RedisResult<Link> {
        let (sender, said) = mpsc::channel(WAITING);
        let overflown = Arc::new(AtomicBool::new(false));
        let overflow = Arc::clone(&overflown);
        let hear = move |push: PushInfo| -> Result<(), ()> {
            if let Some(organization) = organization(&push)
                && sender.try_send(organization).is_err()
            {
                overflow.store(true, Relaxed);
            }
            Ok(())
        };
        let config = AsyncConnectionConfig::new()
            .set_connection_timeout(Some(PATIENCE))
            .set_response_timeout(Some(PATIENCE))
            .set_push_sender(hear);
        let mut connection = self.client.get_multiplexed_async_connection_with_config(&config).await?;
        connection.subscribe(&self.channel).await?;
        Ok(Link { connection, said, overflown })
    }

    fn turn(&self, health: Health, connection: Option<MultiplexedConnection>) {
        *self.state.lock().unwrap_or_else(PoisonError::into_inner) = State { health, connection };
    }

    /// What went wrong is told once, not each time that it is tried again.
    fn lost(&self, reason: impl std::fmt::Display) {
        if !matches!(self.health(), Health::Unhealthy(_)) {
            tracing::warn!(%reason, "Redis is away; other nodes' changes are found by looking");
        }
        self.turn(Health::Unhealthy("it cannot be reached".to_owned()), None);
    }
}

#[async_trait]
impl Notices for RedisNotices {
    async fn publish(&self, organization: OrganizationId) {
        let connection = self.state.lock().unwrap_or_else(PoisonError::into_inner).connection.clone();
        let Some(mut connection) = connection else { return };
        let mut publish = redis::cmd("PUBLISH");
        publish.arg(&self.channel).arg(organization.to_string());
        if let Err(error) = publish.exec_async(&mut connection).await {
            tracing::debug!(%error, "failed to tell other nodes of a change");
        }
    }

    async fn heard(&self) -> Heard {
        let mut link = self.link.lock().await;
        loop {
            match &mut *link {
                Some(open) => match open.heard().await {
                    Some(heard) => return heard,
                    None => {
                        *link = None;
                        self.lost("the connection broke");
                    }
                },
                None => match self.connect().await {
                    Ok(open) => {
                        self.turn(Health::Healthy, Some(open.connection.clone()));
                        *link = Some(open);
                        return Heard::Missed;
                    }
                    Err(error) => {
                        self.lost(error);
                        sleep(RETRY_IN).await;
                    }
                },
            }
        }
    }

    fn health(&self) -> Health {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).health.clone()
    }
}

impl Link {
    /// What the others say; `None` once the connection is broken.
    async fn heard(&mut self) -> Option<Heard> {
        let first = loop {
            match timeout(PING_AFTER, self.said.recv()).await {
                Ok(said) => break said?,
                Err(_) => redis::cmd("PING").exec_async(&mut self.connection).await.ok()?,
            }
        };
        // What was said meanwhile is looked at together.
        let mut changed = vec![first];
        while let Ok(more) = self.said.try_recv() {
            changed.push(more);
        }
        Some(if self.overflown.swap(false, Relaxed) { Heard::Missed } else { Heard::Changed(changed) })
    }
}

/// The organization that a message names. Anybody can write to a channel, so it may be anything.
fn organization(push: &PushInfo) -> Option<OrganizationId> {
    match (&push.kind, push.data.last()?) {
        (PushKind::Message, redis::Value::BulkString(text)) => std::str::from_utf8(text).ok()?.parse().ok(),
        _ => None,
    }
}
