//! A database that goes away and comes back, and a disk that is full: nothing that was acknowledged is lost.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use agenthub_store::SqlStore;
use agenthub_store::testing::{TestDatabase, postgres_is_required, postgres_is_there};
use serde_json::{Value, json};
use tokio::net::lookup_host;

use crate::support::desk::{Answered as _, Desk, eventually};
use crate::support::line::Line;
use crate::support::moody::moody;
use crate::support::{Server, settings, skipped};

/// The line to a database, and the database's URL by it.
async fn by_a_line(database: &TestDatabase) -> (Line, String) {
    let (before, rest) = database.url().split_once('@').unwrap();
    let (host, rest) = rest.split_once('/').unwrap();
    let line = Line::to(lookup_host(host).await.unwrap().next().unwrap()).await;
    let url = format!("{before}@{}/{rest}", line.address);
    (line, url)
}

/// Makes calls until it is enough; notes which were acknowledged, and how many were refused.
async fn call(ada: &Desk<'_>, acknowledged: &RefCell<Vec<String>>, refused: &Cell<u32>, enough: &Cell<bool>) {
    while !enough.get() {
        let answer = ada.post("/invoke", &json!({ "capability": "count" })).answer().await;
        let status = answer.status().as_u16();
        let body: Value = answer.json().await.unwrap();
        if status == 200 {
            acknowledged.borrow_mut().push(body["interaction_id"].as_str().unwrap().to_owned());
        } else {
            assert_eq!((status, &body["code"]), (503, &json!("store.unavailable")), "{body}");
            refused.set(refused.get() + 1);
        }
    }
}

/// On several threads, so that the line carries on while the database is dropped.
#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_goes_away_and_comes_back_has_every_acknowledged_call() {
    if !(postgres_is_there().await || postgres_is_required()) {
        return skipped("PostgreSQL is not there");
    }
    let database = TestDatabase::postgres().await.unwrap();
    database.store().await.unwrap().close().await;
    let (line, url) = by_a_line(&database).await;
    let store = Arc::new(SqlStore::open(&url).await.unwrap());
    let server = Server::on(store.clone(), settings(&[]), None).await;
    let _hangs = server.be_moody();
    let ada = server.owner().await;
    ada.agent(&moody()).await;

    let (acknowledged, refused, enough) = (RefCell::default(), Cell::new(0), Cell::new(false));
    let calling = async || call(&ada, &acknowledged, &refused, &enough).await;
    let ready = async |status: u16| {
        eventually(async || (server.get("/health/ready").answer().await.status() == status).then_some(()))
            .await;
    };
    let more = async |count: usize| {
        let begun = acknowledged.borrow().len();
        eventually(async || (acknowledged.borrow().len() >= begun + count).then_some(())).await;
    };
    let outage = async {
        more(20).await;
        line.cut();
        ready(503).await;
        let found = ada.post("/agents", &json!({ "name": "Lost" })).refused(503, "store.unavailable").await;
        assert!(!found.to_string().contains("postgres"), "{found}");
        line.mend();
        ready(200).await;
        more(20).await;
        enough.set(true);
    };
    tokio::join!(calling(), calling(), calling(), calling(), outage);

    assert!(refused.get() > 0, "the outage was seen");
    for id in acknowledged.take() {
        let interaction = ada.get(&format!("/agents/interactions/{id}")).gives(200).await;
        assert_eq!(interaction["outcome"], "success");
    }
    server.stop().await.unwrap();
    store.close().await;
}

#[tokio::test]
async fn a_full_disk_refuses_calls_and_loses_none_that_was_acknowledged() {
    let database = TestDatabase::sqlite_file().unwrap();
    let small = Arc::new(database.store_on_small_disk(200).await.unwrap());
    let server = Server::on(small, settings(&[]), None).await;
    let _hangs = server.be_moody();
    let user = server.register("ada@example.org").await;
    let ada = server.desk(&user);
    let agent = ada.agent(&moody()).await;
    let body = json!({ "capability": "count", "input": "x".repeat(5_000) });
    let mut acknowledged = Vec::new();
    let refused = loop {
        let answer = ada.post("/invoke", &body).answer().await;
        if answer.status() != 200 {
            break answer;
        }
        let answer: Value = answer.json().await.unwrap();
        acknowledged.push(answer["interaction_id"].as_str().unwrap().to_owned());
    };
    let found = crate::support::problem(refused, 503, "store.unavailable").await;
    assert!(!found.to_string().contains("full"), "nothing of the inside: {found}");
    assert!(acknowledged.len() > 5, "some fit");
    ada.get(&format!("/agents/{agent}")).gives(200).await;
    server.stop().await.unwrap();

    let roomy = Arc::new(database.store().await.unwrap());
    let server = Server::on(roomy, settings(&[]), Some(database)).await;
    let _hangs = server.be_moody();
    let ada = server.desk(&server.login("ada@example.org").await);
    let kept = ada.get("/agents/interactions?limit=1&count=true").answer().await;
    assert_eq!(kept.headers()["x-total-count"], acknowledged.len().to_string());
    for id in acknowledged {
        ada.get(&format!("/agents/interactions/{id}")).gives(200).await;
    }
    ada.post("/invoke", &body).gives(200).await;
    server.stop().await.unwrap();
}
