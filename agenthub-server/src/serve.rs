//! Serving on a socket, and stopping without losing a request.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;

use axum::serve::ListenerExt as _;
use tokio::net::TcpListener;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

use crate::app::App;
use crate::router::router;

/// Serves `app` until `stop`. Then no connection is accepted any more, requests that were accepted are answered, for
/// at most [`Settings::drain_timeout`](crate::Settings::drain_timeout), and the hub is closed.
///
/// # Errors
/// The socket cannot be served.
pub async fn serve(listener: TcpListener, app: &App, stop: impl Future<Output = ()>) -> io::Result<()> {
    let draining = CancellationToken::new();
    let listener = listener.tap_io(|connection| {
        // Answers are small and complete; waiting to fill a packet only makes them late.
        if let Err(error) = connection.set_nodelay(true) {
            tracing::debug!(%error, "failed to send without delay");
        }
    });
    let service = router(app).into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(draining.clone().cancelled_owned());
    let mut serving = pin!(serving.into_future());
    tokio::select! {
        ended = &mut serving => return ended,
        () = stop => draining.cancel(),
    }
    let patience = app.settings().drain_timeout;
    tracing::info!(seconds = patience.as_secs(), "stopping: finishing the requests that were accepted");
    let drained = timeout(patience, async {
        let ended = serving.await;
        app.hub().close().await;
        ended
    });
    drained.await.unwrap_or_else(|_| {
        tracing::warn!("some requests did not end in time, and were cut off");
        Ok(())
    })
}
