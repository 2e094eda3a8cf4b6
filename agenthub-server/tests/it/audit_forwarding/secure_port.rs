//! A port inside TLS, which does not always treat those who come as it should.

use std::io;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, Interest};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_util::task::TaskTracker;

/// What happens to a connection.
#[derive(Clone, Copy)]
pub(super) enum Manner {
    /// All is read, and then it is closed.
    Good,
    /// All is read, and then the connection ends without a word of TLS, as where a program dies.
    Cut,
    /// Nothing is read; it is said that all is over, and the system is left with what came.
    Unread,
    /// No TLS is spoken.
    Plain,
}

/// Serves one connection after the other.
pub(super) struct SecurePort {
    pub(super) port: u16,
    got: Arc<Mutex<String>>,
    now: Arc<Mutex<(TlsAcceptor, Manner)>>,
}

impl SecurePort {
    pub(super) async fn open(acceptor: TlsAcceptor, manner: Manner) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let (got, now) = (Arc::new(Mutex::new(String::new())), Arc::new(Mutex::new((acceptor, manner))));
        let (shared, how) = (Arc::clone(&got), Arc::clone(&now));
        TaskTracker::new().spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                let (acceptor, manner) = how.lock().unwrap().clone();
                // Who breaks off comes again.
                if let Ok(text) = serve(stream, &acceptor, manner).await {
                    shared.lock().unwrap().push_str(&text);
                }
            }
        });
        Self { port, got, now }
    }

    /// Treats the next ones so.
    pub(super) fn set(&self, acceptor: TlsAcceptor, manner: Manner) {
        *self.now.lock().unwrap() = (acceptor, manner);
    }

    pub(super) fn behave(&self, manner: Manner) {
        self.now.lock().unwrap().1 = manner;
    }

    pub(super) fn lines(&self) -> String {
        self.got.lock().unwrap().clone()
    }
}

async fn serve(mut stream: TcpStream, acceptor: &TlsAcceptor, manner: Manner) -> io::Result<String> {
    let mut text = String::new();
    if matches!(manner, Manner::Plain) {
        stream.write_all(b"Welcome\r\n").await?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).await?;
        return Ok(format!("{}\n", String::from_utf8_lossy(&bytes)));
    }
    let mut stream = acceptor.accept(stream).await?;
    if matches!(manner, Manner::Unread) {
        leave(stream).await?;
        return Ok(text);
    }
    // It fails where the other side does not say that it has come to the end.
    stream.read_to_string(&mut text).await?;
    if matches!(manner, Manner::Good) {
        stream.shutdown().await?;
    }
    Ok(text)
}

/// Says that it has come to the end when all was sent, of which the system has most still.
async fn leave(stream: tokio_rustls::server::TlsStream<TcpStream>) -> io::Result<()> {
    let (stream, mut session) = stream.into_inner();
    while !stream.ready(Interest::READABLE).await?.is_read_closed() {
        tokio::task::yield_now().await;
    }
    // What waited to be sent would be gone with the connection.
    stream.set_nodelay(true)?;
    session.send_close_notify();
    session.write_tls(&mut stream.into_std()?).map(drop)
}
