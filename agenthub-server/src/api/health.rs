//! `/health`: how the server and all that it needs are.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use agenthub_core::agent::Health;
use axum::Json;
use axum::extract::State;
use chrono::{DateTime, TimeDelta, Utc};
use http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::settings::DatabaseUrl;

/// How long the database may take to answer before it counts as gone.
const PATIENCE: Duration = Duration::from_secs(2);

/// How old an audit record may be that is still to be forwarded.
const LATE: TimeDelta = TimeDelta::minutes(5);

/// How something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Condition {
    /// It works.
    Healthy,
    /// It works in part.
    Degraded,
    /// It does not work.
    Unhealthy,
}

/// How the server is.
#[derive(Serialize, ToSchema)]
pub(crate) struct Report {
    /// How it is as a whole: unhealthy where no call can be made, degraded where some cannot.
    status: Condition,
    /// The version of the program.
    version: &'static str,
    /// When this was found.
    timestamp: DateTime<Utc>,
    /// How all that it needs is, by name.
    checks: BTreeMap<&'static str, Check>,
}

/// How one thing is.
#[derive(Serialize, ToSchema)]
pub(crate) struct Check {
    /// How it is.
    status: Condition,
    /// What is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
}

/// How everything is: the database, the runtimes of agents, the journal of calls; Redis, the disk, and where
/// audit records are forwarded to, where they are needed.
pub(crate) async fn health(State(app): State<App>) -> (StatusCode, Json<Report>) {
    let mut checks = BTreeMap::from([
        ("database", database(&app).await),
        ("agents", agents(&app)),
        ("journal", journal(&app)),
    ]);
    checks.extend(redis(&app).map(|check| ("redis", check)));
    checks.extend(audit_forwarding(&app).map(|check| ("audit_forwarding", check)));
    checks.extend(storage(&app).await.map(|check| ("storage", check)));
    let status = checks.values().map(|check| check.status).max().unwrap_or(Condition::Healthy);
    let report =
        Report { status, version: env!("CARGO_PKG_VERSION"), timestamp: app.hub().clock().now(), checks };
    (code(status), Json(report))
}

/// Whether the process runs at all.
pub(crate) async fn live() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// Whether calls can be taken now.
pub(crate) async fn ready(State(app): State<App>) -> (StatusCode, Json<Check>) {
    let check = database(&app).await.or_worse(journal(&app));
    (code(check.status), Json(check))
}

fn code(status: Condition) -> StatusCode {
    if status == Condition::Unhealthy { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::OK }
}

async fn database(app: &App) -> Check {
    match tokio::time::timeout(PATIENCE, app.hub().ping()).await {
        Ok(Ok(())) => Check::healthy(),
        Ok(Err(error)) => Check::unhealthy(error.to_string()),
        Err(_) => Check::unhealthy("it does not answer".to_owned()),
    }
}

/// One runtime that is down leaves the others, so that is a degradation.
fn agents(app: &App) -> Check {
    let runtimes = app.hub().runtimes().health();
    let faults: Vec<_> = runtimes
        .iter()
        .filter_map(|(name, health)| match health {
            Health::Healthy => None,
            Health::Degraded(reason) | Health::Unhealthy(reason) => Some(format!("{name}: {reason}")),
        })
        .collect();
    if faults.is_empty() { Check::healthy() } else { Check::degraded(faults.join("; ")) }
}

/// Without Redis other servers' changes are found a moment later.
fn redis(app: &App) -> Option<Check> {
    Some(match app.hub().notices_health()? {
        Health::Healthy => Check::healthy(),
        Health::Degraded(reason) | Health::Unhealthy(reason) => Check::degraded(reason),
    })
}

/// What is not forwarded is kept, so that is no more than a degradation.
fn audit_forwarding(app: &App) -> Option<Check> {
    let (targets, now) = (app.hub().audit_forwarding(), app.hub().clock().now());
    if targets.is_empty() {
        return None;
    }
    let is_late = |oldest: DateTime<Utc>| now - oldest > LATE;
    let faults: Vec<_> = targets
        .into_iter()
        .filter(|it| it.fault.is_some() || it.backlog.oldest.is_some_and(is_late))
        .map(|it| {
            let fault = it.fault.unwrap_or_else(|| "it falls behind".to_owned());
            let records = it.backlog.records;
            let since = it.backlog.oldest.map(|oldest| format!(", the oldest of {}", oldest.to_rfc3339()));
            format!("{}: {fault}; {records} records wait{}", it.target, since.unwrap_or_default())
        })
        .collect();
    Some(if faults.is_empty() { Check::healthy() } else { Check::degraded(faults.join("; ")) })
}

/// Whether the disk of the database's file has room. What no longer fits at all is the database's to tell.
async fn storage(app: &App) -> Option<Check> {
    let DatabaseUrl::Sqlite(file) = &app.settings().database else { return None };
    let directory = match file.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    // A disk that hangs must not hold up others.
    let asked = tokio::task::spawn_blocking(move || rustix::fs::statvfs(&directory));
    let Ok(Ok(Ok(disk))) = tokio::time::timeout(PATIENCE, asked).await else {
        return Some(Check::degraded("the disk does not say how much room it has".to_owned()));
    };
    let (free, least) = (disk.f_bavail.saturating_mul(disk.f_frsize), app.settings().min_free_disk);
    Some(if usize::try_from(free).is_ok_and(|free| free < least) {
        Check::degraded(format!("{} MiB are free, and it should be {}", free >> 20, least >> 20))
    } else {
        Check::healthy()
    })
}

fn journal(app: &App) -> Check {
    let (taken, room) = app.hub().journal_load();
    if taken >= room {
        Check::unhealthy(format!("{taken} calls run or wait, and there is room for {room}"))
    } else if taken * 2 >= room {
        Check::degraded(format!("{taken} of {room} places for calls are taken"))
    } else {
        Check::healthy()
    }
}

impl Check {
    fn healthy() -> Self {
        Self { status: Condition::Healthy, detail: None }
    }

    fn degraded(detail: String) -> Self {
        Self { status: Condition::Degraded, detail: Some(detail) }
    }

    fn unhealthy(detail: String) -> Self {
        Self { status: Condition::Unhealthy, detail: Some(detail) }
    }

    fn or_worse(self, other: Self) -> Self {
        if other.status > self.status { other } else { self }
    }
}
