//! `/api/v1/agents`, and the same at `/api/v1/ai-agents`

mod bodies;
mod changes;
mod life;
mod lists;

pub(crate) use bodies::first_example as example;

use serde_json::json;

use crate::support::Server;
use crate::support::desk::{Answered as _, header, id};

#[tokio::test]
async fn an_agent_is_created_and_shown_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        let answer = ada.post("/ai-agents/", &bodies::first_example()).answer().await;
        assert_eq!(answer.status(), 201);
        assert_eq!(header(&answer, "etag").unwrap(), "\"1\"");
        let location = header(&answer, "location").unwrap();
        let agent: serde_json::Value = answer.json().await.unwrap();
        assert_eq!(location, format!("/api/v1/agents/{}", id(&agent)));
        assert_eq!((&agent["status"], &agent["version_number"]), (&json!("active"), &json!(1)));
        assert_eq!(agent["created_by"]["type"], "human");
        assert_eq!(agent["capabilities"]["predictive_analytics"]["enabled"], false);
        assert_eq!(agent["capabilities"]["sales_analysis"]["input_schema"]["type"], "object");

        for path in [format!("/agents/{}", id(&agent)), format!("/ai-agents/{}/", id(&agent))] {
            assert_eq!(ada.get(&path).gives(200).await, agent);
        }
        assert_eq!(ada.get("/agents").gives(200).await, json!([agent]));
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn an_agent_of_another_organization_is_not_there() {
    let server = Server::start().await;
    let (ada, mallory) = (server.owner().await, server.stranger().await);
    let agent = ada.agent(&bodies::first_example()).await;
    mallory.get(&format!("/agents/{agent}")).refused(404, "agent.not_found").await;
    assert_eq!(mallory.get("/agents").gives(200).await, json!([]));
}

#[tokio::test]
async fn an_id_that_is_none_and_an_id_of_nothing_are_told_apart() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let found = ada.get("/agents/7").refused(400, "request.bad_parameter").await;
    assert!(found["detail"].as_str().unwrap().contains("id"), "{found}");
    ada.get("/agents/0198f3c4-5d6e-7f80-9a0b-1c2d3e4f5a6b").refused(404, "agent.not_found").await;
}
