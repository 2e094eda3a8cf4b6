//! What is counted, as Prometheus reads it.

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::support::expect;
use crate::support::program::Program;

/// The sample whose line begins so.
fn sample(text: &str, beginning: &str) -> f64 {
    let line = text.lines().find(|line| line.starts_with(beginning));
    let line = line.unwrap_or_else(|| panic!("no {beginning} in {text}"));
    line.rsplit(' ').next().unwrap().parse().unwrap()
}

#[tokio::test]
async fn a_scrape_shows_requests_invocations_and_the_journal() {
    let directory = tempfile::tempdir().unwrap();
    let program = Program::start(directory.path(), &[]);
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let mut token = String::new();
    let send = async |path: &str, token: &str, body: Value, status| {
        let request = client.post(format!("{}/api/v1{path}", program.address())).bearer_auth(token);
        expect(request.json(&body).send().await.unwrap(), status).await
    };
    let ada = json!({ "email": "ada@example.org", "password": "a long enough sentence" });
    let tokens = send("/auth/register", &token, ada, StatusCode::CREATED).await;
    token.push_str(tokens["access_token"].as_str().unwrap());
    let analyst = json!({ "name": "Analyst", "agent_type": "analytics", "max_concurrency": 2 });
    send("/agents", &token, analyst, StatusCode::CREATED).await;
    let table = json!({ "csv": "month,revenue\n2026-01-01,100\n2026-02-01,120\n" });
    let call = json!({ "capability": "describe", "input": { "table": table } });
    send("/invoke", &token, call, StatusCode::OK).await;

    let scrape = client.get(format!("{}/metrics", program.address())).send().await.unwrap();
    assert!(scrape.headers()["content-type"].to_str().unwrap().starts_with("text/plain"));
    let text = scrape.text().await.unwrap();
    for (beginning, expected) in [
        ("requests_total{method=\"POST\",endpoint=\"/api/v1/auth/register\",status=\"201\"} ", 1.0),
        ("request_duration_seconds_count{method=\"POST\",endpoint=\"/api/v1/agents\"} ", 1.0),
        ("active_agents_total ", 1.0),
        ("agent_utilization_ratio_bucket{agent_type=\"analytics\",le=\"0.25\"} ", 0.0),
        ("agent_utilization_ratio_bucket{agent_type=\"analytics\",le=\"0.5\"} ", 1.0),
        ("agenthub_invocations_total{agent_type=\"analytics\",outcome=\"success\"} ", 1.0),
        ("agenthub_invocation_duration_seconds_count{agent_type=\"analytics\"} ", 1.0),
        ("agenthub_journal_batch_size_count ", 1.0),
        ("agenthub_journal_commit_seconds_count ", 1.0),
        ("agenthub_journal_places_taken ", 0.0),
        ("agenthub_journal_places ", 16_384.0),
        ("agenthub_connections ", 1.0),
        ("agenthub_password_hashes_total ", 1.0),
    ] {
        let found = sample(&text, beginning);
        assert!((found - expected).abs() < f64::EPSILON, "{beginning}{found}, not {expected}");
    }
}
