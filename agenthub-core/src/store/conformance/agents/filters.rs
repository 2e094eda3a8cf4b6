//! Lists of agents: filters.

use super::super::Subject;
use super::super::paging;
use super::super::sample::{add_agents, add_organization, moment, new_agent};
use super::list::ids;
use crate::agent::{Agent, AgentFilter, AgentId, AgentOrder, Capability, Status};
use crate::error::Result;
use crate::organization::OrganizationId;

cases! { "agents":
    filters_by_each_field
    filters_by_enabled_capability
    filters_by_text_in_name_and_descriptions
    filters_by_text_in_any_case
    takes_wildcards_in_text_literally
    filters_deleted_ones
    every_filter_must_hold
    a_filtered_list_has_pages
}

async fn filters_by_each_field(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut wanted = new_agent("wanted");
    wanted.status = Status::Maintenance;
    wanted.definition.agent_type = "chatbot".to_owned();
    wanted.definition.business_domain = "sales".to_owned();
    wanted.definition.owner = "ada".to_owned();
    add_agents(&*store, organization, &[new_agent("other"), wanted.clone()]).await?;
    let text = |text: &str| Some(text.to_owned());
    let none = AgentFilter::default();
    let filters = [
        AgentFilter { agent_type: text("chatbot"), ..none.clone() },
        AgentFilter { status: Some(Status::Maintenance), ..none.clone() },
        AgentFilter { business_domain: text("sales"), ..none.clone() },
        AgentFilter { owner: text("ada"), ..none.clone() },
    ];
    for filter in filters {
        assert_eq!(ids(&store, organization, &filter).await?, [wanted.id], "{filter:?}");
    }
    let filters = [
        AgentFilter { agent_type: text("Chatbot"), ..none.clone() },
        AgentFilter { agent_type: text(""), ..none.clone() },
        AgentFilter { status: Some(Status::Retired), ..none.clone() },
        AgentFilter { business_domain: text("sale"), ..none.clone() },
        AgentFilter { owner: text("a%"), ..none },
    ];
    for filter in filters {
        assert!(ids(&store, organization, &filter).await?.is_empty(), "{filter:?}");
    }
    Ok(())
}

async fn filters_by_enabled_capability(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut agents = ["on", "off", "silent"].map(new_agent);
    agents[0].definition.capabilities = [
        ("greet \"you\"".to_owned(), Capability::switched(true)),
        ("part".to_owned(), Capability::switched(false)),
    ]
    .into();
    agents[1].definition.capabilities = [("greet \"you\"".to_owned(), Capability::switched(false))].into();
    add_agents(&*store, organization, &agents).await?;
    for (name, expected) in [
        ("greet \"you\"", vec![agents[0].id]),
        ("part", vec![]),
        ("gree", vec![]),
        ("", vec![]),
        ("%", vec![]),
    ] {
        let filter = AgentFilter { capability: Some(name.to_owned()), ..AgentFilter::default() };
        assert_eq!(ids(&store, organization, &filter).await?, expected, "{name:?}");
    }
    Ok(())
}

async fn finds(store: &Subject, organization: OrganizationId, text: &str) -> Result<Vec<AgentId>> {
    let filter =
        AgentFilter { text: Some(text.to_owned()), order: AgentOrder::Created, ..AgentFilter::default() };
    ids(store, organization, &filter).await
}

async fn filters_by_text_in_name_and_descriptions(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut agents = ["sales helper", "two", "three", "four"].map(new_agent);
    agents[1].definition.description = "line\nwith sales in it".to_owned();
    agents[2].definition.short_description = "presales".to_owned();
    agents[3].definition.problem_statement = "sales, but elsewhere".to_owned();
    add_agents(&*store, organization, &agents).await?;
    let found = finds(&store, organization, "sales").await?;
    assert_eq!(found, [agents[0].id, agents[1].id, agents[2].id]);
    assert_eq!(finds(&store, organization, "").await?.len(), 4, "every text holds the empty one");
    assert!(finds(&store, organization, "helpertwo").await?.is_empty(), "fields are searched one by one");
    Ok(())
}

