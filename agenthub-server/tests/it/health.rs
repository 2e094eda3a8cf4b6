//! How the server says it is.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use agenthub_core::async_trait;
use agenthub_core::error::{Code, Error, Result};
use agenthub_core::organization::OrganizationId;
use agenthub_core::store::memory::Memory;
use agenthub_core::store::{FinishedCall, Platform, Store, View, Work};
use reqwest::StatusCode;

use crate::support::{Server, expect, settings};

/// A store that can be taken away and given back.
#[derive(Debug)]
struct Removable {
    store: Memory,
    is_there: Arc<AtomicBool>,
}

impl Removable {
    fn there(&self) -> Result<&Memory> {
        let there = self.is_there.load(Ordering::SeqCst);
        there.then_some(&self.store).ok_or_else(|| Error::new(Code::STORE_UNAVAILABLE))
    }
}

#[async_trait]
impl Store for Removable {
    async fn view(&self, organization: OrganizationId) -> Result<Box<dyn View>> {
        self.there()?.view(organization).await
    }
    async fn work(&self, organization: OrganizationId) -> Result<Box<dyn Work>> {
        self.there()?.work(organization).await
    }
    async fn platform(&self) -> Result<Box<dyn Platform>> {
        self.there()?.platform().await
    }
    async fn append(&self, calls: &[FinishedCall]) -> Result<()> {
        self.there()?.append(calls).await
    }
    async fn ping(&self) -> Result<()> {
        self.there()?.ping().await
    }
}

#[tokio::test]
async fn health_names_everything_that_is_needed() {
    let server = Server::start().await;
    let report = expect(server.get("/health").send().await.unwrap(), StatusCode::OK).await;
    assert_eq!(report["status"], "healthy");
    assert!(
        report["timestamp"].as_str().is_some_and(|time| time.starts_with("2026-11-20T12:00:00")),
        "{report}"
    );
    for check in ["database", "agents", "journal"] {
        assert_eq!(report["checks"][check]["status"], "healthy", "{report}");
    }
    assert_eq!(server.get("/health/live").send().await.unwrap().status(), StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn without_its_database_the_server_is_not_ready_until_it_comes_back() {
    let is_there = Arc::new(AtomicBool::new(true));
    let store = Removable { store: Memory::new(), is_there: Arc::clone(&is_there) };
    let server = Server::on(Arc::new(store), settings(&[]), None).await;
    let status = async |path: &str| server.get(path).send().await.unwrap().status();
    assert_eq!(status("/health/ready").await, StatusCode::OK);

    is_there.store(false, Ordering::SeqCst);
    assert_eq!(status("/health/ready").await, StatusCode::SERVICE_UNAVAILABLE);
    let report = expect(server.get("/health").send().await.unwrap(), StatusCode::SERVICE_UNAVAILABLE).await;
    assert_eq!(report["status"], "unhealthy");
    assert_eq!(report["checks"]["database"]["status"], "unhealthy");
    assert_eq!(status("/health/live").await, StatusCode::NO_CONTENT, "the process itself runs");

    is_there.store(true, Ordering::SeqCst);
    assert_eq!(status("/health/ready").await, StatusCode::OK);
}
