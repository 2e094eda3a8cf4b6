//! Somebody who leaves records.

use std::time::Duration;

use reqwest::{Client, StatusCode};
use serde_json::{Value, json};

use crate::support::desk::eventually;
use crate::support::{PASSWORD, expect};

pub(super) struct Visitor {
    client: Client,
    address: String,
    token: String,
    pub(super) organization: String,
}

impl Visitor {
    /// Leaves three records: of the user, the organization, and the login.
    pub(super) async fn register(address: &str, email: &str) -> Self {
        Self::enter(address, "register", email).await
    }

    /// Leaves one record.
    pub(super) async fn login(address: &str, email: &str) -> Self {
        Self::enter(address, "login", email).await
    }

    async fn enter(address: &str, how: &str, email: &str) -> Self {
        let client = Client::builder().no_proxy().build().unwrap();
        let body = json!({ "email": email, "password": PASSWORD });
        let answer = client.post(format!("{address}/api/v1/auth/{how}")).json(&body).send().await.unwrap();
        let tokens: Value = answer.json().await.unwrap();
        let text = |place: &str| tokens.pointer(place).unwrap().as_str().unwrap().to_owned();
        let (token, organization) = (text("/access_token"), text("/organization/id"));
        Self { client, address: address.to_owned(), token, organization }
    }

    /// Leaves this many records.
    pub(super) async fn work(&self, count: usize) {
        for _ in 0..count {
            self.create(json!({ "name": "Analyst", "agent_type": "analytics" })).await;
        }
    }

    /// Leaves one record, of this many bytes and more.
    pub(super) async fn work_at_length(&self, bytes: usize) {
        let description = "x".repeat(bytes);
        self.create(json!({ "name": "Analyst", "agent_type": "analytics", "description": description }))
            .await;
    }

    async fn create(&self, agent: Value) {
        let path = format!("{}/api/v1/agents", self.address);
        let request = self.client.post(path).bearer_auth(&self.token).json(&agent);
        expect(request.send().await.unwrap(), StatusCode::CREATED).await;
    }

    /// What `/health` says is wrong with forwarding, once this is in it.
    pub(super) async fn hears(&self, part: &str) -> String {
        eventually(async || {
            let health: Value = serde_json::from_str(&self.text("/health").await).unwrap();
            let detail = health["checks"]["audit_forwarding"]["detail"].as_str();
            detail.filter(|detail| detail.contains(part)).map(str::to_owned)
        })
        .await
    }

    pub(super) async fn text(&self, path: &str) -> String {
        self.client.get(format!("{}{path}", self.address)).send().await.unwrap().text().await.unwrap()
    }
}

/// Looks again and again, for longer than a lease lasts whose holder was killed.
pub(super) async fn long(mut look: impl AsyncFnMut() -> Option<()>) {
    let looking = async { while look().await.is_none() {} };
    tokio::time::timeout(Duration::from_secs(40), looking).await.expect("it never came");
}
