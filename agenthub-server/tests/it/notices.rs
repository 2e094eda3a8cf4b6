//! Servers on one database that tell each other over Redis what changed.

use std::sync::Arc;
use std::time::Duration;

use agenthub_core::notices::{Heard, Notices as _};
use agenthub_core::organization::OrganizationId;
use agenthub_core::{Hub, HubOptions, Id};
use agenthub_server::RedisNotices;
use agenthub_store::testing::TestDatabase;
use serde_json::{Value, json};
use tokio::net::lookup_host;

use crate::support::desk::{Answered as _, eventually, id};
use crate::support::line::Line;
use crate::support::redis::redis_url;
use crate::support::{Server, expect, settings};

/// Longer than any test: what is found so soon, was found because of a notice.
const NEVER: Duration = Duration::from_secs(3600);

/// A name that no other test has.
fn deployment() -> String {
    Id::<Server>::new().to_string()
}

/// A server on a database that others are on, and with notices.
async fn node(database: &TestDatabase, url: &str, deployment: &str, refresh_every: Duration) -> Server {
    let store = Arc::new(database.store().await.unwrap());
    let settings = settings(&[]);
    let options = HubOptions { refresh_every, ..settings.hub_options() };
    let notices = RedisNotices::new(url, deployment).unwrap();
    Server::over(Hub::builder_on(store).options(options).notices(notices), settings, None).await
}

async fn check_of_redis(server: &Server) -> Value {
    expect(server.get("/health").answer().await, reqwest::StatusCode::OK).await["checks"]["redis"].clone()
}

async fn is_connected(server: &Server) {
    eventually(async || (check_of_redis(server).await["status"] == "healthy").then_some(())).await;
}

/// Two servers that learn of each other's changes by notices only.
async fn pair(database: &TestDatabase, url: &str, deployment: &str) -> (Server, Server) {
    let here = node(database, url, deployment, NEVER).await;
    let there = node(database, url, deployment, NEVER).await;
    is_connected(&here).await;
    is_connected(&there).await;
    (here, there)
}

/// A key that `there` knows, until it is revoked `here`.
async fn revoked_on_the_other(here: &Server, there: &Server) {
    let ada = here.desk(&here.register(&format!("{}@example.org", deployment())).await);
    let made =
        ada.post("/api-keys", &json!({ "name": "Report", "scopes": ["agents:read"] })).gives(201).await;
    let service = there.service(made["key"].as_str().unwrap());
    service.get("/agents").gives(200).await;
    ada.delete(&format!("/api-keys/{}", id(&made))).gives(200).await;
    eventually(async || (service.get("/agents").answer().await.status() == 401).then_some(())).await;
}

#[tokio::test]
async fn a_key_revoked_on_one_server_is_at_once_worth_nothing_on_another() {
    let Some(url) = redis_url().await else { return };
    let database = TestDatabase::sqlite_file().unwrap();
    let (here, there) = pair(&database, &url, &deployment()).await;
    revoked_on_the_other(&here, &there).await;
    revoked_on_the_other(&there, &here).await;
    here.stop().await.unwrap();
    there.stop().await.unwrap();
}

#[tokio::test]
async fn garbage_on_the_channel_harms_nothing() {
    let Some(url) = redis_url().await else { return };
    let (database, deployment) = (TestDatabase::sqlite_file().unwrap(), deployment());
    let (here, there) = pair(&database, &url, &deployment).await;

    let client = redis::Client::open(url).unwrap();
    let mut mallory = client.get_multiplexed_async_connection().await.unwrap();
    let unknown = OrganizationId::new().to_string();
    let large = "x".repeat(1 << 20);
    for garbage in ["", "\0\u{ff}", "{\"id\":1}", "00000000", unknown.as_str(), large.as_str()] {
        let mut publish = redis::cmd("PUBLISH");
        publish.arg(format!("agenthub:{deployment}:changed")).arg(garbage.as_bytes());
        let heard: usize = publish.query_async(&mut mallory).await.unwrap();
        assert_eq!(heard, 2, "both servers listen");
    }
    revoked_on_the_other(&here, &there).await;
    assert_eq!(check_of_redis(&there).await["status"], "healthy");
    here.stop().await.unwrap();
    there.stop().await.unwrap();
}

#[tokio::test]
async fn more_notices_than_can_wait_are_remembered_as_missed() {
    let Some(url) = redis_url().await else { return };
    let deployment = deployment();
    let (loud, slow) =
        (RedisNotices::new(&url, &deployment).unwrap(), RedisNotices::new(&url, &deployment).unwrap());
    assert_eq!((loud.heard().await, slow.heard().await), (Heard::Missed, Heard::Missed), "as they begin");
    for _ in 0..2000 {
        loud.publish(OrganizationId::new()).await;
    }
    eventually(async || (slow.heard().await == Heard::Missed).then_some(())).await;
}

#[tokio::test]
async fn deployments_on_one_redis_do_not_hear_each_other() {
    let Some(url) = redis_url().await else { return };
    let (ours, theirs) =
        (RedisNotices::new(&url, &deployment()).unwrap(), RedisNotices::new(&url, &deployment()).unwrap());
    ours.heard().await;
    theirs.heard().await;
    theirs.publish(OrganizationId::new()).await;
    let organization = OrganizationId::new();
    ours.publish(organization).await;
    assert_eq!(ours.heard().await, Heard::Changed(vec![organization]));
}

#[tokio::test]
async fn without_redis_servers_look_for_changes_and_go_on_when_it_is_back() {
    let Some(url) = redis_url().await else { return };
    let (database, deployment) = (TestDatabase::sqlite_file().unwrap(), deployment());
    let target = url.strip_prefix("redis://").unwrap();
    let line = Line::to(lookup_host(target).await.unwrap().next().unwrap()).await;
    let often = Duration::from_millis(100);
    let here = node(&database, &url, &deployment, often).await;
    let there = node(&database, &format!("redis://{}", line.address), &deployment, often).await;
    is_connected(&there).await;

    line.cut();
    eventually(async || (check_of_redis(&there).await["status"] == "degraded").then_some(())).await;
    assert_eq!(there.get("/health/ready").answer().await.status(), 200);
    revoked_on_the_other(&here, &there).await;
    revoked_on_the_other(&there, &here).await;

    line.mend();
    is_connected(&there).await;
    here.stop().await.unwrap();
    there.stop().await.unwrap();
}
