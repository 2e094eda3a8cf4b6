//! A line to a server, which can be cut.

use std::net::SocketAddr;

use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio_util::task::TaskTracker;

/// Carries until it is cut, and again when it is mended.
pub(crate) struct Line {
    pub(crate) address: SocketAddr,
    up: watch::Sender<bool>,
}

impl Line {
    pub(crate) async fn to(target: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (up, state) = watch::channel(true);
        let tasks = TaskTracker::new();
        tasks.clone().spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                tasks.spawn(carry(client, target, state.clone()));
            }
        });
        Self { address, up }
    }

    pub(crate) fn cut(&self) {
        self.up.send_replace(false);
    }

    pub(crate) fn mend(&self) {
        self.up.send_replace(true);
    }
}

/// Carries what the two say to each other, for as long as the line is up.
async fn carry(mut client: TcpStream, target: SocketAddr, mut state: watch::Receiver<bool>) {
    if *state.borrow() {
        let mut server = TcpStream::connect(target).await.unwrap();
        tokio::select! {
            _ = copy_bidirectional(&mut client, &mut server) => {}
            _ = state.wait_for(|up| !up) => {}
        }
    }
}
