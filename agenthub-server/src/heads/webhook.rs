//! An address on the web as a witness: each head is posted to it as a checkpoint.

use std::time::Duration;

use agenthub_core::async_trait;
use agenthub_core::audit::{SignedHead, Witness};
use agenthub_core::error::{Error, Result};
use agenthub_core::organization::OrganizationId;
use reqwest::redirect::Policy;
use reqwest::{Client, header};

/// How long the address may take.
const TIMEOUT: Duration = Duration::from_secs(10);

/// Posts heads to an address. A head is kept when the answer says so.
#[derive(Debug)]
pub(super) struct Webhook {
    url: String,
    client: Option<Client>,
}

impl Webhook {
    pub(super) fn new(url: &str) -> Self {
        // What is posted goes where the settings say, and nowhere else.
        let client = Client::builder().redirect(Policy::none()).timeout(TIMEOUT).build();
        Self { url: url.to_owned(), client: client.ok() }
    }
}

#[async_trait]
impl Witness for Webhook {
    async fn tell(&self, _organization: OrganizationId, head: &SignedHead) -> Result<()> {
        let Some(client) = &self.client else { return Err(failed("no client could be made")) };
        let post = client.post(&self.url).header(header::CONTENT_TYPE, "text/plain; charset=utf-8");
        let answer = post.body(head.note.clone()).send().await.map_err(|error| failed(error.to_string()))?;
        if answer.status().is_success() {
            return Ok(());
        }
        Err(failed(format!("it answered {}", answer.status())))
    }
}

fn failed(reason: impl Into<String>) -> Error {
    Error::internal("the witness did not take a head").source(reason.into())
}
