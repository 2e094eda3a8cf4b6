//! The machine's Redis, and a wire to it that can be cut.

use std::net::SocketAddr;

use agenthub_store::testing::postgres_is_required;
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

use super::skipped;

/// Where tests find Redis: at `AGENTHUB_TEST_REDIS_URL`, else on this machine. Nothing where it is not there, unless it
/// must be.
pub(crate) async fn redis_url() -> Option<String> {
    let url =
        std::env::var("AGENTHUB_TEST_REDIS_URL").unwrap_or_else(|_| "redis://127.0.0.1:6379".to_owned());
    let client = redis::Client::open(url.as_str()).unwrap();
    let there = client.get_multiplexed_async_connection().await.is_ok();
    if there || postgres_is_required() {
        return Some(url);
    }
    skipped("Redis is not there");
    None
}

/// A wire to Redis. Dropping it cuts it.
pub(crate) struct Wire {
    address: SocketAddr,
    _carrying: JoinSet<()>,
}

impl Wire {
    /// One that begins at a free port.
    pub(crate) async fn new(url: &str) -> Self {
        Self::at("127.0.0.1:0".parse().unwrap(), url).await
    }

    /// One that begins at this address.
    pub(crate) async fn at(address: SocketAddr, url: &str) -> Self {
        let end = url.strip_prefix("redis://").unwrap().to_owned();
        let listener = TcpListener::bind(address).await.unwrap();
        let address = listener.local_addr().unwrap();
        let mut carrying = JoinSet::new();
        carrying.spawn(async move {
            let mut open = JoinSet::new();
            loop {
                let (mut near, _) = listener.accept().await.unwrap();
                let mut far = TcpStream::connect(&end).await.unwrap();
                open.spawn(async move { copy_bidirectional(&mut near, &mut far).await.unwrap_or_default() });
            }
        });
        Self { address, _carrying: carrying }
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    pub(crate) fn url(&self) -> String {
        format!("redis://{}", self.address)
    }
}
