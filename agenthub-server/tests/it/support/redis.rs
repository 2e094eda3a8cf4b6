//! The machine's Redis.

use agenthub_store::testing::postgres_is_required;

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
