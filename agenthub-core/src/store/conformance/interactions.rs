//! Interactions.

pub(super) mod list;

use std::collections::BTreeMap;

use serde_json::json;
use uuid::Uuid;

use super::Subject;
use super::paging;
use super::sample::{add_organization_with_agent, moment, money, new_call, odd_documents};
use crate::agent::{AgentId, Tokens};
use crate::api_key::ApiKeyId;
use crate::audit::Actor;
use crate::error::Result;
use crate::interaction::{Interaction, InteractionFilter, InteractionId, Kept, Outcome, Usage};
use crate::organization::OrganizationId;
use crate::routing::{Candidate, Decision, FailedTry, Refusal, ScoreParts};
use crate::store::FinishedCall;
use crate::user::UserId;

cases! { "interactions":
    keeps_every_field
    keeps_the_least_and_the_most_of_every_field
    keeps_every_kind_of_actor_and_outcome
    keeps_documents_as_they_were_written
    keeps_costs_exactly
    an_unknown_interaction_is_not_found
    another_organizations_interaction_does_not_exist
}

fn full_interaction(agent: AgentId) -> Result<Interaction> {
    let text = |text: &str| Some(text.to_owned());
    Ok(Interaction {
        id: InteractionId::new(),
        agent_id: agent,
        agent_version: 7,
        capability: "sales_analysis".to_owned(),
        session_id: text("session \"1\" ' \\ % ключ"),
        actor: Actor::Human(UserId::new()),
        input: Kept::Digest { bytes: 1 << 40, sha256: "ab".repeat(32) },
        output: Some(Kept::Whole(json!({ "text": "done" }))),
        outcome: Outcome::Failure,
        error_code: text("agent.failed"),
        error_message: text("line\nline 日本"),
        started_at: moment(999_999),
        duration_us: 1_234_567,
        usage: Usage { tokens: Tokens { input: 11, output: 13 }, cost: money("12.345678901", "EUR")? },
        routing: Some(decision(agent)),
    })
}

fn decision(agent: AgentId) -> Decision {
    let parts = ScoreParts { cost: 0.1, load: 1.0, quality: 1.0 / 3.0, priority: 0.0 };
    Decision {
        chosen: Some(agent),
        considered: 3,
        candidates: vec![Candidate { agent_id: agent, score: 0.7, parts, refusal: Some(Refusal::Busy) }],
        refused: BTreeMap::from([(Refusal::Unhealthy, 1), (Refusal::NotPermitted, 2)]),
        failed_over: vec![FailedTry { agent_id: AgentId::new(), error_code: "agent.busy".to_owned() }],
    }
}

/// A call of which the interaction is this one.
fn call(organization: OrganizationId, interaction: Interaction) -> FinishedCall {
    FinishedCall { interaction, ..new_call(organization, AgentId::new()) }
}

/// Writes it, and holds what is read back to it, to the letter.
async fn survives(store: &Subject, organization: OrganizationId, expected: Interaction) -> Result<()> {
    store.append(&[call(organization, expected.clone())]).await?;
    let found = store.view(organization).await?.interactions().get(expected.id).await?;
    assert_eq!(found.as_ref(), Some(&expected));
    let letters = |it: &Interaction| serde_json::to_string(&(&it.input, &it.output)).ok();
    assert_eq!(found.as_ref().and_then(letters), letters(&expected));
    Ok(())
}

async fn keeps_every_field(store: Subject) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    survives(&store, organization, full_interaction(agent)?).await?;
    survives(&store, organization, new_call(organization, agent).interaction).await
}

async fn keeps_the_least_and_the_most_of_every_field(store: Subject) -> Result<()> {
    const MOST: u64 = i64::MAX as u64;
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    let least = Interaction {
        id: InteractionId::from_uuid(Uuid::nil()),
        agent_version: 0,
        capability: String::new(),
        session_id: Some(String::new()),
        output: None,
        error_code: Some(String::new()),
        error_message: Some(String::new()),
        duration_us: 0,
        ..new_call(organization, agent).interaction
    };
    let most = Interaction {
        id: InteractionId::from_uuid(Uuid::max()),
        agent_version: u32::MAX,
        error_message: Some("ﬀ".repeat(50_000)),
        input: Kept::Whole(json!("x".repeat(1_000_000))),
        output: Some(Kept::Digest { bytes: MOST, sha256: String::new() }),
        duration_us: MOST,
        usage: Usage {
            tokens: Tokens { input: MOST, output: MOST },
            cost: money("8999999999.999999999", "JPY")?,
        },
        ..full_interaction(agent)?
    };
    survives(&store, organization, least).await?;
    survives(&store, organization, most).await
}

async fn keeps_every_kind_of_actor_and_outcome(store: Subject) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    let actors = [
        Actor::Human(UserId::new()),
        Actor::AiAgent(AgentId::new()),
        Actor::ApiKey(ApiKeyId::new()),
        Actor::Automation("nightly".to_owned()),
        Actor::Plugin("p".to_owned()),
        Actor::System,
    ];
    for actor in actors {
        for outcome in Outcome::ALL {
            let base = new_call(organization, agent).interaction;
            survives(&store, organization, Interaction { actor: actor.clone(), outcome, ..base }).await?;
        }
    }
    Ok(())
}

async fn keeps_documents_as_they_were_written(store: Subject) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    for document in odd_documents() {
        let input = Kept::Whole(document.clone());
        let output = Some(Kept::Whole(document));
        let base = new_call(organization, agent).interaction;
        survives(&store, organization, Interaction { input, output, ..base }).await?;
    }
    Ok(())
}

async fn keeps_costs_exactly(store: Subject) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    for amount in ["0", "0.000000001", "-0.000000001", "0.1", "1.10", "-12.5", "8999999999.999999999"] {
        for currency in ["USD", "EUR", "JPY", "KWD", "XAU"] {
            let usage = Usage { tokens: Tokens::default(), cost: money(amount, currency)? };
            let base = new_call(organization, agent).interaction;
            survives(&store, organization, Interaction { usage, ..base }).await?;
        }
    }
    Ok(())
}

async fn an_unknown_interaction_is_not_found(store: Subject) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    store.append(&[new_call(organization, agent)]).await?;
    assert_eq!(store.view(organization).await?.interactions().get(InteractionId::new()).await?, None);
    Ok(())
}

async fn another_organizations_interaction_does_not_exist(store: Subject) -> Result<()> {
    let (ours, _) = add_organization_with_agent(&*store).await?;
    let (theirs, agent) = add_organization_with_agent(&*store).await?;
    let call = new_call(theirs, agent);
    store.append(std::slice::from_ref(&call)).await?;
    assert_eq!(store.view(ours).await?.interactions().get(call.interaction.id).await?, None);
    let filter = InteractionFilter { agent_id: Some(agent), ..InteractionFilter::default() };
    for filter in [filter, InteractionFilter::default()] {
        paging::holds(&[], async |page| store.view(ours).await?.interactions().list(&filter, &page).await)
            .await?;
    }
    Ok(())
}