async fn filters_by_text_in_any_case(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let agents = ["ÜBERSETZER Ärger", "übersetzer ΩMEGA", "İstanbul", "STRASSE", "straße"].map(new_agent);
    add_agents(&*store, organization, &agents).await?;
    let expected = [
        ("übersetzer", vec![agents[0].id, agents[1].id]),
        ("ÜBERsetzer", vec![agents[0].id, agents[1].id]),
        ("ÄRGER", vec![agents[0].id]),
        ("ωmega", vec![agents[1].id]),
        ("İSTAN", vec![agents[2].id]),
        ("strasse", vec![agents[3].id]),
        ("straß", vec![agents[4].id]),
    ];
    for (text, expected) in expected {
        assert_eq!(finds(&store, organization, text).await?, expected, "{text:?}");
    }
    Ok(())
}

async fn takes_wildcards_in_text_literally(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let names = ["100% sure", "snake_case", "back\\slash", "star* [a-z]?", "it's \"quoted\"", "plain"];
    let agents = names.map(new_agent);
    add_agents(&*store, organization, &agents).await?;
    let needles = ["%", "_", "\\", "*", "'s \"q"];
    for (needle, agent) in needles.iter().zip(&agents) {
        assert_eq!(finds(&store, organization, needle).await?, [agent.id], "{needle:?}");
    }
    for needle in ["100%s", "s%e", "p_ain", "[a-c]", "\\\\", "pl?in", "' OR '1'='1"] {
        assert!(finds(&store, organization, needle).await?.is_empty(), "{needle:?}");
    }
    Ok(())
}

async fn filters_deleted_ones(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut agents = ["here", "gone"].map(new_agent);
    agents[1].deleted_at = Some(moment(3));
    add_agents(&*store, organization, &agents).await?;
    for (deleted, agent) in [(false, &agents[0]), (true, &agents[1])] {
        let filter = AgentFilter { deleted, ..AgentFilter::default() };
        assert_eq!(ids(&store, organization, &filter).await?, [agent.id], "deleted: {deleted}");
    }
    Ok(())
}

async fn every_filter_must_hold(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut full = new_agent("Full");
    full.definition.agent_type = "chatbot".to_owned();
    full.definition.business_domain = "sales".to_owned();
    full.definition.owner = "ada".to_owned();
    full.definition.capabilities = [("greet".to_owned(), Capability::switched(true))].into();
    let breaks: [fn(&mut Agent); 7] = [
        |agent| agent.definition.name = "Other".to_owned(),
        |agent| agent.definition.agent_type = "custom".to_owned(),
        |agent| agent.definition.business_domain = String::new(),
        |agent| agent.definition.owner = "bob".to_owned(),
        |agent| agent.definition.capabilities.clear(),
        |agent| agent.status = Status::Draft,
        |agent| agent.deleted_at = Some(moment(1)),
    ];
    let mut agents = vec![full.clone()];
    for break_one in breaks {
        let mut broken = Agent { id: AgentId::new(), ..full.clone() };
        break_one(&mut broken);
        agents.push(broken);
    }
    add_agents(&*store, organization, &agents).await?;
    let filter = AgentFilter {
        agent_type: Some("chatbot".to_owned()),
        status: Some(Status::Active),
        business_domain: Some("sales".to_owned()),
        capability: Some("greet".to_owned()),
        owner: Some("ada".to_owned()),
        text: Some("FULL".to_owned()),
        deleted: false,
        order: AgentOrder::Name,
    };
    assert_eq!(ids(&store, organization, &filter).await?, [full.id]);
    Ok(())
}

async fn a_filtered_list_has_pages(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let mut agents: Vec<Agent> = (0..12).map(|n| new_agent(&format!("agent {n}"))).collect();
    for agent in agents.iter_mut().step_by(2) {
        agent.status = Status::Paused;
    }
    add_agents(&*store, organization, &agents).await?;
    agents.retain(|agent| agent.status == Status::Paused);
    agents.sort_by_key(|agent| (agent.definition.name.clone(), agent.id));
    let filter = AgentFilter {
        status: Some(Status::Paused),
        text: Some("AGENT".to_owned()),
        order: AgentOrder::Name,
        ..AgentFilter::default()
    };
    paging::holds(&agents, async |page| store.view(organization).await?.agents().list(&filter, &page).await)
        .await
}
