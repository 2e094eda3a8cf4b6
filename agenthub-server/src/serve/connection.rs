//! One connection, HTTP/1 or HTTP/2, and how long it may keep its place without asking for anything.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::ConnectInfo;
use http::{HeaderValue, Request, Response, Version, header};
use hyper::body::{Body, Frame, Incoming, SizeHint};
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use tokio::net::TcpStream;
use tokio_util::sync::CancellationToken;
use tower::Service as _;

use crate::settings::Settings;

/// Marks the requests of a connection that came when the house was full.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Crowded;

/// A connection that is about to be served.
pub(super) struct Connection {
    router: Router,
    peer: SocketAddr,
    crowded: bool,
    /// How long the first request may take to arrive, with all its headers.
    first_request: Duration,
    /// How long nothing may be asked for after that.
    idle: Duration,
}

impl Connection {
    pub(super) fn new(router: Router, peer: SocketAddr, crowded: bool, settings: &Settings) -> Self {
        let first_request = settings.header_timeout;
        let idle = if crowded { first_request } else { settings.idle_timeout };
        Self { router, peer, crowded, first_request, idle }
    }

    /// Serves it until the client closes it, says nothing for too long, or `draining` and its last answer is sent.
    pub(super) async fn serve(self, stream: TcpStream, draining: CancellationToken) {
        let _counted = Counted::new();
        let traffic = Arc::new(Traffic::default());
        let service = service_fn(|request| self.answer(request, Traffic::begin(&traffic)));
        let builder = Builder::new(TokioExecutor::new());
        let mut served = pin!(builder.serve_connection(TokioIo::new(stream), service));
        let mut leaving = false;
        loop {
            tokio::select! {
                ended = served.as_mut() => {
                    if let Err(error) = ended {
                        tracing::debug!(%error, peer = %self.peer, "a connection broke");
                    }
                    return;
                }
                () = draining.cancelled(), if !leaving => {}
                () = traffic.ceased(self.first_request, self.idle) => {
                    // Told before, and still here: it takes its last answer too slowly, or does not listen at all.
                    if leaving {
                        return;
                    }
                }
            }
            leaving = true;
            served.as_mut().graceful_shutdown();
        }
    }

    fn answer(
        &self,
        mut request: Request<Incoming>,
        open: Open,
    ) -> impl Future<Output = Result<Response<Answer>, Infallible>> + use<> {
        request.extensions_mut().insert(ConnectInfo(self.peer));
        let crowded = self.crowded;
        if crowded {
            request.extensions_mut().insert(Crowded);
        }
        let closes = crowded && request.version() < Version::HTTP_2;
        let answered = self.router.clone().call(request);
        async move {
            let mut response = answered.await?;
            if closes {
                response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
            }
            Ok(response.map(|body| Answer { body, _open: open }))
        }
    }
}

/// Counts a connection while it is open.
struct Counted(metrics::Gauge);

impl Counted {
    fn new() -> Self {
        let gauge = metrics::gauge!("agenthub_connections");
        gauge.increment(1);
        Self(gauge)
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.decrement(1);
    }
}

/// How many requests a connection brought, and how many of them are answered.
#[derive(Default)]
struct Traffic {
    begun: AtomicU64,
    ended: AtomicU64,
}

impl Traffic {
    fn begin(traffic: &Arc<Self>) -> Open {
        traffic.begun.fetch_add(1, Relaxed);
        Open(Arc::clone(traffic))
    }

    fn count(&self) -> (u64, u64) {
        (self.begun.load(Relaxed), self.ended.load(Relaxed))
    }

    /// Waits until no request came for so long, and none is open. It looks now and then instead of being woken by each
    /// request, so it may take twice as long.
    async fn ceased(&self, first_request: Duration, idle: Duration) {
        let mut before = self.count();
        loop {
            tokio::time::sleep(if before.0 == 0 { first_request } else { idle }).await;
            let now = self.count();
            if now == before && now.0 == now.1 {
                return;
            }
            before = now;
        }
    }
}

/// A request that is not answered yet.
struct Open(Arc<Traffic>);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.ended.fetch_add(1, Relaxed);
    }
}

/// The body of an answer; its request is open until it is sent, as it may be a stream.
struct Answer {
    body: axum::body::Body,
    _open: Open,
}

impl Body for Answer {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
