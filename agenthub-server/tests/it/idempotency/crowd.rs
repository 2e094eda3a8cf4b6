//! The same request from many hands at once.

use std::sync::Arc;

use agenthub_store::testing::{TestDatabase, postgres_is_required, postgres_is_there};
use reqwest::StatusCode;
use serde_json::json;

use super::{KEY, Keyed as _, agent, count_of_agents, is_replayed};
use crate::support::desk::{Answered as _, Desk, header, id};
use crate::support::gate::Gate;
use crate::support::{Server, problem, settings};

/// How many hands there are.
const HANDS: usize = 16;

/// Sends the same request from every desk, many times at once, until each was answered with what was done once.
async fn crowd(desks: &[Desk<'_>], key: &str) {
    let send = async |hand: usize| {
        let mut refused = 0;
        loop {
            let answer = desks[hand % desks.len()].post("/agents", &agent("A")).key(key).answer().await;
            if answer.status() == StatusCode::CREATED {
                let is_replayed = is_replayed(&answer);
                return (is_replayed, id(&answer.json().await.unwrap()));
            }
            assert!(header(&answer, "retry-after").is_some());
            problem(answer, 409, "request.idempotency_key_in_flight").await;
            refused += 1;
            assert!(refused < 10_000, "it runs for ever");
        }
    };
    let answers = futures_util::future::join_all((0..HANDS).map(send)).await;
    let firsts: Vec<_> = answers.iter().filter(|(is_replayed, _)| !is_replayed).collect();
    assert_eq!(firsts.len(), 1, "{answers:?}");
    assert!(answers.iter().all(|(_, id)| *id == firsts[0].1), "{answers:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_at_once_exactly_one_runs_on_each_store() {
    for server in Server::on_each_store().await {
        let desks = [server.owner().await];
        for round in 1..=5 {
            crowd(&desks, &format!("{KEY}-{round}")).await;
            assert_eq!(count_of_agents(&desks[0]).await, round);
        }
        server.stop().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_at_two_servers_on_one_database_exactly_one_runs() {
    if !(postgres_is_there().await || postgres_is_required()) {
        return;
    }
    let database = TestDatabase::postgres().await.unwrap();
    let said = settings(&[("SECRET_KEY", "a secret that both of the servers have")]);
    let one = Server::on(Arc::new(database.store().await.unwrap()), said.clone(), None).await;
    let other = Server::on(Arc::new(database.store().await.unwrap()), said, Some(database)).await;
    let ada = one.register("ada@example.org").await;
    let desks = [one.desk(&ada), other.desk(&ada)];
    for round in 1..=5 {
        crowd(&desks, &format!("{KEY}-{round}")).await;
        assert_eq!(count_of_agents(&desks[1]).await, round);
    }
    one.stop().await.unwrap();
    other.stop().await.unwrap();
}

#[tokio::test]
async fn while_a_request_runs_the_same_one_is_to_come_again_and_then_gets_its_answer() {
    for server in Server::on_each_store().await {
        let gate = server.gate();
        let ada = server.owner().await;
        ada.agent(&Gate::agent()).await;
        let call = || ada.post("/invoke", &json!({ "capability": "wait" })).key(KEY);
        let second = async {
            gate.arrived().await;
            let answer = call().answer().await;
            assert_eq!(header(&answer, "retry-after").unwrap(), "2");
            problem(answer, 409, "request.idempotency_key_in_flight").await;
            let other = ada.post("/invoke", &json!({ "capability": "hurry" })).key(KEY);
            other.refused(409, "request.idempotency_key_reused").await;
            gate.open();
        };
        let (first, ()) = tokio::join!(call().answer(), second);
        assert!(!is_replayed(&first));
        let again = call().answer().await;
        assert!(is_replayed(&again));
        assert_eq!(first.text().await.unwrap(), again.text().await.unwrap());
        server.stop().await.unwrap();
    }
}
