//! Agents that fail harm nothing but their own calls.

use serde_json::json;

use crate::support::Server;
use crate::support::desk::{Answered as _, Desk, header, list};
use crate::support::moody::moody;

/// The code, kept with the last interaction, of the error that ended it.
async fn kept_code(ada: &Desk<'_>) -> String {
    let newest = list(ada.get("/agents/interactions?limit=1").gives(200).await).remove(0);
    assert_eq!(newest["outcome"], "failure");
    newest["error_code"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn what_an_agent_does_wrong_is_told_and_kept_but_not_its_secrets() {
    for server in Server::on_each_store().await {
        let mut hangs = server.be_moody();
        let ada = server.owner().await;
        let agent = ada.agent(&moody()).await;
        let cases = [
            ("panic", 502, "agent.panicked"),
            ("lie", 502, "agent.bad_output"),
            ("fail", 502, "agent.failed"),
            ("hang", 504, "agent.timeout"),
        ];
        for (capability, status, code) in cases {
            let call = json!({ "capability": capability, "timeout_seconds": 1 });
            let found = ada.post(&format!("/agents/{agent}/invoke"), &call).refused(status, code).await;
            assert!(!found.to_string().contains("secret") && !found.to_string().contains("mood"), "{found}");
            assert_eq!(kept_code(&ada).await, code);
            server.clock.advance(chrono::TimeDelta::seconds(1));
        }
        assert_eq!(hangs.recv().await, Some(()));
        let call = json!({ "capability": "greet", "input": { "name": "Ada" } });
        ada.post("/invoke", &call).gives(200).await;
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn an_agent_takes_no_more_calls_at_a_time_than_it_says() {
    let server = Server::start().await;
    let mut hangs = server.be_moody();
    let ada = server.owner().await;
    let mut definition = moody();
    definition["max_concurrency"] = json!(1);
    let agent = ada.agent(&definition).await;
    let path = format!("/agents/{agent}/invoke");
    let hanging = ada.post(&path, &json!({ "capability": "hang", "timeout_seconds": 2 })).send();
    let second = async {
        hangs.recv().await.unwrap();
        let call = json!({ "capability": "greet", "input": { "name": "Ada" } });
        let answer = ada.post(&path, &call).answer().await;
        assert_eq!(header(&answer, "retry-after").unwrap(), "2");
        crate::support::problem(answer, 429, "agent.busy").await;
    };
    assert_eq!(tokio::join!(hanging, second).0.unwrap().status(), 504);
}

#[tokio::test]
async fn where_too_many_calls_wait_a_call_is_to_come_again() {
    let server = Server::with(&[("AGENTHUB_JOURNAL_CAPACITY", "1")]).await;
    let mut hangs = server.be_moody();
    let ada = server.owner().await;
    ada.agent(&moody()).await;
    let hanging = ada.post("/invoke", &json!({ "capability": "hang", "timeout_seconds": 2 })).send();
    let second = async {
        hangs.recv().await.unwrap();
        let answer = ada.post("/invoke", &json!({ "capability": "count" })).answer().await;
        assert!(header(&answer, "retry-after").is_some());
        crate::support::problem(answer, 503, "journal.full").await;
    };
    assert_eq!(tokio::join!(hanging, second).0.unwrap().status(), 504);
    ada.post("/invoke", &json!({ "capability": "count" })).gives(200).await;
}
