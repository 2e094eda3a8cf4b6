//! `/api/v1/invoke` and `/api/v1/agents/{id}/invoke`

mod cancelled;
mod faults;
mod streams;
mod tables;

use serde_json::json;

use crate::support::desk::{Answered as _, id};
use crate::support::moody::moody;
use crate::support::{Server, faults as faults_of};

#[tokio::test]
async fn an_agent_answers_and_the_call_is_on_record_on_each_store() {
    for server in Server::on_each_store().await {
        let _hangs = server.be_moody();
        let ada = server.owner().await;
        let mut definition = moody();
        definition["base_price"] = json!("0.01");
        definition["token_rate"] = json!("0.001");
        let agent = ada.agent(&definition).await;
        let body = json!({ "capability": "greet", "input": { "name": "Ada" }, "session_id": "s-1" });
        let answer = ada.post(&format!("/agents/{agent}/invoke"), &body).gives(200).await;
        assert_eq!(answer["output"], json!({ "text": "Hello, Ada!" }));
        assert_eq!(answer["usage"]["tokens"], json!({ "input": 10, "output": 5 }));
        assert_eq!(answer["usage"]["cost"], json!({ "amount": "0.025", "currency": "USD" }));
        assert_eq!(answer.get("routing"), None);

        let path = format!("/agents/interactions/{}", answer["interaction_id"].as_str().unwrap());
        let interaction = ada.get(&path).gives(200).await;
        assert_eq!(interaction["input"], json!({ "whole": { "name": "Ada" } }));
        assert_eq!((&interaction["outcome"], &interaction["session_id"]), (&json!("success"), &json!("s-1")));
        let record = &ada.records(1).await[0];
        assert_eq!((&record["action"], &record["entity"]["id"]), (&json!("invoke"), &interaction["id"]));
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn the_best_agent_takes_a_call_and_the_answer_says_why() {
    let server = Server::start().await;
    let _hangs = server.be_moody();
    let ada = server.owner().await;
    let (mut cheap, mut dear) = (moody(), moody());
    cheap["base_price"] = json!("0.01");
    dear["base_price"] = json!("5");
    let (cheap, dear) = (ada.agent(&cheap).await, ada.agent(&dear).await);
    let mut call =
        json!({ "capability": "greet", "input": { "name": "Ada" }, "criteria": { "max_price": 1 } });
    let answer = ada.post("/invoke", &call).gives(200).await;
    assert_eq!((&answer["agent_id"], &answer["routing"]["considered"]), (&json!(cheap), &json!(2)));
    assert!(answer["routing"]["candidates"].to_string().contains("too_expensive"), "{answer}");

    call["criteria"] = json!({ "exclude": [cheap] });
    assert_eq!(ada.post("/invoke", &call).gives(200).await["agent_id"], dear);
    call["criteria"] = json!({ "exclude": [cheap, dear] });
    let found = ada.post("/invoke", &call).refused(503, "routing.no_route").await;
    assert!(found["detail"].as_str().unwrap().contains("2 excluded"), "{found}");
}

#[tokio::test]
async fn a_capability_that_is_not_offered_is_told_beside_those_that_are() {
    for server in Server::on_each_store().await {
        let _hangs = server.be_moody();
        let ada = server.owner().await;
        let agent = ada.agent(&json!({ "name": "Moody", "agent_type": "moody", "capabilities": { "greet": true, "count": false } })).await;
        for path in ["/invoke".to_owned(), format!("/agents/{agent}/invoke")] {
            for capability in ["cook", "count"] {
                let call = json!({ "capability": capability });
                let found = ada.post(&path, &call).refused(422, "capability.not_offered").await;
                let detail = found["detail"].as_str().unwrap();
                assert!(detail.contains(capability) && detail.ends_with("greet."), "{detail}");
            }
        }
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn input_that_breaks_the_schema_is_told_below_its_place() {
    for server in Server::on_each_store().await {
        let _hangs = server.be_moody();
        let ada = server.owner().await;
        let agent = ada.agent(&moody()).await;
        let call = json!({ "capability": "greet", "input": { "name": 7 } });
        let found = ada.post(&format!("/agents/{agent}/invoke"), &call).refused(422, "invalid").await;
        assert_eq!(faults_of(&found), [("/input/name".to_owned(), "value.breaks_schema".to_owned())]);
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn an_agent_that_does_not_run_is_not_invoked() {
    for server in Server::on_each_store().await {
        let _hangs = server.be_moody();
        let ada = server.owner().await;
        let agent = ada.agent(&moody()).await;
        let path = format!("/agents/{agent}/invoke");
        let call = json!({ "capability": "greet", "input": { "name": "Ada" } });
        ada.put(&format!("/agents/{agent}/status"), &json!({ "status": "paused" })).gives(200).await;
        ada.post(&path, &call).refused(409, "agent.not_active").await;
        ada.delete(&format!("/agents/{agent}")).gives(204).await;
        ada.post(&path, &call).refused(409, "agent.deleted").await;
        let nobody = "/agents/0198f3c4-5d6e-7f80-9a0b-1c2d3e4f5a6b/invoke";
        ada.post(nobody, &call).refused(404, "agent.not_found").await;
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_body_with_faults_is_no_call() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let cases = [
        (json!({}), "/capability", "value.required"),
        (json!({ "capability": "a", "inputs": 1 }), "/inputs", "value.unknown_field"),
        (json!({ "capability": "a", "timeout_seconds": 0 }), "/timeout_seconds", "value.out_of_range"),
        (json!({ "capability": "a", "criteria": { "cost": 1 } }), "/criteria/cost", "value.unknown_field"),
        (
            json!({ "capability": "a", "criteria": { "exclude": ["x"] } }),
            "/criteria/exclude/0",
            "value.bad_format",
        ),
    ];
    for (body, place, code) in cases {
        let found = ada.post("/invoke", &body).refused(422, "invalid").await;
        assert_eq!(faults_of(&found), [(place.to_owned(), code.to_owned())], "{body}");
    }
    ada.post("/invoke?capability=a", &json!({ "capability": "a" }))
        .refused(400, "request.bad_parameter")
        .await;
}

#[tokio::test]
async fn an_agent_may_ask_for_more_than_the_permission_to_invoke() {
    let server = Server::start().await;
    let _hangs = server.be_moody();
    let ada = server.owner().await;
    let mut definition = moody();
    definition["required_permissions"] = json!(["audit:read"]);
    let agent = id(&ada.post("/agents", &definition).gives(201).await);
    let call = json!({ "capability": "greet", "input": { "name": "Ada" } });
    let path = format!("/agents/{agent}/invoke");
    let found = ada.key(&["agents:invoke"]).await.post(&path, &call).refused(403, "auth.denied").await;
    assert!(found["detail"].as_str().unwrap().contains("audit:read"), "{found}");
    ada.key(&["agents:invoke", "audit:read"]).await.post(&path, &call).gives(200).await;
}
