//! A port, to which lines of JSON are written.
//!
//! TCP itself tells nobody whether what was written was read: what stands in a buffer when the connection breaks is lost,
//! and no error says so. So each batch has a connection of its own, which is closed behind it, and is taken when the other
//! side has closed its half too: a program that closes with unread bytes before it sends a reset instead.

use std::time::Duration;

use agenthub_core::async_trait;
use agenthub_core::audit::forwarding::{Forwarder, SendError};
use tokio::io::{self, AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::joined;

/// How long the target may take for a batch.
const TIMEOUT: Duration = Duration::from_secs(10);

/// Writes batches to a port.
#[derive(Debug)]
pub(super) struct TcpTarget(String);

impl TcpTarget {
    pub(super) fn new(address: &str) -> Self {
        Self(address.to_owned())
    }

    async fn write(&self, text: &str) -> io::Result<()> {
        let mut stream = TcpStream::connect(&self.0).await?;
        stream.write_all(text.as_bytes()).await?;
        stream.shutdown().await?;
        // Whatever it says is of no interest, but that it has come to the end.
        let mut said = [0; 1024];
        while stream.read(&mut said).await? > 0 {}
        Ok(())
    }
}

#[async_trait]
impl Forwarder for TcpTarget {
    async fn send(&self, lines: &[String]) -> Result<(), SendError> {
        match timeout(TIMEOUT, self.write(&joined(lines))).await {
            Ok(written) => written.map_err(|error| SendError::Away(error.to_string())),
            Err(_) => {
                let seconds = TIMEOUT.as_secs();
                let said =
                    format!("it did not read a batch and close the connection within {seconds} seconds");
                Err(SendError::Away(said))
            }
        }
    }
}
