//! Answers that get lost: clients that go away, limits of time, crashes, and what is too large.

use std::sync::Arc;
use std::time::Duration;

use agenthub_core::store::memory::Memory;
use reqwest::RequestBuilder;
use serde_json::json;
use tokio::runtime::Runtime;

use super::{KEY, Keyed as _, agent, come_again, is_replayed};
use crate::support::desk::{Answered as _, Desk, eventually, list};
use crate::support::faulty::{Faulty, Mood};
use crate::support::gate::Gate;
use crate::support::moody::moody;
use crate::support::{Server, problem, settings};

fn wait(desk: &Desk<'_>) -> RequestBuilder {
    desk.post("/invoke", &json!({ "capability": "wait" })).key(KEY)
}

/// How the calls ended, newest first.
async fn outcomes(desk: &Desk<'_>) -> Vec<String> {
    let all = list(desk.get("/agents/interactions").gives(200).await);
    all.iter().map(|interaction| interaction["outcome"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_request_whose_client_went_away_is_finished_and_its_answer_is_there_when_it_comes_back() {
    for server in Server::on_each_store().await {
        let gate = server.gate();
        let ada = server.owner().await;
        ada.agent(&Gate::agent()).await;
        let leaving = tokio_util::task::TaskTracker::new().spawn(wait(&ada).send());
        gate.arrived().await;
        leaving.abort();
        assert!(leaving.await.unwrap_err().is_cancelled());
        wait(&ada).refused(409, "request.idempotency_key_in_flight").await;
        gate.open();
        let answer = come_again(|| wait(&ada)).await;
        assert!(is_replayed(&answer));
        assert_eq!(answer.json::<serde_json::Value>().await.unwrap()["output"], "gone");
        assert_eq!(outcomes(&ada).await, ["success"]);
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_failure_frees_the_key() {
    let server = Server::start().await;
    let mut hangs = server.be_moody();
    let ada = server.owner().await;
    ada.agent(&moody()).await;
    let cases = [("panic", 502, "agent.panicked"), ("hang", 504, "agent.timeout")];
    for (capability, status, code) in cases {
        for _ in 0..2 {
            let call = json!({ "capability": capability, "timeout_seconds": 1 });
            let answer = ada.post("/invoke", &call).key(KEY).answer().await;
            assert!(!is_replayed(&answer));
            problem(answer, status, code).await;
        }
    }
    assert_eq!((hangs.recv().await, hangs.recv().await), (Some(()), Some(())));
    assert_eq!(outcomes(&ada).await.len(), 4);
}

/// The process is killed while the call runs; another one comes up on the same store.
#[test]
fn after_a_crash_the_request_waits_for_a_minute_and_runs_again() {
    let store = Arc::new(Memory::new());
    let doomed = Runtime::new().unwrap();
    doomed.block_on(async {
        let server = Server::on(store.clone(), settings(&[]), None).await;
        let gate = server.gate();
        let ada = server.owner().await;
        ada.agent(&Gate::agent()).await;
        drop(tokio_util::task::TaskTracker::new().spawn(wait(&ada).send()));
        gate.arrived().await;
    });
    doomed.shutdown_timeout(Duration::from_secs(10));

    Runtime::new().unwrap().block_on(async {
        let server = Server::on(store, settings(&[]), None).await;
        let gate = server.gate();
        gate.open();
        let ada = server.desk(&server.login("ada@example.org").await);
        server.clock.advance(chrono::TimeDelta::seconds(59));
        wait(&ada).refused(409, "request.idempotency_key_in_flight").await;
        server.clock.advance(chrono::TimeDelta::seconds(1));
        let answer = wait(&ada).answer().await;
        assert!(!is_replayed(&answer));
        assert_eq!(answer.status(), 200);
        assert!(is_replayed(&wait(&ada).answer().await));
    });
}

#[tokio::test]
async fn a_request_that_takes_too_long_for_its_client_goes_on() {
    let store = Arc::new(Faulty::default());
    let said = settings(&[("AGENTHUB_REQUEST_TIMEOUT_SECONDS", "1")]);
    let server = Server::on(store.clone(), said, None).await;
    let ada = server.owner().await;
    let request = || ada.post("/agents", &agent("A")).key(KEY);
    // It makes its reservation, and then the database is slow for it.
    store.be(Mood::SilentFrom(store.opened() + 1));
    request().refused(504, "request.timeout").await;
    store.be(Mood::Well);
    let answer = come_again(request).await;
    assert!(is_replayed(&answer), "{answer:?}");
    assert_eq!(list(ada.get("/agents").gives(200).await).len(), 1);
}

#[tokio::test]
async fn a_panic_is_answered_as_it_is_without_a_key() {
    let store = Arc::new(Faulty::default());
    let server = Server::on(store.clone(), settings(&[]), None).await;
    let ada = server.owner().await;
    let request = || ada.post("/agents", &agent("A")).key(KEY);
    let seen = store.opened();
    store.be(Mood::SilentFrom(seen + 1));
    let breaking = async {
        eventually(async || (store.opened() == seen + 2).then_some(())).await;
        store.be(Mood::Panicking);
    };
    let (answer, ()) = tokio::join!(request().answer(), breaking);
    let found = problem(answer, 500, "internal").await;
    assert!(!found.to_string().contains("secret"), "{found}");

    // The store that broke could not free the key either, so that takes its time.
    store.be(Mood::Well);
    request().refused(409, "request.idempotency_key_in_flight").await;
    server.clock.advance(chrono::TimeDelta::minutes(1));
    request().gives(201).await;
}

#[tokio::test]
async fn of_an_answer_that_is_too_large_it_is_known_that_it_was_given() {
    let server = Server::start().await;
    let _gate = server.gate();
    let ada = server.owner().await;
    ada.agent(&Gate::agent()).await;
    let fill = || ada.post("/invoke", &json!({ "capability": "fill" }));
    for (key, accept) in [("a-whole-one", "application/json"), ("a-streamed-one", "text/event-stream")] {
        let request = || fill().header("accept", accept).key(key);
        let told = request().answer().await.text().await.unwrap();
        assert!(told.len() > 1024 * 1024, "{accept}");
        for _ in 0..2 {
            request().refused(409, "request.idempotency_answer_too_large").await;
        }
    }
    assert_eq!(outcomes(&ada).await, ["success", "success"]);
}

#[tokio::test]
async fn a_request_without_a_key_asks_the_store_for_nothing_more() {
    let store = Arc::new(Faulty::default());
    let server = Server::on(store.clone(), settings(&[]), None).await;
    let ada = server.owner().await;
    let opened = async |request: RequestBuilder| {
        let before = store.opened();
        request.gives(201).await;
        store.opened() - before
    };
    ada.post("/agents", &agent("A")).gives(201).await;
    let without = opened(ada.post("/agents", &agent("A"))).await;
    let with = opened(ada.post("/agents", &agent("A")).key(KEY)).await;
    let again = opened(ada.post("/agents", &agent("A")).key(KEY)).await;
    assert_eq!((without, with, again), (1, 3, 1));
}
