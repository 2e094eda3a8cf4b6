//! How the server says it is.

use std::sync::Arc;

use reqwest::StatusCode;

use crate::support::faulty::{Faulty, Mood};
use crate::support::{Server, expect, settings};

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
    let store = Arc::new(Faulty::default());
    let server = Server::on(store.clone(), settings(&[]), None).await;
    let status = async |path: &str| server.get(path).send().await.unwrap().status();
    assert_eq!(status("/health/ready").await, StatusCode::OK);

    store.be(Mood::Gone);
    assert_eq!(status("/health/ready").await, StatusCode::SERVICE_UNAVAILABLE);
    let report = expect(server.get("/health").send().await.unwrap(), StatusCode::SERVICE_UNAVAILABLE).await;
    assert_eq!(report["status"], "unhealthy");
    assert_eq!(report["checks"]["database"]["status"], "unhealthy");
    assert_eq!(status("/health/live").await, StatusCode::NO_CONTENT, "the process itself runs");

    store.be(Mood::Well);
    assert_eq!(status("/health/ready").await, StatusCode::OK);
}
