//! Serving on a socket, and stopping without losing a request.

mod connection;

use std::future::Future;
use std::io;
use std::sync::Arc;

use axum::serve::{Listener as _, ListenerExt as _};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

use crate::app::App;
use crate::router::router;
use connection::Connection;
pub(crate) use connection::Crowded;

/// How many connections beyond [`Settings::max_connections`](crate::Settings::max_connections) are taken to be told
/// so; the others wait before the door.
const RESERVE: usize = 64;

/// Serves `app` until `stop`. Then no connection is accepted any more, requests that were accepted are answered, for
/// at most [`Settings::drain_timeout`](crate::Settings::drain_timeout), and the hub is closed.
///
/// # Errors
/// The socket cannot be served.
pub async fn serve(listener: TcpListener, app: &App, stop: impl Future<Output = ()>) -> io::Result<()> {
    let draining = app.draining();
    let mut connections = JoinSet::new();
    tokio::select! {
        () = accept(listener, app, draining, &mut connections) => {}
        () = stop => draining.cancel(),
    }
    let patience = app.settings().drain_timeout;
    tracing::info!(seconds = patience.as_secs(), "stopping: finishing the requests that were accepted");
    let drained = timeout(patience, async {
        while connections.join_next().await.is_some() {}
        app.hub().close().await;
    });
    if drained.await.is_err() {
        tracing::warn!("some requests did not end in time, and were cut off");
    }
    Ok(())
}

/// Takes connections, as many as the settings allow, and gives each a task of its own.
async fn accept(
    listener: TcpListener,
    app: &App,
    draining: &CancellationToken,
    connections: &mut JoinSet<()>,
) {
    let mut listener = listener.tap_io(|stream| {
        // Answers are small and complete; waiting to fill a packet only makes them late.
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "failed to send without delay");
        }
    });
    let router = router(app);
    let places = Arc::new(Semaphore::new(app.settings().max_connections.min(Semaphore::MAX_PERMITS)));
    let reserve = Arc::new(Semaphore::new(RESERVE));
    loop {
        let (stream, peer) = listener.accept().await;
        let (place, crowded) = match Arc::clone(&places).try_acquire_owned() {
            Ok(place) => (place, false),
            Err(_) => match Arc::clone(&reserve).acquire_owned().await {
                Ok(place) => (place, true),
                Err(_) => return,
            },
        };
        let connection = Connection::new(router.clone(), peer, crowded, app.settings());
        let draining = draining.clone();
        connections.spawn(async move {
            connection.serve(stream, draining).await;
            drop(place);
        });
        // What ended meanwhile takes no more room.
        while connections.try_join_next().is_some() {}
    }
}
