//! Lists of agents: filters, order, and parts.

use serde_json::{Value, json};

use crate::support::desk::{Answered as _, Desk, each, header, list};
use crate::support::{Server, faults};

async fn three(ada: &Desk<'_>) {
    let agents = [
        json!({ "name": "Beta", "business_domain": "sales", "owner": "north", "capabilities": { "ask": true } }),
        json!({ "name": "alpha", "business_domain": "sales", "status": "draft", "capabilities": { "ask": false } }),
        json!({ "name": "Gamma", "agent_type": "analytics", "business_domain": "support", "short_description": "50% of sales" }),
    ];
    for agent in agents {
        ada.agent(&agent).await;
        ada.server.clock.advance(chrono::TimeDelta::seconds(1));
    }
}

async fn names(ada: &Desk<'_>, query: &str) -> Vec<String> {
    each(&list(ada.get(&format!("/agents{query}")).gives(200).await), "name")
}

#[tokio::test]
async fn each_filter_keeps_what_it_says_on_each_store() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        three(&ada).await;
        let cases: [(&str, &[&str]); 10] = [
            ("", &["Gamma", "alpha", "Beta"]),
            ("?skip=0&limit=100&domain=sales&status=active&search=bet", &["Beta"]),
            ("?domain=sales", &["alpha", "Beta"]),
            ("?status=draft", &["alpha"]),
            ("?agent_type=analytics", &["Gamma"]),
            ("?capability=ask", &["Beta"]),
            ("?owner=north", &["Beta"]),
            ("?search=50%25", &["Gamma"]),
            ("?search=_", &[]),
            ("?deleted=true", &[]),
        ];
        for (query, expected) in cases {
            assert_eq!(names(&ada, query).await, expected, "{query}");
        }
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_list_is_sorted_as_asked() {
    let server = Server::start().await;
    let ada = server.owner().await;
    three(&ada).await;
    assert_eq!(names(&ada, "?sort=name").await, ["alpha", "Beta", "Gamma"]);
    assert_eq!(names(&ada, "?sort=-name").await, ["Gamma", "Beta", "alpha"]);
    assert_eq!(names(&ada, "?sort=created_at").await, ["Beta", "alpha", "Gamma"]);
    assert_eq!(names(&ada, "?sort=-updated_at").await, ["Gamma", "alpha", "Beta"]);
    let found = ada.get("/agents?sort=colour").refused(422, "invalid").await;
    assert_eq!(faults(&found), [("/sort".to_owned(), "value.not_one_of".to_owned())]);
}

#[tokio::test]
async fn the_links_lead_through_the_whole_list_while_agents_come() {
    for server in Server::on_each_store().await {
        let ada = server.owner().await;
        three(&ada).await;
        let mut path = "/agents?limit=1&sort=name&count=true".to_owned();
        let mut found = Vec::new();
        loop {
            let answer = ada.get(&path).answer().await;
            assert!(header(&answer, "x-total-count").is_some());
            let link = header(&answer, "link");
            found.extend(each(&list(answer.json::<Value>().await.unwrap()), "name"));
            ada.agent(&json!({ "name": "aardvark" })).await;
            let Some(link) = link else { break };
            let target = link.strip_prefix("</api/v1").unwrap().strip_suffix(">; rel=\"next\"").unwrap();
            path = target.to_owned();
        }
        assert_eq!(found, ["alpha", "Beta", "Gamma"]);
        server.stop().await.unwrap();
    }
}

#[tokio::test]
async fn a_list_is_counted_only_where_that_is_asked() {
    let server = Server::start().await;
    let ada = server.owner().await;
    three(&ada).await;
    assert_eq!(header(&ada.get("/agents").answer().await, "x-total-count"), None);
    let answer = ada.get("/ai-agents/?count=true&limit=2&skip=2").answer().await;
    assert_eq!(header(&answer, "x-total-count").unwrap(), "3");
    assert_eq!(header(&answer, "link"), None);
    assert_eq!(list(answer.json().await.unwrap()).len(), 1);
}

#[tokio::test]
async fn bad_parameters_are_told_by_name() {
    let server = Server::start().await;
    let ada = server.owner().await;
    let cases = [
        ("limit=0", "/limit", "value.out_of_range"),
        ("limit=1001", "/limit", "value.out_of_range"),
        ("limit=many", "/limit", "value.wrong_type"),
        ("skip=-1", "/skip", "value.out_of_range"),
        ("status=asleep", "/status", "value.not_one_of"),
        ("deleted=perhaps", "/deleted", "value.wrong_type"),
        ("colour=red", "/colour", "value.unknown_field"),
        ("domain=a&domain=b", "/domain", "value.duplicate"),
    ];
    for (query, place, code) in cases {
        let found = ada.get(&format!("/agents?{query}")).refused(422, "invalid").await;
        assert_eq!(faults(&found), [(place.to_owned(), code.to_owned())], "{query}");
    }
    ada.get("/agents?cursor=nonsense").refused(400, "page.bad_cursor").await;
}

#[tokio::test]
async fn a_cursor_of_another_order_is_refused() {
    let server = Server::start().await;
    let ada = server.owner().await;
    three(&ada).await;
    let link = header(&ada.get("/agents?limit=1&sort=name").answer().await, "link").unwrap();
    let cursor = link.split("cursor=").nth(1).unwrap().split('>').next().unwrap();
    ada.get(&format!("/agents?sort=-name&cursor={cursor}")).refused(400, "page.bad_cursor").await;
}
