//! Who records are forwarded to.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::routing::post;
use axum::serve::Listener;
use http::{HeaderMap, StatusCode};
use tokio::io::AsyncReadExt as _;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio_util::task::TaskTracker;

/// What was received.
#[derive(Default)]
struct Got {
    lines: String,
    /// How the next ones are answered, the last first.
    failures: Vec<StatusCode>,
    broken: usize,
    authorization: String,
}

impl Got {
    fn take(&mut self, headers: &HeaderMap, body: &str) -> StatusCode {
        if let Some(status) = self.failures.pop() {
            return status;
        }
        let authorization = headers.get("authorization").map(|it| it.to_str().unwrap().to_owned());
        self.authorization = authorization.unwrap_or_default();
        self.lines.push_str(body);
        StatusCode::OK
    }
}

/// An address that answers in these ways, the last first, before it takes what comes.
pub(super) struct Web {
    pub(super) address: SocketAddr,
    got: Arc<Mutex<Got>>,
    /// Whether answers are held back.
    silent: watch::Sender<bool>,
}

impl Web {
    pub(super) async fn open(failures: Vec<StatusCode>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        Self::behind(listener.local_addr().unwrap(), listener, failures)
    }

    /// The same, reached through this listener.
    pub(super) fn behind<L>(address: SocketAddr, listener: L, failures: Vec<StatusCode>) -> Self
    where
        L: Listener,
        L::Addr: std::fmt::Debug,
    {
        let got = Arc::new(Mutex::new(Got { failures, ..Got::default() }));
        let (shared, silent) = (Arc::clone(&got), watch::Sender::new(false));
        let mut is_silent = silent.subscribe();
        let take = post(async move |headers: HeaderMap, body: String| {
            assert_eq!(headers["content-type"], "application/x-ndjson");
            let status = shared.lock().unwrap().take(&headers, &body);
            drop(is_silent.wait_for(|is_silent| !is_silent).await.unwrap());
            status
        });
        let router = Router::new().route("/", take.clone()).route("/{*rest}", take);
        TaskTracker::new().spawn(async move { axum::serve(listener, router).await });
        Self { address, got, silent }
    }

    /// Takes what comes, and holds the answers back, or does not any more.
    pub(super) fn be_silent(&self, is_silent: bool) {
        self.silent.send_replace(is_silent);
    }

    pub(super) fn lines(&self) -> String {
        self.got.lock().unwrap().lines.clone()
    }

    pub(super) fn authorization(&self) -> String {
        self.got.lock().unwrap().authorization.clone()
    }
}

/// A port whose reader breaks off in the middle of the first connections.
pub(super) struct Port {
    pub(super) address: SocketAddr,
    got: Arc<Mutex<Got>>,
}

impl Port {
    pub(super) async fn open(breaks: usize) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let got = Arc::new(Mutex::new(Got::default()));
        let shared = Arc::clone(&got);
        TaskTracker::new().spawn(async move {
            loop {
                let (mut stream, _) = listener.accept().await.unwrap();
                if shared.lock().unwrap().broken < breaks {
                    let mut some = [0; 100];
                    let read = stream.read(&mut some).await.unwrap();
                    let mut got = shared.lock().unwrap();
                    got.broken += 1;
                    // What a reader has of a line that never ended.
                    got.lines.push_str(&String::from_utf8_lossy(&some[..read]));
                    got.lines.push('\n');
                    continue;
                }
                let mut text = String::new();
                if stream.read_to_string(&mut text).await.is_ok() {
                    shared.lock().unwrap().lines.push_str(&text);
                }
            }
        });
        Self { address, got }
    }

    pub(super) fn lines(&self) -> String {
        self.got.lock().unwrap().lines.clone()
    }

    pub(super) fn broken(&self) -> usize {
        self.got.lock().unwrap().broken
    }
}
