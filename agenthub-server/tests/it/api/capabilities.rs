//! `/api/v1/capabilities`

use serde_json::{Value, json};

use crate::support::Server;
use crate::support::desk::{Answered as _, Desk, each, header, list};

/// An agent of no runtime in particular, with these capabilities.
fn agent(name: &str, currency: &str, capabilities: &Value) -> Value {
    json!({ "name": name, "currency": currency, "base_price": "0.5", "capabilities": capabilities })
}

async fn names(ada: &Desk<'_>, query: &str) -> Vec<String> {
    each(&list(ada.get(&format!("/capabilities{query}")).gives(200).await), "name")
}

#[tokio::test]
async fn what_the_active_agents_offer_is_listed_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        assert_eq!(ada.get("/capabilities").gives(200).await, json!([]));
        let text = json!({ "type": "string" });
        let ask = json!({ "description": "Asks", "input_schema": text, "price": "0.10" });
        let one = ada.agent(&agent("One", "USD", &json!({ "ask": ask, "look": true, "off": false }))).await;
        let two =
            ada.agent(&agent("Two", "USD", &json!({ "ask": { "input_schema": text, "price": "2" } }))).await;
        let three = ada.agent(&agent("Three", "EUR", &json!({ "ask": true }))).await;

        let offered = list(ada.get("/capabilities").gives(200).await);
        assert_eq!(each(&offered, "name"), ["ask", "look"]);
        assert_eq!((&offered[0]["description"], &offered[0]["agent_count"]), (&json!("Asks"), &json!(3)));
        assert_eq!(offered[0].get("input_schema"), None, "the third takes anything");
        let prices = json!([
            { "currency": "EUR", "lowest": "0.5", "highest": "0.5" },
            { "currency": "USD", "lowest": "0.10", "highest": "2" },
        ]);
        assert_eq!(offered[0]["prices"], prices);
        let first = json!({ "id": one, "name": "One", "price": "0.10", "currency": "USD" });
        assert_eq!(offered[0]["agents"][0], first);
        assert_eq!(each(&list(offered[0]["agents"].clone()), "id"), [one.clone(), two, three.clone()]);
        assert_eq!(each(&list(offered[1]["agents"].clone()), "name"), ["One"]);

        ada.delete(&format!("/agents/{three}")).gives(204).await;
        ada.put(&format!("/agents/{one}/status"), &json!({ "status": "paused" })).gives(200).await;
        let offered = list(ada.get("/capabilities").gives(200).await);
        assert_eq!(each(&offered, "name"), ["ask"], "what is offered changes with the agents");
        assert_eq!((&offered[0]["input_schema"], &offered[0]["agent_count"]), (&text, &json!(1)));
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn what_is_listed_can_be_asked_for() {
    let server = Server::start().await;
    let ada = server.owner().await;
    ada.agent(&super::agents::example()).await;
    for offered in list(ada.get("/capabilities").gives(200).await) {
        assert_eq!(offered["input_schema"]["type"], "object", "{offered}");
        let call = json!({ "capability": offered["name"], "input": 7 });
        ada.post("/invoke", &call).refused(422, "invalid").await;
    }
}

#[tokio::test]
async fn capabilities_are_sorted_by_name_and_come_in_parts() {
    let server = Server::start().await;
    let ada = server.owner().await;
    ada.agent(&agent("A", "USD", &json!({ "c": true, "a": true, "d": true, "b": true }))).await;
    assert_eq!(names(&ada, "").await, ["a", "b", "c", "d"]);
    assert_eq!(names(&ada, "?skip=1&limit=2").await, ["b", "c"]);
    let answer = ada.get("/capabilities?limit=3&count=true").answer().await;
    assert_eq!(header(&answer, "x-total-count").unwrap(), "4");
    let link = header(&answer, "link").unwrap();
    let next = link.strip_prefix("</api/v1/capabilities").unwrap().strip_suffix(">; rel=\"next\"").unwrap();
    assert_eq!(names(&ada, next).await, ["d"]);
    assert_eq!(header(&ada.get("/capabilities?limit=4").answer().await, "link"), None);
    let foreign = header(&ada.get("/audit-logs?limit=1").answer().await, "link").unwrap();
    let cursor = foreign.split("cursor=").nth(1).unwrap().split('>').next().unwrap();
    ada.get(&format!("/capabilities?cursor={cursor}")).refused(400, "page.bad_cursor").await;
}

#[tokio::test]
async fn of_very_many_agents_the_oldest_are_named() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let mut agents = Vec::new();
    for number in 0..101 {
        agents.push(ada.agent(&agent(&format!("{number}"), "USD", &json!({ "ask": true }))).await);
    }
    let ask = list(ada.get("/capabilities").gives(200).await).remove(0);
    assert_eq!(ask["agent_count"], 101);
    assert_eq!(each(&list(ask["agents"].clone()), "id"), agents[..100]);
}

#[tokio::test]
async fn nothing_of_another_organization_is_listed() {
    let server = Server::start().await;
    let (ada, mallory) = (server.owner().await, server.stranger().await);
    ada.agent(&agent("A", "USD", &json!({ "ask": true }))).await;
    assert_eq!(mallory.get("/capabilities").gives(200).await, json!([]));
}
