//! What went in comes out.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::super::Subject;
use super::super::sample::{
    add_agents, add_organization, decimal, get_agent, moment, new_agent, next_version, odd_documents,
};
use crate::agent::{Agent, AgentId, Capability, Definition, Kpi, Status, Tool};
use crate::api_key::ApiKeyId;
use crate::audit::Actor;
use crate::error::Result;
use crate::user::UserId;

cases! { "agents":
    keeps_every_field
    keeps_the_least_and_the_most_of_every_field
    keeps_every_status
    keeps_every_kind_of_actor
    keeps_documents_as_they_were_written
    keeps_prices_exactly
    changes_every_field
    keeps_every_field_of_a_version
}

/// An agent of which everything is said.
fn full_agent() -> Result<Agent> {
    let mut agent = new_agent("Sales \"quoted\" O'Brien \\ % _ 日本語 👩‍🚀");
    let texts = |word: &str| vec![format!("{word} 1"), String::new(), format!("{word}, \"2\"")];
    agent.version_number = 7;
    agent.status = Status::Paused;
    agent.created_at = moment(1);
    agent.created_by = Actor::Human(UserId::new());
    agent.updated_at = moment(999_999);
    agent.updated_by = Actor::Automation("nightly".to_owned());
    agent.deleted_at = Some(moment(1_000_001));
    agent.definition = Definition {
        runtime: Some("model".to_owned()),
        status: Some(Status::Draft),
        version: Some("1.0.0".to_owned()),
        description: "line\nline\ttab\r\n".to_owned(),
        short_description: "short".to_owned(),
        capabilities: [
            ("off".to_owned(), Capability::switched(false)),
            ("on".to_owned(), full_capability()?),
        ]
        .into(),
        config: Map::from_iter([("model".to_owned(), json!({ "deep": [null, true, {}] }))]),
        prompt_templates: [("greet".to_owned(), "Hello {{name}}\n".to_owned())].into(),
        required_permissions: vec!["audit:read".to_owned()],
        supported_channels: texts("channel"),
        business_domain: "sales".to_owned(),
        problem_statement: "problem".to_owned(),
        goals: texts("goal"),
        in_scope: texts("in"),
        out_of_scope: texts("out"),
        operational_details: "details".to_owned(),
        inputs: texts("input"),
        outputs: texts("output"),
        tools: vec![Tool { name: "tool".to_owned(), description: "uses".to_owned() }],
        security_controls: texts("control"),
        kpis: vec![Kpi { name: "kpi".to_owned(), target: "9".to_owned(), current: Some("8".to_owned()) }],
        personas: texts("persona"),
        owner: "owner".to_owned(),
        base_price: Some(decimal("12.5")?),
        token_rate: Some(decimal("0.000000001")?),
        success_fee_percent: Some(decimal("33.333")?),
        estimated_cost_per_month: Some(decimal("1000000000")?),
        is_premium: true,
        priority: Some(100),
        max_concurrency: Some(u32::MAX),
        timeout_seconds: Some(3600),
        ..agent.definition
    };
    Ok(agent)
}

fn full_capability() -> Result<Capability> {
    Ok(Capability {
        enabled: true,
        description: Some("does".to_owned()),
        input_schema: Some(json!({ "type": "object", "required": ["a"] })),
        output_schema: Some(json!(true)),
        price: Some(decimal("0.1")?),
    })
}

/// Puts the agent in, and holds what comes out to it, to the letter.
async fn survives(store: &Subject, agent: Agent) -> Result<()> {
    let organization = add_organization(&**store).await?;
    add_agents(&**store, organization, std::slice::from_ref(&agent)).await?;
    let found = get_agent(&**store, organization, agent.id).await?;
    assert_eq!(found.as_ref(), Some(&agent));
    let letters = |agent: &Agent| serde_json::to_string(&agent.definition.config).ok();
    assert_eq!(found.as_ref().and_then(letters), letters(&agent));
    Ok(())
}

async fn keeps_every_field(store: Subject) -> Result<()> {
    survives(&store, full_agent()?).await
}

