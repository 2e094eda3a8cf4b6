//! How the server says it is.

use std::sync::Arc;

use reqwest::StatusCode;

use crate::support::desk::eventually;
use crate::support::faulty::{Faulty, Mood};
use crate::support::program::Program;
use crate::support::redis::redis_url;
use crate::support::{Server, expect, settings};

/// So that none is made and kept in a file.
const SECRET: (&str, &str) = ("SECRET_KEY", "a secret that is long enough for tokens");

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

#[tokio::test]
async fn a_disk_that_fills_up_is_told_before_it_is_full() {
    let directory = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", directory.path().join("hub.db").display());
    for (least, expected) in [("1", "healthy"), ("1000000000", "degraded")] {
        let said = [("DATABASE_URL", url.as_str()), SECRET, ("AGENTHUB_MIN_FREE_DISK_MIB", least)];
        let server = Server::with(&said).await;
        let report = expect(server.get("/health").send().await.unwrap(), StatusCode::OK).await;
        assert_eq!(report["checks"]["storage"]["status"], expected, "{report}");
        assert_eq!(report["status"], expected);
        assert_eq!(server.get("/health/ready").send().await.unwrap().status(), StatusCode::OK);
    }
}

#[tokio::test]
async fn a_disk_that_cannot_be_asked_is_not_taken_for_a_good_one() {
    let directory = tempfile::tempdir().unwrap();
    let key = directory.path().join("audit.key");
    let personal = directory.path().join("personal.key");
    let elsewhere = [
        ("DATABASE_URL", "sqlite:/no/such/directory/hub.db"),
        ("AGENTHUB_AUDIT_KEY_FILE", key.to_str().unwrap()),
        ("AGENTHUB_PERSONAL_KEY_FILE", personal.to_str().unwrap()),
        SECRET,
    ];
    let server = Server::with(&elsewhere).await;
    let report = expect(server.get("/health").send().await.unwrap(), StatusCode::OK).await;
    assert_eq!(report["checks"]["storage"]["status"], "degraded", "{report}");
    assert!(!report.to_string().contains("/no/such"), "{report}");
}

#[tokio::test]
async fn redis_is_listed_where_it_is_configured_and_its_absence_is_no_reason_to_stop() {
    let directory = tempfile::tempdir().unwrap();
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    // Nothing listens at port 1.
    let program = Program::start(directory.path(), &["--redis-url", "redis://:hunter2@127.0.0.1:1"]);
    let check = async || {
        let answer = client.get(format!("{}/health", program.address())).send().await.unwrap();
        expect(answer, StatusCode::OK).await["checks"]["redis"].clone()
    };
    assert_eq!(check().await["status"], "degraded");
    eventually(async || (check().await["detail"] == "it cannot be reached").then_some(())).await;
    program.stop("-TERM");

    let Some(url) = redis_url().await else { return };
    let program = Program::start(directory.path(), &["--redis-url", &url]);
    let check = async || {
        let answer = client.get(format!("{}/health", program.address())).send().await.unwrap();
        expect(answer, StatusCode::OK).await["checks"]["redis"]["status"].clone()
    };
    eventually(async || (check().await == "healthy").then_some(())).await;
    program.stop("-TERM");
}
