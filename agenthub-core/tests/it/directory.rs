//! What a node keeps in mind of the catalog, as it changes: every call must meet the agents as they are.

use std::time::Duration;

use agenthub_core::agent::{AgentFilter, AiAgent, Call, Capability, Definition, Description, Output, Status};
use agenthub_core::api_key::NewApiKey;
use agenthub_core::error::Code;
use agenthub_core::invocation::Invocation;
use agenthub_core::organization::OrganizationId;
use agenthub_core::page::Page;
use agenthub_core::routing::RoutingCriteria;
use agenthub_core::store::memory::Memory;
use agenthub_core::{Agent, AgentId, Caller, Hub, HubOptions, Permission, Result, Session, async_trait};
use serde_json::json;

/// Does whatever an agent offers.
struct Anything;

#[async_trait]
impl AiAgent for Anything {
    fn describe(&self) -> Description {
        Description::new("Does anything")
    }
    async fn invoke(&self, _call: Call) -> Result<Output> {
        Ok(json!({}).into())
    }
}

fn node(store: &Memory) -> Hub {
    let options = HubOptions { refresh_every: Duration::from_millis(5), ..HubOptions::default() };
    Hub::builder(store.clone()).options(options).runtime("anything", Anything).build()
}

/// An organization on one node, with so many agents that sing.
async fn organization(store: &Memory, singers: usize) -> (Session, Vec<Agent>) {
    let hub = node(store);
    let organization = hub.create_organization("Acme").await.unwrap().id;
    let session = hub.enter(Caller::system(organization));
    let mut agents = Vec::new();
    for n in 0..singers {
        agents.push(session.agents().create(offering(&["sing"], &format!("{}", n + 1))).await.unwrap());
    }
    (session, agents)
}

fn offering(capabilities: &[&str], price: &str) -> Definition {
    let capabilities = capabilities.iter().map(|name| ((*name).to_owned(), Capability::switched(true)));
    Definition {
        capabilities: capabilities.collect(),
        base_price: Some(price.parse().unwrap()),
        ..Definition::new("Agent", "anything")
    }
}

/// What a node makes of every agent and every capability: what a call answers, or why it does not.
async fn known(hub: &Hub, organization: OrganizationId) -> Vec<(String, String)> {
    let session = hub.enter(Caller::system(organization));
    let mut known = Vec::new();
    for deleted in [false, true] {
        let filter = AgentFilter { deleted, ..AgentFilter::default() };
        for agent in session.agents().list(&filter, &Page::first(100)).await.unwrap().items {
            for capability in ["sing", "dance"] {
                let answer = session.invoke_on(agent.id, capability, json!({})).await;
                let answer = answer
                    .map_or_else(|error| error.code().as_str().to_owned(), |it| it.agent_version.to_string());
                known.push((format!("{} {capability}", agent.id), answer));
            }
        }
    }
    for capability in ["sing", "dance"] {
        let answer = session.invoke(capability, json!({})).await;
        let considered = answer.map(|answer| answer.routing.unwrap().considered.to_string());
        known.push((
            capability.to_owned(),
            considered.unwrap_or_else(|error| error.code().as_str().to_owned()),
        ));
    }
    known
}

/// The price at which the cheapest agent takes a call.
async fn cheapest(session: &Session) -> AgentId {
    let criteria =
        RoutingCriteria { load_weight: 0, quality_weight: 0, priority_weight: 0, ..Default::default() };
    session.run(Invocation::new("sing", json!({})).criteria(criteria)).await.unwrap().agent_id
}

#[tokio::test]
async fn a_node_that_follows_changes_knows_what_one_that_begins_now_knows() {
    let store = Memory::new();
    let (session, agents) = organization(&store, 3).await;
    let (here, organization) = (node(&store), session.caller().organization);
    let (there, desk) = (node(&store), here.enter(Caller::system(organization)));
    for step in 0..9 {
        let agents_of = desk.agents();
        match step {
            0 => drop(agents_of.create(offering(&["sing", "dance"], "9")).await.unwrap()),
            1 => drop(agents_of.set_status(agents[0].id, Status::Paused, None).await.unwrap()),
            2 => agents_of.delete(agents[1].id, None).await.unwrap(),
            3 => drop(agents_of.update(agents[2].id, offering(&["dance"], "1"), None).await.unwrap()),
            4 => drop(agents_of.set_status(agents[0].id, Status::Active, None).await.unwrap()),
            5 => drop(agents_of.restore(agents[1].id).await.unwrap()),
            6 => drop(agents_of.update(agents[2].id, offering(&[], "1"), None).await.unwrap()),
            7 => agents_of.delete(agents[0].id, None).await.unwrap(),
            // Something that is no agent.
            _ => {
                let scopes = vec![Permission::AgentsRead];
                let key = NewApiKey { name: "key".to_owned(), scopes, expires_at: None };
                drop(desk.api_keys().create(key).await.unwrap());
            }
        }
        let expected = known(&node(&store), organization).await;
        assert_eq!(known(&here, organization).await, expected, "here, after step {step}");
        let everywhere = async {
            while known(&there, organization).await != expected {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(10), everywhere).await.expect("it is known there too");
    }
}

#[tokio::test]
async fn among_many_the_next_call_knows_who_came_and_who_went() {
    let store = Memory::new();
    let (session, agents) = organization(&store, 100).await;
    assert_eq!(cheapest(&session).await, agents[0].id, "a short list is kept in mind from here on");

    session.agents().set_status(agents[0].id, Status::Paused, None).await.unwrap();
    assert_eq!(cheapest(&session).await, agents[1].id);
    let new = session.agents().create(offering(&["sing"], "0.5")).await.unwrap();
    assert_eq!(cheapest(&session).await, new.id);
    session.agents().update(agents[99].id, offering(&["sing"], "0.1"), None).await.unwrap();
    assert_eq!(cheapest(&session).await, agents[99].id);
    session.agents().update(agents[99].id, offering(&["sing"], "100"), None).await.unwrap();
    session.agents().delete(new.id, None).await.unwrap();
    assert_eq!(cheapest(&session).await, agents[1].id);
}

#[tokio::test]
async fn an_agent_that_stays_keeps_how_it_did_when_others_change() {
    let store = Memory::new();
    let (session, agents) = organization(&store, 2).await;
    let busy = |price| Definition { max_concurrency: Some(1), ..offering(&["sing"], price) };
    session.agents().update(agents[0].id, busy("1"), None).await.unwrap();
    session.invoke_on(agents[0].id, "sing", json!({})).await.unwrap();
    let quality = async || {
        let decision = session.invoke("sing", json!({})).await.unwrap().routing.unwrap();
        decision.candidates.iter().find(|it| it.agent_id == agents[0].id).unwrap().parts.quality
    };
    let before = quality().await;
    assert!(before < 1.0, "it was called, and took some time");

    session.agents().update(agents[1].id, offering(&["sing"], "7"), None).await.unwrap();
    session.agents().update(agents[0].id, busy("2"), None).await.unwrap();

    assert!(quality().await < 1.0, "also as another version of itself");
    session.agents().delete(agents[1].id, None).await.unwrap();
    let gone = session.invoke_on(agents[1].id, "sing", json!({})).await.unwrap_err();
    assert_eq!(gone.code(), Code::AGENT_DELETED);
}