async fn keeps_the_least_and_the_most_of_every_field(store: Subject) -> Result<()> {
    let mut least = new_agent("");
    least.definition.agent_type = String::new();
    least.created_at = moment(-60_000_000_000_000_000);
    let mut most = full_agent()?;
    most.version_number = u32::MAX;
    most.created_at = moment(200_000_000_000_000_000);
    most.definition.name = "ﬀ".repeat(255);
    most.definition.description = "x".repeat(100_000);
    most.definition.problem_statement = "\u{10ffff}\u{1}".repeat(50_000);
    most.definition.goals = vec!["goal".to_owned(); 1_000];
    most.definition.config = Map::from_iter((0..10_000).map(|n| (format!("key {n}"), json!(n))));
    survives(&store, least).await?;
    survives(&store, most).await
}

async fn keeps_every_status(store: Subject) -> Result<()> {
    for status in Status::ALL {
        let mut agent = new_agent(status.as_str());
        agent.status = status;
        agent.definition.status = Some(status);
        survives(&store, agent).await?;
    }
    Ok(())
}

async fn keeps_every_kind_of_actor(store: Subject) -> Result<()> {
    let actors = [
        Actor::Human(UserId::new()),
        Actor::AiAgent(AgentId::new()),
        Actor::ApiKey(ApiKeyId::new()),
        Actor::Automation("nightly".to_owned()),
        Actor::Plugin(String::new()),
        Actor::System,
    ];
    for actor in actors {
        let mut agent = new_agent("Greeter");
        agent.created_by = actor.clone();
        agent.updated_by = actor;
        survives(&store, agent).await?;
    }
    Ok(())
}

async fn keeps_documents_as_they_were_written(store: Subject) -> Result<()> {
    for document in odd_documents() {
        let mut agent = new_agent("Greeter");
        agent.definition.config = Map::from_iter([("value".to_owned(), document.clone())]);
        let mut capability = Capability::switched(true);
        capability.input_schema = Some(json!({ "const": document }));
        agent.definition.capabilities.insert("echo".to_owned(), capability);
        survives(&store, agent).await?;
    }
    Ok(())
}

async fn keeps_prices_exactly(store: Subject) -> Result<()> {
    for text in ["0", "0.000000001", "0.1", "0.30", "999999999.999999999", "1000000000"] {
        let price: Decimal = decimal(text)?;
        let mut agent = new_agent("Greeter");
        agent.definition.base_price = Some(price);
        agent.definition.token_rate = Some(price);
        agent.definition.estimated_cost_per_month = Some(price);
        survives(&store, agent).await?;
    }
    Ok(())
}

async fn changes_every_field(store: Subject) -> Result<()> {
    let (organization, plain) = (add_organization(&*store).await?, new_agent("Greeter"));
    add_agents(&*store, organization, std::slice::from_ref(&plain)).await?;
    let full = Agent { id: plain.id, version_number: 2, ..full_agent()? };
    let bare = Agent { version_number: 3, ..plain };
    for agent in [full, bare] {
        let mut work = store.work(organization).await?;
        assert!(work.agents().change(&agent).await?);
        assert_eq!(work.agents().get(agent.id).await?.as_ref(), Some(&agent), "seen in its own work");
        work.commit().await?;
        assert_eq!(get_agent(&*store, organization, agent.id).await?, Some(agent));
    }
    Ok(())
}

async fn keeps_every_field_of_a_version(store: Subject) -> Result<()> {
    let (organization, first) = (add_organization(&*store).await?, full_agent()?);
    add_agents(&*store, organization, std::slice::from_ref(&first)).await?;
    let mut second = next_version(&first);
    second.deleted_at = None;
    second.updated_by = Actor::Plugin("mender".to_owned());
    second.definition.config.insert("odd".to_owned(), Value::from(odd_documents()));
    let mut work = store.work(organization).await?;
    assert!(work.agents().change(&second).await?);
    work.commit().await?;
    for agent in [first, second] {
        let mut view = store.view(organization).await?;
        let version = view.agents().version(agent.id, agent.version_number).await?;
        assert_eq!(version, Some(agent.as_version()));
    }
    Ok(())
}
