//! A port, to which lines of JSON are written, in the open or inside TLS.
//!
//! TCP itself tells nobody whether what was written was read: what stands in a buffer when the connection breaks is lost,
//! and no error says so. So each batch has a connection of its own, which is closed behind it, and is taken when the other
//! side has closed its half too: a program that closes with unread bytes before it sends a reset instead.
//!
//! Inside TLS it has to say that it closes (`close_notify`): an end without that can be made by anybody on the way, and by
//! the system of a program that died. The connection below must end well too, as there a reset tells of unread bytes.

use std::time::Duration;

use agenthub_core::async_trait;
use agenthub_core::audit::forwarding::{Forwarder, SendError};
use tokio::io::{self, AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::joined;
use super::tls::{Tls, refusal};

/// How long the target may take for a batch.
const TIMEOUT: Duration = Duration::from_secs(10);

/// Writes batches to a port.
#[derive(Debug)]
pub(super) struct TcpTarget {
    address: String,
    tls: Option<Tls>,
}

impl TcpTarget {
    /// A port that is written to in the open.
    pub(super) fn new(address: &str) -> Self {
        Self { address: address.to_owned(), tls: None }
    }

    /// A port that is written to inside TLS.
    pub(super) fn inside(tls: Tls, address: &str) -> Self {
        Self { address: address.to_owned(), tls: Some(tls) }
    }

    async fn write(&self, text: &str) -> io::Result<()> {
        let mut stream = TcpStream::connect(&self.address).await?;
        let Some(tls) = &self.tls else { return hand_over(&mut stream, text).await };
        hand_over(&mut tls.begin(&mut stream).await?, text).await?;
        end_of(&mut stream).await
    }
}

/// Writes all of it and closes, and waits until the other side closes too.
async fn hand_over(stream: &mut (impl AsyncRead + AsyncWrite + Unpin), text: &str) -> io::Result<()> {
    stream.write_all(text.as_bytes()).await?;
    stream.shutdown().await?;
    end_of(stream).await
}

/// Whatever the other side says is of no interest, but that it has come to the end.
async fn end_of(stream: &mut (impl AsyncRead + Unpin)) -> io::Result<()> {
    let mut said = [0; 1024];
    while stream.read(&mut said).await.map_err(plainly)? > 0 {}
    Ok(())
}

/// What only TLS finds: the end of the connection, and no word of that before.
fn plainly(error: io::Error) -> io::Error {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => {
            io::Error::new(error.kind(), "it closed the connection without a close_notify of TLS")
        }
        _ => error,
    }
}

#[async_trait]
impl Forwarder for TcpTarget {
    async fn send(&self, lines: &[String]) -> Result<(), SendError> {
        match timeout(TIMEOUT, self.write(&joined(lines))).await {
            Ok(written) => {
                written.map_err(|error| refusal(&error).unwrap_or_else(|| SendError::Away(error.to_string())))
            }
            Err(_) => {
                let seconds = TIMEOUT.as_secs();
                let said =
                    format!("it did not read a batch and close the connection within {seconds} seconds");
                Err(SendError::Away(said))
            }
        }
    }
}
