//! The machine's Redis.

use agenthub_store::testing::postgres_is_required;

use super::skipped;

/// Where tests find Redis: at `AGENTHUB_TEST_REDIS_URL`, else on this machine. Where it is not there the test is left
/// out, or fails at once if it must not be: what listens to Redis would wait for it for ever.
pub(crate) async fn redis_url() -> Option<String> {
    let url =
        std::env::var("AGENTHUB_TEST_REDIS_URL").unwrap_or_else(|_| "redis://127.0.0.1:6379".to_owned());
    let client = redis::Client::open(url.as_str()).unwrap();
    match client.get_multiplexed_async_connection().await {
        Ok(_) => Some(url),
        Err(error) if postgres_is_required() => panic!("no Redis: {error}"),
        Err(_) => {
            skipped("Redis is not there");
            None
        }
    }
}
